import { describe, expect, it } from 'vitest';
import type { NameFilter } from '../../../src/domain/coverage.ts';
import { commandKey } from '../../../src/profile/called/same.ts';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { profiled } from '../profiled.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'a_test.go': 'package a\n', 'a/go': '' };
const CHECKOUT = '      - uses: actions/checkout@v5\n';

interface Shape {
  readonly on?: string;
  readonly job?: string;
  readonly before?: string;
  readonly step?: string;
}

/** A workflow whose one job tests Go, on line 8 where nothing else is given. */
function workflow({
  on = 'on: pull_request',
  job = '',
  before = CHECKOUT,
  step = '      - run: go test ./...',
}: Shape) {
  const head = `${on}\njobs:\n  test:\n    runs-on: ubuntu-latest\n`;
  return `${head}${job}    steps:\n${before}${step}\n`;
}

/** The tests behind a checkout of what an expression names. */
function ref(name: string): Shape {
  return { before: `${CHECKOUT}        with: { ref: '\${{ github.${name} }}' }\n` };
}

function scripted(...lines: string[]): Shape {
  return { step: ['      - run: |', ...lines.map((line) => `          ${line}`)].join('\n') };
}

/** What runs beside what is covered, and when. */
async function conditional(shape: Shape): Promise<unknown[]> {
  const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': workflow(shape) });
  expect(coverage?.runs ?? []).toEqual([]);
  return (coverage?.conditional ?? []).map(({ condition }) => condition);
}

async function covered(shape: Shape, files: MemoryFiles = GO): Promise<string[]> {
  const { coverage } = await profiled({ ...files, '.github/workflows/ci.yml': workflow(shape) });
  return (coverage?.runs ?? []).flatMap((run) =>
    run.kind === 'task'
      ? []
      : `${run.kind === 'command' ? run.run : run.service} in ${run.directory} by ${run.by.file}:${run.by.line}`,
  );
}

const TESTED = ['go test ./... in . by .github/workflows/ci.yml:7'];

describe('What a workflow of the repository runs now and then', () => {
  it('is a check that a script of it mends, where it tells nothing of that', async () => {
    const scripts = { lint: 'eslint "{src,apps}/**/*.ts" --fix', format: 'prettier --check .' };
    const { coverage } = await profiled({
      'package.json': JSON.stringify({ scripts, devDependencies: { eslint: '9', prettier: '3' } }, null, 1),
      ...{ 'package-lock.json': '{}', '.eslintrc.json': '{}', '.prettierrc': '' },
      '.github/workflows/ci.yml': workflow(scripted('npm ci', 'npm run lint', 'npm run format')),
    });
    expect(coverage?.conditional).toMatchObject([
      {
        ...{ kind: 'command', run: 'npx eslint "{src,apps}/**/*.ts"', directory: '.', by: { line: 9 } },
        condition: { kind: 'mended', name: 'npm run lint' },
      },
    ]);
  });

  it('is no script that writes and is itself what is generated', async () => {
    const scripts = { build: 'codegen --write && vite build' };
    const { coverage } = await profiled({
      'package.json': JSON.stringify({ scripts, devDependencies: { vite: '7' } }, null, 1),
      'package-lock.json': '{}',
      '.github/workflows/ci.yml': workflow(scripted('npm ci', 'npm run build')),
    });
    expect(coverage?.runs.length).toBeGreaterThan(0);
    expect(coverage?.conditional).toEqual([]);
  });

  it.each([
    ['pushes alone start it', { on: 'on: push' }, { kind: 'push' }],
    ['pushes to a branch start it', { on: 'on:\n  push:\n    branches: [main]' }, { kind: 'push' }],
    [
      'its job has a condition',
      { job: "    if: ${{ github.repository == 'a/b' }}\n" },
      { kind: 'condition', name: "github.repository == 'a/b'" },
    ],
    [
      'its step has one',
      { step: '      - run: go test ./...\n        if: ${{ !cancelled() && vars.A }}' },
      { kind: 'condition', name: '!cancelled() && vars.A' },
    ],
  ] satisfies [string, Shape, unknown][])('is told with what must come about: %s', async (_, shape, expected) => {
    expect(await conditional(shape)).toEqual([expected]);
  });

  it.each([
    ['tags start it', { on: 'on:\n  push:\n    tags: [v*]' }],
    ['a clock starts it', { on: 'on: { schedule: [{ cron: "1 2 * * *" }] }' }],
    ['no pull request meets its condition', { job: "    if: github.event_name == 'push'\n" }],
    ['it may fail', { job: '    if: vars.A\n    continue-on-error: true\n' }],
    ['it runs after a failure', { step: '      - run: go test ./...\n        if: failure()' }],
    ['it waits for a job that is not there', { job: '    needs: gate\n' }],
  ] satisfies [string, Shape][])('is nothing where %s', async (_, shape) => {
    expect(await conditional(shape)).toEqual([]);
  });
});

describe('What a workflow of the repository covers', () => {
  it('is the same command in the same folder, with the line of the step', async () => {
    expect(await covered({})).toEqual(TESTED);
  });

  it.each([
    'git checkout -b main',
    'git checkout -- go.sum',
    'git fetch origin main',
    'git checkout ${{ github.sha }}',
    'git diff origin/main',
    'git reset --soft origin/main',
  ])('is what stands behind a call that leaves the files of the change: %s', async (run) => {
    const found = await covered({ before: `${CHECKOUT}      - run: ${run}\n` });
    expect(found).toEqual(['go test ./... in . by .github/workflows/ci.yml:8']);
  });

  it.each([
    ['a list of events', { on: 'on: [push, pull_request]' }],
    ['the usual types', { on: 'on:\n  pull_request:\n    types: [opened, synchronize, reopened]' }],
    ['a condition that holds on a pull request', { job: "    if: github.event_name != 'schedule'\n" }],
    [
      'a checkout of the head',
      { before: `${CHECKOUT}        with: { ref: '\${{ github.event.pull_request.head.sha }}' }\n` },
    ],
    [
      'a checkout of the branch where it is from',
      {
        before: `${CHECKOUT}        with: { ref: '\${{ github.head_ref }}', repository: '\${{ github.event.pull_request.head.repo.full_name }}' }\n`,
      },
    ],
    ['options that only tell more', { step: '      - run: go test -v -coverprofile c.out ./...' }],
    ['a matrix with a run on Linux', { job: '    strategy: { matrix: { os: [windows-latest, ubuntu-latest] } }\n' }],
    ['an apostrophe in a comment', scripted("# don't stop here", "go test ./... # it's all")],
    ['quotes that are closed, and escaped ones', scripted(`echo "it's" 'a "b"' \\"`, 'go test ./...')],
    ['a user who may do everything', { step: '      - run: sudo -E go test ./...' }],
    [
      'such a user, whose variables are handed on',
      { step: '      - run: sudo env "PATH=$PATH" GOROOT=${GOROOT} go test ./... -race' },
    ],
    ['an environment before it', scripted('. .venv/bin/activate', 'source ~/.bashrc', 'go test ./...')],
    ['another folder and back', scripted('mkdir -p a && cd a && cd .. && go test ./...', 'echo done')],
    ['what waits for it in the last line', scripted('echo; npm ci && go test ./... && echo done')],
    ['what it waits for at the end of a line', scripted('true &&', 'go test ./...')],
    [
      'a condition that a run of the matrix meets',
      {
        job: '    strategy: { matrix: { go: ["1.25", "1.26"], include: [{ go: "1.26", cover: true }] } }\n',
        step: '      - run: go test ./...\n        if: ${{ !matrix.cover }}',
      },
    ],
    [
      'a matrix from which something is excluded',
      { job: '    strategy: { matrix: { go: ["1.25", "1.26"], exclude: [{ go: "1.25" }] } }\n' },
    ],
    ['a condition that only looks at what went before', { job: '    if: ${{ !cancelled() }}\n' }],
    ['a condition that asks for another branch', { job: "    if: github.ref != 'refs/heads/l10n'\n" }],
    [
      'a condition that leaves pull requests to pushes, but for those of forks',
      {
        on: 'on: [push, pull_request]',
        job: "    if: github.event_name == 'push' || github.event.pull_request.head.repo.full_name != github.repository\n",
      },
    ],
    [
      'a condition that the job before it went well',
      {
        job: "    needs: a\n    if: needs.a.result == 'success'\n",
        step: '      - run: go test ./...\n  a:\n    runs-on: ubuntu-latest\n    steps: [{ run: make }]',
      },
    ],
    [
      'a condition that a step before it went well',
      {
        before: `${CHECKOUT}      - id: Install\n        run: make tools\n`,
        step: "      - run: go test ./...\n        if: always() && steps.install.outcome == 'success'",
      },
    ],
  ] satisfies [string, Shape][])('is so with %s', async (_, shape) => {
    expect((await covered(shape)).map((run) => run.replace(/:\d+$/, ''))).toEqual([
      'go test ./... in . by .github/workflows/ci.yml',
    ]);
  });

  it.each([
    ['no trigger for pull requests', { on: 'on: push' }],
    ['a trigger that has the base’s code', { on: 'on: pull_request_target' }],
    ['types that leave later pushes out', { on: 'on:\n  pull_request:\n    types: [opened]' }],
    ['a job that may fail', { job: '    continue-on-error: true\n' }],
    ['a job that may fail at times', { job: '    continue-on-error: ${{ matrix.new }}\n' }],
    ['a job of another event', { job: "    if: github.event_name == 'push'\n" }],
    ['a condition that only the run knows', { job: "    if: needs.changes.outputs.go == 'true'\n" }],
    ['a step that may fail', { step: '      - run: go test ./...\n        continue-on-error: true' }],
    ...['on:\n  pull_request:\n  push:\n    branches: [main]', 'on: pull_request'].map((on): [string, Shape] => [
      'a condition that leaves pull requests to pushes which do not come',
      { on, job: "    if: github.event_name == 'push' || github.event.pull_request.head.repo.fork\n" },
    ]),
    [
      'another choice between pushes and pull requests beside it',
      {
        on: 'on: [push, pull_request]',
        job: "    if: github.event_name == 'push' || github.event.pull_request.head.repo.fork\n",
        step: "      - run: go test ./...\n        if: github.event_name == 'pull_request'",
      },
    ],
    [
      'a condition for pull requests of forks alone',
      { on: 'on: [push, pull_request]', job: '    if: github.event.pull_request.head.repo.fork\n' },
    ],
    [
      'a condition for pull requests of the same repository',
      {
        on: 'on: [push, pull_request]',
        job: '    if: github.event.pull_request.head.repo.full_name == github.repository\n',
      },
    ],
    [
      'a step that waits for one that may fail',
      {
        before: `${CHECKOUT}      - id: tools\n        run: make tools\n        continue-on-error: true\n`,
        step: "      - run: go test ./...\n        if: steps.tools.outcome == 'success'",
      },
    ],
    [
      'a step that waits for one behind it',
      {
        step: "      - run: go test ./...\n        if: steps.later.outcome == 'success'\n      - id: later\n        run: a",
      },
    ],
    ['another user than who may do everything', { step: '      - run: sudo -u app go test ./...' }],
    ['a variable that is not as it was', { step: '      - run: sudo env "GOFLAGS=$FLAGS" go test ./...' }],
    ['a step under a condition', { step: "      - run: go test ./...\n        if: github.actor != 'a'" }],
    ['a job that somebody must let go', { job: '    environment: production\n' }],
    ['a job that waits for one that may be skipped', { job: '    needs: gate\n' }],
    [
      'a matrix that is made while it runs',
      { job: '    strategy: { matrix: "${{ fromJSON(needs.a.outputs.m) }}" }\n' },
    ],
    [
      'a matrix from which all is excluded',
      { job: '    strategy: { matrix: { go: ["1.25"], exclude: [{ go: "1.25" }] } }\n' },
    ],
    [
      'a matrix from which something is excluded that only the run knows',
      { job: '    strategy: { matrix: { go: ["1.25", "1.26"], exclude: [{ go: "${{ vars.OLD }}" }] } }\n' },
    ],
    [
      'a condition that no run of the matrix meets',
      {
        job: '    strategy: { matrix: { go: ["1.25"] } }\n',
        step: "      - run: go test ./...\n        if: matrix.go == '1.26'",
      },
    ],
    [
      'a condition that the matrix leaves open',
      {
        job: '    strategy: { matrix: { go: ["1.25"] } }\n',
        step: '      - run: go test ./...\n        if: matrix.cover',
      },
    ],
    ...[
      ['a number that counts as no', '{ run: [0] }', 'matrix.run'],
      ['a text that is equal to it', '{ skip: ["true"] }', "matrix.skip != 'true'"],
      ['a text that is filled', '{ skip: ["false"] }', '${{ !matrix.skip }}'],
      ['an expression', '{ run: ["${{ github.actor }}"] }', "matrix.run != 'a'"],
      ['a list', '{ include: [{ a: 1, skip: [b] }, { a: 2, skip: b }] }', '${{ !matrix.skip }}'],
      [
        'something too long',
        `{ include: [{ a: 1, skip: ${'b'.repeat(600)} }, { a: 2, skip: b }] }`,
        'matrix.a == 1 && !matrix.skip',
      ],
      ['an object', '{ include: [{ a: 1, skip: { b: c } }, { a: 2, skip: b }] }', 'matrix.a == 1 && !matrix.skip'],
      ['a name with a dot', '{ include: [{ a.b: c }] }', "matrix.a.b == 'c'"],
      ['a name that stands for all', '{ include: [{ "*": abc }] }', "contains(matrix.*, 'b')"],
      [
        'what is beside an object that it is not',
        '{ p: [{ a: 1 }], os: [x], include: [{ p: { a: 1, b: 2 }, run: true }] }',
        "matrix.run && matrix.os == 'x'",
      ],
    ].map(([what, matrix, condition]): [string, Shape] => [
      `a condition on a value of the matrix: ${what}`,
      {
        job: `    strategy: { matrix: ${matrix} }\n`,
        step: `      - run: go test ./...\n        if: ${condition}`,
      },
    ]),
    ['a strategy that is made while it runs', { job: '    strategy: "${{ fromJSON(vars.STRATEGY) }}"\n' }],
    [
      'a matrix from which something is excluded that only the run may have',
      { job: '    strategy: { matrix: { os: ["${{ vars.OS }}"], exclude: [{ os: a }] } }\n' },
    ],
    [
      'a matrix from which a name in other letters is excluded',
      { job: '    strategy: { matrix: { go: ["1.25"], exclude: [{ GO: "1.25" }] } }\n' },
    ],
    [
      'more that is excluded than is read',
      {
        job: `    strategy: { matrix: { go: [a], exclude: [${'{ go: b }, '.repeat(300)} { go: a }] } }\n`,
      },
    ],
    [
      'a checkout of something else beside other steps',
      {
        before: `${CHECKOUT}      - parallel:\n          - uses: actions/checkout@v5\n            with: { repository: a/b }\n`,
      },
    ],
    [
      'a step that another one calls off',
      { step: '      - run: go test ./...\n        id: a\n        background: true\n      - cancel: a' },
    ],
    ['a step that others do not wait for', { step: '      - run: go test ./...\n        background: true' }],
    ...['a', '.', './', '../other', '${{ inputs.there }}', 'a/b'].map((path): [string, Shape] => [
      `a second checkout of something else into ${path}`,
      { before: `${CHECKOUT}${CHECKOUT}        with: { repository: other/one, path: "${path}" }\n` },
    ]),
    ...[
      'git checkout main',
      'git fetch origin main && git checkout origin/main -- .',
      'git reset --hard origin/main',
      'git switch "$GITHUB_BASE_REF"',
      'git checkout -b old HEAD~1',
      'git -c advice.detachedHead=false checkout ${{ github.event.pull_request.base.sha }}',
    ].map((run): [string, Shape] => [
      `what another commit has, by ${run}`,
      { before: `${CHECKOUT}      - run: ${run}\n` },
    ]),
    ['what another commit has, in the same step', scripted('git checkout main', 'go test ./...')],
    ['a branch that a fork may have called as another one', ref('head_ref')],
    ['such a branch, by its other name', ref('event.pull_request.head.ref || github.ref_name')],
    ['no checkout', { before: '' }],
    ['a checkout of something else', { before: `${CHECKOUT}        with: { repository: other/one }\n` }],
    ['a checkout at another place', { before: `${CHECKOUT}        with: { path: there }\n` }],
    ['a failure that is passed over', { step: '      - run: go test ./... || true' }],
    ['a shell that goes on', { step: '      - run: |\n          set +e\n          go test ./...' }],
    ['another shell', { step: '      - run: go test ./...\n        shell: pwsh' }],
    [
      'an end before it',
      { step: '      - run: |\n          if [ -z "$A" ]; then exit 0; fi\n          go test ./...' },
    ],
    [
      'a failure that && forgives',
      { step: '      - run: |\n          go test ./... && echo done\n          echo more' },
    ],
    ['a shell that goes on, told so together with something else', scripted('set -o pipefail +e', 'go test ./...')],
    ['a text of several lines', scripted("echo '", 'go test ./...', "'")],
    ['a text of several lines, opened in a word', scripted('echo a"', 'go test ./...', '" b')],
    ['a document whose end stands behind an escape', scripted('cat << \\EOF', 'go test ./...', 'EOF')],
    ['something that is enough by itself', scripted('true ||', 'go test ./...')],
    ['a failure that && at the end of a line forgives', scripted('go test ./... &&', 'echo done', 'echo more')],
    ['a checkout of something else, in capitals', { before: `${CHECKOUT}        with: { Repository: other/one }\n` }],
    ['a variable that only the run knows', { job: '    env: { GOFLAGS: "${{ inputs.flags }}" }\n' }],
    [
      'variables that only the run knows',
      { step: '      - run: go test ./...\n        env: ${{ fromJSON(inputs.all) }}' },
    ],
    ['other programs', { job: '    env: { PATH: ./bin }\n' }],
    ['a script before each script', { on: 'on: pull_request\nenv: { BASH_ENV: ./a.sh }' }],
    ['a document behind another one', scripted('cat <<A <<B', 'A', 'go test ./...', 'B')],
    ['a document whose end is written in pieces', scripted(`cat <<E'OF'`, 'E', 'go test ./...', 'EOF')],
    ['a condition before it', scripted('[ "$FULL" = 1 ] && go test ./...', 'echo done')],
    ['a condition in plain words before it', scripted('test -n x && go test ./...', 'echo done')],
    ['something before it that fails and is forgiven', scripted('false && go test ./...', 'echo done')],
    ['a failure that is forgiven before the last command', scripted('go test ./... && echo done; true')],
    ['a group that does not run', scripted('false && { echo; go test ./...; }; true')],
    ['its own words behind a failure that is forgiven', scripted('go test ./... && echo go test ./...', 'true')],
    ['what says at the end what comes of it', scripted("trap 'exit 0' EXIT", 'go test ./...')],
    ['a function of the name of its program', scripted('go() { true; }', 'go test ./...')],
    ['a script of the repository that is read before it', scripted('source ./lib.sh', 'go test ./...')],
    ...[
      ['a variable that a step leaves', 'echo "GOFLAGS=-run=One" >> $GITHUB_ENV'],
      ['variables of a file that a step leaves', 'cat .env >> "$GITHUB_ENV"'],
      ['programs of the repository that a step puts before others', 'echo "$PWD/a" >> $GITHUB_PATH'],
    ].map(([what = '', run]): [string, Shape] => [what, { before: `${CHECKOUT}      - run: ${run}\n` }]),
    ['a pipe', { step: '      - run: go test ./... | tee log' }],
    ['fewer packages', { step: '      - run: go test ./pkg/...' }],
    ['fewer tests', { step: '      - run: go test -run TestOne ./...' }],
    ['another folder', { step: '      - run: go test ./...\n        working-directory: sub' }],
    ['a variable that changes it', { step: '      - run: GOFLAGS=-run=One go test ./...' }],
  ] satisfies [string, Shape][])('is nothing with %s', async (_, shape) => {
    expect(await covered(shape)).toEqual([]);
  });

  it('is so behind a step that leaves nothing which changes it', async () => {
    const left = [
      'echo "PORT=80" >> $GITHUB_ENV',
      'echo "$HOME/.local/bin" >> $GITHUB_PATH',
      'echo "$PWD/b" >> $GITHUB_PATH',
    ];
    for (const run of left)
      expect(await covered({ before: `${CHECKOUT}      - run: ${run}\n` })).toEqual([
        'go test ./... in . by .github/workflows/ci.yml:8',
      ]);
  });

  it('is so with a variable that spares a download, and not with one that skips checks', async () => {
    const files = { 'package.json': '{"scripts":{"lint":"eslint ."}}', 'package-lock.json': '{}' };
    const shape = (name: string) => ({ job: `    env: { ${name}: "1" }\n`, step: '      - run: npm run lint' });
    expect(await covered(shape('PUPPETEER_SKIP_DOWNLOAD'), files)).toHaveLength(1);
    expect(await covered(shape('SKIP_PREFLIGHT_CHECK'), files)).toHaveLength(1);
    expect(await covered(shape('SHOP_SKIP_CHECKS'), files)).toEqual([]);
    expect(await covered(shape('SKIP_LINT_CHECK'), files)).toEqual([]);
  });

  it('is an environment of tox, whoever starts that', async () => {
    const python = {
      'pyproject.toml': '[build-system]\nrequires = ["a"]\n[project]\nname = "a"\n',
      'src/a/__init__.py': '',
      'tests/test_a.py': '',
      'tox.ini': '[testenv]\ncommands = pytest\n',
    };
    for (const run of ['tox -e py', 'python -m tox -e py', 'pipx run tox run -e py'])
      expect(await covered({ step: `      - run: ${run}` }, python)).toEqual([
        'tox -e py in . by .github/workflows/ci.yml:7',
      ]);
    expect(await covered({ step: '      - run: tox -e lint' }, python)).toEqual([]);
  });

  it('is what tests a solution of .NET, restored and built before or not', async () => {
    const project =
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>';
    const files = {
      'Shop.slnx': '<Solution><Project Path="Shop.csproj" /></Solution>',
      'Shop.csproj': `${project}<ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>`,
    };
    const step = '      - run: dotnet test ./Shop.slnx --configuration Release --no-build --logger trx';
    expect(await covered({ step }, files)).toEqual([
      'dotnet test Shop.slnx --no-restore -c Release in . by .github/workflows/ci.yml:7',
    ]);
  });

  it('is nothing on Windows or macOS alone, and nothing on a machine that is not known', async () => {
    const machine = async (label: string) => {
      const text = workflow({}).replace('ubuntu-latest', label);
      return (await profiled({ ...GO, '.github/workflows/ci.yml': text })).coverage;
    };
    expect(await Promise.all(['windows-latest', 'macos-15', 'self-hosted'].map(machine))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await machine('[self-hosted, linux]')).toBeDefined();
  });

  it('is nothing in a file that is broken, and nothing in what we have generated', async () => {
    expect((await profiled({ ...GO, '.github/workflows/ci.yml': `${workflow({})}  - : {` })).coverage).toBeUndefined();
    expect((await profiled({ ...GO, '.github/workflows/generated.yml': workflow({}) })).coverage).toBeUndefined();
  });

  it('is kept with the filters of its trigger', async () => {
    const on = 'on:\n  pull_request:\n    branches: main\n    paths-ignore: ["docs/**"]';
    const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': workflow({ on }) });
    expect(coverage?.runs).toMatchObject([
      { branches: { only: ['main'], except: [] }, paths: { only: [], except: ['docs/**'] } },
    ]);
  });

  describe('under a filter of paths', () => {
    const FILTER = (filters: string, more = '') =>
      `      - uses: dorny/paths-filter@v3\n        id: filter\n        with:\n${more}          filters: |\n${filters.replace(/^/gm, '            ')}\n`;
    const API = 'api:\n  - "api/**"\n  - go.mod\nweb:\n  - "web/**"';

    interface Filtered {
      readonly condition?: string;
      readonly filter?: string;
      readonly outputs?: string;
      readonly on?: string;
      readonly changes?: string;
      readonly needs?: string;
    }

    async function paths(
      {
        condition = "needs.changes.outputs.api == 'true'",
        filter = FILTER(API),
        outputs = 'api: ${{ steps.filter.outputs.api }}\n      web: ${{ steps.filter.outputs.web }}',
        on = 'on: pull_request',
        changes = '',
        needs = 'changes',
      }: Filtered,
      shown = ({ only }: NameFilter) => only,
    ) {
      const text = `${on}\njobs:\n  changes:\n    runs-on: ubuntu-latest\n${changes}    outputs:\n      ${outputs}\n    steps:\n${filter}  test:\n    needs: ${needs}\n    if: ${condition}\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: go test ./...\n  other:\n    needs: test\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: go vet ./...\n`;
      const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': text });
      return Object.fromEntries(
        (coverage?.runs ?? []).flatMap((run) => (run.kind === 'command' ? [[run.run, shown(run.paths)]] : [])),
      );
    }

    const OF_API = { 'go test ./...': ['api/**', 'go.mod'], 'go vet ./...': ['api/**', 'go.mod'] };

    it('is kept with it, also of jobs that wait', async () => {
      expect(await paths({})).toEqual(OF_API);
    });

    it('is the condition itself of jobs that wait for one which may fail, and then says nothing', async () => {
      const text = `on: pull_request\njobs:\n  changes:\n    continue-on-error: true\n    runs-on: ubuntu-latest\n    outputs:\n      api: \${{ steps.filter.outputs.api }}\n    steps:\n${FILTER(API)}  test:\n    needs: changes\n    if: needs.changes.outputs.api == 'true'\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: go test ./...\n  vet:\n    needs: changes\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: go vet ./...\n`;
      const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': text });
      expect(coverage?.runs).toMatchObject([{ run: 'go vet ./...', paths: { only: [] } }]);
      expect(coverage?.conditional).toMatchObject([
        { run: 'go test ./...', condition: { kind: 'condition', name: "needs.changes.outputs.api == 'true'" } },
      ]);
    });

    it.each([
      ['in the sign of an expression', { condition: "${{ needs.changes.outputs.api == 'true' }}" }],
      ['or on another event', { condition: "needs.changes.outputs.api == 'true' || github.event_name == 'push'" }],
      ['by lists in lists', { filter: FILTER('mod: &mod\n  - go.mod\napi:\n  - "api/**"\n  - *mod') }],
      ['with what does not change its meaning', { filter: FILTER(API, '          list-files: json\n') }],
      ['beside a base that pull requests do not ask for', { filter: FILTER(API, '          base: main\n') }],
      ['where a condition holds', { filter: `${FILTER(API)}        if: github.event_name == 'pull_request'\n` }],
    ] satisfies [string, Filtered][])('is so %s', async (_, shape) => {
      expect(await paths(shape)).toEqual(OF_API);
    });

    it('is kept with what its trigger leaves out', async () => {
      const on = 'on: { pull_request: { paths-ignore: ["docs/**"] } }';
      expect(await paths({ on })).toEqual(OF_API);
      const both = { on, condition: "needs.changes.result == 'success' && needs.changes.outputs.api == 'true'" };
      expect(await paths(both)).toEqual(OF_API);
      expect((await paths({ on }, ({ except }) => except))['go test ./...']).toEqual(['docs/**']);
    });

    it('is all that one of several filters names', async () => {
      const condition = "needs.changes.outputs.api == 'true' || needs.changes.outputs.web == 'true'";
      expect((await paths({ condition }))['go test ./...']).toEqual(['api/**', 'go.mod', 'web/**']);
    });

    it.each([
      [
        'both filters are asked for',
        { condition: "needs.changes.outputs.api == 'true' && needs.changes.outputs.web == 'true'" },
      ],
      ['the filter must not hold', { condition: "needs.changes.outputs.api != 'true'" }],
      ['the output is another one', { condition: "needs.changes.outputs.docs == 'true'" }],
      ['the output holds something else', { outputs: 'api: ${{ steps.filter.outputs.api_count }}' }],
      ['the output is of another step', { outputs: 'api: ${{ steps.other.outputs.api }}' }],
      ['the job does not wait for the filter', { needs: '[]' }],
      ['the filter itself may not run', { changes: "    if: github.actor == 'a'\n" }],
      ['a change must be of one kind', { filter: FILTER('api:\n  - added: "api/**"') }],
      ['something is taken out', { filter: FILTER('api:\n  - "api/**"\n  - "!api/docs/**"') }],
      ['a glob means something else to GitHub', { filter: FILTER('api:\n  - "{api,lib}/**"') }],
      ['two stars stand beside other signs', { filter: FILTER('api:\n  - "**.go"') }],
      ['a glob begins at the folder', { filter: FILTER('api:\n  - ./api/**') }],
      ['all globs must match', { filter: FILTER(API, '          predicate-quantifier: every\n') }],
      [
        'the filters stand in a file',
        {
          filter:
            '      - uses: dorny/paths-filter@v3\n        id: filter\n        with: { filters: .github/filters.yml }\n',
        },
      ],
      ['the trigger chooses paths as well', { on: 'on: { pull_request: { paths: ["**.go"] } }' }],
      ['nobody waits for the filter', { filter: `${FILTER(API)}        background: true\n` }],
      ['the filter may fail in silence', { filter: `${FILTER(API)}        continue-on-error: true\n` }],
      [
        'a variable may change what the filter starts',
        { filter: `${FILTER(API)}        env: { NODE_OPTIONS: -r ./a }\n` },
      ],
      ['nothing is compared but what is not committed', { filter: FILTER(API, '          base: HEAD\n') }],
      ['what is compared is told', { filter: FILTER(API, "          token: ''\n          base: refs/pull/1/merge\n") }],
      ['only the run knows what else the filters say', { filter: FILTER(`# \${{ vars.A }}\n${API}`) }],
      ['the output is written twice', { filter: FILTER(`${API}\nAPI:\n  - never/**`) }],
      [
        'a number is written over the output',
        {
          filter: FILTER('api_count: ["api/**"]\napi: ["web/**"]'),
          outputs: 'api: ${{ steps.filter.outputs.api_count }}',
        },
      ],
      [
        'the name is that of a prototype',
        {
          filter: FILTER('__proto__: ["api/**"]\nweb: ["web/**"]'),
          outputs: 'api: ${{ steps.filter.outputs.__proto__ }}',
        },
      ],
      ['another action says so', { filter: FILTER(API).replace('dorny/', 'acme/') }],
    ] satisfies [string, Filtered][])('is nothing where %s', async (_, shape) => {
      expect(await paths(shape)).toEqual({});
    });

    it('is kept where a step of the same job asks', async () => {
      const text = (condition: string) =>
        `on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}${FILTER(API)}      - run: go test ./...\n        if: ${condition}\n`;
      const only = async (condition: string) => {
        const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': text(condition) });
        return coverage?.runs.map((run) => run.paths.only);
      };
      expect(await only("steps.filter.outputs.api == 'true'")).toEqual([['api/**', 'go.mod']]);
      expect(await only("steps.other.outputs.api == 'true'")).toEqual([]);
    });

    it('is nothing where the name of a filter is only alike to a path in its outputs', async () => {
      const filter = FILTER('api.x:\n  - "api/**"');
      const text = `on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}${filter}      - run: go test ./...\n        if: steps.filter.outputs.api.x == 'true'\n`;
      const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': text });
      expect(coverage).toMatchObject({ runs: [], conditional: [{ condition: { kind: 'condition' } }] });
    });
  });

  it('is found once for each of the jobs that many wait for', async () => {
    const layers = Array.from({ length: 60 }, (_, at) =>
      ['a', 'b'].map((name) => {
        const needs = at === 0 ? '' : `    needs: [a${at - 1}, b${at - 1}]\n`;
        return `  ${name}${at}:\n${needs}    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: go test ./...\n`;
      }),
    );
    const text = `on: pull_request\njobs:\n${layers.flat().join('')}`;
    const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': text });
    expect(coverage?.runs).toHaveLength(120);
  });

  it('is nothing in more jobs than anybody has, each of which waits for another', async () => {
    const jobs = Array.from(
      { length: 3000 },
      (_, at) => `  a${at}: { needs: a${at + 1}, steps: [{ run: go test ./... }] }\n`,
    );
    const text = `on: pull_request\njobs:\n${jobs.join('')}  a3000: { steps: [{ run: go test ./... }] }\n`;
    expect((await profiled({ ...GO, '.github/workflows/ci.yml': text })).coverage).toBeUndefined();
  });

  it('is nothing in jobs that wait for each other', async () => {
    const job = (name: string, other: string) =>
      `  ${name}:\n    needs: ${other}\n    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}      - run: go test ./...\n`;
    const text = `on: pull_request\njobs:\n${job('a', 'b')}${job('b', 'a')}`;
    expect((await profiled({ ...GO, '.github/workflows/ci.yml': text })).coverage).toBeUndefined();
  });

  it('is what a recipe of make runs, and what stands before it', async () => {
    const makefile = 'test: vet\n\tgo test ./... -cover\nvet:\n\tgo vet ./...\nloose:\n\t-go vet ./...\n';
    const step = (name: string) => covered({ step: `      - run: make ${name}` }, { ...GO, Makefile: makefile });
    expect(await step('test')).toEqual([
      'go vet ./... in . by .github/workflows/ci.yml:7',
      'go test ./... in . by .github/workflows/ci.yml:7',
    ]);
    expect(await step('loose')).toEqual([]);
  });

  it('is what an action does, unless it looks at a part', async () => {
    const files = { ...GO, '.golangci.yml': 'version: "2"\n' };
    const step = '      - uses: golangci/golangci-lint-action@v9';
    expect(await covered({ step }, files)).toEqual(['golangci-lint run in . by .github/workflows/ci.yml:7']);
    expect(await covered({ step: `${step}\n        with: { only-new-issues: true }` }, files)).toEqual([]);
    const args = (text: string) => covered({ step: `${step}\n        with: { args: ${text} }` }, files);
    expect(await args('-v -c .golangci.yml')).toEqual(['golangci-lint run in . by .github/workflows/ci.yml:7']);
    expect(await args('-c other/.golangci.yml')).toEqual([]);
    expect(await args('--config=.golangci.yml.old')).toEqual([]);
  });

  it.each(['go test -v $(go list ./...) -tags skip', 'go test ./... -tags=skip', 'go test -tags skip ./...'])(
    'is one of Go wherever its packages stand: %s',
    async (run) => {
      const found = await covered({ step: `      - run: ${run}` });
      expect(found.filter((it) => it.startsWith('go test'))).toEqual([
        expect.stringMatching(/^go test -tags[ =]skip \.\/\.\.\. in \. by \.github\/workflows\/ci\.yml:7$/),
      ]);
    },
  );

  it.each([
    ['- uses: pre-commit/action@v3', true],
    ['- uses: pre-commit/action@v3\n        with: { extra_args: ruff --all-files }', false],
    ['- run: pre-commit run -a --show-diff-on-failure --color always', true],
    ['- run: sfw uv run pre-commit run --all', true],
    ['- run: pre-commit run', false],
  ])('is all hooks over all files: %s', async (step, expected) => {
    const files = { 'requirements.txt': 'pre-commit\n', 'x.py': '', '.pre-commit-config.yaml': 'repos: []\n' };
    const found = await covered({ step: `      ${step}` }, files);
    expect(found).toEqual(expected ? ['pre-commit run --all-files in . by .github/workflows/ci.yml:7'] : []);
  });

  it('is a check that was taken from that very step, whatever is set for it', async () => {
    const scripts = { 'lint:ws': 'sherif', lint: 'eslint .' };
    const files = { 'package.json': JSON.stringify({ name: 'a', scripts }), 'package-lock.json': '{}', 'a.js': '' };
    const run = (name: string) =>
      covered({ job: '    env: { NODE_ENV: dev }\n', step: `      - run: npm run ${name}` }, files);
    expect(await run('lint:ws')).toEqual(['npm run lint:ws in . by .github/workflows/ci.yml:8']);
    expect(await run('lint')).toEqual([]);
  });

  it('is nothing behind what takes the place of the shell', async () => {
    for (const line of ['exec ./run', 'if true; then exec ./run; fi', 'A=1 exec ./run'])
      expect(await covered(scripted(line, 'go test ./...'))).toEqual([]);
    expect(await covered(scripted('bundle exec rake', 'go test ./...'))).toHaveLength(1);
  });

  it('is a program of Ruby by its binstub, and the tests of Rails with a schema that is loaded before them', async () => {
    const files = {
      Gemfile: 'gem "rails"\ngem "rubocop"\ngem "brakeman"\n',
      'Gemfile.lock': 'GEM\n',
      '.rubocop.yml': '',
      'bin/rails': '',
      'config/application.rb': '',
      'db/schema.rb': '',
      'test/a_test.rb': '',
    };
    const run = async (command: string) =>
      (await covered({ step: `      - run: ${command}` }, files)).map((found) => found.replace(/ in .*/, ''));
    expect(await run('bin/rubocop -f github')).toEqual(['bundle exec rubocop']);
    expect(await run('bundle exec rubocop --format=github --parallel')).toEqual(['bundle exec rubocop']);
    expect(await run('bin/rubocop app')).toEqual([]);
    expect(await run('bin/rails test')).toEqual(['bundle exec rails db:test:prepare test']);
    expect(await run('bin/rails test test/models')).toEqual([]);
  });

  it('is what gives the tests of Rails their database, however it is done', async () => {
    const files = {
      ...{ Gemfile: 'gem "rails"\ngem "rspec-rails"\n', 'Gemfile.lock': 'GEM\n', 'bin/rails': { executable: '' } },
      ...{ 'config/application.rb': '', 'db/schema.rb': '', 'spec/a_spec.rb': '' },
    };
    const run = async (command: string, set = '') => {
      const step = `      - run: ${command}\n        env: { ${set} }`;
      return (await covered({ step }, files)).map((found) => found.replace(/ in .*/, ''));
    };
    const prepared = 'bin/rails db:test:prepare';
    expect(await run('./bin/rails db:schema:load db:migrate', 'RAILS_ENV: test')).toEqual([
      `RAILS_ENV=test ${prepared}`,
    ]);
    expect(await run('bundle exec rake db:setup')).toEqual([prepared]);
    expect(await run('bin/rails db:migrate db:seed')).toEqual([]);
    expect(await run('bin/rails db:drop')).toEqual([]);
  });

  it('is a script of a package by any of its spellings', async () => {
    const manifest = JSON.stringify({ name: 'a', scripts: { lint: 'eslint .', test: 'jest' } });
    const files = { 'web/package.json': manifest, 'web/package-lock.json': '{}', 'web/a.test.js': '' };
    const step =
      '      - run: |\n          npm ci\n          npm run-script lint && npm t\n        working-directory: web';
    expect(await covered({ step }, files)).toEqual([
      'npm run lint in web by .github/workflows/ci.yml:9',
      'npm test in web by .github/workflows/ci.yml:9',
    ]);
  });

  it('is chart-testing, by the call that says which charts it looks at', async () => {
    const chart = 'apiVersion: v2\nname: a\nversion: 1.0.0\n';
    const files = { 'charts/a/Chart.yaml': chart, 'charts/b/Chart.yaml': chart, 'ct.yaml': 'chart-dirs: [charts]\n' };
    expect(await covered({ step: '      - run: ct lint --config ct.yaml --target-branch main' }, files)).toEqual([
      'ct lint --config ct.yaml --charts charts/a in . by .github/workflows/ci.yml:7',
      'ct lint --config ct.yaml --charts charts/b in . by .github/workflows/ci.yml:7',
    ]);
    expect(await covered({ step: '      - run: ct lint --config ct.yaml || true' }, files)).toEqual([]);
  });

  it('is a script of Composer by any of its spellings, but none that is called like a command of its own', async () => {
    const scripts = { lint: 'phpcs', test: 'phpunit', validate: 'true' };
    const require = { 'phpunit/phpunit': '^12', 'squizlabs/php_codesniffer': '^4' };
    const files = {
      'composer.json': JSON.stringify({ name: 'a/a', 'require-dev': require, scripts }),
      'phpcs.xml': '',
      'phpunit.xml': '',
      'tests/ATest.php': '',
      '.github/workflows/own.yml':
        'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: composer validate }] } }\n',
    };
    const run = async (...steps: string[]) =>
      (await covered({ step: steps.map((step) => `      - run: ${step}`).join('\n') }, files)).map((found) =>
        found.replace(/ in .*/, ''),
      );
    expect(await run('composer run lint', 'composer run-script test')).toEqual(['composer lint', 'composer test']);
    expect(await run('composer run validate')).toEqual([]);
    expect(await run('composer validate')).toEqual(['composer validate']);
  });

  it('is the image of a service, by its Dockerfile and its context', async () => {
    const files = { 'api/Dockerfile': 'FROM alpine\nEXPOSE 80\nCMD ["a"]\n' };
    const build = (inputs: string) =>
      covered({ step: `      - uses: docker/build-push-action@v6\n        with: ${inputs}` }, files);
    const found = ['api in api by .github/workflows/ci.yml:7'];
    expect(await build('{ context: api, push: false }')).toEqual(found);
    expect(await build('{ context: api, file: api/other.Dockerfile }')).toEqual([]);
    expect(await build('{ context: api, platforms: linux/arm64 }')).toEqual([]);
    expect(await build('{ context: api, platforms: "linux/arm64,linux/amd64" }')).toEqual(found);
    const asked = (condition: string, one: string, other: string) =>
      build(`{ context: api, platforms: "\${{ ${condition} && '${one}' || '${other}' }}" }`);
    expect(await asked("(github.event_name != 'pull_request')", 'linux/amd64,linux/arm64', 'linux/amd64')).toEqual(
      found,
    );
    expect(await asked("(github.event_name != 'pull_request')", 'linux/amd64', 'linux/arm64')).toEqual([]);
    expect(await asked('vars.ARM', 'linux/arm64', 'linux/amd64')).toEqual([]);
    expect(await build('{ context: api, platforms: "${{ vars.PLATFORMS }}" }')).toEqual([]);
    expect(await build('{ context: api, call: check }')).toEqual([]);
    expect(await build('{ context: api, file: ../Dockerfile }')).toEqual([]);
    expect(await covered({ step: '      - run: docker build --call check api' }, files)).toEqual([]);
    expect(await covered({ step: '      - run: docker build -t api:${{ github.sha }} api' }, files)).toEqual(found);
  });

  it('leaves nothing of a workflow behind that does nothing else', async () => {
    const replaceable = async (shape: Shape) =>
      (await profiled({ ...GO, '.github/workflows/ci.yml': workflow(shape) })).coverage?.replaceable ?? [];
    const setup = '      - uses: actions/setup-go@v6\n';
    const file = ['.github/workflows/ci.yml'];
    expect(await replaceable({ before: CHECKOUT + setup })).toEqual(file);
    expect(await replaceable({ step: '      - run: |\n          go vet ./...\n          go test ./...' })).toEqual(
      file,
    );
    expect(await replaceable({ step: '      - run: |\n          go test ./...\n          ./deploy.sh' })).toEqual([]);
    expect(await replaceable({ before: `${CHECKOUT}      - uses: codecov/codecov-action@v5\n` })).toEqual([]);
    expect(await replaceable({ on: 'on:\n  pull_request:\n  schedule: [{ cron: "0 3 * * 1" }]' })).toEqual([]);
    expect(await replaceable({ job: '    strategy: { matrix: { go: ["1.25", "1.26"] } }\n' })).toEqual([]);
    const now = '      - run: go test ./...\n      - run: go vet ./...\n        if: vars.A';
    expect(await replaceable({ step: now })).toEqual([]);
    const beside = '      - parallel:\n          - run: ./deploy.sh\n      - run: go test ./...';
    expect(await replaceable({ step: beside })).toEqual([]);
    const called = '      - run: go test ./...\n  other:\n    uses: ./.github/workflows/other.yml';
    expect(await replaceable({ step: called })).toEqual([]);
  });
});

describe('What a workflow of the repository calls', () => {
  const CALLED = `on: workflow_call
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
${CHECKOUT}      - run: go test ./...
`;
  const TESTED_THERE = ['go test ./... by .github/workflows/tests.yml:7'];

  async function called(caller: string, tests = CALLED, more: Readonly<Record<string, string>> = {}) {
    const files = { ...GO, ...more, '.github/workflows/pr.yml': caller, '.github/workflows/tests.yml': tests };
    return ((await profiled(files)).coverage?.runs ?? []).flatMap((run) =>
      run.kind === 'command'
        ? [`${run.run} by ${run.by.file}:${run.by.line}${run.paths.only.map((path) => ` for ${path}`).join('')}`]
        : [],
    );
  }

  const calling = (job = '', on = 'on: pull_request') =>
    `${on}\njobs:\n  tests:\n    uses: ./.github/workflows/tests.yml\n${job}`;

  it('is covered by the steps that it calls, of those pull requests that start the call', async () => {
    expect(await called(calling())).toEqual(TESTED_THERE);
    expect(await called(calling('', 'on:\n  pull_request:\n    paths: ["**/*.go"]'))).toEqual([
      `${TESTED_THERE[0]} for **/*.go`,
    ]);
  });

  it.each([
    ['number', '0', '', 0],
    ['number', '1', 'n: 0', 0],
    ['number', '0', 'n: 2', 1],
    ['boolean', 'true', 'n: null', 0],
    ['string', '"0"', '', 1],
  ])('is asked with a %s that is %s, or what is given: %s', async (type, usual, given, runs) => {
    const inputs = `on:\n  workflow_call:\n    inputs:\n      n: { type: ${type}, default: ${usual} }`;
    const asks = CALLED.replace('on: workflow_call', inputs).replace(/\n$/, '\n        if: inputs.n\n');
    expect(await called(calling(`    with: { ${given} }\n`), asks)).toHaveLength(runs);
  });

  it('is asked with what the call gives, or else with what is usual', async () => {
    const inputs = 'on:\n  workflow_call:\n    inputs:\n      race: { type: boolean, default: true }';
    const asks = CALLED.replace('on: workflow_call', inputs).replace(/\n$/, '\n        if: inputs.race\n');
    const at = TESTED_THERE.map((run) => run.replace(':7', ':10'));
    expect(await called(calling(), asks)).toEqual(at);
    expect(await called(calling('    with: { race: true }\n'), asks)).toEqual(at);
    expect(await called(calling('    with: { race: false }\n'), asks)).toEqual([]);
    expect(await called(calling('    with: { race: "${{ vars.RACE }}" }\n'), asks)).toEqual([]);
    const job = CALLED.replace('on: workflow_call', inputs).replace('    steps:', '    if: inputs.race\n    steps:');
    expect(await called(calling('    with: { race: true }\n'), job)).toEqual(
      at.map((run) => run.replace(':10', ':11')),
    );
    expect(await called(calling('    with: { race: false }\n'), job)).toEqual([]);
    const twice = `${calling('    with: { race: false }\n')}  again:\n    uses: ./.github/workflows/tests.yml\n`;
    expect(await called(twice, job)).toHaveLength(1);
  });

  it('may call another one', async () => {
    const middle = calling('', 'on: workflow_call').replace('tests.yml', 'inner.yml');
    expect(await called(calling(), middle, { '.github/workflows/inner.yml': CALLED })).toEqual([
      TESTED_THERE[0]?.replace('tests.yml', 'inner.yml'),
    ]);
    expect(await called(calling(), calling('', 'on: workflow_call'))).toEqual([]);
  });

  const GATE = 'jobs:\n  gate:\n    runs-on: ubuntu-latest\n    steps: [{ run: make ready }]\n';
  const gated = (job = '') =>
    `${calling(`    needs: first\n${job}`)}  first:\n    uses: ./.github/workflows/first.yml\n`;

  it('may wait for another call, all of which is run', async () => {
    const first = (jobs: string) => ({ '.github/workflows/first.yml': `on: workflow_call\n${jobs}` });
    expect(await called(gated(), CALLED, first(GATE))).toEqual(TESTED_THERE);
    for (const condition of ["github.actor != 'a'", "github.event_name == 'push'"])
      expect(await called(gated(), CALLED, first(`${GATE}    if: ${condition}\n`))).toEqual([]);
    expect(await called(gated(), CALLED, first(`${GATE}    continue-on-error: true\n`))).toEqual([]);
    expect(await called(gated(), CALLED, first('jobs: {}\n'))).toEqual([]);
    const many = [...Array(51).keys()].map((at) => GATE.replace(/^jobs:\n/, '').replace('gate', `gate${at}`));
    expect(await called(gated(), CALLED, first(`jobs:\n${many.join('')}`))).toEqual([]);
    expect(await called(gated(), CALLED, { '.github/workflows/first.yml': `on: push\n${GATE}` })).toEqual([]);
    expect(await called(gated(), CALLED, first(gated().replace(/^.*\n/, '')))).toEqual([]);
    expect(await called(gated(), CALLED)).toEqual([]);
  });

  it('is that of the paths which a workflow that it waits for says are touched, or is told with the condition', async () => {
    const filter = `on:
  workflow_call:
    outputs:
      go: { value: "\${{ jobs.paths.outputs.code }}" }
jobs:
  paths:
    runs-on: ubuntu-latest
    outputs: { code: "\${{ steps.filter.outputs.source }}" }
    steps:
      - uses: dorny/paths-filter@v3
        id: filter
        with:
          filters: |
            source: ["**/*.go"]
            docs: docs/**
`;
    const more = { '.github/workflows/first.yml': filter };
    const asks = (value: string) => gated(`    if: needs.first.outputs.go == '${value}'\n`);
    expect(await called(asks('true'), CALLED, more)).toEqual([`${TESTED_THERE[0]} for **/*.go`]);
    expect(await called(asks('false'), CALLED, more)).toEqual([]);
    const files = { ...GO, ...more, '.github/workflows/pr.yml': asks('false'), '.github/workflows/tests.yml': CALLED };
    expect((await profiled(files)).coverage?.conditional.map(({ condition }) => condition)).toEqual([
      { kind: 'condition', name: "needs.first.outputs.go == 'false'" },
    ]);
  });

  it('starts scripts of the repository, too', async () => {
    const script = CALLED.replace('go test ./...', './ci.sh');
    expect(await called(calling(), script, { 'ci.sh': '#!/bin/sh\nset -e\ngo test ./...\n' })).toEqual(TESTED_THERE);
  });

  it.each([
    ['the call is asked for by nobody', calling('', 'on: push'), CALLED],
    ['a condition stands before the call', calling("    if: github.actor != 'a'\n"), CALLED],
    ['it waits for a job that may be skipped', calling('    needs: gate\n'), CALLED],
    [
      'a condition stands before the job',
      calling(),
      CALLED.replace('    steps:', "    if: github.actor != 'a'\n    steps:"),
    ],
    ['it cannot be called', calling(), CALLED.replace('workflow_call', 'push')],
    ['it is of another repository', calling().replace('./.github', 'a/b/.github').replace('.yml', '.yml@main'), CALLED],
  ])('is nothing where %s', async (_, caller, tests) => {
    expect(await called(caller, tests)).toEqual([]);
  });
});

describe('A command that another program starts where the tools of a project are', () => {
  const PYTHON = {
    'pyproject.toml': '[project]\nname = "a"\n[dependency-groups]\ndev = ["pytest"]\n[tool.poe.tasks]\nt = "pytest"\n',
    'uv.lock': '',
    'tests/test_a.py': '',
  };
  const NODE = {
    'package.json': '{"scripts":{"test":"turbo run test"},"devDependencies":{"turbo":"2"}}',
    'package-lock.json': '{}',
  };

  it.each(['pytest', 'uv run --locked pytest', 'uv run --group dev pytest', 'uv run poe t', 'poe t'])(
    'is the same: %s',
    async (run) => {
      const step = `      - run: ${run}`;
      expect(await covered({ step }, PYTHON)).toEqual(['uv run pytest in . by .github/workflows/ci.yml:7']);
    },
  );

  it.each(['uv run --package b pytest', 'uv run --with x pytest'])(
    'is another one with other words: %s',
    async (run) => {
      expect(await covered({ step: `      - run: ${run}` }, PYTHON)).toEqual([]);
    },
  );

  it.each(['npx turbo run test', 'bunx turbo run test', 'yarn dlx turbo run test', 'pnpm turbo run test', 'npm test'])(
    'is the script that is nothing else: %s',
    async (run) => {
      expect(await covered({ step: `      - run: ${run}` }, NODE)).toEqual([
        'npm test in . by .github/workflows/ci.yml:7',
      ]);
    },
  );

  it('is no script of more commands, or with settings of its own', async () => {
    for (const test of ['turbo run test && turbo run more', 'A=1 turbo run test'])
      expect(
        await covered(
          { step: '      - run: npx turbo run test' },
          { 'package.json': JSON.stringify({ scripts: { test } }), 'package-lock.json': '{}' },
        ),
      ).toEqual([]);
  });
});

describe('A task of Gradle that is several', () => {
  const GRADLE = {
    'build.gradle': "plugins { id 'java' }\n",
    'settings.gradle': '',
    gradlew: { executable: '#!/bin/sh\n' },
    'gradle/wrapper/gradle-wrapper.jar': '',
    'gradle/wrapper/gradle-wrapper.properties': '',
    'src/test/java/ATest.java': '',
  };
  const BOTH = ['check', 'assemble'].map((task) => `./gradlew ${task} in . by .github/workflows/ci.yml:7`);

  it.each(['./gradlew build', './gradlew clean build', './gradlew --no-daemon clean build --stacktrace'])(
    'is each of them: %s',
    async (run) => {
      expect((await covered({ step: `      - run: ${run}` }, GRADLE)).sort()).toEqual([...BOTH].sort());
    },
  );

  it.each([
    './gradlew build -x test',
    './gradlew build -PskipTests',
    './gradlew :app:build',
    './gradlew buildEnvironment',
  ])('is none of them where it is asked for otherwise: %s', async (run) => {
    expect(await covered({ step: `      - run: ${run}` }, GRADLE)).toEqual([]);
  });

  it('is the same where the outputs are taken away before', async () => {
    expect(await covered({ step: '      - run: ./gradlew clean check' }, GRADLE)).toEqual(BOTH.slice(0, 1));
    const maven = { 'pom.xml': '<project><artifactId>a</artifactId></project>\n', 'src/test/java/ATest.java': '' };
    expect(await covered({ step: '      - run: mvn -B clean verify' }, maven)).toEqual([
      'mvn -B -ntp verify in . by .github/workflows/ci.yml:7',
    ]);
  });
});

describe('Clippy that takes a warning for an error', () => {
  const RUST = { 'Cargo.toml': '[package]\nname = "a"\n', 'Cargo.lock': '', 'src/lib.rs': '' };
  const STEPS = (...runs: readonly string[]) => runs.map((run) => `      - run: ${run}`).join('\n');
  const STRICT = ['cargo clippy --all-targets --locked -- -D warnings in . by .github/workflows/ci.yml:7'];

  it('is covered where the compiler is told by a variable to take warnings for errors', async () => {
    const step = (flags: string) => `      - run: cargo clippy --all-targets\n        env: { RUSTFLAGS: "${flags}" }`;
    expect(await covered({ step: step('-D warnings') }, RUST)).toEqual(STRICT);
    expect(await covered({ step: step('-C debuginfo=0 -Dwarnings') }, RUST)).toEqual(STRICT);
    expect(await covered({ step: step('-D warnings-not') }, RUST)).toEqual([]);
  });

  it.each(['-A dead_code', '-Aclippy::all', '--allow unused', '-Wunused', '--cap-lints warn', '--cap-lints=allow'])(
    'is not covered where the variable also says %s',
    async (more) => {
      const step = `      - run: cargo clippy --all-targets\n        env: { RUSTFLAGS: "-D warnings ${more}" }`;
      expect((await covered({ step }, RUST)).filter((run) => run.includes('-D warnings'))).toEqual([]);
    },
  );

  it('is not covered by such a variable where another line denies all of them', async () => {
    const step = '      - run: cargo clippy --all-targets\n        env: { RUSTFLAGS: "-D warnings -A dead_code" }';
    const makefile = 'build:\n\tRUSTFLAGS="-D warnings" cargo build\n';
    expect(await covered({ step }, { ...RUST, Makefile: makefile })).toEqual([]);
  });

  it('is covered beside flags of another kind', async () => {
    const step = '      - run: cargo clippy --all-targets\n        env: { RUSTFLAGS: "-Dwarnings --cfg web" }';
    expect(await covered({ step }, RUST)).toEqual(STRICT);
  });

  it.each(['-D warnings', '-Dwarnings', '--deny warnings', '--deny=warnings'])('is the same: %s', async (words) => {
    expect(await covered({ step: `      - run: cargo clippy --all-targets -- ${words}` }, RUST)).toEqual(STRICT);
  });

  const PROFILES = `[package]
name = "a"
[profile.ci]
inherits = "fast"
debug = 0
[profile.fast]
inherits = "dev"
incremental = false
[profile.loose]
inherits = "dev"
debug-assertions = false
[profile.small]
inherits = "release"
[profile.round]
inherits = "round"
`;

  it.each([
    ['cargo clippy --all-targets --profile ci -- -D warnings', STRICT],
    ['cargo clippy --profile=dev --all-targets -- -D warnings', STRICT],
    ['cargo clippy --all-targets --profile loose -- -D warnings', []],
    ['cargo clippy --all-targets --profile small -- -D warnings', []],
    ['cargo clippy --all-targets --profile round -- -D warnings', []],
    ['cargo clippy --all-targets --profile other -- -D warnings', []],
    ['cargo clippy --all-targets -- -D warnings --profile ci', []],
  ])('is covered with a profile that checks as much: %s', async (run, expected) => {
    expect(await covered({ step: STEPS(run) }, { ...RUST, 'Cargo.toml': PROFILES })).toEqual(expected);
  });

  it('is not covered where another file says something else of the profile', async () => {
    const step = STEPS('cargo clippy --all-targets --profile ci -- -D warnings');
    const files = { ...RUST, 'Cargo.toml': PROFILES };
    const settings = '[profile.ci]\ninherits = "release"\n';
    expect(await covered({ step }, { ...files, '.cargo/config.toml': settings })).toEqual([]);
    expect(await covered({ step }, { ...files, '.cargo/config.toml': '[build]\njobs = 2\n' })).toEqual(STRICT);
    const member = {
      'web/Cargo.toml': '[package]\nname = "web"\n[profile.ci]\ninherits = "dev"\n',
      'web/Cargo.lock': '',
    };
    const inMember = `${step}\n        working-directory: web`;
    const above = { ...member, 'Cargo.toml': `[workspace]\nmembers = ["b"]\n${settings}`, 'web/src/lib.rs': '' };
    const own = (await covered({ step: inMember }, { ...RUST, ...above })).filter((run) => run.includes('in web'));
    expect(own).toEqual([]);
  });

  it('is another one where it takes more than that', async () => {
    const step = STEPS(
      'cargo clippy --all-targets -- -Dwarnings',
      'cargo clippy --all-targets -- -Dwarnings -A dead_code',
    );
    expect(await covered({ step }, RUST)).toEqual(STRICT);
    const other = STEPS('cargo clippy --all-targets -- -A dead_code', 'cargo clippy --all-targets -- -Dwarnings');
    expect(await covered({ step: other }, RUST)).toEqual([
      'cargo clippy --all-targets --locked -- -D warnings in . by .github/workflows/ci.yml:8',
    ]);
  });
});

describe('A call of Cargo', () => {
  const SHOP = {
    'Cargo.toml': '[workspace]\nmembers = ["a"]\n',
    'Cargo.lock': '',
    'a/Cargo.toml': '[package]\nname = "a"\n',
    'a/src/lib.rs': '#[test]\nfn works() {}\n',
  };
  const by = 'in . by .github/workflows/ci.yml:7';

  it.each([
    ['cargo test --locked --all', 'cargo test --workspace --locked'],
    ['cargo test --features a/x --workspace', 'cargo test --workspace --locked --features a/x'],
    ['cargo build -r --all --locked', 'cargo build --workspace --release --locked'],
    ['cargo test', 'cargo test --locked'],
    [
      'cargo clippy --all-targets -- -D warnings -D clippy::todo',
      'cargo clippy --all-targets --locked -- -D warnings -D clippy::todo',
    ],
  ])('is the same in any order and by any name of its options: %s', async (run, ours) => {
    expect(await covered({ step: `      - run: ${run}` }, SHOP)).toEqual([`${ours} ${by}`]);
  });

  it('is told by its own options alone where it is a program of the repository, and with its toolchain', () => {
    const key = (run: string) => commandKey({ run, directory: '.' });
    expect(key('cargo xtask lint --all')).not.toBe(key('cargo xtask lint --workspace'));
    expect(key('cargo fmt --all')).not.toBe(key('cargo fmt --workspace'));
    expect(key('cargo +nightly test --all -r')).toBe(key('cargo +nightly test --release --workspace'));
    expect(key('cargo clippy -- --allow=x --warn y -Fz')).toBe(key('cargo clippy -- -A x -W y -F z'));
    expect(key('cargo clippy -- -A x')).not.toBe(key('cargo clippy -- -D x'));
    expect(key('cargo test --color never --config x')).not.toBe(key('cargo test --color x --config never'));
    expect(key('cargo +nightly test')).not.toBe(key('cargo test'));
    expect(key('cargo nextest run --all --locked')).toBe(key('cargo nextest run --workspace'));
    expect(key('cargo +stable test')).toBe(key('cargo test'));
    for (const toolchain of ['1.56', 'beta', 'nightly', 'esp'])
      expect(key(`cargo +${toolchain} test`)).not.toBe(key('cargo test'));
    for (const run of ['cargo fmt --check --all', 'cargo fmt --all -- --check', 'cargo +stable fmt --all --check'])
      expect(key(run)).toBe(key('cargo fmt --all --check'));
    expect(key('cargo fmt -- --check')).toBe(key('cargo fmt --check'));
    expect(key('cargo fmt --check')).not.toBe(key('cargo fmt --all --check'));
    expect(key('cargo fmt --all -- --check --files-with-diff')).not.toBe(key('cargo fmt --all --check'));
    expect(key('cargo +nightly fmt --all --check')).not.toBe(key('cargo fmt --all --check'));
  });

  it.each([
    ['      - { uses: dtolnay/rust-toolchain@stable, id: rust }', '${{ steps.rust.outputs.name }}'],
    ['      - { uses: a/rust-toolchain@v1, id: rust, with: { toolchain: 1.91.0 } }', '${{steps.rust.outputs.name}}'],
    ["      - { uses: a/rust-toolchain@v1, with: { toolchain: '${{ env.RUST }}' } }", '${{ env.RUST }}'],
    ['      - { uses: a/rust-toolchain@v1, with: { toolchain: 1.91.0 } }', '${{env.RUST}}'],
    ["      - { uses: a/rust-toolchain@v1, with: { toolchain: '${{ env.RUST }}' } }", '1.91.0'],
  ])('is covered with the toolchain that the job itself brings: %s, %s', async (before, toolchain) => {
    const shape = {
      on: 'on: pull_request\nenv: { RUST: 1.91.0 }',
      before: `${CHECKOUT}${before}\n`,
      step: `      - run: cargo +${toolchain} test --workspace`,
    };
    expect(await covered(shape, SHOP)).toEqual(['cargo test --workspace --locked in . by .github/workflows/ci.yml:9']);
  });

  it.each([
    ['nightly', '${{ steps.rust.outputs.name }}'],
    ['stable', '${{ steps.other.outputs.name }}'],
    ['stable', '1.90.0'],
  ])('is not covered by another toolchain: %s beside %s', async (ref, toolchain) => {
    const before = `${CHECKOUT}      - { uses: dtolnay/rust-toolchain@${ref}, id: rust }\n`;
    expect(await covered({ before, step: `      - run: cargo +${toolchain} test --workspace` }, SHOP)).toEqual([]);
  });

  it('is not covered by a toolchain that only a run knows', async () => {
    const step = '      - run: cargo +${{ steps.rust.outputs.name }} test --workspace';
    expect(await covered({ step }, SHOP)).toEqual([]);
  });

  it.each([
    'cargo test -p a',
    'cargo test --workspace --no-run',
    'cargo build --workspace',
    'cargo test --workspace works',
  ])('is another one where it does less: %s', async (run) => {
    expect(await covered({ step: `      - run: ${run}` }, SHOP)).toEqual([]);
  });
});

describe('An image with the last stage of its Dockerfile for a target', () => {
  it.each([
    ['shop', ['shop in . by .github/workflows/ci.yml:7']],
    ['SHOP', ['shop in . by .github/workflows/ci.yml:7']],
    ['seed', []],
  ])('is built where none is named: %s', async (target, expected) => {
    const files = {
      Dockerfile: 'FROM golang:1.26 AS seed\nCOPY . .\nFROM alpine:3.24 AS shop\nCOPY . .\nCMD ["/shop"]\n',
      'compose.yaml': `services:\n  shop:\n    build: { context: ., target: ${target} }\n    ports: ["80:80"]\n`,
    };
    expect(await covered({ step: '      - run: docker build .' }, files)).toEqual(expected);
  });
});

describe('golangci-lint that no file configures', () => {
  const LINTED = {
    'go.mod': 'module a\n\ngo 1.26\n',
    'a.go': 'package a\n',
    Makefile: 'lint:\n\tgolangci-lint run --timeout 3m\n',
  };

  it.each(['golangci-lint run --timeout=10m -v', 'golangci-lint run', 'make lint'])(
    'is the lint where a pipeline runs it, and covered by that: %s',
    async (run) => {
      expect(await covered({ step: `      - run: ${run}` }, LINTED)).toEqual([
        'golangci-lint run in . by .github/workflows/ci.yml:7',
      ]);
    },
  );

  it('is left to its task where that makes something before', async () => {
    const Makefile = 'lint: code\n\tgolangci-lint run\n\ncode:\n\tgo run ./gen\n';
    const files = { ...LINTED, Makefile, '.github/workflows/ci.yml': workflow({ step: '      - run: make lint' }) };
    const { units } = await profiled(files);
    expect(units[0]?.commands.lint.map(({ run }) => run)).not.toContain('golangci-lint run');
  });

  it('is of the version that is installed, whichever format that has', async () => {
    const step = '      - run: curl -sSfL https://x/golangci-lint.sh | sh -s -- -b bin v1.55.2\n      - run: make lint';
    const { units } = await profiled({ ...LINTED, '.github/workflows/ci.yml': workflow({ step }) });
    expect(units[0]?.versions).toMatchObject([{ tool: 'golangci-lint', value: '1.55.2' }]);
  });

  it.each([
    'golangci-lint run --config=.golangci.toml',
    'golangci-lint run --enable-only govet',
    'golangci-lint run ./a/...',
    'golangci-lint run --fix',
  ])('is not where it does less: %s', async (run) => {
    expect(await covered({ step: `      - run: ${run}` }, LINTED)).toEqual([]);
  });
});

describe('Inputs of a workflow', () => {
  const on = 'on: { pull_request: , workflow_dispatch: { inputs: { skip: { type: string } } } }';
  const asking = (condition: string) => ({ on, step: `      - run: go test ./...\n        if: ${condition}` });

  it.each([
    "github.event.inputs.skip == ''",
    "${{ github.event.inputs.skip == 'false' || github.event.inputs.skip == '' }}",
    "inputs.skip != 'true'",
    '${{ !inputs.skip }}',
  ])('are empty where a change starts it: %s', async (condition) => {
    expect(await covered(asking(condition))).toEqual(TESTED);
  });

  it.each(["github.event.inputs.skip == 'false'", "inputs.skip == 'no'", 'inputs.skip'])(
    'leave out what only a person asks for: %s',
    async (condition) => {
      expect(await covered(asking(condition))).toEqual([]);
    },
  );

  it.each(["inputs.skip == ''", 'inputs.skip == null || inputs.skip == false', '!inputs.skip'])(
    'are empty for its jobs as well, also where another workflow may call it: %s',
    async (condition) => {
      const both = 'on: { pull_request: , workflow_call: { inputs: { skip: { type: string } } } }';
      for (const start of [on, both])
        expect(await covered({ on: start, job: `    if: \${{ ${condition} }}\n` })).toEqual([
          'go test ./... in . by .github/workflows/ci.yml:8',
        ]);
    },
  );
});

it('is covered beside another repository in a folder of its own', async () => {
  const before = `${CHECKOUT}${CHECKOUT}        with: { repository: other/one, path: there }\n`;
  expect(await covered({ before })).toEqual(['go test ./... in . by .github/workflows/ci.yml:9']);
});

describe('Beside a step in the background', () => {
  const aside = '      - { run: make docs, id: aside, background: true }\n';

  it.each([
    ['what stands before it', { step: `      - run: go test ./...\n${aside}      - wait: aside` }, 7],
    ['what stands behind it', { before: `${CHECKOUT}${aside}` }, 8],
    ['what waits for it', { before: `${CHECKOUT}${aside}      - wait-all:\n` }, 9],
    ['what stands behind it when it is called off', { before: `${CHECKOUT}${aside}      - cancel: aside\n` }, 9],
    [
      'what stands before others',
      { step: '      - run: go test ./...\n      - parallel:\n          - run: make docs' },
      7,
    ],
  ] satisfies [string, Shape, number][])('is covered %s', async (_, shape, line) => {
    expect(await covered(shape)).toEqual([`go test ./... in . by .github/workflows/ci.yml:${line}`]);
  });

  it.each([
    ['what runs among others', { step: '      - parallel:\n          - run: go test ./...' }],
    ['what comes after others', { before: `${CHECKOUT}      - parallel:\n          - run: make docs\n` }],
    ['what is nothing that is known', { before: `${CHECKOUT}      - { await: aside }\n` }],
    ['what has its checkout there', { before: `${CHECKOUT}        background: true\n` }],
    ['what has another checkout there', { before: `${CHECKOUT}${CHECKOUT}        background: true\n` }],
    [
      'what asks how it went',
      {
        before: `${CHECKOUT}${aside}`,
        step: "      - run: go test ./...\n        if: steps.aside.outcome == 'success'",
      },
    ],
  ] satisfies [string, Shape][])('is not covered %s', async (_, shape) => {
    expect(await covered(shape)).toEqual([]);
  });
});

describe('The format of Terraform', () => {
  const files = {
    'infra/api/main.tf': 'resource "null_resource" "a" {}\n',
    'infra/db/main.tf': 'resource "null_resource" "b" {}\n',
    Makefile: 'lint:\n\tterraform fmt -recursive -check infra\n',
  };

  it.each([
    ['make lint', ['infra/api', 'infra/db']],
    ['terraform fmt -check -diff -recursive', ['infra/api', 'infra/db']],
    ['terraform fmt -check -recursive infra/db/', ['infra/db']],
    ['terraform fmt -check infra', []],
    ['terraform fmt -recursive infra', []],
    ['tofu fmt -check -recursive', []],
    ['terraform fmt -check -recursive ../other', []],
  ])('is covered in all folders below one: %s', async (run, folders) => {
    const found = await covered({ step: `      - run: ${run}` }, files);
    const by = 'by .github/workflows/ci.yml:7';
    expect(found).toEqual(folders.map((folder) => `terraform fmt -check -recursive in ${folder} ${by}`));
  });
});

describe('What many commands cover together', () => {
  it('is not looked at to its end', async () => {
    const folders = Array.from({ length: 300 }, (_, at) => [
      `m${at}/main.tf`,
      'terraform { required_version = ">= 1.5" }\n',
    ]);
    const formats = scripted(...Array(450).fill('terraform fmt -check -recursive'));
    const step = `${formats.step}\n${formats.step}`;
    const found = await covered({ step }, Object.fromEntries(folders));
    expect(found.length).toBeGreaterThan(0);
  });
});
