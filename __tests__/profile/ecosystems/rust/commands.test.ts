import { describe, expect, it } from 'vitest';
import { rust } from '../../../../src/profile/ecosystems/rust.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const CRATE = 'cargo-features = []\n[package]\nname = "a"\n';
const TESTED = { 'src/main.rs': 'fn main() {}\n\n#[cfg(test)]\nmod tests {}\n' };

async function unitOf(files: MemoryFiles) {
  return detectOne(rust, { 'Cargo.toml': CRATE, ...files });
}

/** A workflow that runs these. */
function callsOf(...runs: readonly string[]) {
  const steps = runs.map((run) => `      - run: ${run}\n`).join('');
  return { '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n${steps}` };
}

describe('The commands of a Rust unit', () => {
  it('hold to the lock file where there is one', async () => {
    const unit = await unitOf({ 'Cargo.lock': '# lock\n', ...TESTED });
    expect(typed(unit)).toEqual({
      install: ['cargo fetch --locked'],
      lint: ['format: cargo fmt --all --check', 'lint: cargo clippy --all-targets --locked'],
      test: ['cargo test --locked'],
      build: ['cargo build --release --locked'],
    });
    expect(cited(unit.commands.install[0] ?? null)).toEqual(['Cargo.lock:1']);
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['Cargo.toml:2', 'src/main.rs:3']);
  });

  it('are the same without a lock file, and nothing is fetched before', async () => {
    expect(typed(await unitOf(TESTED))).toEqual({
      install: [],
      lint: ['format: cargo fmt --all --check', 'lint: cargo clippy --all-targets'],
      test: ['cargo test'],
      build: ['cargo build --release'],
    });
  });

  it.each([
    ['.github/workflows/ci.yml', '      - run: cargo clippy --workspace -- -D warnings\n'],
    ['.github/workflows/ci.yml', '      - run: cargo clippy -- -Dwarnings\n'],
    ['.github/workflows/ci.yml', '      - run: cargo clippy -- --deny=warnings\n'],
    ['Makefile', 'lint:\n\tcargo clippy -- --deny warnings\n'],
    ['.github/workflows/ci.yml', 'env:\n  RUSTFLAGS: -D warnings\n'],
  ])('take a warning for an error where %s does: %j', async (file, text) => {
    const unit = await unitOf({ [file]: text, ...TESTED });
    expect(typed(unit).lint[1]).toMatch(/^lint: cargo clippy(?: --all-targets)? -- -D warnings$/);
    expect(cited(unit.commands.lint[1] ?? null).at(-1)).toMatch(file);
    const quiet = await unitOf({ [file]: text.replace('warnings', 'unsafe_code'), ...TESTED });
    expect(typed(quiet).lint[1]).not.toContain('warnings');
  });

  it.each([
    ['rustfmt.toml', 'max_width = 100\nimports_granularity = "Crate"\n', 'imports_granularity', 2],
    ['.rustfmt.toml', 'unstable_features = true\n', 'unstable_features', 1],
  ])('do not check a format that stable tools do not know: %s %j', async (file, text, name, line) => {
    const { units, warnings } = await detect(rust, { 'Cargo.toml': CRATE, [file]: text, ...TESTED });
    expect(units.flatMap(({ commands }) => commands.lint.map(({ check }) => check))).toEqual(['lint']);
    expect(warnings).toMatchObject([{ file, line, message: expect.stringContaining(name) }]);
    const nightly = await detectOne(rust, {
      'Cargo.toml': CRATE,
      [file]: text,
      'rust-toolchain': 'nightly-2026-01-01\n',
      ...TESTED,
    });
    expect(typed(nightly).lint[0]).toBe('format: cargo fmt --all --check');
  });

  it('check such a format by the nightly toolchain by which a pipeline does', async () => {
    const checked = (run: string) =>
      unitOf({
        '.rustfmt.toml': 'unstable_features = true\n',
        '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${run}\n`,
        ...TESTED,
      });
    const unit = await checked('cargo +nightly-2026-01-01 fmt -- --check');
    expect(typed(unit).lint[0]).toBe(
      'format: rustup toolchain install nightly-2026-01-01 --profile minimal --component rustfmt && cargo +nightly-2026-01-01 fmt --all --check',
    );
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['.github/workflows/ci.yml:6']);
    expect(typed(await checked('cargo +nightly fmt')).lint).toEqual(['lint: cargo clippy --all-targets']);
  });

  it('check a format whose settings every toolchain knows', async () => {
    const unit = await unitOf({ 'rustfmt.toml': 'edition = "2024"\nmax_width = 100\n', ...TESTED });
    expect(typed(unit).lint[0]).toBe('format: cargo fmt --all --check');
  });

  it('of a workspace are for all of its members, unless it says which are meant', async () => {
    const workspace = { 'Cargo.toml': '\n[workspace]\nmembers = ["a"]\n', 'a/Cargo.toml': CRATE, 'a/src/main.rs': '' };
    const unit = await detectOne(rust, { ...workspace, 'a/tests/api.rs': '' });
    expect(typed(unit)).toMatchObject({
      lint: ['format: cargo fmt --all --check', 'lint: cargo clippy --workspace --all-targets'],
      test: ['cargo test --workspace'],
      build: ['cargo build --workspace --release'],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['Cargo.toml:2', 'a/tests/api.rs:1']);
    const chosen = { ...workspace, 'Cargo.toml': '[workspace]\nmembers = ["a"]\ndefault-members = ["a"]\n' };
    expect(typed(await detectOne(rust, chosen)).build).toEqual(['cargo build --release']);
    const ci = (run: string) => ({
      '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n      - run: ${run}\n`,
    });
    const called = await detectOne(rust, {
      ...chosen,
      ...ci('cargo +${{steps.rust.outputs.name}} clippy --tests --workspace'),
    });
    expect(typed(called).build).toEqual(['cargo build --workspace --release']);
    expect(cited(called.commands.build[0] ?? null)).toEqual(['Cargo.toml:1', '.github/workflows/ci.yml:5']);
    expect(typed(await detectOne(rust, { ...chosen, ...ci('cargo fmt --all --check') })).build).toEqual([
      'cargo build --release',
    ]);
  });

  it('name the features that the tests are built with, where pipelines build nothing without naming some', async () => {
    const unit = await unitOf({ ...callsOf('cargo test --features x,y', 'cargo fmt --all --check'), ...TESTED });
    expect(typed(unit)).toMatchObject({
      lint: ['format: cargo fmt --all --check', 'lint: cargo clippy --all-targets --features x,y'],
      build: ['cargo build --release --features x,y'],
    });
    expect(cited(unit.commands.build[0] ?? null)).toContain('.github/workflows/ci.yml:5');
    const plain = await unitOf({ ...callsOf('cargo test --features x,y', 'cargo check'), ...TESTED });
    expect(typed(plain)).toMatchObject({
      lint: ['format: cargo fmt --all --check', 'lint: cargo clippy --all-targets'],
      build: ['cargo build --release'],
    });
  });

  it('choose the lints that a pipeline chooses in a call for the whole, and no other words behind them', async () => {
    const lint = async (...runs: readonly string[]) =>
      typed(await unitOf({ ...callsOf(...runs), ...TESTED })).lint[1]?.replace(
        /^lint: cargo clippy(?: --all-targets)?/,
        '',
      );
    expect(await lint('cargo clippy -- --deny warnings -Aclippy::x --warn=y')).toBe(
      ' -- -D warnings -A clippy::x -W y',
    );
    expect(await lint('cargo clippy -- -F unsafe_code --forbid z')).toBe(' -- -F unsafe_code -F z');
    expect(await lint('cargo clippy -p a -- -A x')).toBe('');
    expect(await lint('cargo clippy -- -A x', 'cargo clippy -- -A y')).toBe(' -- -A x');
    expect(await lint('cargo clippy -- -W clippy::pedantic', 'cargo clippy -- -D warnings')).toBe(' -- -D warnings');
    expect(await lint('cargo clippy -- -A x', 'RUSTFLAGS="-D warnings" cargo build')).toBe(' -- -D warnings');
    expect(await lint('cargo clippy -- -A x --cap-lints warn')).toBe('');
    expect(await lint('cargo clippy', 'RUSTFLAGS="-D warnings -A dead_code" cargo build')).toBe('');
    expect(await lint('cargo clippy', 'RUSTFLAGS="-D warnings --cfg web" cargo build')).toBe(' -- -D warnings');
    expect(await lint('cargo clippy -- -A "$LINT"')).toBe('');
  });

  it('look at what the calls of pipelines for the whole look at, and build as those do', async () => {
    const told = async (...runs: readonly string[]) => {
      const { commands } = await unitOf({ ...callsOf(...runs), ...TESTED });
      return [...commands.lint.slice(1), ...commands.build].map(({ run }) => run);
    };
    const release = 'cargo build --release';
    expect(await told('cargo clippy --tests --benches')).toEqual(['cargo clippy --benches --tests', release]);
    expect(await told('cargo clippy', 'cargo clippy --tests')).toEqual(['cargo clippy --tests', release]);
    expect(await told('cargo clippy', 'cargo clippy --all-targets')).toEqual(['cargo clippy --all-targets', release]);
    expect(await told('cargo clippy -- --tests')).toEqual(['cargo clippy', release]);
    expect(await told('cargo clippy --lib')).toEqual(['cargo clippy --all-targets', release]);
    const debug = 'cargo build --verbose';
    expect(await told('cargo fmt --check', debug)).toEqual(['cargo clippy --all-targets', 'cargo build']);
    expect(await told('cargo fmt --check', debug, 'cargo build -r')).toEqual(['cargo clippy --all-targets', release]);
    expect(await told('cargo fmt --check', 'cargo build -p a')).toEqual(['cargo clippy --all-targets', release]);
  });

  it('run by nextest where its settings are, but for pipelines that run them without', async () => {
    const files = { ...TESTED, '.config/nextest.toml': '' };
    expect(typed(await unitOf(files)).test).toEqual(['cargo nextest run']);
    expect(typed(await unitOf({ ...files, ...callsOf('cargo test --verbose') })).test).toEqual(['cargo test']);
    for (const run of ['cargo nextest run', 'cargo test --doc', 'cargo test --benches'])
      expect(typed(await unitOf({ ...files, ...callsOf(run) })).test).toEqual(['cargo nextest run']);
  });

  it('name all members only where pipelines do, in a workspace without a package of its own', async () => {
    const files = (root: string) => ({
      'Cargo.toml': `[workspace]\nmembers = ["a"]\n${root}`,
      'src/lib.rs': '',
      'a/Cargo.toml': '[package]\nname = "a"\n',
      'a/src/main.rs': '#[test]\nfn works() {}\n',
    });
    const told = async (root: string, ...runs: readonly string[]) => {
      const { commands } = await unitOf({ ...callsOf(...runs), ...files(root) });
      return [...commands.test, ...commands.lint.slice(1)].map(({ run }) => run);
    };
    const all = 'cargo clippy --workspace --all-targets';
    expect(await told('')).toEqual(['cargo test --workspace', all]);
    expect(await told('', 'cargo test', 'cargo clippy')).toEqual(['cargo test', 'cargo clippy']);
    expect(await told('', 'cargo test', 'cargo test --all')).toEqual(['cargo test --workspace', all]);
    expect(await told('', 'cargo test -p a')).toEqual(['cargo test --workspace', all]);
    expect(await told('[package]\nname = "b"\n', 'cargo test')).toEqual(['cargo test --workspace', all]);
  });

  it('choose features and members as the first call of a pipeline for the whole does', async () => {
    const calls = callsOf(
      'cargo test -p a --no-default-features',
      'cargo test --all --all-features',
      'cargo clippy --features x,y/z -- -D clippy::todo',
      'cargo clippy --all-features',
    );
    const unit = await unitOf({ ...calls, ...TESTED });
    expect(typed(unit)).toMatchObject({
      lint: ['format: cargo fmt --all --check', 'lint: cargo clippy --features x,y/z -- -D clippy::todo'],
      test: ['cargo test --all-features'],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual([
      'Cargo.toml:2',
      'src/main.rs:3',
      '.github/workflows/ci.yml:6',
    ]);
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["a"]\n',
      'a/Cargo.toml': CRATE,
      'a/src/main.rs': '',
      'a/tests/b.rs': '',
    };
    const left = callsOf('cargo test --workspace --exclude e2e');
    expect(typed(await detectOne(rust, { ...files, ...left })).test).toEqual(['cargo test --workspace --exclude e2e']);
    expect(typed(await unitOf({ ...left, ...TESTED })).test).toEqual(['cargo test']);
    const matrix = '.github/workflows/ci.yml';
    const varied = callsOf('cargo test --features ${{ matrix.f }}')[matrix].replace(
      'steps:',
      'strategy: { matrix: { f: [x, y] } }\n    steps:',
    );
    expect(typed(await unitOf({ [matrix]: varied, ...TESTED })).test).toEqual(['cargo test']);
  });

  it('are told where sqlx has its checked queries', async () => {
    const files = { 'Cargo.toml': `${CRATE}[dependencies]\nsqlx = "0.8"\n`, '.sqlx/query-1.json': '{}', ...TESTED };
    const unit = await detectOne(rust, files);
    expect(typed(unit)).toMatchObject({
      lint: ['format: cargo fmt --all --check', 'lint: SQLX_OFFLINE=true cargo clippy --all-targets'],
      test: ['SQLX_OFFLINE=true cargo test'],
      build: ['SQLX_OFFLINE=true cargo build --release'],
    });
    expect(unit.commands.lint.map(cited)).toEqual([['Cargo.toml:2'], ['Cargo.toml:2', '.sqlx/query-1.json:1']]);
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['Cargo.toml:2', '.sqlx/query-1.json:1', 'src/main.rs:3']);
    const { units } = await detect(rust, { 'a/Cargo.toml': files['Cargo.toml'], 'b/sqlx-data.json': '{}' });
    expect(units.map((it) => typed(it).build)).toEqual([['cargo build --release']]);
    expect(typed(await unitOf({ '.sqlx/query-1.json': '{}' })).build).toEqual(['cargo build --release']);
  });

  it('test nothing where there is no test, whatever builds the package before', async () => {
    expect(typed(await unitOf({ 'src/main.rs': 'fn main() {}\n', 'build.rs': 'fn main() {}\n' })).test).toEqual([]);
  });

  it('test by nextest where it is configured', async () => {
    const unit = await unitOf({ '.config/nextest.toml': '', ...TESTED, 'Cargo.lock': '' });
    expect(typed(unit).test).toEqual(['cargo nextest run --locked']);
    expect(cited(unit.commands.test[0] ?? null)).toContain('.config/nextest.toml:1');
  });

  it.each(['deny.toml', '.deny.toml', '.cargo/deny.toml'])('audit by cargo-deny where %s is', async (file) => {
    const unit = await unitOf({ [file]: '' });
    expect(typed(unit).lint.at(-1)).toBe('audit: cargo deny check');
    expect(cited(unit.commands.lint.at(-1) ?? null)).toEqual([`${file}:1`]);
  });

  it.each<[string[], string[]]>([
    [
      ['check bans licenses sources -A unmatched-organization'],
      ['check bans licenses sources -A unmatched-organization'],
    ],
    [
      ['check bans', 'check advisories'],
      ['check bans', 'check advisories'],
    ],
    [['check bans', 'check'], ['check']],
    [['check --config other.toml', 'list'], ['check']],
  ])(
    'audit what pipelines tell cargo-deny to look at, where they never look at all of it: %s',
    async (told, expected) => {
      const steps = told.map(
        (command) => `      - { uses: EmbarkStudios/cargo-deny-action@v2, with: { command: ${command} } }\n`,
      );
      const ci = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps.join('')}`;
      const unit = await unitOf({ 'deny.toml': '', '.github/workflows/ci.yml': ci });
      expect(typed(unit).lint.filter((run) => run.includes('deny'))).toEqual(
        expected.map((run) => `audit: cargo deny ${run}`),
      );
    },
  );

  it('test nothing where what is built runs on no machine at hand', async () => {
    const files = { ...TESTED, '.cargo/config.toml': '[build]\ntarget = "thumbv7em-none-eabihf"\n' };
    const unit = await unitOf(files);
    expect(typed(unit)).toMatchObject({ test: [], build: ['cargo build --release'] });
    expect(typed(unit).lint[1]).toBe('lint: cargo clippy');
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['Cargo.toml:2', '.cargo/config.toml:2']);
    const old = { ...TESTED, '.cargo/config': '[build]\ntarget = "wasm32-unknown-unknown"\n' };
    expect(typed(await unitOf(old)).test).toEqual([]);
    const native = { ...TESTED, '.cargo/config.toml': '[build]\ntarget = ["x86_64-unknown-linux-musl"]\n' };
    expect(typed(await unitOf(native)).test).toEqual(['cargo test']);
  });

  it('bring what the settings of Cargo build for, unless the file of the toolchain does', async () => {
    const at = (target: string) => ({ ...TESTED, '.cargo/config.toml': `[build]\ntarget = "${target}"\n` });
    const musl = await unitOf(at('x86_64-unknown-linux-musl'));
    expect(typed(musl).install).toEqual(['rustup target add x86_64-unknown-linux-musl']);
    expect(cited(musl.commands.install[0] ?? null)).toEqual(['.cargo/config.toml:2']);
    expect(typed(await unitOf(at('x86_64-unknown-linux-gnu'))).install).toEqual([]);
    expect(typed(await unitOf(at('machine.json'))).install).toEqual([]);
    expect(typed(await unitOf(at('host-tuple'))).install).toEqual([]);
    expect(typed(await unitOf(at('--toolchain'))).install).toEqual([]);
    const toolchain = '[toolchain]\nchannel = "1.90"\ntargets = ["wasm32-unknown-unknown"]\n';
    const brought = { ...at('wasm32-unknown-unknown'), 'rust-toolchain.toml': toolchain };
    expect(typed(await unitOf(brought)).install).toEqual([]);
  });

  it.each([
    [['cargo nextest run --all-features', 'cargo test --doc'], 'cargo nextest run --all-features'],
    [['cargo nextest run', 'cargo test'], 'cargo test'],
  ])('test by nextest where pipelines do and nothing else: %j', async (runs, test) => {
    const steps = runs.map((run) => `      - run: ${run}\n`).join('');
    const ci = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`;
    expect(typed(await unitOf({ ...TESTED, '.github/workflows/ci.yml': ci })).test).toEqual([test]);
  });

  it('go by the settings of rustfmt that it reads first', async () => {
    const files = { '.rustfmt.toml': 'max_width = 100\n', 'rustfmt.toml': 'imports_granularity = "Crate"\n' };
    expect(typed(await unitOf({ ...TESTED, ...files })).lint[0]).toBe('format: cargo fmt --all --check');
  });

  it('build for the target that pipelines ask for in each call', async () => {
    const WASM = '--target wasm32-unknown-unknown';
    const unit = await unitOf({
      ...TESTED,
      ...callsOf('cargo fmt --check', `cargo clippy ${WASM}`, `cargo build ${WASM}`),
    });
    expect(typed(unit)).toMatchObject({
      install: ['rustup target add wasm32-unknown-unknown'],
      test: [],
      build: [`cargo build --release ${WASM}`],
    });
    expect(typed(unit).lint).toContain(`lint: cargo clippy ${WASM}`);
    expect(cited(unit.commands.install[0] ?? null)).toEqual(['.github/workflows/ci.yml:6']);
    const both = await unitOf({ ...TESTED, ...callsOf(`cargo build ${WASM}`, 'cargo test') });
    expect(typed(both)).toMatchObject({ install: [], test: ['cargo test'], build: ['cargo build --release'] });
  });

  it('go on where the settings of Cargo cannot be read', async () => {
    const { units, warnings } = await detect(rust, { 'Cargo.toml': CRATE, '.cargo/config.toml': '= 1', ...TESTED });
    expect(units.map((unit) => typed(unit).test)).toEqual([['cargo test']]);
    expect(warnings).toMatchObject([{ file: '.cargo/config.toml', line: 1 }]);
  });
});

describe('A Rust unit has tests', () => {
  it.each<[string, MemoryFiles, string]>([
    ['an attribute', { 'src/a.rs': '\n  #[test]\nfn a() {}' }, 'src/a.rs:2'],
    ['that of a runtime', { 'src/a.rs': '#[tokio::test(flavor = "multi_thread")]' }, 'src/a.rs:1'],
    ['rstest', { 'src/a.rs': '#[rstest]' }, 'src/a.rs:1'],
    ['proptest', { 'src/a.rs': 'proptest! {' }, 'src/a.rs:1'],
    ['a module', { 'src/a.rs': '#[cfg(all(test, unix))]' }, 'src/a.rs:1'],
    ['a file of tests', { 'src/main.rs': '', 'tests/api/main.rs': '' }, 'tests/api/main.rs:1'],
    ['a module of tests in a file', { 'src/deep/er/tests.rs': '' }, 'src/deep/er/tests.rs:1'],
    [
      'examples in the documentation of a library',
      { 'src/lib.rs': '/// It is:\n/// ```\n/// a();\n/// ```\n' },
      'src/lib.rs:2',
    ],
    ['sources that were not read', { 'src/main.rs': '', 'src/a/b.rs': '' }, 'Cargo.toml:1'],
    ['a source of a crate further down', { 'src/main.rs': '', 'x/y/z/src/a.rs': '#[test]' }, 'x/y/z/src/a.rs:1'],
  ])('by %s', async (_, files, where) => {
    const [command] = (await unitOf(files)).commands.test;
    expect(cited(command ?? null).at(-1)).toBe(where);
  });

  it.each<[string, MemoryFiles]>([
    ['no source says so', { 'src/main.rs': '// #[test]\nfn main() {}' }],
    ['there is no source', {}],
    ['examples are those of a program', { 'src/main.rs': '//! ```\n' }],
    [
      'they are those of another unit',
      { 'b/Cargo.toml': `${CRATE}[workspace]\n`, 'b/tests/a.rs': '', 'src/main.rs': '' },
    ],
  ])('not where %s', async (_, files) => {
    const { units } = await detect(rust, { 'Cargo.toml': CRATE, ...files });
    expect(units[0]?.commands.test).toEqual([]);
  });
});
