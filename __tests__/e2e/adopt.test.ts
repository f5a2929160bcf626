import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryRepository } from '../fakes/repository.ts';

const CI = `name: ci
on:
  pull_request:
  push:
    branches: [main, next]
  schedule:
    - cron: "0  3 * * 1"
  workflow_call:
jobs:
  test:
    runs-on: \${{ matrix.os }}
    timeout-minutes: 12
    strategy:
      matrix:
        os: [ubuntu-latest, macos-latest]
        node: [22, 24]
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v6
        with:
          node-version: \${{ matrix.node }}
      - run: npm ci
      - run: npm test
      - run: npm run licences
      - run: ./deploy.sh
        env: { TOKEN: "\${{ secrets.DEPLOY_TOKEN }}" }
`;
const RELEASE = `on:
  push:
    tags: ["v*"]
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: docker/build-push-action@v6
        with:
          context: .
          push: true
          tags: ghcr.io/octo/shop:latest
          platforms: linux/amd64,linux/arm64
  package:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm publish
`;
const FILES = {
  'package.json': JSON.stringify(
    { name: 'shop', scripts: { lint: 'eslint .', test: 'node --test', licences: 'licence-checker' } },
    null,
    2,
  ),
  'package-lock.json': '{}',
  'a.test.js': '',
  Dockerfile: 'FROM node:24\nEXPOSE 8080\nCMD ["node", "a.js"]\n',
  '.github/workflows/ci.yml': CI,
  '.github/workflows/release.yml': RELEASE,
};
/** All of it is understood. */
const PLAIN = `on: pull_request
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm ci && npm test
`;
/** Variables stand before the programs, as where a virtual environment may be there. */
const SCRIPTED = {
  'pyproject.toml':
    '[project]\nname = "a"\nrequires-python = ">=3.12"\n\n[tool.ruff]\n\n[tool.mypy]\n\n[tool.pytest.ini_options]\n',
  'requirements.txt': 'ruff\nmypy\npytest\n',
  'tests/test_a.py': '',
  'scripts/check': {
    executable:
      '#!/bin/sh -e\nexport SOURCES="a tests"\n./scripts/sync\n${PREFIX}mypy $SOURCES\n${PREFIX}ruff check $SOURCES\n',
  },
  'scripts/sync': { executable: '#!/bin/sh\n[ "$A" = "$B" ] || exit 1\nsync-it\n' },
  'scripts/test': { executable: '#!/bin/sh\nset -ex\n${PREFIX}coverage run -m pytest "$@"\n' },
  '.github/workflows/ci.yml': `on:
  pull_request:
    branches: [main, "version-*"]
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 7
    strategy: { matrix: { python: ["3.12", "3.13"] } }
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with: { python-version: "\${{ matrix.python }}" }
      - run: scripts/check
      - run: scripts/test
`,
};
const CONFIGURATION = '.github/agent-generate.yml';

describe('adopt', () => {
  it('prints the request that the workflows are, each intent with its line, and tells what it could not say', async () => {
    await using repository = temporaryRepository(FILES);
    const { code, stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('    - '))).toEqual([
      '    - { kind: trigger, on: pull_request, ensure: true } # from ci.yml:3',
      '    - { kind: trigger, on: push, ensure: true, branches: [main, next] } # from ci.yml:4',
      '    - { kind: trigger, on: tag, ensure: true, tags: ["v*"] } # from release.yml:3',
      '    - { kind: trigger, on: schedule, ensure: true, cron: "0 3 * * 1" } # from ci.yml:7',
      '    - { kind: check, for: { all: true }, check: test, ensure: true } # from ci.yml:23',
      '    - { kind: matrix, for: { all: true }, tool: node, versions: ["22", "24"] } # from ci.yml:21',
      '    - { kind: matrix, for: { all: true }, systems: [linux, macos] } # from ci.yml:11',
      '    - { kind: timeout, for: { all: true }, minutes: 12 } # from ci.yml:12',
      '    - { kind: image, for: { all: true }, push: tag, registry: ghcr.io, platforms: [linux/amd64, linux/arm64] } # from release.yml:9',
      '    - { kind: publish, for: { all: true }, registry: npm, on: tag } # from release.yml:19',
      '    - { kind: custom, for: { all: true }, name: "Run licences", command: "npm run licences" } # from ci.yml:24',
    ]);
    expect(stdout).toContain('settings:\n  existing: replace\n');
    expect(stdout).not.toContain('yaml-language-server');
    expect(stderr).toContain('ci.yml:8  the event workflow_call starts it');
    expect(stderr).toContain('ci.yml:10  secrets: DEPLOY_TOKEN');
    expect(stderr).toContain('ci.yml:25  commands that are no check known here');
    expect(stderr).toContain(
      'ci.yml:24  whether this or another step runs the lint of the root could not be told; it comes in addition',
    );
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('writes what generate makes a proven pipeline of', async () => {
    await using repository = temporaryRepository(FILES);
    const { code, stdout } = runCli(['adopt', '--repository', repository.path, '--write']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Written: .*agent-generate\.yml\n/);
    repository.commit();
    const answer = runJson<Answer>([
      'generate',
      '--repository',
      repository.path,
      '--base',
      'HEAD',
      '--write',
      '--json',
    ]);
    expect(answer).toMatchObject({ source: 'accepted-request', fallback: null, report: { verdict: 'pass' } });
    const workflow = readFileSync(join(repository.path, '.github/workflows/generated.yml'), 'utf8');
    expect(workflow).toContain('run: npm test');
    expect(workflow).toContain('npm run lint');
  });

  it.each([
    ['the script', {}, ''],
    [
      'something that checks nothing',
      {},
      '      - run: echo "$A" && git fetch\n      - uses: actions/upload-artifact@v5\n',
    ],
    ['a script that is understood', { 'go.sh': '#!/bin/sh\nnpm test\n' }, '      - run: sh go.sh\n'],
  ])('takes a check away only where no workflow can run it: all run %s', async (_, more, steps) => {
    await using repository = temporaryRepository({ ...FILES, ...more, '.github/workflows/ci.yml': PLAIN + steps });
    const { stdout } = runCli(['adopt', '--repository', repository.path]);
    expect(stdout).toContain('check: lint, ensure: false } # no workflow runs this command');
  });

  it.each([
    ['a script that is not understood', { 'go.sh': '#!/bin/sh\n$CHECK\n' }, '      - run: sh go.sh\n'],
    ['a script that is not there', {}, '      - run: ./go.sh\n'],
    ['a program that nobody knows', {}, '      - run: if [ -n "$A" ]; then checker .; fi\n'],
    ['an action of its own', {}, '      - uses: ./.github/actions/check\n'],
    ['another workflow', {}, '  more:\n    uses: ./.github/workflows/other.yml\n'],
  ])('takes no check away where a workflow runs %s', async (_, more, steps) => {
    await using repository = temporaryRepository({ ...FILES, ...more, '.github/workflows/ci.yml': PLAIN + steps });
    const { stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(stdout).not.toContain('ensure: false');
    expect(stderr).toMatch(/ci\.yml:\d+ {2}whether this or another step runs the lint of the root could not be told/);
  });

  it('sees through scripts, with what they are given by variables, and keeps the versions and branches', async () => {
    await using repository = temporaryRepository(SCRIPTED);
    const { code, stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('    - '))).toEqual([
      '    - { kind: trigger, on: pull_request, ensure: true, branches: [main, "version-*"] } # from ci.yml:2',
      '    - { kind: check, for: { all: true }, check: lint, ensure: true } # from ci.yml:13, there with other options',
      '    - { kind: check, for: { all: true }, check: typecheck, ensure: true } # from ci.yml:13, there with other options',
      '    - { kind: check, for: { all: true }, check: test, ensure: true } # from ci.yml:14, there with other options',
      '    - { kind: matrix, for: { all: true }, tool: python, versions: ["3.12", "3.13"] } # from ci.yml:12',
      '    - { kind: timeout, for: { all: true }, minutes: 7 } # from ci.yml:7',
    ]);
    expect(stderr).toContain('ci.yml:13  what else these commands do');
  });

  it('lists what it cannot say of jobs whose tests are not known', async () => {
    const ci = SCRIPTED['.github/workflows/ci.yml']
      .replace('scripts/test', 'unknown')
      .replace('scripts/check', 'unknown');
    await using repository = temporaryRepository({ ...SCRIPTED, '.github/workflows/ci.yml': ci });
    const { stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(stdout).not.toContain('ensure: false');
    expect(stderr).toContain('ci.yml:12  versions of python in a job whose tests are not known: 3.12, 3.13');
    expect(stderr).toContain('no check is known: pull_request main version-*');
    expect(stderr).toContain('the minutes of a job that other jobs do not share: 7');
    expect(stderr).toContain(
      'ci.yml:13  whether this or another step runs the lint, typecheck, test of the root could not be told; they come in addition',
    );
  });

  it('writes nothing over another configuration, and says that its own is there', async () => {
    await using repository = temporaryRepository(FILES);
    const adopt = () => runCli(['adopt', '--repository', repository.path, '--write']);
    adopt();
    expect(adopt()).toMatchObject({ code: 0, stdout: `${CONFIGURATION} says this already.\n` });
    repository.write({ [CONFIGURATION]: 'version: 1\n' });
    const { code, stderr } = adopt();
    expect(code).toBe(2);
    expect(stderr).toContain('error CONFIGURATION_EXISTS');
    expect(readFileSync(join(repository.path, CONFIGURATION), 'utf8')).toBe('version: 1\n');
  });

  it('says in one sentence that there is nothing to adopt', async () => {
    await using repository = temporaryRepository({ 'go.mod': 'module example.com/a\n\ngo 1.26.0\n' });
    const { code, stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error NOTHING_TO_ADOPT: The repository has no workflow of GitHub/);
  });

  it('writes nothing where no intent says anything of what the workflows do, and tells what that is', async () => {
    await using repository = temporaryRepository({
      'go.mod': 'module example.com/a\n\ngo 1.26.0\n',
      '.github/workflows/deploy.yml':
        'on: workflow_dispatch\njobs:\n  up:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ship-it --now\n',
    });
    const { code, stdout, stderr } = runCli(['adopt', '--write', '--repository', repository.path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('deploy.yml:6  commands that are no check known here');
    expect(stderr).toMatch(/^error NOTHING_TO_ADOPT: Nothing of what the workflows do can be said as an intent\.$/m);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('goes on with workflows that are broken', async () => {
    await using repository = temporaryRepository({ ...FILES, '.github/workflows/bad.yml': 'jobs: [\n' });
    const { code, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(code).toBe(0);
    expect(stderr).toContain('bad.yml:1  the file has no jobs that can be read');
  });

  it.each([
    ['is broken', 'jobs: [\n'],
    ['is longer than anybody’s', `${PLAIN}${'#'.repeat(1_000_000)}\n`],
  ])('takes no check away beside a workflow that %s', async (_, bad) => {
    const files = { ...FILES, '.github/workflows/ci.yml': PLAIN, '.github/workflows/bad.yml': bad };
    await using repository = temporaryRepository(files);
    const { stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(stdout).not.toContain('ensure: false');
    expect(stderr).toContain('bad.yml:1  whether this or another step runs the lint of the root could not be told');
  });
});

interface Answer {
  readonly source: string;
  readonly fallback: unknown;
  readonly report: { readonly verdict: string };
}
