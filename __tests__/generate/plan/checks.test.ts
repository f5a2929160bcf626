import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/domain/check.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { jobsOver } from '../generating.ts';
import { command, lint, need, profileOf, requestOf, service, unit, unitOf } from '../profiles.ts';

const cart = unit({ directory: 'cart' });
const check = (name: Check, rest: Partial<Extract<Intent, { kind: 'check' }>> = {}) =>
  ({ kind: 'check', for: { all: true }, check: name, ensure: true, ...rest }) satisfies Intent;

function ids(...args: Parameters<typeof jobsOver>): string[] {
  return Object.keys(jobsOver(...args));
}

function runsOf(job: ReturnType<typeof jobsOver>[string] | undefined): (string | undefined)[] {
  return (job?.steps ?? []).map(({ uses, run }) => uses?.replace(/@.*/, '') ?? run);
}

describe('The jobs of a unit', () => {
  it('are one for each check that it has a command for, and the gate', () => {
    expect(ids(profileOf([cart]))).toEqual(['cart-lint', 'cart-format', 'cart-test', 'cart-build', 'ci-gate']);
  });

  it('check out, set up, install and run, in that order', () => {
    expect(runsOf(jobsOver(profileOf([cart]))['cart-test'])).toEqual([
      'actions/checkout',
      'actions/setup-go',
      'go mod download',
      'go test ./...',
    ]);
  });

  it('install nothing where sources alone are read', () => {
    expect(runsOf(jobsOver(profileOf([cart]))['cart-format'])).not.toContain('go mod download');
  });

  it('do not build a second time what the tests of Maven have built', () => {
    const commands = { install: [], lint: [], test: [command('mvn verify')], build: [command('mvn package')] };
    const maven = unitOf('maven', { ecosystem: 'java', commands });
    expect(ids(profileOf([maven]))).toEqual(['java-test', 'ci-gate']);
    const without = requestOf(check('test', { ensure: false }));
    expect(ids(profileOf([maven]), without)).toEqual(['java-build', 'ci-gate']);
  });

  it.each([
    ['lint', 'golangci-lint run', 10],
    ['lint', 'cargo clippy --workspace', 20],
    ['lint', 'mix credo', 20],
    ['format', 'cargo fmt --check', 10],
    ['typecheck', 'mix dialyzer', 30],
  ])('have the time that building takes where a check builds: %s by %s', (name, run, minutes) => {
    const commands = { install: [], lint: [lint(name, run)], test: [], build: [] };
    const jobs = jobsOver(profileOf([unit({ commands })]), requestOf(check(name as Check)));
    expect(jobs[`go-${name}`]?.['timeout-minutes']).toBe(minutes);
  });

  it('run a tool that is only declared where somebody asks for it, and not by themselves', () => {
    const commands = { install: [], lint: [], test: [command('mix test')], build: [] };
    const declared = [lint('lint', 'mix credo'), lint('typecheck', 'mix dialyzer')];
    const app = profileOf([unitOf('mix', { ecosystem: 'elixir', commands, declared })]);
    expect(ids(app)).toEqual(['elixir-test', 'ci-gate']);
    const asked = (wish: Parameters<typeof check>[1]) =>
      runsOf(jobsOver(app, requestOf(check('lint', wish)))['elixir-lint']).at(-1);
    expect(asked({})).toBe('mix credo');
    expect(asked({ tool: 'credo' })).toBe('mix credo');
    expect(asked({ command: 'mix credo' })).toBe('mix credo');
    expect(asked({ command: 'mix dialyzer' })).not.toBe('mix dialyzer');
    const own = { ...commands, lint: [lint('lint', 'mix compile --warnings-as-errors')] };
    const several = [lint('lint', 'mix credo'), lint('lint', 'mix sobelow')];
    const both = profileOf([unitOf('mix', { ecosystem: 'elixir', commands: own, declared: several })]);
    const byTool = jobsOver(both, requestOf(check('lint', { tool: 'credo' })))['elixir-lint'];
    expect(runsOf(byTool).filter((run) => /credo|sobelow|compile/.test(run ?? ''))).toEqual(['mix credo']);
  });

  it('name several commands of one check for their tools', () => {
    const commands = {
      install: [],
      lint: [lint('lint', 'uv run ruff check .'), lint('lint', 'FOO=1 uv run mypy .')],
      test: [command('./a'), command('./a')],
      build: [],
    };
    const { 'python-lint': linting, 'python-test': testing } = jobsOver(
      profileOf([unitOf('uv', { ecosystem: 'python', commands })]),
    );
    expect(linting?.steps.slice(-2).map(({ name }) => name)).toEqual(['Lint: ruff', 'Lint: mypy']);
    expect(testing?.steps.slice(-2).map(({ name }) => name)).toEqual(['Test (1)', 'Test (2)']);
  });

  it.each([
    ['dotnet build a/Cart.csproj', 'dotnet build b/Shop.csproj', ['Build: Cart.csproj', 'Build: Shop.csproj']],
    ['go build ./a/...', 'go build ./b/...', ['Build (1)', 'Build (2)']],
  ])('name several commands of one tool for what it is told, where that is a name: %s', (first, second, names) => {
    const commands = { install: [], lint: [], test: [], build: [command(first), command(second)] };
    const { 'dotnet-build': job } = jobsOver(profileOf([unitOf('nuget', { ecosystem: 'dotnet', commands })]));
    expect(job?.steps.slice(-2).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['what of it', [command('cmake -B out'), command('cmake --build out')], ['cmake -B', 'cmake --build']],
    ['where', [command('npx biome check .', 'app'), command('npx biome check .', 'lib')], ['app', 'lib']],
  ])('that is one tool are named for %s', (_, test, names) => {
    const commands = { install: [], lint: [], test, build: [] };
    const steps = jobsOver(profileOf([unit({ commands })]))['go-test']?.steps ?? [];
    expect(steps.slice(-2).map(({ name }) => name)).toEqual(names.map((name) => `Test: ${name}`));
  });

  it('name what brings browsers for that', () => {
    const test = [command('npx playwright install --with-deps'), command('npx playwright test')];
    const jobs = jobsOver(profileOf([unit({ commands: { install: [], lint: [], test, build: [] } })]));
    expect(jobs['go-test']?.steps.slice(-2).map(({ name }) => name)).toEqual(['Install browsers', 'Test']);
  });

  it('name what gives a database its tables for that', () => {
    const test = [command('URL=x uv run alembic upgrade head'), command('uv run pytest')];
    const commands = { install: [], lint: [], test, build: [] };
    const { 'python-test': job } = jobsOver(profileOf([unitOf('uv', { ecosystem: 'python', commands })]));
    expect(job?.steps.slice(-2).map(({ name }) => name)).toEqual(['Prepare the database', 'Test']);
  });

  it('name what the console of a framework gives a database for that', () => {
    const calls = [
      'php artisan shop:install',
      'php bin/console doctrine:schema:create',
      'bin/rails db:create db:migrate',
    ];
    const test = [...calls, 'bin/rails db:test:prepare test'].map((run) => command(run));
    const commands = { install: [], lint: [], test, build: [] };
    const { 'php-test': job } = jobsOver(profileOf([unitOf('composer', { ecosystem: 'php', commands })]));
    expect(job?.steps.slice(-4).map(({ name }) => name)).toEqual([
      ...['php artisan', 'php bin/console', 'bin/rails db:create'].map((it) => `Prepare the database: ${it}`),
      'Test',
    ]);
  });

  it.each<[string, [run: string, directory: string][], string[]]>([
    [
      'where it is at work',
      [
        ['mvn install', '.'],
        ['mvn install', 'api'],
        ['mvn install', 'bus/api'],
      ],
      ['Install dependencies', 'Install dependencies: api', 'Install dependencies: bus/api'],
    ],
    [
      'what it installs with',
      [
        ['npm ci', '.'],
        ['conan install .', '.'],
      ],
      ['Install dependencies: npm', 'Install dependencies: conan'],
    ],
    [
      'what it makes',
      [
        ['mkdir -p server/site && touch server/site/a', '.'],
        ['mkdir -p server/docs && touch server/docs/a', '.'],
      ],
      ['Stand in for what is embedded: mkdir -p server/site', 'Stand in for what is embedded: mkdir -p server/docs'],
    ],
    [
      'its place, where nothing short does',
      [
        [`npm i ${'a'.repeat(90)}`, 'a'],
        [`npm i ${'b'.repeat(90)}`, 'a'],
      ],
      ['Install dependencies: 1', 'Install dependencies: 2'],
    ],
    [
      'another name for what only looks',
      [
        ['poetry check --lock', '.'],
        ['poetry install', '.'],
        ['A=1 npx prisma generate', '.'],
      ],
      ['Check the lock file', 'Install dependencies', 'Generate code'],
    ],
  ])('tell steps that are called alike by %s', (_, calls, names) => {
    const install = calls.map(([run, directory]) => ({ ...command(run), directory }));
    const commands = { install, lint: [], test: [command('ctest')], build: [] };
    const { 'php-test': job } = jobsOver(profileOf([unitOf('composer', { ecosystem: 'php', commands })]));
    expect(job?.steps.slice(-1 - names.length, -1).map(({ name }) => name)).toEqual(names);
  });

  it('name what a program of the repository’s own does before the checks for that', () => {
    const install = [command('go mod download'), command('go generate ./...'), command('cp .env.example .env')];
    const test = [command('URL=x go run ./cmd/migrate up'), command('go test ./...')];
    const commands = { install, lint: [], test, build: [] };
    const { 'go-test': job } = jobsOver(profileOf([unitOf('go', { ecosystem: 'go', commands })]));
    expect(job?.steps.slice(-5).map(({ name }) => name)).toEqual([
      ...['Install dependencies', 'Generate code', 'Copy the settings'],
      ...['Prepare the database', 'Test'],
    ]);
  });

  it('compile packages before the checks, and once where a job is there for it', () => {
    const install = [command('npm ci'), command('npm run build')];
    const build = [command("SKIP='a b' npm run build")];
    const test = [command('npm run build:packages'), command('npm test')];
    const commands = { install, lint: [], test, build };
    const jobs = jobsOver(profileOf([unitOf('npm', { ecosystem: 'node', commands })]));
    const names = (job: string, count: number) => jobs[job]?.steps.slice(-count).map(({ name }) => name);
    const compiled = ['Compile the packages: build', 'Compile the packages: build:packages'];
    expect(names('node-test', 4)).toEqual(['Install dependencies', ...compiled, 'Test']);
    expect(names('node-build', 2)).toEqual(['Install dependencies', 'Build']);
  });

  it('name what Node builds for the tests of another language, behind its set-up, which no other check has', () => {
    const node = { tool: 'node', value: '22', because: [{ file: 'package.json', line: 4 }] };
    const test = ['npm ci', 'npm run production', 'composer test'].map((run) => command(run));
    const commands = { install: [], lint: [{ ...command('composer lint'), check: 'lint' }], test, build: [] };
    const jobs = jobsOver(profileOf([unitOf('composer', { ecosystem: 'php', versions: [node], commands })]));
    const names = (job: string) => jobs[job]?.steps.flatMap(({ name }) => name ?? []) ?? [];
    expect(names('php-test').slice(-4)).toEqual([
      'Set up Node.js',
      'Install the packages of Node.js',
      'Build what the tests read',
      'Test',
    ]);
    expect(names('php-lint')).not.toContain('Set up Node.js');
  });

  it.each(['pnpm -r build:test', 'pnpm run prepack', 'yarn workspaces foreach -At run build'])(
    'name what compiles all packages before tests for that: %s',
    (run) => {
      const commands = { install: [], lint: [], test: [command(run), command('pnpm test')], build: [] };
      const { 'node-test': job } = jobsOver(profileOf([unitOf('pnpm', { ecosystem: 'node', commands })]));
      expect(job?.steps.slice(-2).map(({ name }) => name)).toEqual(['Compile the packages', 'Test']);
    },
  );

  it('name a script that gives a database its tables for that', () => {
    const commands = { install: [], lint: [], test: [command('npm run migrate'), command('npm test')], build: [] };
    const { 'node-test': job } = jobsOver(profileOf([unitOf('npm', { ecosystem: 'node', commands })]));
    expect(job?.steps.slice(-2).map(({ name }) => name)).toEqual(['Prepare the database', 'Test']);
  });

  it('name what makes catalogues of messages for that', () => {
    const commands = { install: [], lint: [], test: [command('yarn lingui compile'), command('yarn jest')], build: [] };
    const { 'node-test': job } = jobsOver(profileOf([unitOf('yarn-classic', { ecosystem: 'node', commands })]));
    expect(job?.steps.slice(-2).map(({ name }) => name)).toEqual(['Compile the messages', 'Test']);
  });

  it('bring tools that runners do not have by actions', () => {
    const commands = {
      install: [],
      lint: [lint('lint', 'golangci-lint run', 'cart'), lint('audit', 'cargo deny check', 'cart')],
      test: [command('cargo nextest run', 'cart')],
      build: [],
    };
    const jobs = jobsOver(profileOf([unitOf('cargo', { directory: 'cart', ecosystem: 'rust', commands })]));
    expect(runsOf(jobs['cart-lint'])).toContain('golangci/golangci-lint-action');
    expect(runsOf(jobs['cart-audit'])).toContain('EmbarkStudios/cargo-deny-action');
    expect(runsOf(jobs['cart-test']).slice(-2)).toEqual(['taiki-e/install-action', 'cargo nextest run']);
  });

  it.each([
    ['cargo deny check', undefined],
    ['cargo deny check bans licenses -A unmatched-organization', 'check bans licenses -A unmatched-organization'],
  ])('tell the action of cargo-deny what to look at: %s', (run, told) => {
    const commands = { install: [], lint: [lint('audit', run)], test: [], build: [] };
    const { 'rust-audit': job } = jobsOver(profileOf([unitOf('cargo', { ecosystem: 'rust', commands })]));
    expect(job?.steps.at(-1)?.with?.command).toBe(told);
  });

  it('bring runners of tasks and hooks once, and what a hook calls', () => {
    const commands = {
      install: [],
      lint: [
        lint('lint', 'just rs-doc --no-deps'),
        lint('lint', 'just rs-dirs'),
        lint('lint', 'task lint'),
        lint('lint', 'pre-commit run terraform_docs --all-files'),
      ],
      test: [],
      build: [],
    };
    const versions = [{ tool: 'terraform-docs', value: '0.20.0', because: [{ file: 'ci.yml', line: 7 }] }];
    const jobs = jobsOver(profileOf([unitOf('cargo', { ecosystem: 'rust', commands, versions })]));
    expect(runsOf(jobs['rust-lint']).slice(-8)).toEqual([
      'pipx install rust-just',
      'just rs-doc --no-deps',
      'just rs-dirs',
      'pipx install go-task-bin',
      'task lint',
      'pipx install pre-commit',
      'GOBIN="$HOME/.local/bin" go install github.com/terraform-docs/terraform-docs@v0.20.0',
      'pre-commit run terraform_docs --all-files',
    ]);
    expect(jobs['rust-lint']?.steps.at(-1)?.name).toBe('Lint: terraform_docs');
  });
});

describe('The reports of tests', () => {
  const maven = (directory: string) => unitOf('maven', { directory, ecosystem: 'java' });
  const reports = (job: ReturnType<typeof jobsOver>[string] | undefined) =>
    job?.steps.find(({ name }) => name === 'Keep the test reports');

  it('are kept where they failed, of build tools that write them', () => {
    const jobs = jobsOver(profileOf([maven('ledger'), cart]));
    expect(reports(jobs['ledger-test'])).toMatchObject({
      if: 'failure()',
      with: {
        name: 'ledger-test-reports',
        path: 'ledger/**/target/surefire-reports/\nledger/**/target/failsafe-reports/',
      },
    });
    expect(reports(jobs['cart-test'])).toBeUndefined();
    expect(reports(jobs['ledger-lint'])).toBeUndefined();
  });

  it('of several runs of a job have names of their own', () => {
    const wish = requestOf({
      kind: 'matrix',
      for: { all: true },
      tool: 'java',
      versions: ['21', '25'],
      systems: ['linux'],
    });
    const varied = reports(jobsOver(profileOf([maven('ledger')]), wish)['ledger-test']);
    expect(varied?.with?.name).toBe('ledger-test-reports-${{ matrix.version }}-${{ matrix.system }}');
    const many = reports(jobsOver(profileOf(['a', 'b', 'c', 'd'].map(maven)))['java-test']);
    expect(many).toMatchObject({ if: 'failure()', with: { name: 'java-test-reports-${{ matrix.unit }}' } });
    expect(many?.with?.path).toContain('${{ matrix.directory }}/**/target/surefire-reports/');
  });
});

describe('Wishes about checks', () => {
  const web = unitOf('pnpm', { directory: 'web', ecosystem: 'node' });

  it('take a check away for all, or for one unit', () => {
    expect(ids(profileOf([cart]), requestOf(check('lint', { ensure: false })))).not.toContain('cart-lint');
    const narrow = requestOf(check('test', { for: { ecosystem: 'go' }, ensure: false }));
    const found = ids(profileOf([cart, web]), narrow);
    expect(found).toContain('web-test');
    expect(found).not.toContain('cart-test');
  });

  it('let the narrower one win, whatever its place in the stack', () => {
    const narrowFirst = requestOf(check('lint', { for: { path: 'cart/**' } }), check('lint', { ensure: false }));
    expect(ids(profileOf([cart]), narrowFirst)).toContain('cart-lint');
  });

  it('do not take a check from a unit for the sake of a part of it', () => {
    const part = requestOf(check('test', { for: { path: 'cart/internal/**' }, ensure: false }));
    expect(ids(profileOf([cart]), part)).toContain('cart-test');
  });

  it('choose among the commands by tool', () => {
    const commands = {
      install: [],
      lint: [lint('lint', 'uv run ruff check .'), lint('lint', 'uv run flake8')],
      test: [],
      build: [],
    };
    const python = profileOf([unitOf('uv', { ecosystem: 'python', commands })]);
    const job = jobsOver(python, requestOf(check('lint', { tool: 'flake8' })))['python-lint'];
    expect(runsOf(job).slice(2)).toEqual(['uv run flake8']);
  });

  it('bring golangci-lint, whose action needs nothing of the repository', () => {
    const job = jobsOver(profileOf([cart]), requestOf(check('lint', { tool: 'golangci-lint' })))['cart-lint'];
    expect(runsOf(job)).toContain('golangci/golangci-lint-action');
    expect(runsOf(job)).not.toContain('go vet ./...');
  });

  it('keep the own command where the tool or command is not there', () => {
    for (const wish of [check('lint', { tool: 'revive' }), check('lint', { command: 'make evil' })])
      expect(runsOf(jobsOver(profileOf([cart]), requestOf(wish))['cart-lint'])).toContain('go vet ./...');
  });

  it('take a command that the same check has, and none of another check', () => {
    const commands = { ...cart.commands, lint: [...cart.commands.lint, lint('lint', 'make lint', 'cart')] };
    const profile = profileOf([{ ...cart, commands }]);
    const job = jobsOver(profile, requestOf(check('lint', { command: 'make lint' })))['cart-lint'];
    expect(runsOf(job)).toContain('make lint');
    expect(runsOf(job)).not.toContain('go vet ./...');
    const jobs = jobsOver(profile, requestOf(check('audit', { command: 'make lint' })));
    expect(runsOf(jobs['cart-audit'])).not.toContain('make lint');
  });

  it('make nothing of a check that there is no command for, neither own nor usual', () => {
    expect(ids(profileOf([cart]), requestOf(check('typecheck')))).not.toContain('cart-typecheck');
  });
});

describe('Other wishes about a unit', () => {
  it('run a custom command that the repository has under its own name, and none that it has not', () => {
    const custom = (name: string, run: string): Intent => ({ kind: 'custom', for: { all: true }, name, command: run });
    const jobs = jobsOver(
      profileOf([cart]),
      requestOf(custom('Look & see', 'go vet ./...'), custom('Evil', 'rm -rf /')),
    );
    expect(jobs['cart-look-see']?.name).toBe('cart: Look & see');
    expect(Object.keys(jobs).filter((id) => id.includes('evil'))).toEqual([]);
  });

  it('never take an id that is taken', () => {
    const custom: Intent = { kind: 'custom', for: { all: true }, name: 'Gate', command: 'go vet ./...' };
    const jobs = jobsOver(profileOf([unit({ directory: 'ci' })]), requestOf(custom, { ...custom, name: 'test' }));
    expect(Object.keys(jobs)).toEqual(expect.arrayContaining(['ci-gate', 'ci-gate-2', 'ci-test', 'ci-test-2']));
    expect(jobs['ci-gate']?.needs).toContain('ci-gate-2');
  });

  it('set runner and minutes, the narrowest first', () => {
    const jobs = jobsOver(
      profileOf([cart]),
      requestOf(
        { kind: 'runner', for: { all: true }, labels: ['ubuntu-22.04'] },
        { kind: 'timeout', for: { path: 'cart/**' }, minutes: 7 },
        { kind: 'timeout', for: { all: true }, minutes: 9 },
      ),
    );
    expect(jobs['cart-test']).toMatchObject({ 'runs-on': 'ubuntu-22.04', 'timeout-minutes': 7 });
  });

  it('test several versions and systems, and check a style once', () => {
    const jobs = jobsOver(
      profileOf([cart]),
      requestOf(
        { kind: 'matrix', for: { ecosystem: 'go' }, tool: 'go', versions: ['1.24', '1.25', '1.25'] },
        { kind: 'matrix', for: { all: true }, systems: ['linux', 'windows', 'macos'] },
      ),
    );
    expect(jobs['cart-test']).toMatchObject({
      name: 'cart: test (go ${{ matrix.version }}, ${{ matrix.system }})',
      'runs-on': '${{ matrix.system }}',
      strategy: { matrix: { version: ['1.24', '1.25'], system: ['ubuntu-24.04', 'windows-2025', 'macos-15'] } },
    });
    expect(jobs['cart-test']?.steps[1]?.with).toMatchObject({ 'go-version': '${{ matrix.version }}' });
    expect(jobs['cart-lint']?.strategy).toBeUndefined();
  });

  it('know tools by their other names, and no tool of another language', () => {
    const versions = (tool: string) =>
      jobsOver(profileOf([cart]), requestOf({ kind: 'matrix', for: { all: true }, tool, versions: ['1'] }))[
        'cart-test'
      ];
    expect(versions('golang')?.strategy).toBeDefined();
    expect(versions('node')?.strategy).toBeUndefined();
  });

  it('keep tests with service containers on Linux, where alone GitHub starts those', () => {
    const jobs = jobsOver(
      profileOf([unit({ directory: 'cart', needs: [need('redis')] })]),
      requestOf({ kind: 'matrix', for: { all: true }, systems: ['linux', 'macos'] }),
    );
    expect(jobs['cart-test']?.strategy).toBeUndefined();
    expect(jobs['cart-build']?.strategy).toBeDefined();
  });

  it('are for the jobs of a service by its name', () => {
    const profile = profileOf([cart], [service('cart')]);
    const jobs = jobsOver(profile, requestOf({ kind: 'timeout', for: { service: 'cart' }, minutes: 3 }));
    expect(jobs['cart-test']?.['timeout-minutes']).toBe(3);
    expect(jobs['cart-image']?.['timeout-minutes']).toBe(3);
  });
});
