import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { linesOf, profiled, theUnit } from '../profiled.ts';

const GO = { 'go.mod': 'module example.com/shop\n\ngo 1.24\n', 'main.go': 'package main\n', 'main_test.go': '' };
const RUST = { 'Cargo.toml': '[package]\nname = "shop"\n', 'src/main.rs': '' };
/** Words of commands that are no check. */
const MORE = [
  ...['deploy', 'publish', 'push', 'release', 'upload', 'login', 'logout', 'sudo', 'ssh', 'scp'],
  ...['watch', 'serve', 'start', 'dev', 'apply', 'destroy', 'token', 'secret', 'secrets', 'password'],
];
const packageJson = (scripts: Record<string, string>) => JSON.stringify({ name: 'shop', scripts });

/** A workflow that every change starts. */
function ci(...runs: readonly string[]) {
  return {
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
  };
}

/** `check: command in folder` of each check. */
async function lint(files: MemoryFiles) {
  const { commands } = await theUnit(files);
  return commands.lint.map(
    ({ check, run, directory }) => `${check}: ${run}${directory === '.' ? '' : ` in ${directory}`}`,
  );
}

/** The checks that pipelines add to what is known without them. */
async function added(files: MemoryFiles, pipelines: MemoryFiles) {
  const before = await lint(files);
  return (await lint({ ...files, ...pipelines })).filter((command) => !before.includes(command));
}

it('The documentation of Rust is checked with the flags that pipelines give it', async () => {
  const job = 'env: { RUSTDOCFLAGS: -D warnings, OTHER: a }\n    runs-on: ubuntu-latest';
  const [path, text] = Object.entries(ci('cargo doc --no-deps'))[0] ?? ['', ''];
  const pipelines = { [path]: text.replace('runs-on: ubuntu-latest', job) };
  expect(await added(RUST, pipelines)).toEqual(["lint: RUSTDOCFLAGS='-D warnings' cargo doc --no-deps"]);
});

describe('A command with a variable that its pipeline gives', () => {
  const workflow = (...script: readonly string[]) => ({
    '.github/workflows/ci.yml': [
      'on: pull_request',
      'env: { CONFIG: .cargo/deny.toml, SPACED: a b, TOKEN: "${{ secrets.X }}" }',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: |',
      ...script.map((line) => `          ${line}`),
    ].join('\n'),
  });

  it.each([
    ['cargo doc --config "$CONFIG"', ['lint: cargo doc --config .cargo/deny.toml']],
    ['cargo doc --config ${CONFIG}', ['lint: cargo doc --config .cargo/deny.toml']],
    ["cargo doc --config '$CONFIG'", []],
    ['cargo doc --config $SPACED', []],
    ['cargo doc --config $TOKEN', []],
  ])('is read with its value where that is one plain word: %s', async (line, expected) => {
    expect(await added(RUST, workflow(line))).toEqual(expected);
  });

  it('is not where the script sets it', async () => {
    expect(await added(RUST, workflow('CONFIG=$(mktemp)', 'cargo doc --config $CONFIG'))).toEqual([]);
  });
});

describe('The folder that npm is told', () => {
  it('may stand behind its words', async () => {
    const files = {
      'web/package.json': packageJson({ 'lint:ws': 'sherif' }),
      'web/package-lock.json': '{}',
      'web/a.js': '',
    };
    for (const run of ['npm run lint:ws --prefix web', 'npm --prefix web run lint:ws', 'npm run lint:ws -C=web'])
      expect(await added(files, ci(run))).toEqual(['lint: npm run lint:ws in web']);
    expect(await added(files, ci('npm run lint:ws -- --prefix web'))).toEqual([]);
    expect(await added(files, ci('npm run lint:ws --prefix ../web'))).toEqual([]);
  });
});

describe('An action of the repository that a workflow calls', () => {
  const action = (using = 'composite') =>
    `inputs:\n  node: { default: '20.10' }\n  script: {}\nruns:\n  using: ${using}\n  steps:\n    - uses: actions/setup-node@v4\n      with: { node-version: "\${{ inputs.node }}" }\n    - run: npm run \${{ inputs.script }}\n      shell: bash\n`;
  const workflow = (inputs: string) =>
    `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./.github/actions/check\n        with: ${inputs}\n`;
  const files = (inputs: string, text = action()) => ({
    'package.json': packageJson({ lint: 'eslint .', 'lint:ws': 'sherif' }),
    'package-lock.json': '{"lockfileVersion":3}',
    'a.js': '',
    '.github/actions/check/action.yml': text,
    '.github/workflows/ci.yml': workflow(inputs),
  });

  it('is read with its inputs, as they are given or by default', async () => {
    const unit = await theUnit(files('{ script: "lint:ws" }'));
    expect(unit.version?.value).toBe('20.10');
    expect(linesOf(unit.version)).toEqual(['.github/actions/check/action.yml:8']);
    expect(unit.commands.lint.map(({ run }) => run)).toContain('npm run lint:ws');
    expect((await theUnit(files('{ script: "lint:ws", node: 22 }'))).version?.value).toBe('22');
  });

  it('says nothing where it is no list of steps, or an input is no plain word', async () => {
    const { version, commands } = await theUnit(files('{ script: "lint:ws" }', action('node24')));
    expect([version, commands.lint.length]).toEqual([null, 1]);
    const odd = await theUnit(files('{ script: "lint:ws; rm -rf x", node: "${{ github.sha }}" }'));
    expect([odd.version, odd.commands.lint.length]).toEqual([null, 1]);
  });
});

describe('A script of package.json that runs a program of another language', () => {
  const scripts = {
    'ci-format': 'dotnet format shop.sln --verify-no-changes --severity error',
    both: 'dotnet format && x',
  };
  const lint = async (run: string) =>
    (
      await profiled({
        'shop.sln': 'Project("{0}") = "a", "a/a.csproj", "{1}"\n',
        'a/a.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>',
        'a/a.cs': '',
        'package.json': packageJson(scripts),
        ...ci(run),
      })
    ).units.flatMap(({ ecosystem, commands }) => commands.lint.map((command) => `${ecosystem}: ${command.run}`));

  it('is a check of that language where a pipeline starts it', async () => {
    expect(await lint('npm run ci-format')).toEqual([
      'dotnet: dotnet format shop.sln --verify-no-changes --severity error',
    ]);
    expect(await lint('npm run both')).toEqual([]);
  });
});

describe('What a workflow reaches in two steps', () => {
  const files = {
    'package.json': packageJson({ lint: 'eslint .', 'lint:ws': 'sherif' }),
    'package-lock.json': '{"lockfileVersion":3}',
    'a.js': '',
    'web/package.json': packageJson({ 'lint:ws': 'sherif' }),
    'web/package-lock.json': '{"lockfileVersion":3}',
    'web/a.js': '',
  };
  const lint = async (more: MemoryFiles) => {
    const { units } = await profiled({ ...files, ...more });
    return units.flatMap(({ directory, version, commands }) =>
      commands.lint.map(({ run }) => `${directory} ${version?.value ?? '-'}: ${run}`),
    );
  };

  it('is read in actions that actions call, and ends where they call themselves', async () => {
    const inner =
      'inputs: { folder: {} }\nruns:\n  using: composite\n  steps:\n    - run: npm run lint:ws\n      shell: bash\n      working-directory: ${{ inputs.folder }}\n    - uses: ./.github/actions/build\n';
    const outer =
      'inputs: { at: {} }\nruns:\n  using: composite\n  steps:\n    - uses: ./.github/actions/build\n      with: { folder: "${{ inputs.at }}" }\n';
    expect(
      await lint({
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./.github/actions/outer\n        with: { at: web }\n',
        '.github/actions/outer/action.yml': outer,
        '.github/actions/build/action.yml': inner,
      }),
    ).toEqual(['. -: npm run lint', 'web -: npm run lint:ws']);
  });

  it('is left out where the inputs of the call do not let it run', async () => {
    const step = (condition: string) => `    - run: npm run lint:ws\n      shell: bash\n      if: ${condition}\n`;
    const own = (condition: string, given = '') =>
      lint({
        '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./.github/actions/a\n${given}`,
        '.github/actions/a/action.yml': `inputs: { All: { default: "false" } }\nruns:\n  using: composite\n  steps:\n${step(condition)}`,
      });
    const [alone, both] = [['. -: npm run lint'], ['. -: npm run lint', '. -: npm run lint:ws']];
    expect(await own("inputs.all == 'true'")).toEqual(alone);
    expect(await own("inputs.all == 'true'", '        with: { ALL: true }\n')).toEqual(both);
    expect(await own("inputs.all == 'true'", '        with: { all: "${{ github.actor }}" }\n')).toEqual(both);
    const called = (all: string) =>
      lint({
        '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n    with: { all: ${all}, ws: ws }\n`,
        '.github/workflows/b.yml':
          'on: { workflow_call: { inputs: { all: { type: boolean }, ws: { type: string } } } }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm run lint:${{ inputs.ws }}\n        if: inputs.all\n',
      });
    expect(await called('false')).toEqual(alone);
    expect(await called('true')).toEqual(both);
  });

  it('is read in a workflow that another one calls, with the inputs of each call', async () => {
    const called = (folder: string) =>
      `on:\n  workflow_call:\n    inputs:\n      folder: { type: string, default: . }\n      node: { type: string, default: '22' }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    defaults: { run: { working-directory: ${folder} } }\n    steps:\n      - uses: actions/setup-node@v6\n        with: { node-version: "\${{ inputs.node }}" }\n      - run: npm ci\n      - run: npm run lint:ws\n`;
    const caller =
      'on: pull_request\njobs:\n  a:\n    uses: ./.github/workflows/check.yml\n    strategy: { matrix: { at: [web] } }\n    with: { folder: "${{ matrix.at }}", node: 24 }\n';
    const both = (more: MemoryFiles) =>
      lint({ '.github/workflows/check.yml': called('"${{ inputs.folder }}"'), ...more });
    expect(await both({ '.github/workflows/ci.yml': caller })).toEqual([
      '. 24: npm run lint',
      'web 24: npm run lint:ws',
    ]);
    expect(await both({ '.github/workflows/ci.yml': caller.replace(/ {4}(?:with|strategy).*\n/g, '') })).toEqual([
      '. 22: npm run lint',
      '. 22: npm run lint:ws',
    ]);
    expect(await both({ '.github/workflows/ci.yml': caller.replace('pull_request', 'release') })).toEqual([
      '. -: npm run lint',
    ]);
  });
});

describe('The packages of the system that pipelines install before tests', () => {
  const install = async (...runs: readonly string[]) => {
    const { commands } = await theUnit({ ...GO, ...ci(...runs) });
    return commands.install.map(({ run, directory }) => `${run} in ${directory}`);
  };
  const line = (packages: string) => [`sudo apt-get update && sudo apt-get install -y ${packages} in .`];

  it('are installed first, without those that runners have', async () => {
    const all =
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends build-essential libpq-dev libssl-dev';
    expect(await install(all, 'go test ./...')).toEqual(line('libpq-dev libssl-dev'));
    expect(await install('sudo apt install libpq-dev', 'go test ./...')).toEqual(line('libpq-dev'));
  });

  it.each([
    ['tests run elsewhere', ['sudo apt-get install libpq-dev', 'go build ./...']],
    ['it is done after them', ['go test ./...', 'sudo apt-get install libpq-dev']],
    ['they come from another archive', ['sudo add-apt-repository ppa:x/y', 'sudo apt-get install z', 'go test ./...']],
    ['runners have them', ['sudo apt-get install -y gcc make', 'go test ./...']],
    ['a version is asked for', ['sudo apt-get install -y libpq-dev=16', 'go test ./...']],
  ])('are none where %s', async (_, runs) => {
    expect(await install(...runs)).toEqual([]);
  });

  it('are those that the dependencies of a program of Rust are linked with, where no pipeline says any', async () => {
    const installed = async (dependencies: string, files: MemoryFiles = {}) => {
      const cargo = { ...RUST, 'Cargo.toml': `[package]\nname = "shop"\n[dependencies]\n${dependencies}\n` };
      return (await theUnit({ ...cargo, ...files })).commands.install.map(({ run }) => run);
    };
    expect(await installed('cpal = "0.15"\nserialport = "4"')).toEqual([
      'sudo apt-get update && sudo apt-get install -y libasound2-dev libudev-dev',
    ]);
    expect((await installed('tauri = { version = "2" }'))[0]).toContain(' libwebkit2gtk-4.1-dev ');
    expect(await installed('serde = "1"')).toEqual([]);
    const own = { ...ci('sudo apt-get install -y libjack-dev', 'cargo test'), 'tests/a.rs': '#[test]\nfn a() {}\n' };
    expect(await installed('cpal = "0.15"', own)).toEqual([
      'sudo apt-get update && sudo apt-get install -y libjack-dev',
    ]);
  });

  it('are none where the machine is an older one, or a container', async () => {
    const workflow = ci('sudo apt-get install libpq-dev', 'go test ./...')['.github/workflows/ci.yml'];
    const on = async (machine: string) => {
      const changed = { '.github/workflows/ci.yml': workflow.replace('ubuntu-latest', machine) };
      return (await theUnit({ ...GO, ...changed })).commands.install;
    };
    expect(await on('ubuntu-24.04')).toHaveLength(1);
    expect(await on('ubuntu-22.04')).toEqual([]);
    expect(await on('ubuntu-latest\n    container: debian')).toEqual([]);
  });
});

describe('What pipelines set and copy for tests', () => {
  const LARAVEL = {
    'composer.json': '{"require": {"laravel/framework": "11", "phpunit/phpunit": "11"}}',
    'composer.lock': '{}',
    'tests/ATest.php': '',
    artisan: '',
    'phpunit.xml': '',
    '.env.example': '',
    '.env.ci': '',
  };
  const tests = async (...runs: readonly string[]) =>
    (await theUnit({ ...LARAVEL, ...ci(...runs) })).commands.test.map(({ run }) => run);

  it('is not copied over by an example', async () => {
    expect(await tests('php artisan key:generate', 'vendor/bin/phpunit')).toHaveLength(2);
    expect(await tests('cp .env.ci .env', 'vendor/bin/phpunit')).toEqual(['vendor/bin/phpunit']);
  });

  it('is not copied where another job does without', async () => {
    const job = (name: string, runs: readonly string[]) =>
      `  ${name}:\n    runs-on: ubuntu-latest\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`;
    const installs = async (...jobs: readonly (readonly string[])[]) => {
      const { commands } = await theUnit({
        'package.json':
          '{"scripts": {"test": "vitest run", "build": "vite build"}, "devDependencies": {"vitest": "4", "vite": "8"}}',
        'package-lock.json': '{}',
        'a.test.js': '',
        '.env.ci': '',
        '.github/workflows/ci.yml': `on: push\njobs:\n${jobs.map((runs, at) => job(`job${at}`, runs)).join('')}`,
      });
      return commands.install.map(({ run }) => run);
    };
    const copy = 'cp .env.ci .env';
    expect(await installs(['npm test'], ['npm run build'], [copy, 'npm run build'])).toEqual(['npm ci']);
    expect(await installs(['npm test'], [copy, 'npm run build'])).toEqual(['npm ci', copy]);
    expect(await installs([copy, 'npm test'], ['npm run build'])).toEqual(['npm ci', copy]);
    expect(await installs([copy, 'npm test'], [copy, 'npm test'])).toEqual(['npm ci', copy]);
    expect(await installs([copy, 'npx vitest run a'], ['npx vitest run b'])).toEqual(['npm ci', copy]);
  });

  it('is followed by the keys that it lacks', async () => {
    const all = ['cp .env.ci .env', 'php artisan key:generate', 'php artisan passport:keys --force'];
    const { commands } = await theUnit({ ...LARAVEL, ...ci(...all, 'php artisan config:cache', 'vendor/bin/phpunit') });
    expect(commands.install.map(({ run }) => run).slice(-3)).toEqual(all);
    const other = await theUnit({ ...LARAVEL, ...ci('php artisan key:generate', 'vendor/bin/phpunit') });
    expect(other.commands.install.map(({ run }) => run)).not.toContain('php artisan key:generate');
  });

  it('is not that of a part of them', async () => {
    const set = 'export DB_HOST=none';
    const copy = 'cp .env.ci .env';
    expect(await tests(copy, `${set} && vendor/bin/phpunit --colors`)).toEqual(['DB_HOST=none vendor/bin/phpunit']);
    expect(await tests(copy, `${set} && vendor/bin/phpunit --bootstrap a.php tests/Unit`)).toEqual([
      'vendor/bin/phpunit',
    ]);
  });
});

describe('What pipelines run for a unit', () => {
  it('is added to its checks, by the words of the pipeline, with the line', async () => {
    const unit = await theUnit({ ...RUST, ...ci('cargo doc --no-deps') });
    const [found] = unit.commands.lint.filter(({ run }) => run.startsWith('cargo doc'));
    expect(found).toMatchObject({ check: 'lint', run: 'cargo doc --no-deps', directory: '.' });
    expect(linesOf(found)).toEqual(['.github/workflows/ci.yml:6']);
  });

  it('of whatever system', async () => {
    const gitlab = { '.gitlab-ci.yml': 'docs:\n  script: cargo doc --no-deps\n' };
    expect(await added(RUST, gitlab)).toEqual(['lint: cargo doc --no-deps']);
    const jenkins = { Jenkinsfile: "node {\n  sh 'cargo doc --no-deps'\n}\n" };
    expect(await added(RUST, jenkins)).toEqual(['lint: cargo doc --no-deps']);
  });

  it('is not added where the unit runs that tool already', async () => {
    expect(await added(RUST, ci('cargo fmt --check', 'cargo clippy --all-targets', 'cargo clippy --tests'))).toEqual(
      [],
    );
    expect(await added(GO, ci('go vet ./...'))).toEqual([]);
  });

  it('needs what no job has where it asks a database: it is known, by a name that no job is made for', async () => {
    expect(await added(RUST, ci('cargo sqlx prepare --check -- --all-targets'))).toEqual([
      'queries: cargo sqlx prepare --check -- --all-targets',
    ]);
  });

  it.each([
    ['of another folder', ['cd tools && cargo doc']],
    ['of a part', ['cargo doc -p shop-api']],
    ['of another toolchain', ['cargo +nightly doc']],
    ['that the shell would fill in', ['cargo doc $FLAGS']],
    ['that may fail', ['cargo doc || true']],
    ['that asks a person', ['cargo doc --open']],
    ...MORE.map((word): [string, string[]] => [`of what does more: ${word}`, [`cargo doc --${word}=x`]]),
  ])('is not added as a call %s', async (_, runs) => {
    expect(await added({ ...RUST, 'tools/x': '' }, ci(...runs))).toEqual([]);
  });

  it('is not what only a release runs', async () => {
    const release = {
      '.github/workflows/ci.yml': ci('cargo doc')['.github/workflows/ci.yml'].replace('pull_request', 'release'),
    };
    expect(await added(RUST, release)).toEqual([]);
  });
});

describe('The linter that an action runs', () => {
  const uses = (action: string, inputs: Record<string, string>) => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    strategy: { matrix: { dir: [tools] } }\n    steps:\n      - { uses: ${action}, with: ${JSON.stringify(inputs)} }\n`,
  });
  const TERRAFORM = { 'infra/main.tf': 'terraform {\n  backend "s3" {}\n}\n', 'infra/.trivyignore': '' };

  it('is one of the checks, in the folder of the inputs', async () => {
    const inTools = { 'tools/go.mod': GO['go.mod'], 'tools/main.go': GO['main.go'] };
    const matrix = uses('golangci/golangci-lint-action@v8', { 'working-directory': '${{ matrix.dir }}' });
    expect(await added(inTools, matrix)).toEqual(['lint: golangci-lint run in tools']);
    expect(await added(GO, matrix)).toEqual([]);
    const old = {
      ...inTools,
      'tools/go.mod': 'module example.com/shop\n\ngo 1.18\n',
      'tools/.golangci.yml': 'run: {}\n',
    };
    expect(await added(old, matrix)).toEqual([]);
    expect(await added(RUST, uses('EmbarkStudios/cargo-deny-action@v2', {}))).toEqual(['audit: cargo deny check']);
    expect(await added(RUST, uses('EmbarkStudios/cargo-deny-action@v2', { command: 'check bans' }))).toEqual([]);
  });

  it('takes the place of what it runs by itself, but for what the pipelines run as well', async () => {
    const vets = async (...steps: readonly string[]) => {
      const workflow = `on: push\njobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
      return (await lint({ ...GO, '.github/workflows/ci.yml': workflow })).filter((run) => run.startsWith('lint'));
    };
    const uses = 'uses: golangci/golangci-lint-action@v8';
    expect(await vets('run: echo')).toEqual(['lint: go vet ./...']);
    expect(await vets(uses)).toEqual(['lint: golangci-lint run']);
    expect(await vets(uses, 'run: go vet ./...')).toEqual(['lint: golangci-lint run', 'lint: go vet ./...']);
  });

  it('is known where it scans configuration and fails', async () => {
    const inputs = {
      'scan-type': 'config',
      'scan-ref': './infra',
      'exit-code': '1',
      severity: 'HIGH,CRITICAL',
      trivyignores: 'infra/.trivyignore',
    };
    expect(await added(TERRAFORM, uses('aquasecurity/trivy-action@v1', inputs))).toEqual([
      'misconfiguration: trivy config --severity HIGH,CRITICAL --exit-code 1 --ignorefile .trivyignore . in infra',
    ]);
    expect(await added(TERRAFORM, uses('aquasecurity/trivy-action@v1', { ...inputs, 'exit-code': '0' }))).toEqual([]);
    expect(await added(TERRAFORM, uses('aquasecurity/trivy-action@v1', { ...inputs, 'scan-type': 'fs' }))).toEqual([]);
  });
});

describe('The task that a pipeline starts', () => {
  const justfile = [
    'rs-doc *flags:',
    '    {{ _cargo }} doc --frozen {{ flags }}',
    'rs-fmt:',
    '    {{ _cargo }} fmt -- --check',
    'rs-check-dirs:',
    '    #!/usr/bin/env bash',
    '    ls',
    'rs-deploy-check:',
    '    kubectl get pods',
    'md-lint:',
    '    markdownlint .',
    'rs-lint: rs-fmt',
    '    cargo machete',
    'docs:',
    '    cargo doc',
    ...[
      'docker run --rm x',
      '@docker-compose up -d',
      'cargo publish',
      'cargo +nightly publish -n',
      'terraform apply',
    ].flatMap((line, index) => [`rs-${index}-lint:`, `    ${line}`, '    cargo doc']),
    'both-lint:',
    '    cargo doc',
    '    go vet ./...',
  ].join('\n');

  it('is run where its name says what it checks, and its name or its tool for which language', async () => {
    const files = { ...RUST, justfile };
    const calls = ci('just rs-doc --no-deps', 'just rs-check-dirs', 'just docs');
    expect(await added(files, calls)).toEqual([
      'lint: just rs-doc --no-deps',
      'lint: just rs-check-dirs',
      'lint: just docs',
    ]);
    const unit = await theUnit({ ...files, ...calls });
    expect(linesOf(unit.commands.lint.find(({ run }) => run === 'just rs-doc --no-deps'))).toEqual([
      '.github/workflows/ci.yml:6',
      'justfile:1',
    ]);
  });

  it.each([
    ['calls a tool that the unit runs', 'just rs-fmt'],
    ['needs what is not there', 'just rs-deploy-check'],
    ['starts containers', 'just rs-0-lint'],
    ['starts containers by their file', 'just rs-1-lint'],
    ['publishes', 'just rs-2-lint'],
    ['publishes by another toolchain', 'just rs-3-lint'],
    ['changes what runs', 'just rs-4-lint'],
    ['is about something else', 'just md-lint'],
    ['needs another one', 'just rs-lint'],
    ['is about two languages', 'just both-lint'],
    ['is not there', 'just rs-other-lint'],
    ['is told more than flags', 'just x=1 rs-check-dirs'],
  ])('is not run where it %s', async (_, run) => {
    expect(await added({ ...RUST, justfile }, ci(run))).toEqual([]);
  });

  it('is found in a makefile and in a Taskfile', async () => {
    const makefile = 'docs:\n\t@cargo doc --no-deps\nlint-fix:\n\tcargo doc\n';
    expect(await added({ ...RUST, Makefile: makefile }, ci('make docs', 'make lint-fix'))).toEqual(['lint: make docs']);
    expect(await added({ ...RUST, Makefile: makefile }, ci('make docs -k'))).toEqual([]);
    const taskfile =
      'version: "3"\ntasks:\n  docs:\n    cmds: [cargo doc]\n  more-docs:\n    deps: [docs]\n    cmds: [cargo doc]\n';
    expect(await added({ ...RUST, 'Taskfile.yml': taskfile }, ci('task docs', 'task more-docs'))).toEqual([
      'lint: task docs',
    ]);
  });

  it('is seen through to how it calls a linter of Python', async () => {
    const files = { 'requirements.txt': 'mypy\n', 'x.py': '', 'mypy.ini': '' };
    const taskfile = 'version: "3"\ntasks:\n  py:types:\n    cmds:\n      - mypy shop {{ .CLI_ARGS }}\n';
    const tasks: readonly [run: string, files: MemoryFiles][] = [
      ['task py:types', { 'Taskfile.yml': taskfile }],
      ['just types', { justfile: 'types:\n    mypy shop\n' }],
      ['make types', { GNUmakefile: 'types:\n\t@mypy shop\n' }],
    ];
    for (const [run, more] of tasks) {
      const { commands } = await theUnit({ ...files, ...more, ...ci(run) });
      expect(commands.lint.map((command) => command.run)).toEqual(['mypy shop']);
      expect(linesOf(commands.lint[0])).toContain('.github/workflows/ci.yml:6');
    }
    const elsewhere = { 'Taskfile.yml': taskfile.replace('    cmds', '    dir: docs\n    cmds') };
    expect(await lint({ ...files, ...elsewhere, ...ci('task py:types') })).toEqual(['typecheck: mypy .']);
  });

  it('is not run where it does nothing that is not run already', async () => {
    const files = { 'requirements.txt': 'ruff\nmypy\n', 'x.py': '', 'mypy.ini': '' };
    const taskfile = 'version: "3"\ntasks:\n  py:lint:\n    cmds: [ruff check shop, mypy shop]\n';
    expect(await lint({ ...files, 'Taskfile.yml': taskfile, ...ci('task py:lint') })).toEqual([
      'lint: ruff check shop',
      'typecheck: mypy shop',
    ]);
  });

  it('of a makefile is run in the folder that the pipeline names', async () => {
    const files = {
      'api/Cargo.toml': '[package]\nname = "shop"\n',
      'api/src/main.rs': '',
      'api/Makefile': 'docs:\n\tcargo doc\n',
    };
    expect(await added(files, ci('make -C api docs'))).toEqual(['lint: make docs in api']);
  });
});

describe('The script that a pipeline starts', () => {
  const SCRIPTS = {
    lint: 'eslint .',
    'lint:ws': 'sherif',
    'lint:all': 'npm run lint',
    'lint:fix': 'eslint --fix .',
    'lint:watch': 'eslint --watch .',
    'format:all': 'prettier --write .',
    'validate:format': 'prettier -c src',
    'check:links': 'lychee .',
    publint: 'publint',
    'docs:all': 'typedoc',
    'check:docs': 'node scripts/references.js',
    'build:types': 'tsc -d',
    types: 'tsc -d',
    'types:validate': 'attw .',
  };
  const files = { 'package.json': packageJson(SCRIPTS), 'package-lock.json': '{"lockfileVersion":3}', 'a.js': '' };

  it('is a check where its name says so', async () => {
    expect(await added(files, ci('npm run lint && npm run lint:ws', 'npm run check:docs'))).toEqual([
      'lint: npm run lint:ws',
      'lint: npm run check:docs',
    ]);
  });

  it.each([
    'npm run lint:all',
    'npm run lint:fix',
    'npm run lint:watch',
    'npm run format:all',
    'npm run check:links',
    'npm run publint',
    'npm run docs:all',
    'npm run build:types',
    'npm run types',
    'npm run lint:none',
    'pnpm lint:ws',
    'npm run lint:ws -- --fix',
  ])('is none as %s', async (run) => {
    expect(await added(files, ci(run))).toEqual([]);
  });
});

describe('The hooks of pre-commit', () => {
  const config =
    'repos:\n  - repo: https://example.com/hooks\n    hooks:\n      - id: terraform_fmt\n      - id: terraform_docs\n';
  const TERRAFORM = { 'main.tf': 'terraform {\n  backend "s3" {}\n}\n', '.pre-commit-config.yaml': config };
  const workflow = (step: string) => ({
    '.github/workflows/ci.yml': `on: push\nenv: { DOCS: v0.20.0 }\njobs: { a: { steps: [${step}] } }\n`,
  });
  const action = workflow("{ uses: a/b/pre-commit@v1, with: { terraform-docs-version: '${{ env.DOCS }}' } }");

  it('are run where a pipeline runs them, for the folder, unless the unit does the same already', async () => {
    const { units } = await profiled({ ...TERRAFORM, 'modules/a/main.tf': TERRAFORM['main.tf'], ...action });
    const runs = units.map(({ commands }) =>
      commands.lint.map(({ run }) => run).filter((run) => /pre-commit/.test(run)),
    );
    expect(runs).toEqual([
      ['pre-commit run terraform_docs --all-files'],
      ['pre-commit run terraform_docs --files modules/a/*'],
    ]);
    expect(units[0]?.versions).toMatchObject([{ tool: 'terraform-docs', value: '0.20.0' }]);
  });

  it('are left alone where a person starts them', async () => {
    const manual = config.replace('terraform_docs\n', 'terraform_docs\n        stages: [manual]\n');
    expect(await added({ ...TERRAFORM, '.pre-commit-config.yaml': manual }, action)).toEqual([]);
  });

  it('are left alone where no pipeline runs them, or nothing tells which release of their program', async () => {
    expect(await added(TERRAFORM, ci('make'))).toEqual([]);
    expect(await added(TERRAFORM, ci('pre-commit run --all-files'))).toEqual([]);
    const unusual = workflow('{ uses: a/b/pre-commit@v1, if: failure(), with: { terraform-docs-version: 0.20.0 } }');
    expect(await added(TERRAFORM, unusual)).toEqual([]);
  });
});

describe('The settings that pipelines copy', () => {
  const install = async (files: MemoryFiles) => (await theUnit(files)).commands.install.map(({ run }) => run);
  const files = {
    'package.json': packageJson({}),
    'package-lock.json': '{"lockfileVersion":3}',
    '.env.example': 'A=b\n',
  };

  it('are copied after the dependencies are there, once', async () => {
    expect(await install({ ...files, ...ci('cp .env.example .env', 'cp .env.example .env') })).toEqual([
      'npm ci',
      'cp .env.example .env',
    ]);
  });

  it('are there as well where they are moved', async () => {
    expect(await install({ ...files, ...ci('mv .env.example .env') })).toEqual(['npm ci', 'cp .env.example .env']);
    expect(await install({ ...files, ...ci('mv .env.example old/') })).toEqual(['npm ci']);
  });

  it('are followed by the empty file of a database', async () => {
    const runs = ci('cp .env.example .env && touch database/testing.sqlite', 'touch other.txt');
    expect(await install({ ...files, ...runs })).toEqual([
      'npm ci',
      'cp .env.example .env',
      'touch database/testing.sqlite',
    ]);
    expect(await install({ ...files, ...runs, 'database/testing.sqlite': '' })).toHaveLength(2);
  });

  it('are not where the example is missing, or the copy is there', async () => {
    expect(await install({ ...files, ...ci('cp .env.other .env') })).toEqual(['npm ci']);
    expect(await install({ ...files, '.env': '', ...ci('cp .env.example .env') })).toEqual(['npm ci']);
  });

  it.each([
    ['config/database.yml.sample', 'config/database.yml', true],
    ['config/database.ci.yml', 'config/database.yml', true],
    ['settings.example.py', 'settings.py', true],
    ['config/other.yml', 'config/database.yml', false],
    ['templates/database.yml', 'config/database.yml', false],
    ['page.html.example', 'page.html', false],
  ])('are the settings of programs, too: %s as %s', async (example, copy, isCopied) => {
    const run = `cp ${example} ${copy}`;
    expect(await install({ ...files, [example]: '', ...ci(run) })).toEqual(isCopied ? ['npm ci', run] : ['npm ci']);
  });

  it('are all that a folder keeps for the tests of the same job, where none of it is in its place', async () => {
    const copy = 'cp ci/settings/* config/';
    const kept = {
      ...{ ...files, 'package.json': packageJson({ test: 'vitest' }) },
      ...{ 'ci/settings/keys.enc': '', 'ci/settings/main.key': '', 'config/app.js': '' },
    };
    expect(await install({ ...kept, ...ci(copy, 'npm test') })).toEqual(['npm ci', copy]);
    expect(await install({ ...kept, ...ci('npm test', copy) })).toEqual(['npm ci']);
    expect(await install({ ...kept, ...ci(copy, 'npm run lint') })).toEqual(['npm ci']);
    expect(await install({ ...kept, 'config/main.key': '', ...ci(copy, 'npm test') })).toEqual(['npm ci']);
    expect(await install({ ...kept, 'ci/settings/more/a': '', ...ci(copy, 'npm test') })).toEqual(['npm ci']);
  });

  it.each([
    ['the job that tests', 'test:\n  script: [cp .env.example .env, npm test]\ndeploy:\n  script: [cp .env.ci .env]\n'],
    ['the first, onto one file', 'test:\n  script: [cp .env.example .env, cp .env.ci .env, npm test]\n'],
    [
      'every job that tests',
      'lint:\n  script: [cp .env.example .env]\ntest:\n  script: [cp .env.example .env, npm test]\n',
    ],
    ['a job, where none tests', 'setup:\n  script: [cp .env.example .env]\n'],
    [
      'a job whose tests nobody can name, beside one that lints',
      'lint:\n  script: [npm run lint]\ntest:\n  script: [cp .env.example .env, npm run $TESTS]\n',
    ],
  ])('are those of %s', async (_, pipeline) => {
    const tested = { ...files, 'package.json': packageJson({ test: 'vitest', lint: 'eslint .' }), '.env.ci': 'A=c\n' };
    expect(await install({ ...tested, '.gitlab-ci.yml': pipeline })).toEqual(['npm ci', 'cp .env.example .env']);
  });

  it('are not those of a job that does something else, where another one tests', async () => {
    const pipeline = 'test:\n  script: [npm ci, npm test]\ndeploy:\n  script: [cp .env.example .env, ./deploy]\n';
    const tested = { ...files, 'package.json': packageJson({ test: 'vitest' }) };
    expect(await install({ ...tested, '.gitlab-ci.yml': pipeline })).toEqual(['npm ci']);
  });

  it('are of the language whose pipeline makes them, in a folder of two', async () => {
    const both = {
      ...files,
      'composer.json': '{"require": {"php": ">=8.3"}}',
      'a.php': '',
      ...ci('composer install', 'cp .env.example .env'),
    };
    const found = await profiled(both);
    expect(found.units.map(({ ecosystem, commands }) => [ecosystem, commands.install.length])).toEqual([
      ['node', 1],
      ['php', 2],
    ]);
  });
});

describe('A program of the repository that a pipeline runs before the tests', () => {
  const install = async (...runs: readonly string[]) => {
    const { commands } = await theUnit({ ...GO, 'cmd/keys/main.go': 'package main\n', ...ci(...runs) });
    return commands.install.map(({ run }) => run);
  };

  it('makes what they are compiled from', async () => {
    expect(await install('go run cmd/keys/main.go', 'go test ./...')).toContain('go run cmd/keys/main.go');
    expect(await install('go run ./cmd/keys', 'go test -race ./...')).toContain('go run ./cmd/keys');
  });

  it.each([
    ['it runs after them', ['go test ./...', 'go run ./cmd/keys']],
    ['nothing is tested there', ['go run ./cmd/keys', 'go vet ./...']],
    ['it is told more', ['go run ./cmd/keys serve', 'go test ./...']],
    ['it is of somebody else', ['go run example.com/tool@v1', 'go test ./...']],
    ['it is not there', ['go run ./cmd/gone', 'go test ./...']],
    ['it runs beside them', ['go run ./cmd/keys &', 'go test ./...']],
  ])('makes nothing for them where %s', async (_, runs) => {
    expect((await install(...runs)).filter((run) => run.startsWith('go run'))).toEqual([]);
  });
});

describe('What pipelines set for tests', () => {
  it('may be set for a task that runs them', async () => {
    const taskfile = 'version: "3"\ntasks:\n  py:test:\n    cmds:\n      - pytest {{ .CLI_ARGS }}\n';
    const { commands } = await theUnit({
      'requirements.txt': 'pytest\n',
      'tests/test_a.py': 'def test_a(): pass\n',
      'Taskfile.yml': taskfile,
      '.github/workflows/ci.yml':
        'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: task py:test\n        env: { SHOP_HOST: localhost }\n',
    });
    expect(commands.test.map(({ run }) => run)).toEqual(['SHOP_HOST=localhost pytest']);
  });

  const workflow = (env: string, run: string) => ({
    '.github/workflows/ci.yml': `on: push\nenv: { ${env} }\njobs: { a: { steps: [{ run: ${run} }] } }\n`,
  });

  const tests = async (files: MemoryFiles) => (await theUnit(files)).commands.test.map(({ run }) => run);

  it('stands in front of them, with the line, where it is set for the same command', async () => {
    const unit = await theUnit({ ...GO, ...workflow("CGO_ENABLED: '0', SHOP_MODE: test", 'go test -race ./...') });
    expect(unit.commands.test.map(({ run }) => run)).toEqual(['CGO_ENABLED=0 SHOP_MODE=test go test ./...']);
    expect(linesOf(unit.commands.test[0])).toContain('.github/workflows/ci.yml:3');
  });

  it('is what the job, and the step, set', async () => {
    const job =
      'on: push\nenv: { A: a }\njobs:\n  a:\n    env: { B: b }\n    steps:\n      - { run: go test ./..., env: { C: c } }\n';
    expect(await tests({ ...GO, '.github/workflows/ci.yml': job })).toEqual(['A=a B=b C=c go test ./...']);
  });

  it('is a setting of the language alone where the command is another one', async () => {
    const files = { ...GO, ...workflow("CGO_ENABLED: '0', SHOP_MODE: test", 'go test ./internal') };
    expect(await tests(files)).toEqual(['CGO_ENABLED=0 go test ./...']);
  });

  it('is all that is set for another test of the same unit', async () => {
    const files = {
      ...{ Gemfile: 'gem "rails"\ngem "rspec-rails"\n', 'config/application.rb': '', 'bin/rails': { executable: '' } },
      ...{ 'db/schema.rb': '', 'spec/a_spec.rb': '', 'test/a_test.rb': '' },
    };
    const set = 'DATABASE_URL=sqlite3:tmp/test.db RAILS_ENV=test';
    const [env, run] = ['DATABASE_URL: "sqlite3:tmp/test.db", RAILS_ENV: test', 'bundle exec rspec'];
    expect(await tests({ ...files, ...workflow(env, run) })).toEqual([
      `${set} bin/rails db:test:prepare`,
      `${set} bundle exec rspec`,
      `${set} bin/rails db:test:prepare test`,
    ]);
  });

  it('is only what a call for that language has', async () => {
    expect(await tests({ ...GO, ...workflow("CGO_ENABLED: '0'", 'go vet ./...') })).toEqual(['go test ./...']);
  });

  it('is an address with the password of a test, and a word that keeps nobody out', async () => {
    const env = 'DB_URL: "postgres://shop:shop@localhost:5432/shop?sslmode=disable", API_SECRET: bar';
    expect(await tests({ ...GO, ...workflow(env, 'go test ./...') })).toEqual([
      "DB_URL='postgres://shop:shop@localhost:5432/shop?sslmode=disable' API_SECRET=bar go test ./...",
    ]);
  });

  it('is what a command has that is tried again', async () => {
    expect(await tests({ ...GO, ...workflow('A: a', 'go test ./... || go test ./...') })).toEqual([
      'A=a go test ./...',
    ]);
  });

  it('stands in front of a build that they start, too', async () => {
    const text = packageJson({ build: 'next build' });
    const builds = async (run: string) => {
      const env = "DATABASE_URL: 'postgres://a:a@localhost/a', NODE_OPTIONS: -r=x";
      const unit = await theUnit({ 'package.json': text, 'pnpm-lock.yaml': '', ...workflow(env, run) });
      return unit.commands.build.map((command) => command.run);
    };
    const set = 'DATABASE_URL=postgres://a:a@localhost/a pnpm run build';
    expect(await builds('pnpm build')).toEqual([set]);
    expect(await builds('pnpm run build')).toEqual([set]);
    expect(await builds('pnpm test')).toEqual(['pnpm run build']);
  });

  it.each([
    'PATH: bin',
    'LD_PRELOAD: x.so',
    'NODE_OPTIONS: --require=x',
    'GOPROXY: https://proxy.example.com',
    'GIT_SSH_COMMAND: x',
    'DOCKER_HOST: x',
    'HTTPS_PROXY: http://proxy.example.com',
    'BASH_ENV: x',
    'SHOP_CONFIG: /builds/shop/config.toml',
    'shop: x',
    'A: "${{ secrets.A }}"',
    'A: "$(whoami)"',
    'A: "a`whoami`"',
    `A: "it's"`,
    'A: "a\\nb"',
    'A: "a\u202eb"',
    `A: ${'a'.repeat(201)}`,
    'A-B: a',
    'API_TOKEN: 8f14e45fceea167a5a36dedd4bea2543',
    'API_KEY: aB3dE6gH9jK2',
    'DB_URL: "postgres://shop:hunter2@db.example.com/shop"',
  ])('is not %s', async (env) => {
    expect(await tests({ ...GO, ...workflow(env, 'go test ./...') })).toEqual(['go test ./...']);
  });

  const readBy = (variables: string, read: string) => ({
    '.github/workflows/ci.yml': `on: push\nenv: { ${variables} }\njobs: { a: { steps: [{ run: go test ./... }, ${read}] } }\n`,
  });

  it.each([
    [
      'a tool that it installs',
      'GOLANG_RELEASE: 1.26.6',
      '{ uses: a/b@v1, with: { version: "${{ env.GOLANG_RELEASE }}" } }',
    ],
    ['a name that it uploads to', 'STORAGE_ACCT: shop', '{ run: az upload --name $STORAGE_ACCT }'],
    ['what it publishes', 'PACKAGE_NAME: shop', '{ run: \'pip install "${PACKAGE_NAME}"\' }'],
  ])('is not what only the pipeline itself reads: %s', async (_, variables, read) => {
    expect(await tests({ ...GO, ...readBy(variables, read) })).toEqual(['go test ./...']);
  });

  it('is not what another pipeline reads', async () => {
    const other = readBy('PACKAGE_NAME: shop', '{ run: pip install $PACKAGE_NAME }')['.github/workflows/ci.yml'];
    const files = { ...GO, ...workflow('PACKAGE_NAME: shop', 'go test ./...') };
    const build = { '.github/workflows/release.yml': other.replace('go test', 'go vet') };
    expect(await tests({ ...files, ...build })).toEqual(['go test ./...']);
  });

  it('is not what only a task reads that the pipeline starts', async () => {
    const Makefile = 'lint:\nifdef JUNIT_OUTPUT\n\tgo vet -json ./...\nendif\n';
    const files = { ...GO, Makefile, ...readBy("JUNIT_OUTPUT: 'true'", '{ run: make lint }') };
    expect(await tests(files)).toEqual(['go test ./...']);
  });

  it('is what the pipeline reads as well, where servers are, and what code is seen to read', async () => {
    const server = readBy('SHOP_DB_HOST: localhost', '{ run: wait-for $SHOP_DB_HOST }');
    expect(await tests({ ...GO, ...server })).toEqual(['SHOP_DB_HOST=localhost go test ./...']);
    const read = readBy('SHOP_EDITION: free', '{ run: echo $SHOP_EDITION }');
    expect(await tests({ ...GO, ...read })).toEqual(['go test ./...']);
    expect(await tests({ ...GO, ...read, '.env.test': 'EDITION=${SHOP_EDITION}\n' })).toEqual([
      'SHOP_EDITION=free go test ./...',
    ]);
  });

  it.each(['SHOP_DB_USER', 'SHOP_USERNAME', 'SHOP_API_URL', 'SHOP_ENV', 'TZ'])(
    'is what the pipeline reads as well, where its name is for both: %s',
    async (name) => {
      const files = { 'app.rb': '', Gemfile: "gem 'rspec'\n", 'spec/a_spec.rb': '' };
      const read = `{ run: echo $${name} }`;
      const text = `on: push\nenv: { ${name}: shop }\njobs: { a: { steps: [{ run: bundle exec rspec }, ${read}] } }\n`;
      expect(await tests({ ...files, '.github/workflows/ci.yml': text })).toEqual([`${name}=shop bundle exec rspec`]);
    },
  );

  it.each(['$env:SHOP_EDITION', '${SHOP_EDITION}', '$(SHOP_EDITION)'])(
    'is not what the pipeline itself reads as %s',
    async (text) => {
      expect(await tests({ ...GO, ...readBy('SHOP_EDITION: free', `{ run: 'echo ${text}' }`) })).toEqual([
        'go test ./...',
      ]);
    },
  );

  it.each([
    ['a test asks for', 'main_test.go', 'os.Getenv("SHOP_EDITION")', true],
    ['other code asks for', 'main.go', 'env := lookup("SHOP_EDITION")', true],
    ['code asks for by a longer name', 'main.go', 'os.Getenv("SHOP_EDITION_ID")', false],
    ['code only names', 'main.go', 'const name = "SHOP_EDITION"', false],
  ])('is what the pipeline reads as well and %s', async (_, file, code, isTheirs) => {
    const read = readBy('SHOP_EDITION: free', '{ run: echo $SHOP_EDITION }');
    const run = isTheirs ? 'SHOP_EDITION=free go test ./...' : 'go test ./...';
    expect(await tests({ ...GO, ...read, [file]: `package main\n${code}\n` })).toEqual([run]);
  });

  it.each(['web/mode.ts', 'web/mode.test.ts'])('is what %s asks for, which no other rule reads', async (file) => {
    const files = { ...GO, ...readBy('SHOP_EDITION: free', '{ run: echo $SHOP_EDITION }') };
    const asked = { ...files, [file]: 'export const mode = process.env.SHOP_EDITION;\n' };
    expect(await tests(asked)).toEqual(['SHOP_EDITION=free go test ./...']);
  });

  it('is not what the runner of a pipeline of GitLab is told', async () => {
    const variables = "{ GITLAB_FEATURES: a, FF_SCRIPT_SECTIONS: 'true', SHOP_MODE: test }";
    const pipeline = `variables: ${variables}\ntest:\n  script: [go test ./...]\n`;
    expect(await tests({ ...GO, '.gitlab-ci.yml': pipeline })).toEqual(['SHOP_MODE=test go test ./...']);
  });

  it('is no more than thirty variables', async () => {
    const env = Array.from({ length: 40 }, (_, index) => `A${index}: a`).join(', ');
    const [run = ''] = await tests({ ...GO, ...workflow(env, 'go test ./...') });
    expect(run.split(' ').filter((word) => word.includes('='))).toHaveLength(30);
  });

  it('names what a container stands for by this machine', async () => {
    const contained = (container: string, ports: string) =>
      `on: push\njobs:\n  a:\n    ${container}services: { db: { image: "postgres:16", ports: [${ports}] } }\n    env: { DB_URL: "postgres://db:x@db:5432/db", DB_HOST: db, DB_NAME: db, CACHE: "localhost:5433" }\n    steps: [{ run: go test ./... }]\n`;
    const run = async (container: string, ports: string) =>
      (await tests({ ...GO, '.github/workflows/ci.yml': contained(container, ports) }))[0];
    expect(await run('container: golang\n    ', '')).toBe(
      'DB_URL=postgres://db:x@localhost:5432/db DB_HOST=localhost DB_NAME=db CACHE=localhost:5433 go test ./...',
    );
    expect(await run('', '"5433:5432"')).toContain('CACHE=localhost:5433 ');
  });
});

describe('A pipeline of Woodpecker or Drone', () => {
  const RUST_WITH = { ...RUST, 'Cargo.toml': '[package]\nname = "shop"\n', 'tests/a.rs': '' };
  const test =
    'image: "rust:1.80"\n    environment: { SHOP_DB: "postgres://shop:shop@db:5432/shop" }\n    commands: [cargo test]\n';
  const services = 'services:\n  db:\n    image: postgres:16\n    environment: { POSTGRES_DB: shop }\n';

  it.each([
    ['.woodpecker.yml', `steps:\n  test:\n    ${test}${services}`],
    ['.woodpecker/ci.yaml', `steps:\n  - name: test\n    ${test}${services}`],
    [
      '.drone.yml',
      `kind: pipeline\nsteps:\n  - name: test\n    ${test}${services.replace('  db:\n    ', '  - name: db\n    ')}`,
    ],
  ])('says in %s what tests run with, and beside', async (file, text) => {
    const unit = await theUnit({ ...RUST_WITH, [file]: text });
    expect(unit.commands.test.map(({ run }) => run)).toEqual([
      expect.stringMatching(/^SHOP_DB=postgres:\/\/shop:shop@localhost:5432\/shop cargo test\b/),
    ]);
    expect(unit.needs).toMatchObject([{ service: 'postgres', version: '16', environment: { POSTGRES_DB: 'shop' } }]);
  });

  it('is passed over where only a release starts it, or it may fail', async () => {
    const run = async (more: string) =>
      lint({ ...RUST, '.woodpecker.yml': `steps:\n  a:\n    commands: [cargo doc]\n${more}` });
    expect(await run('')).toContain('lint: cargo doc');
    expect(await run('    when: [{ event: tag }]\n')).not.toContain('lint: cargo doc');
    expect(await run('    when: { event: [tag, push] }\n')).toContain('lint: cargo doc');
    expect(await run('    failure: ignore\n')).not.toContain('lint: cargo doc');
  });
});

describe('The task by which a pipeline runs tests', () => {
  const run = async (makefile: string, ...runs: readonly string[]) =>
    (await theUnit({ ...GO, Makefile: makefile, ...ci(...runs) })).commands.test.map((command) => command.run);
  const PREPARED =
    'test: fmt setup\n\t@ASSETS="$(shell $(TOOL) use -p path)" \\\n\tA=1 \\\n\tgo test -race ./...\nfmt:\n\tgo fmt\n';

  it('is run where it gives them what only it can find out', async () => {
    expect(await run(PREPARED, 'make test')).toEqual(['make test']);
  });

  it('gives them what it sets by itself, where that is known', async () => {
    expect(await run('test:\n\tA=1 go test ./...\n', 'make test')).toEqual(['A=1 go test ./...']);
  });

  it('is run where it chooses the tests that do not need a running system', async () => {
    const files = { ...GO, 'internal/a_test.go': '', 'integration-test/b_test.go': '' };
    const chosen = async (recipe: string) => {
      const unit = await theUnit({ ...files, Makefile: `test: ## run\n\t${recipe}\n`, ...ci('make test') });
      return unit.commands.test.map((command) => command.run);
    };
    expect(await chosen('go test -race ./internal/... ./pkg/...')).toEqual(['make test']);
    const own = ["go list ./... | grep -vE '/integration-test(/|$)' | xargs go test"];
    expect(await chosen('docker compose up && go test ./internal/...')).toEqual(own);
    expect(await chosen('go test $(PACKAGES) ./internal/...')).toEqual(own);
  });

  const SOME = "test:\n\tgo test -v $(shell go list ./... | grep -vE 'shop/(examples|tools)')\n";

  it('is run where it takes packages out of a list of all, and where another one needs it', async () => {
    expect(await run(SOME, 'make test')).toEqual(['make test']);
    const below = { 'tools/Makefile': `check: test\n${SOME}` };
    const root = { ...GO, ...below, Makefile: `${SOME}ci:\n\tcd tools && make check\n`, ...ci('make ci') };
    expect((await theUnit(root)).commands.test.map((command) => command.run)).toEqual(['go test ./...']);
    const two = `${SOME}test-more:\n\tgo test ./more/...\nci: test test-more\n`;
    expect(await run(two, 'make ci')).not.toEqual(['make test']);
    expect(await run(`check: vet test\nvet:\n\tgo vet ./...\n${SOME}`, 'make check')).toEqual(['make test']);
  });

  it.each([
    ['it does more', `${SOME}\techo done\n`],
    ['it takes vendored packages out, as Go does', SOME.replace("-vE 'shop/(examples|tools)'", '-v /vendor/')],
    ['it lists some', SOME.replace('./... |', './internal/... |')],
    ['it has no recipe', 'test:\n'],
  ])('is not run for a list where %s', async (_, makefile) => {
    expect(await run(makefile, 'make test')).toEqual(['go test ./...']);
  });

  it.each([
    ['the tests are started without it, too', PREPARED, ['make test', 'go test ./...']],
    ['its name is of something else', PREPARED.replace('test:', 'build:'), ['make build']],
    ['no pipeline starts it', PREPARED, ['make fmt']],
    ['it is another language', PREPARED.replace('go test', 'cargo test'), ['make test']],
  ])('is not where %s', async (_, makefile, runs) => {
    expect(await run(makefile, ...runs)).toEqual(['go test ./...']);
  });
});
