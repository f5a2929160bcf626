import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { linesOf, profiled, theUnit } from '../profiled.ts';

/** A module of Go with a test, in a repository whose one job runs these steps before it. */
function moduleAfter(steps: string): MemoryFiles {
  return {
    'go.mod': 'module a\n\ngo 1.26\n',
    'main.go': 'package main\n',
    'main_test.go': 'package main\n',
    '.github/workflows/ci.yml': `on: pull_request
jobs:
  test:
    runs-on: ubuntu-24.04
    strategy: { matrix: { release: ['6.0', '5.0'] } }
    steps:
${steps}      - run: go test ./...
`,
  };
}

async function needs(steps: string) {
  const unit = await theUnit(moduleAfter(steps));
  return unit.needs.map(({ service, version, environment }) => ({ service, version, environment }));
}

describe('A server that a step of a workflow starts before the tests', () => {
  it.each([
    ['supercharge/mongodb-github-action@v1', 'mongodb-version: 5.0.1', 'mongo', '5.0.1'],
    ['supercharge/redis-github-action@v1', 'redis-version: ${{ matrix.release }}', 'redis', '6.0'],
    ['ankane/setup-postgres@v1', 'postgres-version: 16', 'postgres', '16'],
    ['shogo82148/actions-setup-mysql@v1', "mysql-version: '8.0'", 'mysql', '8.0'],
    ['getong/mariadb-action@v1', "mariadb version: '10.4'", 'mariadb', '10.4'],
    ['cobot/couchdb-action@v5', "couchdb version: '2.3.1'", 'couchdb', '2.3.1'],
    ['elastic/elastic-github-actions/elasticsearch@master', 'stack-version: 8.13.0', 'elasticsearch', '8.13.0'],
    ['KeisukeYamashita/memcached-actions@v1', 'port: 11211', 'memcached', null],
    ['LocalStack/setup-localstack@v0', 'image-tag: latest', 'localstack', null],
  ])('is %s', async (uses, input, service, version) => {
    expect(await needs(`      - uses: ${uses}\n        with:\n          ${input}\n`)).toMatchObject([
      { service, version },
    ]);
  });

  it('has the user, password and database that the action is given', async () => {
    const inputs = "          postgresql version: '15'\n          postgresql db: shop\n          postgresql user: me\n";
    const password = '          postgresql password: pw\n';
    const step = `      - uses: harmon758/postgresql-action@v1\n        with:\n${inputs}${password}`;
    expect(await needs(step)).toEqual([
      {
        service: 'postgres',
        version: '15',
        environment: { POSTGRES_DB: 'shop', POSTGRES_USER: 'me', POSTGRES_PASSWORD: 'pw' },
      },
    ]);
  });

  it.each([
    ['sudo systemctl start mysql.service', 'mysql', { MYSQL_ROOT_PASSWORD: 'root' }],
    ['sudo systemctl enable --now redis-server', 'redis', {}],
    ['sudo service mongod start', 'mongo', {}],
    ['sudo /etc/init.d/mysql start', 'mysql', { MYSQL_ROOT_PASSWORD: 'root' }],
    ['docker run --name db -d -p 5432:5432 -e POSTGRES_PASSWORD=x postgres:16', 'postgres', { POSTGRES_PASSWORD: 'x' }],
    ['docker run -d --network redis --name rabbitmq docker.io/memcached:1.6 memcached -m 64', 'memcached', {}],
  ])('is what `%s` starts', async (run, service, environment) => {
    expect(await needs(`      - run: ${run}\n`)).toMatchObject([{ service, environment }]);
  });

  it('has the password that its superuser is given', async () => {
    const steps = `      - run: |
          sudo systemctl start postgresql
          sudo -u postgres psql -c "ALTER USER postgres WITH PASSWORD '12345'" postgres
`;
    const unit = await theUnit(moduleAfter(steps));
    expect(unit.needs).toMatchObject([{ service: 'postgres', environment: { POSTGRES_PASSWORD: '12345' } }]);
    expect(linesOf(unit.needs[0])).toEqual(['.github/workflows/ci.yml:8']);
  });

  describe('in an action of the repository', () => {
    const action = (steps: string) => `runs:\n  using: composite\n  steps:\n${steps}`;
    const START = '    - run: docker compose -f ci/compose.test.yaml up -d\n      shell: bash\n';
    const found = async (actions: MemoryFiles, condition = '') => {
      const files = { ...moduleAfter(`      - uses: ./.github/actions/set-up\n${condition}`), ...actions };
      const compose = 'services:\n  db:\n    image: postgres:16\n';
      return (await theUnit({ ...files, 'ci/compose.test.yaml': compose })).needs.map(({ service }) => service);
    };

    it('is what a step of it starts', async () => {
      expect(await found({ '.github/actions/set-up/action.yaml': action(START) })).toEqual(['postgres']);
    });

    it('is what an action starts that this one calls', async () => {
      const files = {
        '.github/actions/set-up/action.yml': action('    - uses: ./.github/actions/servers\n'),
        '.github/actions/servers/action.yml': action(START),
      };
      expect(await found(files)).toEqual(['postgres']);
    });

    it('is nothing where a usual change does not start it', async () => {
      const never = '        if: false\n';
      expect(await found({ '.github/actions/set-up/action.yaml': action(START) }, never)).toEqual([]);
    });
  });

  describe('by compose', () => {
    const COMPOSE = `services:
  db:
    image: postgres:16
    environment: { POSTGRES_PASSWORD: pw }
  cache:
    image: redis:7
`;
    const started = async (step: string, compose = COMPOSE) => {
      const unit = await theUnit({
        ...moduleAfter(step),
        Dockerfile: 'FROM scratch\n',
        'ci/compose.test.yaml': compose,
        'other/compose.yaml': COMPOSE,
      });
      return unit.needs.map(({ service, version, environment }) => [service, version, environment]);
    };
    const BOTH = [
      ['postgres', '16', { POSTGRES_PASSWORD: 'pw' }],
      ['redis', '7', {}],
    ];

    it('is every service of the file, or those that are named', async () => {
      const run = (command: string) => started(`      - run: docker compose -f ci/compose.test.yaml ${command}\n`);
      expect(await run('up -d')).toEqual(BOTH);
      expect(await run('up --wait --wait-timeout 60 cache')).toEqual(BOTH.slice(1));
      expect(await run('down')).toEqual([]);
      expect(await started('      - run: docker-compose up -d\n        working-directory: other\n')).toEqual(BOTH);
      expect(
        await started('      - run: docker compose --file compose.test.yaml up -d\n        working-directory: ci\n'),
      ).toEqual(BOTH);
    });

    describe('of a task or a script of the repository', () => {
      const found = async (run: string, more: MemoryFiles) => {
        const compose = { 'db/compose.db.yml': COMPOSE, Dockerfile: 'FROM scratch\n' };
        const unit = await theUnit({ ...moduleAfter(`      - run: ${run}\n`), ...compose, ...more });
        return unit.needs.map(({ service }) => service);
      };
      const UP = 'docker compose -f db/compose.db.yml up --detach db';

      it('is what it comes to start', async () => {
        const task = { Makefile: `init: start-db\nstart-db:\n\t${UP}\n` };
        expect(await found('make init', task)).toEqual(['postgres']);
        const moved = { 'api/Makefile': 'init:\n\tdocker compose -f ../db/compose.db.yml up -d\n' };
        expect(await found('cd api && make init', moved)).toEqual(['postgres', 'redis']);
        expect(await found('./scripts/start-db.sh', { 'scripts/start-db.sh': `#!/bin/sh\n${UP}\n` })).toEqual([
          'postgres',
        ]);
      });

      it('is none that tests start for themselves', async () => {
        expect(await found('make test-all', { Makefile: `test-all:\n\t${UP}\n\tgo vet ./...\n` })).toEqual([]);
        const script = { 'scripts/test.sh': `#!/bin/sh\n${UP}\ngo vet ./...\n` };
        expect(await found('./scripts/test.sh', script)).toEqual([]);
      });
    });

    it('is of a file with a word before the name of its predecessor', async () => {
      const files = { 'ci/testing-docker-compose.yml': COMPOSE, Dockerfile: 'FROM scratch\n' };
      const step = '      - run: docker compose -f "testing-docker-compose.yml" up -d\n        working-directory: ci\n';
      const { needs: found } = await theUnit({ ...moduleAfter(step), ...files });
      expect(found.map(({ service }) => service)).toEqual(['postgres', 'redis']);
    });

    describe('with profiles', () => {
      const PROFILED = `services:
  db:
    image: postgres:16
    profiles: [dev, ci]
  cache:
    image: redis:7
  queue:
    image: rabbitmq:4
    profiles: [dev]
`;
      const names = async (step: string, files: MemoryFiles = {}) => {
        const all = { ...moduleAfter(step), Dockerfile: 'FROM scratch\n', 'ci/compose.yaml': PROFILED, ...files };
        return (await theUnit(all)).needs.map(({ service }) => service);
      };
      const compose = (command: string) => `      - run: docker compose -f ci/compose.yaml ${command}\n`;

      it.each([
        ['up -d', ['redis']],
        ['--profile ci up -d', ['postgres', 'redis']],
        ['--profile=ci --profile=dev up -d', ['postgres', 'redis', 'rabbitmq']],
        ['--profile "*" up -d', ['postgres', 'redis', 'rabbitmq']],
        ['up -d queue', ['rabbitmq']],
      ])('is what a call starts by %s', async (command, expected) => {
        expect(await names(compose(command))).toEqual(expected);
      });

      it('is what the variable names, in front of the call, in its step or in the file beside', async () => {
        const ci = ['postgres', 'redis'];
        const step = '      - run: COMPOSE_PROFILES=ci docker compose -f ci/compose.yaml up -d\n';
        expect(await names(step)).toEqual(ci);
        expect(await names(`${compose('up -d')}        env: { COMPOSE_PROFILES: 'test,ci' }\n`)).toEqual(ci);
        expect(await names(compose('up -d'), { 'ci/.env': 'COMPOSE_PROFILES=ci\n' })).toEqual(ci);
      });

      it('is what the flags of an action name', async () => {
        const inputs = '          compose-file: ci/compose.yaml\n          compose-flags: --profile ci\n';
        expect(await names(`      - uses: hoverkraft-tech/compose-action@v2\n        with:\n${inputs}`)).toEqual([
          'postgres',
          'redis',
        ]);
      });
    });

    it('keeps the names by which the services are told of each other', async () => {
      const broker = `services:
  zoo:
    image: confluentinc/cp-zookeeper:7.5.3
    ports: ['22181:2181']
  broker:
    image: confluentinc/cp-kafka:7.5.3
    environment:
      KAFKA_ZOOKEEPER_CONNECT: zoo:2181
      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://broker:9092,PLAINTEXT_HOST://localhost:29092
  db:
    image: postgres:16
    environment: { POSTGRES_DB: db }
`;
      const files = { ...moduleAfter('      - run: docker compose up -d\n'), 'compose.yaml': broker };
      const { needs: found } = await theUnit(files);
      expect(found.map(({ service, container }) => [service, container?.options ?? []])).toEqual([
        ['postgres', []],
        ['kafka', [['--network-alias', 'broker']]],
        ['cp-zookeeper', [['--network-alias', 'zoo']]],
      ]);
    });

    it('is what an action is told', async () => {
      const action = (inputs: string) =>
        started(`      - uses: hoverkraft-tech/compose-action@v2\n        with:\n${inputs}`);
      const file = '          compose-file: |\n            ci/compose.test.yaml\n';
      expect(await action(file)).toEqual(BOTH);
      expect(await action(`${file}          services: |\n            db\n`)).toEqual(BOTH.slice(0, 1));
    });

    it('is the known servers of a system that stands up whole', async () => {
      const whole = `${COMPOSE}  api:\n    build: ..\n`;
      expect(await started('      - run: docker compose -f ci/compose.test.yaml up -d\n', whole)).toEqual(BOTH);
      expect(await started('      - run: docker compose -f ci/compose.test.yaml up -d db\n', whole)).toEqual(
        BOTH.slice(0, 1),
      );
    });
  });

  it.each([
    '      - uses: somebody/postgres-backup-action@v1\n',
    '      - uses: somebody/install-redis-cli@v1\n',
    '      - uses: ./.github/actions/redis\n',
    '      - run: sudo systemctl stop mysql\n',
    '      - run: docker run --rm postgres:16 psql --version\n',
    "      - uses: ankane/setup-redis@v1\n        if: runner.os == 'macOS'\n",
    '      - run: sudo systemctl start nginx\n',
  ])('is none by %j', async (steps) => {
    expect(await needs(steps)).toEqual([]);
  });

  it.each(['ctest --test-dir build', './test.sh -t', 'make check'])('stands beside tests in C++: %s', async (test) => {
    const files = {
      'CMakeLists.txt': 'project(a)\nenable_testing()\n',
      'a.cc': 'int main() {}\n',
      'conanfile.txt': '[requires]\nsqlite3/3.40.1\nlibpq/15.4\n',
      '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: sudo service postgresql start\n      - run: ${test}\n`,
    };
    expect((await theUnit(files)).needs).toMatchObject([{ service: 'postgres' }]);
  });

  it('is for the unit whose tests the job runs', async () => {
    const files = moduleAfter('      - uses: supercharge/mongodb-github-action@v1\n');
    const { units } = await profiled({ ...files, 'web/go.mod': 'module web\n', 'web/x_test.go': 'package web\n' });
    expect(units.map(({ directory, needs: found }) => [directory, found.map(({ service }) => service)])).toEqual([
      ['.', ['mongo']],
      ['web', []],
    ]);
  });
});

describe('A service container of a workflow', () => {
  it('may be written in one line with the others', async () => {
    const files = moduleAfter('');
    const text = `on: pull_request\njobs: { t: { runs-on: ubuntu-24.04, services: { r: { image: 'redis:7' } }, steps: [{ run: go test ./... }] } }\n`;
    expect((await theUnit({ ...files, '.github/workflows/ci.yml': text })).needs).toMatchObject([
      { service: 'redis', version: '7' },
    ]);
  });
});

describe('The folder that a job with containers works in', () => {
  const modules = (...names: readonly string[]): MemoryFiles =>
    Object.assign(
      {},
      ...names.map((name) => ({
        [`${name}/go.mod`]: `module ${name}\n\nrequire github.com/gocql/gocql v1.0.0\n`,
        [`${name}/a_test.go`]: 'package a\n',
      })),
    );
  const job = (steps: string, more = '') =>
    `jobs:\n  t:\n    runs-on: ubuntu-24.04\n${more}    services: { c: { image: 'cassandra:4' } }\n    steps:\n${steps}`;
  const found = async (files: MemoryFiles) =>
    (await profiled(files)).units.map(({ directory, needs: all }) => [directory, all.map(({ service }) => service)]);

  it('is that of each run of its matrix', async () => {
    const steps = '      - run: go test ./...\n        working-directory: ${{ matrix.module }}\n';
    const matrix = '    strategy: { matrix: { module: [a, b] } }\n';
    expect(
      await found({ ...modules('a', 'b', 'c'), '.github/workflows/ci.yml': `on: push\n${job(steps, matrix)}` }),
    ).toEqual([
      ['a', ['cassandra']],
      ['b', ['cassandra']],
      ['c', []],
    ]);
  });

  it('is that of each call of its workflow, and what an action of somebody else is told', async () => {
    const steps =
      '      - uses: acme/actions/task@v1\n        with:\n          working-directory: ${{ inputs.module }}\n          env: test\n';
    const called = `on: { workflow_call: { inputs: { module: { type: string } } } }\n${job(steps)}`;
    const call = (name: string) =>
      `on: pull_request\njobs:\n  x:\n    uses: ./.github/workflows/t.yml\n    with: { module: ${name} }\n`;
    const files = {
      ...modules('a', 'b', 'c'),
      '.github/workflows/t.yml': called,
      '.github/workflows/a.yml': call('a'),
      '.github/workflows/b.yml': call('b'),
    };
    expect(await found(files)).toEqual([
      ['a', ['cassandra']],
      ['b', ['cassandra']],
      ['c', []],
    ]);
  });
});
