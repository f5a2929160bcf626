import { expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { theUnit } from '../profiled.ts';

const PYTHON = {
  'requirements.txt': 'pytest\npsycopg\n',
  'test_a.py': 'def test(): pass\n',
  Dockerfile: 'FROM python:3.12\nCOPY . .\nCMD ["python", "a.py"]\n',
};
const COMPOSE = `services:
  web:
    build: .
    env_file: .env
    environment: { MODE: test, PEER: http://other:80, CACHE_HOST: other }
    depends_on: [db]
  db: { image: "postgres:17", environment: { POSTGRES_PASSWORD: a } }
  other: { image: "nginx" }
`;
const EXAMPLE =
  'SIGNING_KEY=dev-only\nAPI_TOKEN=x9Kq2Lm8Zt4Vb7Nc1Wd5\nDATABASE_URL=postgres://postgres:a@db:5432/postgres\n';

async function test(files: MemoryFiles): Promise<string | undefined> {
  return (await theUnit({ ...PYTHON, 'compose.yaml': COMPOSE, '.env.example': EXAMPLE, ...files })).commands.test[0]
    ?.run;
}

const URL = 'DATABASE_URL=postgres://postgres:a@localhost:5432/postgres';

it.each([
  'docker compose run --rm web pytest',
  'docker-compose exec -T web python -m pytest',
  'docker compose -f compose.yaml run -e A=b web pytest -q',
])(
  'Tests that a task starts in a service of compose have what is set there, by its example, without secrets and other containers: %s',
  async (call) => {
    expect(await test({ Makefile: `test:\n\t${call}\n` })).toBe(`MODE=test SIGNING_KEY=dev-only ${URL} pytest`);
  },
);

it.each([
  ['in another service', 'docker compose run --rm other pytest'],
  ['by something else', 'docker compose run --rm web python a.py'],
  ['outside of it', 'pytest'],
])('Tests have none of it where they are started %s', async (_, call) => {
  expect(await test({ Makefile: `test:\n\t${call}\n` })).toBe(`${URL} pytest`);
});

const CI = `services:
  web:
    build: ../
    environment: { MODE: test, COOKIE_SECRET: x9Kq2Lm8Zt4Vb7Nc1Wd5, APP_SECRET_KEY: dev, CLIENT_SECRET: x9Kq2Lm8Zt4Vb7Nc1Wd5 }
`;

function pipeline(run: string, env = '{ COMPOSE_FILE: .ci/compose.ci.yaml }', lint = 'ruff check .') {
  const job = `jobs:\n  a:\n    runs-on: ubuntu-latest\n    env: ${env}\n    steps:\n      - run: ${lint}\n      - run: ${run}\n`;
  return { '.ci/compose.ci.yaml': CI, 'compose.yaml': '', '.github/workflows/ci.yml': `on: push\n${job}` };
}

const SET = 'MODE=test COOKIE_SECRET=not-a-secret APP_SECRET_KEY=dev pytest';

it.each([
  ['the job', pipeline('docker compose -p a run --rm --name tests web pytest')],
  ['the call', pipeline('docker compose -f .ci/compose.ci.yaml run web tests --junitxml=a.xml', '{}')],
])('Tests that a pipeline starts in a service have the same, by the file that %s names', async (_, files) => {
  const run = await test(files);
  expect(run?.split(' ').sort()).toEqual(SET.split(' ').sort());
});

it.each([
  ['in a service of another file', pipeline('docker compose run web pytest', '{}')],
  ['in another service', pipeline('docker compose run other pytest')],
  ['by another word', pipeline('docker compose run web manage version')],
  ['outside of it as well', pipeline('docker compose run web pytest', undefined, 'pytest')],
])('Tests have none of that where a pipeline starts them %s', async (_, files) => {
  expect(await test(files)).not.toContain('MODE');
});

it('Packages that tests import are compiled without the addresses of servers', async () => {
  const json = (value: unknown) => JSON.stringify(value, null, 1);
  const { commands } = await theUnit({
    'package.json': json({ private: true, workspaces: ['api', 'lib'] }),
    'package-lock.json': '{}',
    'api/package.json': json({
      name: 'api',
      scripts: { test: 'node --test' },
      dependencies: { lib: '1.0.0', pg: '8.0.0' },
    }),
    'api/a.test.js': "import 'lib';\n",
    'lib/package.json': json({ name: 'lib', main: 'dist/index.js', scripts: { build: 'tsc' } }),
    'lib/index.ts': '',
    'compose.yaml':
      'services:\n  db:\n    image: postgres:17\n    environment: { POSTGRES_PASSWORD: pw }\n    ports: ["5432:5432"]\n',
    '.env.example': 'DATABASE_URL=postgres://postgres:pw@localhost:5432/shop\n',
  });
  const runs = commands.test.map(({ run, directory }) => `${run} in ${directory}`);
  expect(runs[0]).toBe('npm run build in lib');
  expect(runs.at(-1)).toMatch(/^DATABASE_URL=\S+ npm test in api$/);
});
