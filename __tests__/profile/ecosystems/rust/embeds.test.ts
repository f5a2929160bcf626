import { expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, profiled } from '../../profiled.ts';

const CRATE = {
  'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
  'crates/web/Cargo.toml': '[package]\nname = "web"\nversion = "0.1.0"\n',
};

async function standIns(source: string, more: MemoryFiles = {}) {
  const { units } = await profiled({ ...CRATE, 'crates/web/src/lib.rs': source, ...more });
  const rust = units.find(({ ecosystem, directory }) => ecosystem === 'rust' && directory === '.');
  return rust?.commands.install.filter(({ run }) => run.startsWith('mkdir')) ?? [];
}

it.each([
  ['static D: Dir = include_dir!("$CARGO_MANIFEST_DIR/static");', 'mkdir -p crates/web/static'],
  ['static D: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../ui/dist");', 'mkdir -p ui/dist'],
  ['#[folder = "assets/"]\nstruct A;', 'mkdir -p crates/web/assets'],
  ['#[folder = "$CARGO_MANIFEST_DIR/../../ui/dist"]\nstruct A;', 'mkdir -p ui/dist'],
])('A folder that a crate compiles in is made where no checkout has it: %s', async (line, run) => {
  const [found, ...more] = await standIns(`// embedded\n${line}\n`);
  expect([found?.run, found?.directory, found && linesOf(found)]).toEqual([run, '.', ['crates/web/src/lib.rs:2']]);
  expect(more).toEqual([]);
});

it.each<[string, string, MemoryFiles?]>([
  ['it is there', '#[folder = "assets/"]', { 'crates/web/assets/a.css': '' }],
  ['it is the package itself', 'include_dir!("$CARGO_MANIFEST_DIR/.")'],
  ['nobody knows which it is', 'include_dir!("$OUT_DIR/site")'],
  ['it lies outside of the repository', '#[folder = "../../../other"]'],
])('No folder is made where %s', async (_, line, more) => expect(await standIns(`${line}\n`, more)).toEqual([]));

it('A folder is made once, and not again before the tests', async () => {
  const twice = '#[folder = "assets/"]\nstruct A;\n#[folder = "assets"]\nstruct B;\n#[test]\nfn a() {}\n';
  const run = 'mkdir -p crates/web/assets';
  const workflow = `on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: ${run} }, { run: cargo test }] } }\n`;
  const { units } = await profiled({
    ...CRATE,
    'crates/web/src/lib.rs': twice,
    '.github/workflows/ci.yml': workflow,
  });
  const all = units.flatMap(({ commands: { install, test } }) => [...install, ...test]);
  expect(all.filter((command) => command.run === run)).toHaveLength(1);
});
