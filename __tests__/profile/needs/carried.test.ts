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
      'The image acme/mail-catcher:latest has no tag that stays, so the container mail-catcher was left out: give it a tag or a digest in .github/workflows/ci.yml:7.',
    ]);
    expect(pipeline.unsupported.map(({ at }) => `${at?.file}:${at?.line}`)).toEqual(['.github/workflows/ci.yml:7']);
  });

  it('is not missed where the tests that it stands beside are run elsewhere', async () => {
    const files = beside(MAIL.replace(':2.1', ':latest'));
    const profile = await profiled(files);
    const checkedOut = (text: string) =>
      text.replace('    steps:\n', '    steps:\n      - uses: actions/checkout@v5\n');
    const ci = '.github/workflows/ci.yml';
    const covering = await profiled({ ...files, [ci]: checkedOut(String(files[ci])) });
    expect(generateOver(profile).pipeline.unsupported).toHaveLength(1);
    expect(generateOver(covering).pipeline.unsupported).toEqual([]);
  });
});
