import { describe, expect, it } from 'vitest';
import { rust } from '../../../../src/profile/ecosystems/rust.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { detect, detectOne } from '../../detecting.ts';

const crate = (name: string, more = '') => `[package]\nname = "${name}"\n${more}`;

async function directories(files: MemoryFiles): Promise<string[]> {
  return (await detect(rust, files)).units.map(({ directory }) => directory).sort();
}

describe('A Rust unit', () => {
  it('is a package, with its lock file', async () => {
    const unit = await detectOne(rust, { 'api/Cargo.toml': crate('api'), 'api/Cargo.lock': '' });
    expect(unit).toMatchObject({ directory: 'api', ecosystem: 'rust', manager: 'cargo', lockfile: 'api/Cargo.lock' });
  });

  it('is the workspace above its members', async () => {
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*", "./cli"]\n',
      'Cargo.lock': '',
      'crates/a/Cargo.toml': crate('a', '[dependencies]\nsqlx = "0.8"\n'),
      'cli/Cargo.toml': crate('cli'),
    };
    expect(await detectOne(rust, files)).toMatchObject({
      directory: '.',
      lockfile: 'Cargo.lock',
      dependencies: [{ name: 'sqlx', file: 'crates/a/Cargo.toml', line: 4 }],
    });
  });

  it('is each package where there is no workspace', async () => {
    const files = { 'Cargo.toml': crate('a', '[dependencies]\nb = { path = "b" }\n'), 'b/Cargo.toml': crate('b') };
    expect(await directories(files)).toEqual(['.', 'b']);
    expect((await detect(rust, files)).units[0]?.dependsOn).toEqual(['b']);
  });

  it('may lie in a workspace that excludes it, or be a workspace of its own there', async () => {
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["a"]\nexclude = ["tools"]\n',
      'a/Cargo.toml': crate('a'),
      'tools/gen/Cargo.toml': crate('gen'),
      'bench/Cargo.toml': crate('bench', '[workspace]\n'),
    };
    expect(await directories(files)).toEqual(['.', 'bench', 'tools/gen']);
  });

  it('is no package that lies in a workspace which does not list it, for Cargo refuses it', async () => {
    const files = { 'Cargo.toml': '[workspace]\nmembers = ["a"]\n', 'a/Cargo.toml': crate('a') };
    const lost = { 'b/Cargo.toml': crate('b', '[dependencies]\nlost = "1"\n') };
    expect(await detectOne(rust, { ...files, ...lost })).toMatchObject({ directory: '.', dependencies: [] });
  });

  it('has what its members depend on by path for members', async () => {
    const unit = await detectOne(rust, {
      'Cargo.toml': crate('root', '[workspace]\n[dependencies]\na = { path = "a" }\n'),
      'a/Cargo.toml': crate('a', "[target.'cfg(unix)'.build-dependencies]\nb = { path = '../b' }\n"),
      'b/Cargo.toml': crate('b', '[dependencies]\ntokio-postgres = "1"\n'),
    });
    expect(unit.dependencies.map(({ name }) => name)).toEqual(['a', 'b', 'tokio-postgres']);
    expect(unit.dependsOn).toEqual([]);
  });

  it('owns members that lie elsewhere and name it', async () => {
    const unit = await detectOne(rust, {
      'core/Cargo.toml': '[workspace]\nmembers = ["../cli"]\n',
      'cli/Cargo.toml': crate('cli', 'workspace = "../core"\n'),
    });
    expect(unit).toMatchObject({ directory: 'core', alsoOwns: ['cli/**'] });
  });

  it('depends on folders of other units, and on those outside', async () => {
    const { units } = await detect(rust, {
      'app/Cargo.toml': crate('app', '[dependencies]\nlib = { path = "../lib" }\nout = { path = "../../out" }\n'),
      'lib/Cargo.toml': crate('lib'),
    });
    expect(units.map(({ directory, dependsOn }) => ({ directory, dependsOn }))).toEqual([
      { directory: 'app', dependsOn: ['lib'] },
      { directory: 'lib', dependsOn: [] },
    ]);
  });

  it('depends on one inside it that it excludes, and not on its own members', async () => {
    const { units } = await detect(rust, {
      'Cargo.toml': crate(
        'a',
        '[workspace]\nexclude = ["gen"]\n[dependencies]\ngen = { path = "gen" }\nb = { path = "b" }\n',
      ),
      'b/Cargo.toml': crate('b'),
      'gen/Cargo.toml': crate('gen'),
    });
    expect(units.map(({ dependsOn }) => dependsOn)).toEqual([['gen'], []]);
  });

  it('is none of cargo-fuzz, which needs a compiler of its own', async () => {
    const fuzz = crate('fuzz', '[package.metadata]\ncargo-fuzz = true\n[workspace]\n');
    expect(await directories({ 'Cargo.toml': crate('a'), 'fuzz/Cargo.toml': fuzz })).toEqual(['.']);
  });

  it('names features and renamed packages among its dependencies', async () => {
    const { dependencies } = await detectOne(rust, {
      'Cargo.toml': crate('a', '[dependencies]\ndb = { package = "SQLx", version = "1", features = [\n"postgres"] }\n'),
    });
    expect(dependencies).toEqual([
      { name: 'sqlx', file: 'Cargo.toml', line: 4 },
      { name: 'sqlx/postgres', file: 'Cargo.toml', line: 4 },
    ]);
  });
});

describe('A Cargo.toml', () => {
  it.each([
    ['[package\n', 'Cargo.toml', 2],
    ['[dependencies]\nserde = "1"\n', 'Cargo.toml', 1],
    ['package = "a"\nworkspace = []\n', 'Cargo.toml', 1],
    ['', 'Cargo.toml', 1],
  ])('that is %j is left out with a warning, and the rest goes on', async (text, file, line) => {
    const { units, warnings } = await detect(rust, { [file]: text, 'b/Cargo.toml': crate('b') });
    expect(units.map(({ directory }) => directory)).toEqual(['b']);
    expect(warnings).toMatchObject([{ file, line }]);
  });

  it('with fields of wrong types keeps the others', async () => {
    const unit = await detectOne(rust, {
      'Cargo.toml':
        '[package]\nname = 1\nrust-version = 1.7\nworkspace = []\n[workspace]\nmembers = "a"\nexclude = 3\n[dependencies]\na = 1\nb = { path = 2, features = "x" }\ntarget = []\n',
    });
    expect(unit).toMatchObject({ version: null, dependsOn: [] });
    expect(unit.dependencies.map(({ name }) => name)).toEqual(['a', 'b', 'target']);
  });

  it('is read alike with CRLF and a byte-order mark', async () => {
    const text = `\uFEFF${crate('a', '[dependencies]\nsqlx = "1"\n').replaceAll('\n', '\r\n')}`;
    expect((await detectOne(rust, { 'Cargo.toml': text })).dependencies).toMatchObject([{ line: 4 }]);
  });
});
