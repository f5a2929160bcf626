import { describe, expect, it } from 'vitest';
import { variablesOf } from '../../../src/domain/in-front.ts';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { linesOf, profiled, theUnit } from '../profiled.ts';

/** A Go module with a test, and what it requires. */
function module(...requires: readonly string[]): MemoryFiles {
  return {
    'api/go.mod': `module api\n\ngo 1.26\n\n${requires.map((name) => `require ${name} v1.0.0\n`).join('')}`,
    'api/main.go': 'package main\n',
    'api/main_test.go': 'package main\n',
  };
}

const PGX = 'github.com/jackc/pgx/v5';
const POSTGRES = `  db:
    image: postgres:17-alpine
    environment:
      POSTGRES_PASSWORD: \${PASSWORD:-secret}
      POSTGRES_DB: app
      TZ: UTC
`;

async function needs(files: MemoryFiles) {
  const { needs: found } = await theUnit(files);
  return found.map(({ service, version, environment }) => ({ service, version, environment }));
}

describe('What the tests of a unit need', () => {
  it('is a database that its compose service depends on, with version and settings from there', async () => {
    const unit = await theUnit({
      ...module(PGX),
      'api/Dockerfile': 'FROM golang:1.26\nCOPY . .\n',
      'compose.yaml': `services:\n  api:\n    build: api\n    depends_on: [db]\n${POSTGRES}`,
    });
    expect(unit.needs.map(({ because, container, ...need }) => need)).toEqual([
      { service: 'postgres', version: '17-alpine', environment: { POSTGRES_PASSWORD: 'secret', POSTGRES_DB: 'app' } },
    ]);
    expect(linesOf(unit.needs[0])).toEqual(['compose.yaml:6', 'api/go.mod:5']);
  });

  it('is a database that compose runs near the unit, where the unit has its driver', async () => {
    expect(await needs({ ...module(PGX), 'api/docker-compose.yml': `services:\n${POSTGRES}` })).toHaveLength(1);
    expect(await needs({ ...module(PGX), 'compose.yaml': `services:\n${POSTGRES}` })).toHaveLength(1);
    expect(await needs({ ...module('github.com/x/y'), 'compose.yaml': `services:\n${POSTGRES}` })).toEqual([]);
    expect(await needs({ ...module(PGX), 'other/compose.yaml': `services:\n${POSTGRES}` })).toEqual([]);
  });

  it('is what a workflow puts beside the tests, also where they start containers of their own', async () => {
    const workflow = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      db:\n        image: postgres:17\n    steps:\n      - run: go test ./...\n        working-directory: api\n`;
    const files = {
      ...module(PGX, 'github.com/testcontainers/testcontainers-go'),
      'compose.yaml': `services:\n${POSTGRES}`,
    };
    expect(await needs(files)).toEqual([]);
    expect(await needs({ ...files, '.github/workflows/ci.yml': workflow })).toMatchObject([
      { service: 'postgres', version: '17' },
    ]);
  });

  it('is what each run of a workflow has beside it, the first of them, and nothing of compose', async () => {
    const workflow = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    strategy: { matrix: { db: ["postgres:16", "postgres:17"] } }\n    services:\n      db:\n        image: \${{ matrix.db }}\n    steps:\n      - run: go test ./...\n        working-directory: api\n`;
    const compose = 'services:\n  cache:\n    image: redis:8\n';
    const files = { ...module(PGX, 'github.com/redis/go-redis/v9', 'modernc.org/sqlite'), 'compose.yaml': compose };
    expect(await needs(files)).toMatchObject([{ service: 'redis' }]);
    expect(await needs({ ...files, '.github/workflows/ci.yml': workflow })).toMatchObject([
      { service: 'postgres', version: '16' },
    ]);
  });

  it('is what a workflow puts beside tests that a run of a matrix names', async () => {
    const workflow = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    strategy:\n      matrix:\n        include:\n          - { mode: plain, command: go test ./... }\n          - { mode: race, command: go test -race ./... }\n    services:\n      db:\n        image: postgres:17\n    steps:\n      - run: \${{ matrix.command }}\n        working-directory: api\n`;
    const files = { ...module('github.com/x/y'), '.github/workflows/ci.yml': workflow };
    expect(await needs(files)).toMatchObject([{ service: 'postgres', version: '17' }]);
    expect(await needs({ ...files, '.github/workflows/ci.yml': workflow.replaceAll('go test', 'go run') })).toEqual([]);
  });

  it('is a database of the name in the address that a workflow gives to tests which it starts by a task', async () => {
    const workflow = (name: string, task: string) =>
      `on: pull_request\nenv: { APP_URL: "postgres://postgres:postgres@127.0.0.1/app", TEST_URL: "postgres://postgres:postgres@127.0.0.1:5432/${name}?sslmode=disable" }\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    defaults: { run: { working-directory: api } }\n    services:\n      db:\n        image: postgres:17\n        env: { POSTGRES_PASSWORD: postgres }\n    steps:\n      - run: psql -c "CREATE DATABASE ${name}" $TEST_URL\n      - run: ${task}\n`;
    const unit = (name: string, task = 'make test/race') =>
      theUnit({ ...module(PGX), '.github/workflows/ci.yml': workflow(name, task) });
    const { needs: found, commands } = await unit('shop_test');
    expect(commands.test.map(({ run }) => run)).toEqual([
      "APP_URL=postgres://postgres:postgres@127.0.0.1/app TEST_URL='postgres://postgres:postgres@127.0.0.1:5432/shop_test?sslmode=disable' go test ./...",
    ]);
    expect(found.map(({ environment }) => environment)).toEqual([
      { POSTGRES_PASSWORD: 'postgres', POSTGRES_DB: 'shop_test' },
    ]);
    expect((await unit('postgres')).needs[0]?.environment).toEqual({ POSTGRES_PASSWORD: 'postgres' });
    for (const task of ['make testall', 'make unittest', 'just testcov'])
      expect((await unit('shop_test', task)).commands.test[0]?.run).toContain('TEST_URL=');
    expect((await unit('shop_test', 'make testament')).commands.test.map(({ run }) => run)).toEqual(['go test ./...']);
    expect((await unit('shop_test', 'make docs')).commands.test.map(({ run }) => run)).toEqual(['go test ./...']);
  });

  describe('whose server a pipeline’s address reaches without a password', () => {
    const settings = async (address: string, start = '      - uses: ankane/setup-postgres@v1\n') => {
      const job = `  a:\n    runs-on: ubuntu-24.04\n    defaults: { run: { working-directory: api } }\n`;
      // The address stands in a job of its own, with another server beside it.
      const other = `  b:\n    runs-on: ubuntu-24.04\n    services: { db: { image: 'postgres:13' } }\n    env: { DB_URL: "${address}" }\n    defaults: { run: { working-directory: api } }\n`;
      const workflow = `on: pull_request\njobs:\n${job}    steps:\n${start}      - run: go test ./...\n${other}    steps:\n      - run: make test\n`;
      const files = { ...module(PGX, 'github.com/go-sql-driver/mysql'), '.github/workflows/ci.yml': workflow };
      return (await theUnit(files)).needs.map(({ environment }) => environment);
    };
    const TRUST = { POSTGRES_HOST_AUTH_METHOD: 'trust' };

    it('lets everybody in', async () => {
      expect(await settings('postgresql://postgres@localhost/shop')).toEqual([{ ...TRUST, POSTGRES_DB: 'shop' }]);
      expect(await settings('postgresql://me@127.0.0.1:5432/shop')).toEqual([
        { ...TRUST, POSTGRES_USER: 'me', POSTGRES_DB: 'shop' },
      ]);
    });

    it('has its password where the address or the container has one', async () => {
      expect(await settings('postgresql://postgres:pw@localhost/shop')).toEqual([{ POSTGRES_DB: 'shop' }]);
      expect(await settings('postgresql://localhost/shop')).toEqual([{ POSTGRES_DB: 'shop' }]);
      const told = '      - uses: harmon758/postgresql-action@v1\n        with: { postgresql password: pw }\n';
      expect(await settings('postgresql://postgres@localhost/shop', told)).toEqual([
        { POSTGRES_PASSWORD: 'pw', POSTGRES_DB: 'shop' },
      ]);
    });
  });

  it('is one of the servers that take each other’s place at one port, though jobs try several', async () => {
    const job = (image: string) =>
      `  ${image}:\n    runs-on: ubuntu-24.04\n    defaults: { run: { working-directory: api } }\n    services: { db: { image: "${image}/${image}:8" } }\n    steps: [{ run: go test ./... }]\n`;
    const beside = (...images: readonly string[]) =>
      needs({
        ...module('github.com/redis/go-redis/v9'),
        '.github/workflows/ci.yml': `on: pull_request\njobs:\n${images.map(job).join('')}`,
      });
    expect((await beside('valkey', 'redis')).map(({ service }) => service)).toEqual(['redis']);
    expect((await beside('valkey')).map(({ service }) => service)).toEqual(['valkey']);
  });

  it('is where a workflow tells a program of its language that it is', async () => {
    const workflow =
      'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    env: { SHOP_URL: "postgresql+asyncpg://postgres:postgres@localhost:5432/shop" }\n    services:\n      db:\n        image: postgres:17\n    steps:\n      - run: coverage run -m pytest -x\n';
    const unit = await theUnit({
      'requirements.txt': 'pytest\nasyncpg\n',
      'tests/test_a.py': '',
      '.github/workflows/ci.yml': workflow,
    });
    expect(unit.commands.test.map(({ run }) => run)).toEqual([
      expect.stringMatching(/^SHOP_URL=\S+shop'? (?:.* )?pytest/),
    ]);
    expect(unit.needs[0]?.environment).toEqual({ POSTGRES_DB: 'shop' });
  });

  it('is where another job says that it is, of which the first one with the tests says nothing', async () => {
    const job = (name: string, more: string, variables: string) =>
      `  ${name}:\n    runs-on: ubuntu-24.04\n    container: python:3.14\n    services:\n      db: { image: 'postgres:17' }\n${more}    env: { ${variables} }\n    steps: [{ run: 'uv run pytest -m ${name}' }]\n`;
    const unit = async (more: string) => {
      const jobs = [
        job('a', '', 'DATABASE_URL: "postgres://postgres:postgres@db:5432/a"'),
        job('b', "      cache: { image: 'valkey/valkey:8.1' }\n", more),
      ];
      return theUnit({
        'pyproject.toml': '[project]\nname = "a"\nversion = "1"\ndependencies = ["psycopg", "redis", "pytest"]\n',
        'uv.lock': 'version = 1\n',
        'tests/test_a.py': '',
        '.github/workflows/ci.yml': `on: pull_request\njobs:\n${jobs.join('')}`,
      });
    };
    const variables = async (more: string) =>
      variablesOf((await unit(more)).commands.test[0]?.run ?? '')
        .map(([name, value]) => `${name}=${value}`)
        .toSorted();
    const first = 'DATABASE_URL=postgres://postgres:postgres@localhost:5432/a';
    const second = 'DATABASE_URL: "postgres://postgres:postgres@db:5432/b", DB_URL: "postgres://me:me@db/b"';
    expect(await variables(`${second}, CACHE_URL: "redis://cache:6379/0"`)).toEqual([
      'CACHE_URL=redis://localhost:6379/0',
      first,
    ]);
    expect(await variables(second)).toEqual([first]);
  });

  it('is what stands beside a task of the root that tests, for the units below that have its driver', async () => {
    const workflow =
      'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    env: { TEST_URL: "postgres://postgres:postgres@localhost/shop" }\n    services:\n      db:\n        image: postgres:17\n    steps:\n      - run: make test\n';
    const root = { 'go.mod': 'module shop\n\ngo 1.26\n', 'main.go': 'package main\n' };
    const below = async (...requires: readonly string[]) => {
      const { units } = await profiled({ ...root, ...module(...requires), '.github/workflows/ci.yml': workflow });
      const unit = units.find(({ directory }) => directory === 'api');
      return [unit?.needs.map(({ service }) => service), unit?.commands.test.map(({ run }) => run)];
    };
    expect(await below(PGX)).toEqual([
      ['postgres'],
      ['TEST_URL=postgres://postgres:postgres@localhost/shop go test ./...'],
    ]);
    expect(await below('github.com/x/y')).toEqual([[], ['go test ./...']]);
  });

  it('is nothing for tests of units alone in .NET, though their program depends on a server', async () => {
    const shop = (tests: string) => ({
      'src/Shop/Shop.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Npgsql" Version="9.0.0"/></ItemGroup></Project>',
      'src/Shop/Dockerfile': 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY . .\n',
      [`src/${tests}/${tests}.csproj`]:
        '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="xunit" Version="2.9.0"/><PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.0.0"/><ProjectReference Include="../Shop/Shop.csproj"/></ItemGroup></Project>',
      'src/Shop.sln': ['Shop', tests]
        .map(
          (name) =>
            `Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "${name}", "${name}\\${name}.csproj", "{1}"\nEndProject\n`,
        )
        .join(''),
      'src/compose.yaml': `services:\n  shop:\n    build: Shop\n    depends_on: [db]\n${POSTGRES}`,
    });
    const found = async (tests: string) => (await profiled(shop(tests))).units.flatMap((unit) => unit.needs);
    expect(await found('Shop.UnitTests')).toEqual([]);
    expect(await found('Shop.Tests')).not.toEqual([]);
  });

  it('has its password under the name that its container reads first', async () => {
    const compose =
      'services:\n  db:\n    image: mcr.microsoft.com/mssql/server\n    environment: { ACCEPT_EULA: Y, SA_PASSWORD: Own-pass1 }\n';
    expect(await needs({ ...module('github.com/microsoft/go-mssqldb'), 'compose.yaml': compose })).toEqual([
      { service: 'mssql', version: null, environment: { ACCEPT_EULA: 'Y', MSSQL_SA_PASSWORD: 'Own-pass1' } },
    ]);
    expect(
      await needs({ ...module('github.com/microsoft/go-mssqldb'), 'compose.yaml': compose.replace('mssql/', 'a/') }),
    ).toEqual([]);
  });

  it('is what a workflow has beside it that changes start, and the server itself, before others', async () => {
    const workflow = (on: string, image: string) =>
      `on: ${on}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      db:\n        image: ${image}\n        env: { POSTGRES_DB: app }\n    steps:\n      - run: go test ./...\n        working-directory: api\n`;
    const version = async (files: MemoryFiles) =>
      (await needs({ ...module(PGX), ...files })).map((need) => need.version);
    const nightly = { '.github/workflows/a.yml': workflow('{ schedule: [{ cron: "0 3 * * *" }] }', 'postgres:18') };
    expect(await version(nightly)).toEqual(['18']);
    expect(await version({ ...nightly, '.github/workflows/b.yml': workflow('push', 'postgres:16') })).toEqual(['16']);
    const made = { '.github/workflows/a.yml': workflow('push', 'acme/postgres-devel:19') };
    expect(await version({ ...made, '.github/workflows/b.yml': workflow('push', 'postgres:16') })).toEqual(['16']);
  });

  it('is a server that somebody else has made an image of, told by its name and its settings', async () => {
    const workflow = (image: string, setting: string) =>
      `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      db:\n        image: ${image}\n        env: { ${setting}: app }\n    steps:\n      - run: go test ./...\n        working-directory: api\n`;
    const beside = (image: string, setting: string) =>
      needs({ ...module(PGX), '.github/workflows/ci.yml': workflow(image, setting) });
    expect(await beside('ghcr.io/somebody/postgres-ssl:18', 'POSTGRES_DB')).toEqual([
      { service: 'postgres', version: '18', environment: { POSTGRES_DB: 'app' } },
    ]);
    const named = async (image: string, setting: string) => (await beside(image, setting)).map((need) => need.service);
    expect(await named('ghcr.io/somebody/postgres-ssl:18', 'DB')).toEqual(['postgres-ssl']);
    expect(await named('ghcr.io/somebody/keycloak:26', 'POSTGRES_DB')).toEqual(['keycloak']);
  });

  it('is not what a workflow puts beside a job that runs no tests, where a package stands in for it', async () => {
    const workflow = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      db:\n        image: postgres:17\n    steps:\n      - run: go run ./examples\n        working-directory: api\n`;
    const files = { ...module(PGX, 'modernc.org/sqlite'), '.github/workflows/ci.yml': workflow };
    expect(await needs(files)).toEqual([]);
    expect(await needs({ ...files, '.github/workflows/ci.yml': workflow.replace('go run', 'go test') })).toHaveLength(
      1,
    );
  });

  it('is what a workflow puts beside it for the unit of its folder that has the driver', async () => {
    const workflow = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      db:\n        image: postgres:17\n    steps:\n      - run: go test ./...\n        working-directory: api\n`;
    const page = { 'api/package.json': '{"name": "a", "scripts": {"test": "jest"}}' };
    const { units } = await profiled({ ...module(PGX), ...page, '.github/workflows/ci.yml': workflow });
    expect(units.map(({ ecosystem, needs }) => [ecosystem, needs.length])).toEqual([
      ['go', 1],
      ['node', 0],
    ]);
  });

  it('is nothing where a workflow runs the tests with nothing beside them', async () => {
    const files = { ...module(PGX), 'compose.yaml': `services:\n${POSTGRES}` };
    const workflow = (steps: string, job = '') => ({
      ...files,
      'api/Makefile': 'test:\n\tgo test -race ./...\nlint:\n\tgo vet ./...\n',
      '.github/workflows/ci.yml': `on: pull_request\ndefaults: { run: { working-directory: api } }\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${job}    steps:\n      - uses: actions/checkout@v6\n${steps}`,
    });
    expect(await needs(workflow('      - run: go test ./...\n'))).toEqual([]);
    expect(await needs(workflow('      - run: make test\n'))).toEqual([]);
    expect(await needs(workflow('      - run: go test ./...\n      - run: send --service=github\n'))).toEqual([]);
    expect(await needs(workflow('      - run: sudo service mysql start\n      - run: go test ./...\n'))).toHaveLength(
      1,
    );
    expect(await needs(workflow('      - run: make lint\n'))).toHaveLength(1);
    expect(await needs(workflow("      - run: go test -run='^$' -bench=. ./...\n"))).toHaveLength(1);
    expect(await needs(workflow('      - run: go test -bench=. -run ^$ ./...\n'))).toHaveLength(1);
    expect(await needs(workflow('      - run: go test ./...\n        if: matrix.db == 1\n'))).toHaveLength(1);
    expect(await needs(workflow('      - run: docker compose up -d\n      - run: go test ./...\n'))).toHaveLength(1);
    expect(await needs(workflow('      - run: make services-up\n      - run: go test ./...\n'))).toHaveLength(1);
    expect(await needs(workflow('      - uses: ./.github/actions/x\n      - run: go test ./...\n'))).toHaveLength(1);
    expect(await needs(workflow('      - uses: a/composer-install@v1\n      - run: go test ./...\n'))).toEqual([]);
    expect(await needs(workflow('      - uses: a/setup-postgres@v1\n      - run: go test ./...\n'))).toHaveLength(1);
    expect(
      await needs(workflow('      - run: go test ./...\n        env: { DATABASE_URL: "postgres://x@localhost" }\n')),
    ).toHaveLength(1);
    expect(await needs(workflow('      - run: go test ./...\n', '    container: golang:1.26\n'))).toEqual([]);
    const beside = '    services: { db: { image: acme/own-db } }\n';
    expect(await needs(workflow('      - run: go test ./...\n', beside))).toHaveLength(1);
  });

  it('is nothing where a driver is all that is known', async () => {
    expect(await needs(module(PGX))).toEqual([]);
  });

  it('is a server whose address on this machine stands in a .env file', async () => {
    const env = { '.env': 'X=1\nDATABASE_URL="postgres://app:pw@localhost:5432/app"\n' };
    const unit = await theUnit({ ...module(PGX), ...env });
    expect(linesOf(unit.needs[0])).toEqual(['.env:2', 'api/go.mod:5']);
    expect(unit.needs[0]).toMatchObject({
      service: 'postgres',
      version: null,
      environment: { POSTGRES_USER: 'app', POSTGRES_PASSWORD: 'pw', POSTGRES_DB: 'app' },
    });
    expect(await needs({ ...module(PGX), '.env': 'DATABASE_URL=postgres://db.example.com/app\n' })).toEqual([]);
    expect(await needs({ ...module(PGX), '.env': 'DATABASE_URL=mysql://localhost/app\n' })).toEqual([]);
  });

  it('is an emulator whose address on this machine stands under its own name', async () => {
    const unit = await theUnit({
      ...module('cloud.google.com/go/firestore'),
      '.test.env': 'MYSQL_ADDR=localhost\nFIRESTORE_EMULATOR_HOST=localhost:8788\n',
    });
    expect(linesOf(unit.needs[0])).toEqual(['.test.env:2', 'api/go.mod:5']);
    expect(unit.needs).toMatchObject([{ service: 'firestore', version: null, environment: {} }]);
    const elsewhere = { '.env': 'FIRESTORE_EMULATOR_HOST=firestore:8787\nPUBSUB_EMULATOR_HOST=localhost:1\n' };
    expect(await needs({ ...module('cloud.google.com/go/firestore'), ...elsewhere })).toEqual([]);
    expect(await needs({ ...module(PGX), '.env': 'FIRESTORE_EMULATOR_HOST=localhost:8788\n' })).toEqual([]);
  });

  it.each([
    ['without tests', Object.fromEntries(Object.entries(module(PGX)).filter(([path]) => !path.endsWith('_test.go')))],
    ['with Testcontainers', module(PGX, 'github.com/testcontainers/testcontainers-go')],
    ['with SQLite in its place', module(PGX, 'github.com/mattn/go-sqlite3')],
    ['with a mock in its place', module(PGX, 'github.com/data-dog/go-sqlmock')],
  ])('is nothing %s', async (_, files) => {
    expect(await needs({ ...files, 'compose.yaml': `services:\n${POSTGRES}` })).toEqual([]);
  });

  it('is still there where only another one is replaced', async () => {
    const files = module(PGX, 'github.com/redis/go-redis/v9', 'github.com/alicebob/miniredis/v2');
    const compose = { 'compose.yaml': `services:\n${POSTGRES}  cache:\n    image: redis:8\n` };
    expect((await needs({ ...files, ...compose })).map(({ service }) => service)).toEqual(['postgres']);
  });

  it('is nothing where the tests start one of Elasticsearch by a package', async () => {
    const java = (...names: readonly string[]) => ({
      'pom.xml': `<project><artifactId>shop</artifactId><dependencies>${names
        .map((name) => `<dependency><groupId>x</groupId><artifactId>${name}</artifactId></dependency>`)
        .join('')}</dependencies></project>`,
      'src/test/java/ATest.java': '',
      'compose.yaml': 'services:\n  search:\n    image: elasticsearch:8.13.0\n',
    });
    const driver = 'elasticsearch-java';
    expect(await needs(java(driver))).toHaveLength(1);
    expect(await needs(java(driver, 'embedded-elasticsearch'))).toEqual([]);
  });

  it.each([
    ['mysql:8.4', 'github.com/go-sql-driver/mysql', 'mysql', '8.4'],
    ['mariadb:11', 'github.com/go-sql-driver/mysql', 'mariadb', '11'],
    ['docker.io/library/redis', 'github.com/redis/go-redis/v9', 'redis', null],
    ['valkey/valkey:9', 'github.com/valkey-io/valkey-go', 'valkey', '9'],
    ['valkey/valkey:9', 'github.com/redis/go-redis/v9', 'valkey', '9'],
    ['mongo:latest', 'go.mongodb.org/mongo-driver/v2', 'mongo', null],
    ['rabbitmq:4-management', 'github.com/rabbitmq/amqp091-go', 'rabbitmq', '4-management'],
    ['apache/kafka:4.0.0', 'github.com/segmentio/kafka-go', 'kafka', '4.0.0'],
    ['postgis/postgis:17-3.5', 'github.com/lib/pq', 'postgres', '17'],
    ['shop/postgres:17.6.1.127', 'github.com/lib/pq', 'postgres', '17'],
    ['pgvector/pgvector:0.8.0-pg16', 'github.com/lib/pq', 'postgres', '16'],
    ['nats:2', 'github.com/nats-io/nats.go', 'nats', '2'],
    ['mcr.microsoft.com/mssql/server:2022-latest', 'github.com/microsoft/go-mssqldb', 'mssql', '2022-latest'],
  ])('knows %s by its driver %s', async (image, driver, service, version) => {
    const compose = { 'compose.yaml': `services:\n  it:\n    image: ${image}\n` };
    expect(await needs({ ...module(driver), ...compose })).toEqual([{ service, version, environment: {} }]);
  });
});

describe('Where the tests of a unit find what they need', () => {
  const files = (environment: string, more = '', api = module(PGX)) => ({
    ...api,
    'api/Dockerfile': 'FROM golang:1.26\nCOPY . .\n',
    'compose.yaml': `services:\n  api:\n    build: api\n    environment: ${environment}\n    depends_on: [db]\n${POSTGRES}${more}`,
  });
  const tests = async (of: MemoryFiles) => (await theUnit(of)).commands.test.map(({ run }) => run);
  const PLAIN = ['go test ./...'];

  it('is the address that compose gives to the unit’s own service, as this machine reaches it', async () => {
    const unit = await theUnit(
      files('{ DATABASE_URL: "postgres://postgres:${PASSWORD:-secret}@db:5432/app", MODE: x }'),
    );
    expect(unit.commands.test.map(({ run }) => run)).toEqual([
      'DATABASE_URL=postgres://postgres:secret@localhost:5432/app go test ./...',
    ]);
    expect(linesOf(unit.commands.test[0])).toEqual(['api/main_test.go:1', 'compose.yaml:4']);
  });

  it('is in front of nothing but the tests', async () => {
    const { commands } = await theUnit(files('{ DATABASE_URL: "postgres://db/app" }'));
    expect(commands.test.map(({ run }) => run)).toEqual(['DATABASE_URL=postgres://localhost/app go test ./...']);
    expect([...commands.install, ...commands.lint, ...commands.build].filter(({ run }) => /_URL/.test(run))).toEqual(
      [],
    );
  });

  it('is what a pipeline of the repository says, where one does', async () => {
    const job =
      '    env: { DATABASE_URL: "postgres://localhost/ci" }\n    steps: [{ run: go test ./..., working-directory: api }]\n';
    const workflow = { '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n${job}` };
    expect(await tests({ ...files('{ DATABASE_URL: "postgres://db/app" }'), ...workflow })).toEqual([
      'DATABASE_URL=postgres://localhost/ci go test ./...',
    ]);
  });

  it.each([
    ['of another host', '{ DATABASE_URL: "postgres://db.example.com/app" }'],
    ['of what is no server', '{ PAGE_URL: "http://db:5432" }'],
    ['that says no scheme', '{ DATABASE_HOST: db }'],
    ['with what is not known', '{ DATABASE_URL: "postgres://postgres:${DB_PASSWORD:?}@db/app" }'],
    ['with nobody that is known', '{ DATABASE_URL: "postgres://${DB_USER}:${DB_PASSWORD}@db/app" }'],
    ['under a name that changes programs', '{ LD_PRELOAD: "postgres://db/app" }'],
  ])('is no address %s', async (_, environment) => {
    expect(await tests(files(environment))).toEqual(PLAIN);
  });

  it('is no address of a server that is not there for the tests', async () => {
    const sqlite = module(PGX, 'github.com/mattn/go-sqlite3');
    expect(await tests(files('{ DATABASE_URL: "postgres://db/app" }', '', sqlite))).toEqual(PLAIN);
    const others = '  other:\n    image: postgres:16\n  cache:\n    image: redis:8\n';
    expect(await tests(files('{ OTHER_URL: "postgres://other/app", CACHE_URL: "redis://cache" }', others))).toEqual(
      PLAIN,
    );
  });
});

describe('Where the tests of Rails find what they need', () => {
  const rails = (more: MemoryFiles = {}) => ({
    Gemfile: 'gem "rails"\ngem "pg"\ngem "redis"\n',
    'Gemfile.lock': 'GEM\n',
    'config/application.rb': '',
    'config/database.yml': 'default: &default\n  adapter: "postgresql"\n  host: <%= ENV.fetch("DB_HOST") { "db" } %>\n',
    'config/cable.yml': 'production:\n  url: <%= ENV["REDIS_URL"] %>\n',
    'test/a_test.rb': '',
    'compose.yaml': `services:\n${POSTGRES}  redis:\n    image: redis:8\n`,
    ...more,
  });
  const tests = async (of: MemoryFiles) => (await theUnit(of)).commands.test;

  it('is an address in front of them, for the container that stands beside them', async () => {
    const [command] = await tests(rails());
    expect(command?.run).toBe(
      'REDIS_URL=redis://localhost:6379 DATABASE_URL=postgres://postgres:secret@localhost:5432/app bundle exec rails test',
    );
    expect(linesOf(command)).toEqual(['test/a_test.rb:1', 'config/database.yml:2', 'config/cable.yml:2']);
  });

  it.each([
    [
      'a file holds the database, and nothing stands beside them',
      { 'config/database.yml': 'test:\n  adapter: sqlite3\n', 'compose.yaml': 'services: {}\n' },
    ],
    [
      'a file holds the database, and nothing reads the other address',
      { 'config/database.yml': 'test:\n  adapter: sqlite3\n', 'config/cable.yml': '' },
    ],
  ])('is none where %s', async (_, more) => {
    expect((await tests(rails(more))).map(({ run }) => run)).toEqual(['bundle exec rails test']);
  });

  it('is what a pipeline says, where one does', async () => {
    const workflow =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services: { db: { image: "postgres:17" } }\n    env: { DB_HOST: localhost }\n    steps: [{ run: bundle exec rails test }]\n';
    const [command] = await tests(rails({ '.github/workflows/ci.yml': workflow }));
    expect(command?.run).toBe('DB_HOST=localhost bundle exec rails test');
  });
});

describe('What a workflow puts beside the tests', () => {
  const workflow = (directory: string) => `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    services:
      postgres:
        image: postgres:14
        env:
          POSTGRES_PASSWORD: pw
          POSTGRES_USER: \${{ secrets.USER }}
    steps:
      - run: go test ./...
${directory}`;

  it('is what the unit needs whose folder the job works in', async () => {
    const files = {
      ...module('github.com/x/y'),
      'web/go.mod': 'module web\n',
      'web/x_test.go': '',
      '.github/workflows/ci.yml': workflow('        working-directory: ./api\n'),
    };
    const { units } = await profiled(files);
    expect(units.map(({ directory, needs: found }) => [directory, found.map(({ service }) => service)])).toEqual([
      ['api', ['postgres']],
      ['web', []],
    ]);
    expect(units[0]?.needs[0]).toMatchObject({ version: '14', environment: { POSTGRES_PASSWORD: 'pw' } });
    expect(linesOf(units[0]?.needs[0])).toEqual(['.github/workflows/ci.yml:7']);
  });

  it.each([
    [
      'postgres:18',
      'POSTGRES_HOST_AUTH_METHOD: trust',
      'POSTGRES_HOSTNAME: psql',
      { POSTGRES_HOST_AUTH_METHOD: 'trust' },
    ],
    ['mysql:8', 'MYSQL_ALLOW_EMPTY_PASSWORD: 1', 'MYSQL_HOST: db', { MYSQL_ALLOW_EMPTY_PASSWORD: '1' }],
    ['mariadb:11', 'MARIADB_ROOT_PASSWORD: x', 'MARIADB_PORT: 3307', { MARIADB_ROOT_PASSWORD: 'x' }],
  ])('has of its variables what the image of %s reads', async (image, read, other, environment) => {
    const service = `    services:\n      s:\n        image: ${image}\n        env: { ${read}, ${other} }\n`;
    const steps = '    steps:\n      - run: go test ./...\n        working-directory: api\n';
    const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${service}${steps}`;
    expect(await needs({ ...module('github.com/x/y'), '.github/workflows/ci.yml': text })).toMatchObject([
      { environment },
    ]);
    const [found] = await needs({ ...module('github.com/x/y'), '.github/workflows/ci.yml': text });
    expect(Object.keys(found?.environment ?? {})).toHaveLength(1);
  });

  it('is what the only unit needs where the job names no folder', async () => {
    expect(await needs({ ...module('github.com/x/y'), '.github/workflows/ci.yml': workflow('') })).toHaveLength(1);
  });

  /** A job with a container beside these steps. */
  const beside = (image: string, steps: string) =>
    `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      s: { image: '${image}' }\n    steps:\n${steps}`;

  it('is for the unit at the root whose step names no folder, and for none of those whose tests run beside it without a driver', async () => {
    const found = await profiled({
      'go.mod': 'module a\n\nrequire github.com/olivere/elastic/v7 v7.0.0\n',
      'a_test.go': 'package main\n',
      'web/package.json': '{"name": "web", "scripts": {"test": "jest"}}',
      '.github/workflows/ci.yml': beside(
        'docker.elastic.co/elasticsearch/elasticsearch:8.18.3',
        '      - run: npm test\n        working-directory: web\n      - run: go test ./...\n',
      ),
    });
    expect(found.units.map(({ directory, needs: its }) => [directory, its.map(({ service }) => service)])).toEqual([
      ['.', ['elasticsearch']],
      ['web', []],
    ]);
  });

  it('is nothing without a driver where the job runs no tests: it may stand beside the image that was built', async () => {
    const files = (line: string) => ({
      ...module('github.com/x/y'),
      '.github/workflows/ci.yml': beside('redis:8', `      - run: ${line}\n`),
    });
    expect(await needs(files('docker run -v $PWD/test/a.yml:/a.yml app serve'))).toEqual([]);
    expect(await needs(files('if [ -d "test/a" ]; then x; fi'))).toEqual([]);
    expect(await needs(files('make -C api test'))).toHaveLength(1);
    expect(await needs(files('./scripts/ci.sh'))).toHaveLength(1);
  });

  it('is nothing where another job runs all of the same with nothing beside it, and what that sets is set', async () => {
    const jobs = (run: string) =>
      `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      db: { image: 'postgres:17' }\n    env: { DB_HOST: localhost }\n    steps:\n      - run: go test ./...\n        working-directory: api\n  b:\n    runs-on: ubuntu-24.04\n    env: { DB_FILE: a.db }\n    steps:\n      - run: ${run}\n        working-directory: api\n`;
    const found = async (run: string, twice = jobs(run)) => {
      const workflow = { '.github/workflows/a.yml': jobs('true'), '.github/workflows/b.yml': twice };
      const unit = await theUnit({ ...module(PGX), ...workflow });
      return [unit.needs.length, unit.commands.test[0]?.run];
    };
    const alone = jobs('go test ./...').replace(/ {2}a:\n[\s\S]*? {2}b:/, '  b:');
    expect(await found('', alone)).toEqual([0, 'DB_FILE=a.db go test ./...']);
    expect(await found('go test ./unit')).toEqual([1, 'DB_HOST=localhost go test ./...']);
  });

  it('is nothing of what stands beside other tests, where a job runs the unit’s own behind an action whose steps are known', async () => {
    const job = (name: string, more: string, steps: string) =>
      `  ${name}:\n    runs-on: ubuntu-24.04\n${more}    steps: [{ uses: actions/checkout@v6 }, ${steps}]\n`;
    const beside =
      "    services: { db: { image: 'postgres:17' } }\n    env: { DATABASE_URL: 'postgres://a:b@localhost/a' }\n";
    const unit = async (action: string) => {
      const setUp = '{ uses: ./.github/actions/set-up }, { run: pnpm db:generate }';
      const jobs = [
        job('unit', '', `${setUp}, { run: 'pnpm test:unit' }`),
        job('whole', beside, `${setUp}, { run: 'pnpm --filter web test:whole' }`),
      ];
      return theUnit({
        'package.json':
          '{"dependencies":{"pg":"8"},"scripts":{"test:unit":"vitest run","db:generate":"prisma generate"}}',
        'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
        'a.test.ts': '',
        '.github/actions/set-up/action.yml': `runs:\n  using: composite\n  steps:\n    - ${action}\n`,
        '.github/workflows/ci.yml': `on: pull_request\njobs:\n${jobs.join('')}`,
      });
    };
    const alone = await unit('uses: actions/setup-node@v6');
    expect([alone.needs.length, alone.commands.test.map(({ run }) => run)]).toEqual([0, ['pnpm run test:unit']]);
    expect((await unit('{ run: docker compose up -d, shell: bash }')).needs).toHaveLength(1);
  });

  it('is nothing where a job runs all tests alone, though it prepares them in another way', async () => {
    const job = (name: string, services: string) =>
      `  ${name}:\n    runs-on: ubuntu-24.04\n${services}    steps: [{ run: composer install }, { run: php artisan key:generate --quiet }, { run: composer test }]\n`;
    const services = "    services: { db: { image: 'postgres:17' } }\n    env: { DB_HOST: localhost }\n";
    const unit = await theUnit({
      'composer.json': '{"require":{"laravel/framework":"^12"},"scripts":{"test":"@php artisan test"}}',
      artisan: '',
      '.env.example': 'APP_KEY=\n',
      'tests/ATest.php': '',
      '.github/workflows/a.yml': `on: pull_request\njobs:\n${job('a', services)}`,
      '.github/workflows/b.yml': `on: pull_request\njobs:\n${job('b', '')}`,
    });
    expect(unit.commands.test.map(({ run }) => run)).toEqual([
      'cp .env.example .env && php artisan key:generate',
      'composer test',
    ]);
    expect(unit.needs).toEqual([]);
  });

  it('is for the unit whose tests run beside it, where another one has the same folder', async () => {
    const found = await profiled({
      'composer.json':
        '{"require": {"php": ">=8.3"}, "scripts": {"test": "phpunit"}, "require-dev": {"phpunit/phpunit": "^11"}}',
      'phpunit.xml': '',
      'a.php': '',
      'package.json': '{"name": "a", "scripts": {"test": "jest"}}',
      '.github/workflows/ci.yml': beside('mariadb:11', '      - run: npm run build\n      - run: composer test\n'),
    });
    expect(found.units.map(({ ecosystem, needs: its }) => [ecosystem, its.length])).toEqual([
      ['node', 0],
      ['php', 1],
    ]);
  });

  it.each([
    ['opensearchproject/opensearch:2.13.0', 'opensearch', '2.13.0'],
    ['localstack/localstack:4.5.0', 'localstack', '4.5.0'],
  ])('is %s too', async (image, service, version) => {
    const workflow = beside(image, '      - run: go test ./...\n        working-directory: api\n');
    expect(await needs({ ...module('github.com/x/y'), '.github/workflows/ci.yml': workflow })).toMatchObject([
      { service, version },
    ]);
  });

  it('proves nothing where agent-generate wrote it', async () => {
    expect(await needs({ ...module('github.com/x/y'), '.github/workflows/generated.yml': workflow('') })).toEqual([]);
  });

  it('is a warning to nobody where the workflow is broken', async () => {
    const profile = await profiled({ ...module(PGX), '.github/workflows/ci.yml': 'jobs:\n    services:\n  [' });
    expect(profile.units[0]?.needs).toEqual([]);
  });

  it('is a cluster where they install a chart in one, and no database that the chart brings', async () => {
    const chart = 'name: a\nversion: 1.0.0\ndependencies:\n  - name: postgresql\n    repository: oci://a.example/b\n';
    const steps = '      - uses: helm/kind-action@v1\n      - run: ct install --charts charts/a\n';
    const files = {
      'charts/a/Chart.yaml': chart,
      '.github/workflows/a.yml': `jobs:\n  a:\n    steps:\n${steps}on: push\n`,
    };
    const unit = await theUnit(files);
    expect(unit.needs).toMatchObject([{ service: 'kubernetes', version: null, environment: {} }]);
    expect(linesOf(unit.needs[0])).toEqual(['.github/workflows/a.yml:4', '.github/workflows/a.yml:5']);
    expect((await profiled(files)).services).toEqual([]);
  });
});
