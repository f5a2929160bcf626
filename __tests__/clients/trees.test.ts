import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Checkout, openCheckout } from '../../src/clients/checkout.ts';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import type { Tree } from '../../src/domain/tree.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

const FILES = {
  'a.txt': 'a\n',
  'run.sh': { executable: 'true\n' },
  'sub/b "c"\n.txt': 'b\n',
  link: { link: 'a.txt' },
  outside: { link: '/etc/passwd' },
  folder: { link: 'sub' },
};

const LISTED = [
  'a.txt file',
  'folder symlink',
  'link symlink',
  'outside symlink',
  'run.sh executable',
  'sub/b "c"\n.txt file',
];

/** The same files, seen in each of three ways. */
const KINDS = ['a work tree', "a commit's objects", 'a folder without git'] as const;

describe.each(KINDS)('%s', (kind) => {
  it('lists everything with its mode, sorted', async () => {
    await using repository = temporaryRepository(FILES);
    expect(await listed(treeOf(kind, repository))).toEqual(LISTED);
  });

  it('names what no text can name by its bytes', async () => {
    await using repository = temporaryRepository({ 'a.txt': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${repository.path}/b`), Buffer.from([0xff])]), '');
    repository.commit();
    const { entries, unreadable } = await treeOf(kind, repository).list();
    expect(entries.map(({ path }) => path)).toEqual(['a.txt']);
    expect(unreadable).toEqual(['b\\xff']);
  });

  it('reads regular files, and nothing through a link', async () => {
    await using repository = temporaryRepository(FILES);
    const wanted = [
      'a.txt',
      'run.sh',
      'link',
      'outside',
      'folder',
      'folder/b "c"\n.txt',
      'sub',
      'none',
      '../a.txt',
      '/etc/passwd',
      '',
    ];
    expect(await texts(treeOf(kind, repository), wanted)).toEqual({ 'a.txt': 'a\n', 'run.sh': 'true\n' });
  });

  it('gives the size alone of what is larger than was asked for', async () => {
    await using repository = temporaryRepository({ 'a.txt': '12345', 'b.txt': '1234', 'c.txt': '' });
    const contents = await treeOf(kind, repository).read(['a.txt', 'b.txt', 'c.txt'], 4);
    expect(contents.get('a.txt')).toEqual({ kind: 'too-large', size: 5 });
    expect(contents.get('b.txt')?.kind).toBe('content');
    expect(contents.get('c.txt')).toMatchObject({ kind: 'content' });
  });
});

describe('A work tree', () => {
  it('is what git tracks or would track, as it is on disk', async () => {
    await using repository = temporaryRepository({
      'a.txt': 'old\n',
      gone: '',
      ignored: 'tracked all the same\n',
      '.gitignore': 'ignored*\n',
    });
    repository.git('add', '--force', 'ignored');
    repository.write({ 'a.txt': 'new\n', 'new.txt': '', 'ignored.txt': '', 'node_modules/x/package.json': '' });
    rmSync(join(repository.path, 'gone'));
    const tree = checkoutOf(repository.path).trees.work();
    expect(await listed(tree)).toEqual([
      '.gitignore file',
      'a.txt file',
      'ignored file',
      'new.txt file',
      'node_modules/x/package.json file',
    ]);
    expect(await texts(tree, ['a.txt', 'gone'])).toEqual({ 'a.txt': 'new\n' });
  });

  it('knows modes as they are: of the index for what is tracked, of the disk for the rest', async () => {
    await using repository = temporaryRepository({ 'a.sh': 'true\n' });
    repository.write({ 'b.sh': { executable: 'true\n' }, nested: { link: '..' } });
    repository.git('config', 'core.fileMode', 'false');
    chmodSync(join(repository.path, 'a.sh'), 0o755);
    expect(await listed(checkoutOf(repository.path).trees.work())).toEqual([
      'a.sh file',
      'b.sh executable',
      'nested symlink',
    ]);
  });

  it('lists a submodule as one entry, and a repository within it not at all', async () => {
    await using inner = temporaryRepository({ 'inner.txt': '' });
    await using repository = temporaryRepository({ 'a.txt': '' });
    repository.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.path, 'module');
    repository.git('init', '-q', 'stray');
    repository.write({ 'stray/x.txt': '' });
    expect(await listed(checkoutOf(repository.path).trees.work())).toEqual([
      '.gitmodules file',
      'a.txt file',
      'module submodule',
    ]);
  });

  it('lists a file once in the middle of a merge', async () => {
    await using repository = temporaryRepository({ a: 'one\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ a: 'two\n' });
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ a: 'three\n' });
    repository.commit();
    expect(() => repository.git('merge', '-q', 'feature')).toThrow();
    expect(await listed(checkoutOf(repository.path).trees.work())).toEqual(['a file']);
  });

  it('is rooted at the folder that was named', async () => {
    await using repository = temporaryRepository({ 'a.txt': '', 'sub/b.txt': 'b\n' });
    const tree = checkoutOf(join(repository.path, 'sub')).trees.work();
    expect(await listed(tree)).toEqual(['b.txt file']);
    expect(await texts(tree, ['b.txt', '../a.txt'])).toEqual({ 'b.txt': 'b\n' });
  });
});

describe("A commit's objects", () => {
  it('do not change with the disk, and are those below a prefix', async () => {
    await using repository = temporaryRepository({ 'a.txt': '', 'sub/b.txt': 'b\n' });
    rmSync(join(repository.path, 'sub'), { recursive: true });
    const { trees } = checkoutOf(repository.path);
    const commit = repository.git('rev-parse', 'HEAD').trim();
    expect(await texts(trees.objects(commit, 'sub/'), ['b.txt', 'a.txt'])).toEqual({ 'b.txt': 'b\n' });
    expect((await trees.objects(commit, 'none/').list()).entries).toEqual([]);
  });

  it('are read in parts where they are many', async () => {
    const large = Object.fromEntries(Array.from({ length: 36 }, (_, n) => [`${n}.txt`, `${n}${' '.repeat(950_000)}`]));
    await using repository = temporaryRepository(large);
    const commit = repository.git('rev-parse', 'HEAD').trim();
    const contents = await checkoutOf(repository.path).trees.objects(commit, '').read(Object.keys(large), 1_000_000);
    const starts = [...contents].map(
      ([path, it]) => it.kind === 'content' && path === `${Buffer.from(it.bytes.subarray(0, 4)).toString().trim()}.txt`,
    );
    expect(starts).toEqual(Array(36).fill(true));
  });

  it('that are not there, as in a partial clone, can be listed, and are an error when they are read', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
    const id = repository.git('rev-parse', 'HEAD:a.txt').trim();
    rmSync(join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2)));
    const commit = repository.git('rev-parse', 'HEAD').trim();
    const tree = checkoutOf(repository.path).trees.objects(commit, '');
    expect((await tree.list()).entries.map(({ path }) => path)).toEqual(['a.txt', 'b.txt']);
    expect(await texts(tree, ['b.txt'])).toEqual({ 'b.txt': 'b\n' });
    await expect(tree.read(['a.txt', 'b.txt'], 100)).rejects.toThrow(
      "the content of 'a.txt' here: it is a partial clone",
    );
  });

  it('of a commit that is not there are an error', async () => {
    await using repository = temporaryRepository({ a: '' });
    const missing = checkoutOf(repository.path).trees.objects('0'.repeat(40), '');
    await expect(missing.list()).rejects.toMatchObject({ code: 'GIT_FAILED' });
  });
});

describe('The names of contents', () => {
  it('are the same on disk and in a commit, until a file is changed', async () => {
    await using repository = temporaryRepository({ ...FILES, 'changed.txt': 'a\n' });
    repository.write({ 'changed.txt': 'b\n' });
    const { trees } = checkoutOf(repository.path);
    const paths = [...Object.keys(FILES), 'changed.txt', 'absent'];
    const onDisk = await trees.work().ids?.(paths);
    const committed = await trees.objects(repository.git('rev-parse', 'HEAD').trim(), '').ids?.(paths);
    const same = [...(onDisk ?? [])].filter(([path, id]) => committed?.get(path) === id);
    expect([...(onDisk?.keys() ?? [])].sort()).toEqual(['a.txt', 'changed.txt', 'run.sh', 'sub/b "c"\n.txt']);
    expect(same.map(([path]) => path).sort()).toEqual(['a.txt', 'run.sh', 'sub/b "c"\n.txt']);
  });
});

describe('A folder without git', () => {
  it('leaves out what no repository tracks, and what is no file', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, {
      'a.txt': '',
      'x/node_modules/b/package.json': '',
      '.git/config': '',
      '.venv/c.py': '',
      '.github/d.yml': '',
    });
    execFileSync('mkfifo', [join(place.path, 'pipe')]);
    const tree = checkoutOf(place.path).trees.directory();
    expect(await listed(tree)).toEqual(['.github/d.yml file', 'a.txt file']);
    expect(await texts(tree, ['pipe', 'a.txt'])).toEqual({ 'a.txt': '' });
  });
});

function checkoutOf(directory: string): Checkout {
  const environment = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
  return openCheckout({ directory, environment, deadline: deadlineFromNow(20_000) });
}

function treeOf(kind: (typeof KINDS)[number], repository: TemporaryRepository): Tree {
  const { trees } = checkoutOf(repository.path);
  switch (kind) {
    case 'a work tree':
      return trees.work();
    case "a commit's objects":
      return trees.objects(repository.git('rev-parse', 'HEAD').trim(), '');
    case 'a folder without git':
      return trees.directory();
  }
}

async function listed(tree: Tree): Promise<string[]> {
  return (await tree.list()).entries.map(({ path, mode }) => `${path} ${mode}`);
}

async function texts(tree: Tree, paths: readonly string[]): Promise<Record<string, string>> {
  const contents = [...(await tree.read(paths, 1000))];
  return Object.fromEntries(
    contents.flatMap(([path, it]) => (it.kind === 'content' ? [[path, Buffer.from(it.bytes).toString()]] : [])),
  );
}
