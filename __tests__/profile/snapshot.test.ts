import { describe, expect, it } from 'vitest';
import type { Tree } from '../../src/domain/tree.ts';
import { readMore, takeSnapshot } from '../../src/profile/take-snapshot.ts';
import { memoryTree } from '../fakes/memory-tree.ts';
import { snapshotWith, warned } from './profiled.ts';

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

describe('A snapshot', () => {
  it('leaves out what is installed, generated, vendored or made for tests', async () => {
    const pruned = [
      'node_modules/a/package.json',
      'x/vendor/go.mod',
      'Web/wwwroot/lib/bootstrap/package.json',
      'dist/package.json',
      'dist/Dockerfile',
      'node_modules/a/compose.yaml',
      'a/testdata/go.mod',
      '.venv/pyproject.toml',
      '.fixtures/a/package.json',
      'lib/test-fixtures/package.json',
      'lib/__fixtures__/package.json',
    ];
    const { paths, everything, has } = await snapshotWith({
      'package.json': '{}',
      ...Object.fromEntries(pruned.map((path) => [path, ''])),
    });
    expect(paths).toEqual(['package.json']);
    expect(everything).toHaveLength(12);
    expect(pruned.every((path) => has(path))).toBe(true);
  });

  it('keeps the compose file of build/ that builds the Dockerfiles beside it', async () => {
    const { paths } = await snapshotWith({ 'build/compose.yaml': 'services: {}', 'build/values.yaml': '' });
    expect(paths).toEqual(['build/compose.yaml']);
  });

  it('keeps the Dockerfiles of build/, where no build writes them', async () => {
    const { paths } = await snapshotWith({ 'build/package/Dockerfile': 'FROM scratch', 'build/package/go.mod': '' });
    expect(paths).toEqual(['build/package/Dockerfile']);
  });

  it('leaves out examples unless it is told to look', async () => {
    const tree = memoryTree({ 'examples/a/go.mod': 'module a' });
    expect((await takeSnapshot(tree, [])).value.paths).toEqual([]);
    expect((await takeSnapshot(tree, [], { examples: true })).value.paths).toEqual(['examples/a/go.mod']);
  });

  it.each([
    ['UTF-8 with its mark', new TextEncoder().encode('\ufeffone\ntwo')],
    ['CRLF', new TextEncoder().encode('one\r\ntwo')],
    ['the line ends of old Macs', new TextEncoder().encode('one\rtwo')],
    ['UTF-16, little end first', utf16('one\r\ntwo', false)],
    ['UTF-16, big end first', utf16('one\ntwo', true)],
  ])('reads %s', async (_, bytes) => {
    const { text, evidence } = await snapshotWith({ a: bytes });
    expect(text('a')).toBe('one\ntwo');
    expect(evidence('a', 2)).toEqual({ file: 'a', line: 2, excerpt: 'two' });
  });

  it('warns of what is no text, and goes on with the rest', async () => {
    const taken = await takeSnapshot(memoryTree({ bad: new Uint8Array([0xff, 0xc0, 0x80]), good: 'x' }), ['**']);
    expect(warned(taken)).toEqual(['bad:1: it is not UTF-8 text. Nothing in it is known.']);
    expect(taken.value.paths).toEqual(['good']);
    expect(taken.value.has('bad')).toBe(true);
  });

  it('warns of a file above the limit, and goes on with the rest', async () => {
    const taken = await takeSnapshot(memoryTree({ big: 'x'.repeat(1_000_001), good: 'x' }), ['**']);
    expect(warned(taken)).toEqual([
      'big:1: it has 1000001 bytes; at most 1000000 are read, so nothing in it is known.',
    ]);
    expect(taken.value.text('good')).toBe('x');
  });

  it('reads a file of exactly the limit', async () => {
    const { text } = await snapshotWith({ big: 'x'.repeat(1_000_000) });
    expect(text('big')).toHaveLength(1_000_000);
  });

  it('holds a bounded number of bytes, whatever there is', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1_200 }, (_, index) => [
        `${String(index).padStart(4, '0')}`,
        new Uint8Array(60_000).fill(97),
      ]),
    );
    const { value, warnings } = await takeSnapshot(memoryTree(files), ['**']);
    expect(value.text('0999')).not.toBeNull();
    expect(warnings).toHaveLength(200);
    expect(warnings[0]?.message).toContain('more than 50000000 bytes of manifests');
  });

  it('follows no link and looks into no submodule, and says so', async () => {
    const taken = await takeSnapshot(
      memoryTree({ 'go.mod': { link: '/etc/passwd' }, other: { link: 'x' }, libs: { submodule: true } }),
      ['**/go.mod'],
    );
    expect(taken.value.paths).toEqual([]);
    expect(taken.value.has('go.mod')).toBe(false);
    expect(taken.value.exists('go.mod')).toBe(true);
    expect(taken.ignored).toEqual([
      { path: 'go.mod', why: 'a symbolic link, which is not followed' },
      { path: 'libs', why: 'a git submodule: a repository of its own' },
    ]);
  });

  it('warns of names that differ in case alone, and of names that no text can hold', async () => {
    const taken = await takeSnapshot(memoryTree({ 'a/Dockerfile': '', 'a/dockerfile': '' }, ['caf\\xe9']), []);
    expect(warned(taken)).toEqual([
      'caf\\xe9:1: its name is not UTF-8, so the file is left out.',
      'a/dockerfile:1: its name differs from a/Dockerfile in case alone.',
    ]);
  });

  it('knows files and folders by names with newlines and quotes', async () => {
    const name = 'a "quoted"\nfolder';
    const tree = memoryTree({ [`${name}/it's.txt`]: 'x', 'b/c/d': '' });
    const { exists, entriesIn, namesIn, text } = (await takeSnapshot(tree, ["**/it's.txt"])).value;
    expect(exists(name)).toBe(true);
    expect(text(`${name}/it's.txt`)).toBe('x');
    expect(entriesIn('.')).toEqual([name, 'b']);
    expect(entriesIn('b')).toEqual(['c']);
    expect(namesIn('b')).toEqual([]);
    expect(namesIn(name)).toEqual(["it's.txt"]);
  });

  it('cites a line that is there, whatever line it is asked for, in at most 120 characters', async () => {
    const { evidence } = await snapshotWith({ a: `one\n${'x'.repeat(200)}`, empty: '' });
    expect(evidence('a', 99)).toEqual({ file: 'a', line: 2, excerpt: 'x'.repeat(120) });
    expect(evidence('a', 0).line).toBe(1);
    expect(evidence('empty', 3)).toEqual({ file: 'empty', line: 1 });
    expect(evidence('absent', 3)).toEqual({ file: 'absent', line: 1 });
  });

  it('reads in one batch, and only what is asked for', async () => {
    const batches: string[][] = [];
    const tree = memoryTree({ 'a/go.mod': '', 'b/go.mod': '', 'b/main.go': '', 'README.md': '' });
    const counting = {
      list: tree.list,
      read: async (paths, limit) => {
        batches.push([...paths]);
        return tree.read(paths, limit);
      },
    } satisfies Tree;
    const { value } = await takeSnapshot(counting, ['**/go.mod', 'README.{md,txt}']);
    expect(batches).toEqual([['README.md', 'a/go.mod', 'b/go.mod']]);
    const wider = await readMore(counting, value, { paths: ['b/main.go', 'a/go.mod'], limit: 10 });
    expect(batches[1]).toEqual(['b/main.go']);
    expect(wider.text('b/main.go')).toBe('');
    expect(value.text('b/main.go')).toBeNull();
  });
});
