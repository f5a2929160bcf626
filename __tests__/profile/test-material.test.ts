import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../fakes/memory-tree.ts';
import { profiled, warned } from './profiled.ts';

/** So many projects, each in a folder of its own. */
function projects(count: number, folder: string, name = 'package.json'): MemoryFiles {
  const text =
    name === 'package.json' ? '{"name": "a", "scripts": {"build": "tsc"}}' : '<Project Sdk="Microsoft.NET.Sdk"/>';
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/p${n}/${name}`, text]));
}

const OWN = { 'package.json': '{"name": "shop", "scripts": {"build": "tsc"}}', 'package-lock.json': '{}' };

async function countOf(files: MemoryFiles): Promise<number> {
  return (await profiled({ ...OWN, ...files })).units.length;
}

describe('Many projects below a folder of tests', () => {
  it('are what tests work on, and are left out with one warning', async () => {
    const found = await profiled({ ...OWN, ...projects(20, 'tests/specs'), ...projects(3, 'packages') });
    expect(found.units.map(({ directory }) => directory)).toEqual(['.', 'packages/p0', 'packages/p1', 'packages/p2']);
    expect(warned(found)).toEqual([
      'tests/specs/p0/package.json:1: 20 projects of node below tests look like what tests work on; they are left out.',
    ]);
  });

  it.each(['test-crates', 'packages/e2e_tests', 'test-data', 'spec'])(
    'are so whatever its name adds: %s',
    async (folder) => expect(await countOf(projects(20, folder))).toBe(1),
  );

  it.each([
    ['a few are there', projects(19, 'tests')],
    ['they lie elsewhere', projects(25, 'packages')],
    ['the folder is only called alike', projects(25, 'testing-tools')],
    ['each is a project of tests', projects(25, 'tests', 'A.csproj')],
  ])('are units where %s', async (_, files) => {
    expect(await countOf(files)).toBe(Object.keys(files).length + 1);
  });

  it('are units as far as a pipeline starts something there', async () => {
    const workflow =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: cd tests/p3 && npm run build\n';
    expect(await countOf({ ...projects(25, 'tests'), '.github/workflows/ci.yml': workflow })).toBe(2);
  });
});

describe('A crate below the tests of another one', () => {
  const crate = (name: string) => `[package]\nname = "${name}"\nversion = "0.1.0"\n\n[workspace]\n`;
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
    'crates/api/Cargo.toml': '[package]\nname = "api"\nversion = "0.1.0"\n',
    'tests/crates/plain/Cargo.toml': crate('plain'),
    'tests/crates/plain/src/lib.rs': '#[cfg(test)]\nmod tests {}\n',
  };
  const workflow = (run: string) => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`,
  });
  const folders = async (more: MemoryFiles) =>
    (await profiled({ ...files, ...more })).units.map(({ directory }) => directory);

  it('is what these tests work on, where it is no member', async () => {
    const found = await profiled(files);
    expect(found.units.map(({ directory }) => directory)).toEqual(['.']);
    expect(warned(found)).toEqual([
      'tests/crates/plain/Cargo.toml:5: 1 project of rust below tests looks like what tests work on; it is left out.',
    ]);
  });

  it.each([
    ['a pipeline starts something there', workflow('cd tests/crates/plain && cargo test')],
    ['no crate lies around it', { 'Cargo.toml': '', 'crates/api/Cargo.toml': '' }],
  ])('is a unit where %s', async (_, more) => expect(await folders(more)).toContain('tests/crates/plain'));

  it('is one where it lies elsewhere', async () => {
    expect(await folders({ 'tools/gen/Cargo.toml': crate('gen') })).toEqual(['.', 'tools/gen']);
  });
});
