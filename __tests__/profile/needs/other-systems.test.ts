import { describe, expect, it } from 'vitest';
import { cited } from '../detecting.ts';
import { theUnit } from '../profiled.ts';

const PYTHON = { 'requirements.txt': 'psycopg2-binary\npytest\nflake8\n', 'tests/test_a.py': 'def test_a(): pass\n' };

async function unitOf(file: string, pipeline: string) {
  const unit = await theUnit({ ...PYTHON, [file]: pipeline });
  return {
    needs: unit.needs.map(({ service, version, environment }) => ({ service, version, environment })),
    cited: unit.needs.flatMap((need) => cited(need)),
    test: unit.commands.test.map(({ run }) => run),
    lint: unit.commands.lint.map(({ run }) => run),
    version: unit.version?.value,
  };
}

describe('The steps of Bitbucket', () => {
  const of = (pipelines: string) =>
    unitOf(
      'bitbucket-pipelines.yml',
      `image: python:3.12\ndefinitions:\n  services:\n    db:\n      image: postgres:15\n      variables: { POSTGRES_PASSWORD: pw, POSTGRES_DB: shop }\npipelines:\n${pipelines}`,
    );
  const STEP = 'services: [db], script: ["export DATABASE_URL=postgresql://localhost/shop", "flake8 shop", pytest] }';

  it('are checks, with the version of their image and the services that they name', async () => {
    const found = await of(`  default:\n    - step: { ${STEP}\n`);
    expect(found).toMatchObject({
      needs: [{ service: 'postgres', version: '15', environment: { POSTGRES_PASSWORD: 'pw', POSTGRES_DB: 'shop' } }],
      test: ['DATABASE_URL=postgresql://localhost/shop pytest'],
      lint: ['flake8 shop'],
      version: '3.12',
    });
    expect(found.cited).toContain('bitbucket-pipelines.yml:5');
  });

  it.each([
    ['side by side', `  default:\n    - parallel:\n        - step: { ${STEP}\n`],
    ['side by side, as a mapping', `  default:\n    - parallel:\n        steps:\n          - step: { ${STEP}\n`],
    ['in a stage', `  default:\n    - stage:\n        steps:\n          - step: { ${STEP}\n`],
    ['of pull requests', `  pull-requests:\n    "**":\n      - step: { ${STEP}\n`],
    ['of a branch', `  branches:\n    main:\n      - step: { image: { name: "python:3.11" }, ${STEP}\n`],
  ])('count %s', async (_, pipelines) => {
    expect(await of(pipelines)).toMatchObject({ needs: [{ version: '15' }], lint: ['flake8 shop'] });
  });

  it.each(['$DB_PASSWORD', '${DB_PASSWORD}'])(
    'tell no container what only the pipeline knows: %s',
    async (password) => {
      const step = `pipelines: { default: [{ step: { services: [db], script: [pytest] } }] }\n`;
      const variables = `{ POSTGRES_PASSWORD: '${password}', POSTGRES_DB: shop }`;
      const file = `definitions: { services: { db: { image: 'postgres:15', variables: ${variables} } } }\n${step}`;
      expect((await unitOf('bitbucket-pipelines.yml', file)).needs).toMatchObject([
        { environment: { POSTGRES_DB: 'shop' } },
      ]);
      expect((await unitOf('bitbucket-pipelines.yml', file)).needs[0]?.environment).not.toHaveProperty(
        'POSTGRES_PASSWORD',
      );
    },
  );

  it.each([
    ['of tags', `  tags:\n    "*":\n      - step: { ${STEP}\n`],
    ['that a person chooses', `  custom:\n    it:\n      - step: { ${STEP}\n`],
    ['that a person starts', `  default:\n    - step: { trigger: manual, ${STEP}\n`],
    ['that deploy', `  default:\n    - step: { deployment: production, ${STEP}\n`],
  ])('are no checks %s', async (_, pipelines) => {
    expect(await of(pipelines)).toMatchObject({ test: ['pytest'], lint: [] });
  });
});

describe('The services of Azure', () => {
  const of = (job: string, more = '') =>
    unitOf(
      'azure-pipelines.yml',
      `resources:\n  containers:\n    - container: pg\n      image: postgres:16\n      env: { POSTGRES_PASSWORD: pw }\n      ports: ["5433:5432"]\n${more}${job}`,
    );
  const STEPS = (url: string) =>
    `steps:\n  - task: UsePythonVersion@0\n    inputs: { versionSpec: "3.12" }\n  - script: pytest\n    env: { DATABASE_URL: "${url}" }\n`;

  it('are containers by their names, which the tests reach at the port of the machine', async () => {
    const found = await of(STEPS('postgresql://localhost:5433/a'), 'services: { db: pg }\n');
    expect(found).toMatchObject({
      needs: [{ service: 'postgres', version: '16', environment: { POSTGRES_PASSWORD: 'pw' } }],
      test: ['DATABASE_URL=postgresql://localhost:5433/a pytest'],
      version: '3.12',
    });
    expect(found.cited).toContain('azure-pipelines.yml:4');
  });

  it('are of a job, or of one of a stage, and have names inside of a container', async () => {
    const jobs = `jobs:\n  - job: a\n    container: python:3.12\n    services: { db: pg }\n    ${STEPS('postgresql://db:5432/a').replaceAll('\n', '\n    ')}`;
    const expected = { needs: [{ version: '16' }], test: ['DATABASE_URL=postgresql://localhost:5432/a pytest'] };
    expect(await of(jobs)).toMatchObject(expected);
    expect(await of(`stages:\n  - stage: a\n    ${jobs.replaceAll('\n', '\n    ')}`)).toMatchObject(expected);
  });

  it('may be written out, and are none without an image', async () => {
    const inline = 'services:\n  db: { image: "postgres:14" }\n';
    expect(await of(STEPS('postgresql://localhost/a'), inline)).toMatchObject({ needs: [{ version: '14' }] });
    expect((await of(STEPS('x'), 'services: { db: other }\n')).needs).toEqual([]);
  });
});

describe('The servers of Travis', () => {
  const of = (more: string) => unitOf('.travis.yml', `language: python\nscript: pytest\n${more}`);

  it('are open to anybody, with the version of the addon and the database that is made there', async () => {
    const found = await of(
      'services: [postgresql, docker]\naddons: { postgresql: "15", chrome: stable }\nbefore_script:\n  - psql -c "create database shop;" -U postgres\n',
    );
    expect(found.needs).toEqual([
      { service: 'postgres', version: '15', environment: { POSTGRES_HOST_AUTH_METHOD: 'trust', POSTGRES_DB: 'shop' } },
    ]);
    expect(found.cited[0]).toMatch(/^\.travis\.yml:\d$/);
  });

  it.each(['services: postgresql\n', 'addons:\n  postgresql: 15\n'])('are told by %j', async (text) => {
    expect((await of(text)).needs).toMatchObject([{ service: 'postgres' }]);
  });

  it('are none where Travis starts none', async () => {
    expect((await of('services: docker\n')).needs).toEqual([]);
  });
});

describe('A database that a job makes by hand', () => {
  const of = (script: string, environment = '') =>
    unitOf(
      '.github/workflows/ci.yml',
      `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services: { db: { image: "postgres:17", env: { ${environment} } } }\n    steps:\n      - run: |\n          ${script}\n          pytest\n`,
    );

  it.each([
    ['psql -h localhost -U postgres -c "CREATE DATABASE shop"'],
    ["psql -c 'create database shop;'"],
    ['createdb -h localhost -U postgres shop'],
  ])('is one that the container has: %s', async (script) => {
    expect((await of(script)).needs).toMatchObject([{ environment: { POSTGRES_DB: 'shop' } }]);
  });

  it('is one to which the container lets in whom the job does, where the server is MySQL', async () => {
    const made = (script: string) =>
      unitOf(
        '.github/workflows/ci.yml',
        `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: sudo systemctl start mysql\n      - run: |\n          ${script}\n          pytest\n`,
      );
    const database = 'mysql -uroot -proot -e "CREATE DATABASE IF NOT EXISTS `shop-test`;"';
    const user = (name: string, by: string) =>
      `${database}\n          mysql -uroot -proot -e "CREATE USER '${name}'@'localhost' IDENTIFIED ${by};"`;
    const told = { MYSQL_ROOT_PASSWORD: 'root', MYSQL_DATABASE: 'shop-test' };
    const letIn = { ...told, MYSQL_USER: 'clerk', MYSQL_PASSWORD: 'till' };
    expect((await made(database)).needs).toEqual([{ service: 'mysql', version: null, environment: told }]);
    for (const by of ["BY 'till'", "WITH mysql_native_password BY 'till'"])
      expect((await made(user('clerk', by))).needs).toEqual([{ service: 'mysql', version: null, environment: letIn }]);
  });

  it('does not take the place of the one that it is told', async () => {
    expect((await of('createdb shop', 'POSTGRES_DB: main')).needs).toMatchObject([
      { environment: { POSTGRES_DB: 'main' } },
    ]);
  });
});
