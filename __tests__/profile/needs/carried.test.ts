import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { generateOver, jobsOver } from '../../generate/generating.ts';
import { linesOf, profiled, theUnit, warned } from '../profiled.ts';

const NODE = {
  'package.json': '{"name":"shop","scripts":{"test":"vitest run"},"devDependencies":{"vitest":"3.0.0"}}',
  'package-lock.json': '{"lockfileVersion":3}',
};

/** A workflow whose one job tests beside these containers. */
function beside(services: string, more = ''): MemoryFiles {
  const indented = services.trimEnd().replaceAll(/^/gm, '      ');
  return {
    ...NODE,
    '.github/workflows/ci.yml': `on: pull_request\n${more}jobs:\n  test:\n    runs-on: ubuntu-24.04\n    services:\n${indented}\n    steps:\n      - run: npm test\n`,
  };
}

async function containersOf(files: MemoryFiles) {
  const { needs } = await theUnit(files);
  return needs.map(({ because, ...need }) => need);
}

const MAIL = `mail:
  image: acme/mail-catcher:2.1
  env: { WEB_PORT: 1080 }
  ports: ["1080:1080", "127.0.0.1:10025:1025", 1143]
  options: --health-cmd "wget -q localhost:1080 || exit 1" --health-interval=5s --tmpfs /mail
  command: --verbose "--name=a b"
`;

describe('A server of no kind that is known', () => {
  it('is carried as a workflow puts it beside the tests', async () => {
    const unit = await theUnit(beside(MAIL));
    expect(unit.needs).toMatchObject([
      {
        service: 'mail-catcher',
        version: '2.1',
        environment: { WEB_PORT: '1080' },
        container: {
          image: 'acme/mail-catcher:2.1',
          ports: ['1080:1080', '127.0.0.1:10025:1025', '1143:1143'],
          options: [
            ['--health-cmd', 'wget -q localhost:1080 || exit 1'],
            ['--health-interval', '5s'],
            ['--tmpfs', '/mail'],
          ],
          entrypoint: null,
          command: '--verbose "--name=a b"',
        },
      },
    ]);
    expect(linesOf(unit.needs[0])).toEqual(['.github/workflows/ci.yml:7']);
  });

  it('stands beside the generated tests', async () => {
    const { coverage, ...profile } = await profiled(beside(MAIL));
    expect(jobsOver(profile)['node-test']?.services).toEqual({
      'mail-catcher': {
        image: 'acme/mail-catcher:2.1',
        env: { WEB_PORT: '1080' },
        ports: ['1080:1080', '127.0.0.1:10025:1025', '1143:1143'],
        options: '--health-cmd "wget -q localhost:1080 || exit 1" --health-interval 5s --tmpfs /mail',
        command: '--verbose "--name=a b"',
      },
    });
  });

  it('loses what no pull request should have, and says so', async () => {
    const files = beside(
      'vault:\n  image: acme/vault:1\n  env: { TOKEN: "${{ secrets.VAULT }}", ROOT: "${{ env.ROOT }}", MODE: "${{ vars.MODE }}" }\n  ports: ["8200:8200"]\n  options: --privileged -v /var/run/docker.sock:/var/run/docker.sock --cap-add IPC_LOCK\n  volumes: ["data:/data"]\n  credentials: { username: a, password: "${{ secrets.P }}" }\n',
      'env: { ROOT: root }\n',
    );
    expect(await containersOf(files)).toMatchObject([{ environment: { ROOT: 'root' }, container: { options: [] } }]);
    expect(warned(await profiled(files)).map((text) => text.replace(/^.*is made without /, ''))).toEqual([
      'MODE, which only its pipeline knows.',
      'the secret in TOKEN.',
      'the option --cap-add of its container.',
      'the option --privileged of its container.',
      'the option --volume of its container.',
      'its volumes.',
      'the login at its registry.',
    ]);
  });

  it('gets no option of Docker by what ends a word, or begins another one', async () => {
    const hostile =
      'x:\n  image: acme/x:1\n  options: --health-cmd "x y\\\\" --hostname "z --privileged -v /:/host " --workdir "a\\\\\\" --privileged \\"b"\n  entrypoint: \'sh" --privileged -v "/:/host\'\n  command: serve\n';
    const profile = await profiled(beside(hostile));
    const { coverage, ...known } = profile;
    expect(jobsOver(known)['node-test']?.services?.x).toEqual({
      image: 'acme/x:1',
      options: String.raw`--health-cmd "x y\\" --hostname "z --privileged -v /:/host" --workdir "a\\\" --privileged \"b"`,
    });
    expect(warned(profile)).toEqual([
      expect.stringMatching(/the container x is made without its entrypoint and command/),
    ]);
  });

  it('has no flag that is taken back', async () => {
    const options = '--read-only=false --privileged=false --init --no-healthcheck=true';
    expect(await containersOf(beside(`x:\n  image: acme/x:1\n  options: ${options}\n`))).toMatchObject([
      {
        container: {
          options: [
            ['--init', null],
            ['--no-healthcheck', null],
          ],
        },
      },
    ]);
  });

  it('is one of no more than anybody has', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `x${at}: { image: "acme/x${at}:1" }\n`).join('');
    expect(await containersOf(beside(many))).toHaveLength(50);
  });

  it('starts one program, which is told all else', async () => {
    const start = (text: string) => containersOf(beside(`x:\n  image: acme/x:1\n${text}`));
    expect(await start('  entrypoint: /bin/sh -c\n  command: "\\"a b\\""\n')).toMatchObject([
      { container: { entrypoint: '/bin/sh', command: '-c "a b"' } },
    ]);
    expect(await start('  entrypoint: serve\n')).toMatchObject([{ container: { entrypoint: 'serve', command: null } }]);
  });

  it('is started without what only the run knows, and that is said', async () => {
    const files = beside('x:\n  image: acme/x:1\n  command: serve ${{ vars.A }}\n  entrypoint: ${{ vars.B }}\n');
    expect(await containersOf(files)).toMatchObject([{ container: { entrypoint: null, command: null } }]);
    expect(warned(await profiled(files))).toEqual([
      expect.stringMatching(/without its command, which only its pipeline knows/),
      expect.stringMatching(/without its entrypoint, which only its pipeline knows/),
    ]);
  });

  it('is found by the tests as its pipeline tells them', async () => {
    const variables =
      'env: { SMTP_HOST: localhost, SMTP_PORT: 10025, MAIL_URL: "http://localhost:1080/inbox", OTHER_URL: "http://localhost:9999", IMAP_URL: "imap://127.0.0.1:${{ job.services.mail.ports[1143] }}" }\n';
    const steps = { '.github/workflows/ci.yml': String(beside(MAIL)['.github/workflows/ci.yml']) };
    const told = steps['.github/workflows/ci.yml'].replace('npm test', `npx vitest run\n        ${variables.trim()}`);
    const { commands } = await theUnit({ ...NODE, '.github/workflows/ci.yml': told });
    expect(commands.test.map(({ run }) => run)).toEqual([
      'SMTP_HOST=localhost SMTP_PORT=10025 MAIL_URL=http://localhost:1080/inbox IMAP_URL=imap://127.0.0.1:1143 npm test',
    ]);
  });

  it.each([
    ['a workflow that no change starts', 'on: pull_request', 'on: { schedule: [{ cron: "0 3 * * 1" }] }'],
    ['a job that tests nothing', 'npm test', 'npm run docs'],
    ['an image that only the run knows', 'acme/mail-catcher:2.1', '"${{ vars.IMAGE }}"'],
  ])('is none of %s', async (_, from, to) => {
    const workflow = String(beside(MAIL)['.github/workflows/ci.yml']).replace(from, to);
    expect(await containersOf({ ...NODE, '.github/workflows/ci.yml': workflow })).toEqual([]);
  });

  it('is none where tests run without it elsewhere', async () => {
    const alone = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: [{ run: npm test }]\n';
    expect(await containersOf({ ...beside(MAIL), '.github/workflows/more.yml': alone })).toEqual([]);
  });

  it('is one of the job that has most of what the unit is known to need', async () => {
    const job = (name: string, services: string) =>
      `  ${name}:\n    runs-on: ubuntu-24.04\n    services: { ${services} }\n    steps: [{ run: npm test }]\n`;
    const files = {
      ...NODE,
      '.github/workflows/ci.yml': `on: push\njobs:\n${job('a', 'x: { image: "acme/other:1" }')}${job('b', 'db: { image: "postgres:17" }, y: { image: "acme/queue:1", ports: ["99:99"] }')}`,
    };
    expect((await containersOf(files)).map(({ service }) => service)).toEqual(['postgres', 'queue']);
  });

  it('is left out where its image may be another one tomorrow, and that is said', async () => {
    const { coverage, ...profile } = await profiled(beside(MAIL.replace(':2.1', ':latest')));
    const { pipeline } = generateOver(profile);
    expect(pipeline.jobs.flatMap(({ containers }) => containers)).toEqual([]);
    expect(pipeline.unsupported.map(({ why }) => why)).toEqual([
      'The image acme/mail-catcher:latest may be another one tomorrow, so the container mail-catcher was left out: give it a tag or a digest in .github/workflows/ci.yml:7.',
    ]);
  });
});

describe('A server of a kind that is known', () => {
  const POSTGIS = 'db:\n  image: postgis/postgis:16-3.4\n  env: { POSTGRES_PASSWORD: x }\n  ports: ["5433:5432"]\n';

  it('keeps its own image, ports and health check', async () => {
    const { coverage, ...profile } = await profiled(beside(`${POSTGIS}  options: --health-cmd pg_isready\n`));
    expect(jobsOver(profile)['node-test']?.services).toEqual({
      postgres: {
        image: 'postgis/postgis:16-3.4',
        env: { POSTGRES_PASSWORD: 'x' },
        ports: ['5433:5432'],
        options: '--health-cmd pg_isready',
      },
    });
  });

  it('has a stand-in where its own image may be another one tomorrow', async () => {
    const { coverage, ...profile } = await profiled(beside(POSTGIS.replace(':16-3.4', '')));
    const { pipeline } = generateOver(profile);
    expect(pipeline.jobs.flatMap(({ containers }) => containers.map(({ image }) => image.split('@')[0]))).toEqual([
      'postgres:17',
    ]);
    expect(pipeline.unsupported.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^The image postgis\/postgis .* so postgres:17 stands in its place/),
    ]);
  });

  it('stands there twice, by names of their own, where its job has it twice', async () => {
    const two = 'one: { image: "redis:8", ports: ["6379:6379"] }\ntwo: { image: "redis:8", ports: ["6380:6379"] }\n';
    expect(await containersOf(beside(two))).toMatchObject([
      { service: 'redis' },
      { service: 'two', container: { ports: ['6380:6379'] } },
    ]);
  });

  it('has no password of ours where it is told to have none', async () => {
    const { coverage, ...profile } = await profiled(
      beside('db:\n  image: mysql:8.4\n  env: { MYSQL_ALLOW_EMPTY_PASSWORD: true }\n'),
    );
    expect(jobsOver(profile)['node-test']?.services?.mysql?.env).toEqual({ MYSQL_ALLOW_EMPTY_PASSWORD: 'true' });
  });
});

describe('A server that others put beside tests', () => {
  const MINIO = { service: 'minio', version: 'R1', environment: { MINIO_ROOT_USER: 'a' } };
  const CONTAINER = { image: 'minio/minio:R1', command: 'server /data' };

  it.each([
    [
      '.gitlab-ci.yml',
      'test:\n  services:\n    - name: minio/minio:R1\n      alias: store\n      command: [server, /data]\n      variables: { MINIO_ROOT_USER: a }\n  variables: { S3_URL: "http://store:9000" }\n  script: [npm test]\n',
    ],
    [
      '.circleci/config.yml',
      'jobs:\n  test:\n    docker:\n      - image: cimg/node:22.0\n      - image: minio/minio:R1\n        command: server /data\n        environment: { MINIO_ROOT_USER: a }\n    steps: [{ run: npm test }]\n',
    ],
    [
      '.woodpecker.yml',
      'steps:\n  test:\n    image: node:22\n    environment: { S3_URL: "http://store:9000" }\n    commands: [npm test]\nservices:\n  store:\n    image: minio/minio:R1\n    command: [server, /data]\n    environment: { MINIO_ROOT_USER: a }\n',
    ],
    [
      '.github/workflows/ci.yml',
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker run -d -p 9000:9000 -e MINIO_ROOT_USER=a minio/minio:R1 server /data\n      - run: npm test\n',
    ],
  ])('is carried from %s', async (file, text) => {
    expect(await containersOf({ ...NODE, [file]: text })).toMatchObject([{ ...MINIO, container: CONTAINER }]);
  });

  it('is not carried from a pipeline of Woodpecker whose steps run other things, or plugins alone', async () => {
    const beside = (steps: string) =>
      `steps:\n${steps}services:\n  server:\n    image: acme/scanner:1\n    ports: [10000]\n`;
    const of = (steps: string) => containersOf({ ...NODE, '.woodpecker/scan.yaml': beside(steps) });
    expect(await of('  scan:\n    image: acme/scanner:1\n    settings: { server: server }\n')).toEqual([]);
    expect(await of('  scan:\n    image: node:22\n    commands: [cd other, npm run scan]\n')).toEqual([]);
    expect(await of('  test:\n    image: node:22\n    commands: [npm ci, npm test]\n')).toHaveLength(1);
  });

  it('is carried from Azure and Bitbucket', async () => {
    const azure =
      'resources:\n  containers:\n    - container: store\n      image: acme/store:1\n      ports: ["9001:9000"]\n      env: { A: b }\n      options: --health-cmd ok\nservices: { store: store }\nsteps:\n  - script: npm test\n';
    expect(await containersOf({ ...NODE, 'azure-pipelines.yml': azure })).toMatchObject([
      { service: 'store', container: { ports: ['9001:9000'], options: [['--health-cmd', 'ok']] } },
    ]);
    const bitbucket =
      'definitions: { services: { mail: { image: "maildev/maildev:2.1.0", variables: { A: b } } } }\npipelines: { default: [{ step: { services: [mail], script: [npm test] } }] }\n';
    expect(await containersOf({ ...NODE, 'bitbucket-pipelines.yml': bitbucket })).toMatchObject([
      { service: 'maildev', environment: { A: 'b' }, container: { ports: ['1025:1025', '1080:1080'] } },
    ]);
  });
});

describe('Compose that a job brings up for tests', () => {
  const compose = `services:
  store:
    image: acme/store:1
    command: ["serve", "--all"]
    environment: { A: b }
    ports: ["9001:9000"]
    depends_on: [queue]
    healthcheck: { test: ["CMD", "store", "ready"], interval: 5s, retries: 3 }
  queue:
    image: acme/queue:2
    command: --config /etc/queue/q.conf
    volumes: ["./q.conf:/etc/queue/q.conf"]
    ports: [4000]
  viewer:
    image: acme/viewer:1
    ports: [8080]
`;
  const upBy = (command: string, more: MemoryFiles = {}) =>
    containersOf({
      ...NODE,
      'compose.yaml': compose,
      ...more,
      '.github/workflows/ci.yml': `on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${command}\n      - run: npm test\n`,
    });

  it('is what is named, and what that depends on', async () => {
    expect(await upBy('docker compose up -d store')).toMatchObject([
      {
        service: 'store',
        environment: { A: 'b' },
        container: {
          image: 'acme/store:1',
          ports: ['9001:9000'],
          command: 'serve --all',
          options: [
            ['--health-cmd', 'store ready'],
            ['--health-interval', '5s'],
            ['--health-retries', '3'],
          ],
        },
      },
      { service: 'queue', container: { ports: ['4000:4000'], command: null } },
    ]);
  });

  it('is all of a file of servers, and of a whole system the known ones alone', async () => {
    const names = async (more?: MemoryFiles) =>
      (await upBy('docker compose -f compose.yaml up --detach --wait', more)).map(({ service }) => service);
    expect(await names()).toEqual(['store', 'queue', 'viewer']);
    const whole = `${compose}  web:\n    build: .\n  cache:\n    image: redis:8\n`;
    const files = { 'compose.yaml': whole, Dockerfile: 'FROM node:22\n' };
    expect(await names(files)).toEqual(['redis']);
  });

  it('is nothing where it ends with its own tests', async () => {
    expect(await upBy('docker compose up --exit-code-from store')).toEqual([]);
  });
});

describe('Tests that start their servers themselves', () => {
  const POSTGRES = 'services:\n  db:\n    image: postgres:17\n    ports: ["5432:5432"]\n';
  const python = {
    'pyproject.toml':
      '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "shop"\ndependencies = ["psycopg"]\n',
    'src/shop/__init__.py': '',
    'tests/test_a.py': '',
    'compose.yaml': POSTGRES,
  };

  it.each(['tox.ini', 'tox.toml'])('need none beside them, also where that is said in %s', async (file) => {
    const before = {
      'tox.ini': 'commands_pre =\n    docker compose up -d db',
      'tox.toml': 'commands_pre = [["docker", "compose", "up", "-d"]]',
    }[file];
    const settings =
      file === 'tox.ini'
        ? '[testenv]\ndeps = pytest\ncommands = pytest\n'
        : '[env_run_base]\ncommands = [["pytest"]]\n';
    const needs = async (text: string) =>
      (await theUnit({ ...python, [file]: text })).needs.map(({ service }) => service);
    expect(await needs(settings)).toEqual(['postgres']);
    expect(await needs(`${settings}${before}\n`)).toEqual([]);
  });

  it('need none beside them where the task does that they are started by', async () => {
    const files = {
      'package.json':
        '{"name":"shop","scripts":{"test":"docker compose up -d && vitest run"},"dependencies":{"pg":"8"}}',
      'package-lock.json': '{"lockfileVersion":3}',
      'compose.yaml': POSTGRES,
    };
    expect((await theUnit(files)).needs).toEqual([]);
  });
});
