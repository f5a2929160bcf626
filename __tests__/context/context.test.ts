import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCheckout } from '../../src/clients/checkout.ts';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { readContext } from '../../src/context/context.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';

describe('The context of a pull request branch', () => {
  it('compares the work tree with the merge base of the default branch', async () => {
    await using repository = temporaryRepository({
      'a.txt': 'one\n',
      'gone.txt': 'x\n',
      'moved.txt': 'a line\nof some length\n',
      'run.sh': 'true\n',
    });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'a.txt': 'two\n', 'new.txt': 'new\n' });
    repository.git('mv', 'moved.txt', 'here.txt');
    repository.git('rm', '-q', 'gone.txt');
    chmodSync(join(repository.path, 'run.sh'), 0o755);
    repository.git('commit', '-q', '-a', '-m', 'work');
    repository.write({ 'untracked.txt': 'u\n' });
    const context = await contextOf(repository.path);
    expect(context).toMatchObject({ base: { name: 'main' }, head: null, defaultBranch: 'main', notes: [] });
    expect(context.changedFiles).toEqual([
      { path: 'a.txt', status: 'modified' },
      { path: 'gone.txt', status: 'removed' },
      { path: 'here.txt', status: 'renamed', previousPath: 'moved.txt' },
      { path: 'new.txt', status: 'added' },
      { path: 'run.sh', status: 'mode-changed' },
      { path: 'untracked.txt', status: 'added' },
    ]);
  });

  it('leaves out what only the base branch has changed since', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'b.txt': 'b\n' });
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ 'c.txt': 'c\n' });
    repository.commit();
    repository.git('checkout', '-q', 'feature');
    expect((await contextOf(repository.path)).changedFiles).toEqual([{ path: 'b.txt', status: 'added' }]);
  });

  it('counts a file that was touched, but is the same, as unchanged', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'b.txt': 'b\n' });
    repository.commit();
    utimesSync(join(repository.path, 'a.txt'), 1, 1);
    expect((await contextOf(repository.path)).changedFiles).toEqual([{ path: 'b.txt', status: 'added' }]);
  });

  it('leaves out what the configuration at the base excludes, whatever the head says', async () => {
    await using repository = temporaryRepository({
      'a.txt': 'one\n',
      '.github/agent-generate.yml': 'version: 1\nsettings: { paths: { exclude: ["docs/**"] } }\n',
    });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'docs/a.md': 'a\n', 'b.txt': 'b\n', '.github/agent-generate.yml': 'version: 1\n' });
    repository.commit();
    const context = await contextOf(repository.path);
    expect(context.changedFiles?.map(({ path }) => path)).toEqual(['.github/agent-generate.yml', 'b.txt']);
    expect((await context.tree.list()).entries.map(({ path }) => path)).not.toContain('docs/a.md');
    expect(context.notes).toEqual([
      expect.stringContaining('is changed here, and holds as it is at the base'),
      'settings.paths in .github/agent-generate.yml keeps 1 file from being looked at.',
    ]);
  });

  it('takes the remote head before a local branch', async () => {
    await using origin = temporaryRepository({ 'a.txt': 'one\n' });
    origin.git('branch', '-m', 'trunk');
    await using clone = temporaryRepository();
    clone.git('remote', 'add', 'origin', origin.path);
    clone.git('fetch', '-q', 'origin');
    clone.git('remote', 'set-head', 'origin', 'trunk');
    clone.git('checkout', '-q', '-b', 'feature', 'origin/trunk');
    clone.write({ 'b.txt': 'b\n' });
    clone.commit();
    const context = await contextOf(clone.path);
    expect(context).toMatchObject({ defaultBranch: 'trunk', base: { name: 'origin/trunk' } });
  });

  it('reads another revision as objects, without its checkout', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'b.txt': 'b\n', link: { link: '/etc/passwd' } });
    repository.commit();
    repository.git('checkout', '-q', 'main');
    const context = await contextOf(repository.path, { base: 'main', head: 'feature' });
    const { entries } = await context.tree.list();
    expect(entries).toEqual([
      { path: 'a.txt', mode: 'file' },
      { path: 'b.txt', mode: 'file' },
      { path: 'link', mode: 'symlink' },
    ]);
    expect(await textOf(context.tree, 'b.txt')).toBe('b\n');
    expect((await context.tree.read(['link'], 100)).size).toBe(0);
  });

  it('reads the configuration side at the base, not at the head', async () => {
    await using repository = temporaryRepository({ 'judge.yml': 'strict\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'judge.yml': 'lenient\n' });
    repository.commit();
    const { baseTree } = await contextOf(repository.path);
    expect(baseTree && (await textOf(baseTree, 'judge.yml'))).toBe('strict\n');
  });

  it('is rooted at the folder that was named', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n', 'sub/b.txt': 'b\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'a.txt': 'two\n', 'sub/c.txt': 'c\n' });
    repository.commit();
    const context = await contextOf(join(repository.path, 'sub'));
    expect((await context.tree.list()).entries.map(({ path }) => path)).toEqual(['b.txt', 'c.txt']);
    expect(context.changedFiles).toEqual([{ path: 'c.txt', status: 'added' }]);
    expect((await context.baseTree?.list())?.entries.map(({ path }) => path)).toEqual(['b.txt']);
  });

  it('says on the default branch that there is nothing to compare with, and asks for nothing', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    const context = await contextOf(repository.path);
    expect(context).toMatchObject({ base: null, changedFiles: null });
    expect(context.notes).toEqual([
      'The head is where main is, so there is nothing to compare with. Everything counts as changed.',
    ]);
  });

  it('asks for a base where no default branch is known', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    repository.git('branch', '-m', 'trunk');
    const context = await contextOf(repository.path);
    expect(context).toMatchObject({ base: null, changedFiles: null });
    expect(context.notes).toEqual([
      'No default branch was found to compare with: name one with --base. Everything counts as changed.',
    ]);
  });

  it('says that there is no commit yet', async () => {
    await using repository = temporaryRepository();
    repository.write({ 'a.txt': 'one\n' });
    expect((await contextOf(repository.path)).notes).toEqual(['There is no commit yet. Everything counts as changed.']);
  });

  it('works on a detached head', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    repository.write({ 'b.txt': 'b\n' });
    const commit = repository.commit();
    repository.git('checkout', '-q', '--detach', commit);
    repository.git('branch', '-q', '-f', 'main', 'HEAD~1');
    expect((await contextOf(repository.path)).changedFiles).toEqual([{ path: 'b.txt', status: 'added' }]);
  });

  it('works in a linked work tree', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    using place = temporaryDirectory();
    repository.git('worktree', 'add', '-q', '-b', 'feature', join(place.path, 'tree'));
    expect((await contextOf(join(place.path, 'tree'))).tree).toBeDefined();
  });

  it('profiles files before there is any commit', async () => {
    await using repository = temporaryRepository();
    repository.write({ 'go.mod': 'module m\n' });
    const context = await contextOf(repository.path);
    expect(context).toMatchObject({ base: null, baseTree: null, changedFiles: null });
    expect((await context.tree.list()).entries).toEqual([{ path: 'go.mod', mode: 'file' }]);
  });

  it('names files with quotes, newlines and spaces as they are, and escapes those that are not UTF-8', async () => {
    await using repository = temporaryRepository({
      'a "b".txt': '',
      'new\nline': '',
      ' space': '',
      ümlaut: '',
      '\ufeffmark': '',
    });
    execFileSync('bash', ['-c', `printf x > $'bad\\xff'`], { cwd: repository.path });
    const { entries, unreadable } = await (await contextOf(repository.path)).tree.list();
    expect(entries.map(({ path }) => path)).toEqual([' space', 'a "b".txt', 'new\nline', 'ümlaut', '\ufeffmark']);
    expect(unreadable).toEqual(['bad\\xff']);
  });

  it('is not confused by a folder with a line end, nor by a file that is named like a revision', async () => {
    await using repository = temporaryRepository({ 'a\nb/judge.yml': 'strict\n', 'HEAD^{commit}': '', HEAD: '' });
    const { baseTree } = await contextOf(join(repository.path, 'a\nb'));
    expect(baseTree && (await textOf(baseTree, 'judge.yml'))).toBe('strict\n');
    const root = await contextOf(repository.path);
    expect(root.baseTree && (await textOf(root.baseTree, 'a\nb/judge.yml'))).toBe('strict\n');
  });

  it('reads of a commit what is a file, by its very name', async () => {
    await using repository = temporaryRepository({ 'a/b.txt': 'b\n', 'a/[b].txt': 'c\n', link: { link: 'a/b.txt' } });
    const tree = (await contextOf(repository.path, { head: 'main' })).tree;
    const found = await tree.read(['a', 'a/*.txt', 'a/[b].txt', 'link', ':(glob)a/b.txt', 'none'], 100);
    expect([...found.keys()]).toEqual(['a/[b].txt']);
    expect((await tree.list()).entries.map(({ path }) => path)).toEqual(['a/[b].txt', 'a/b.txt', 'link']);
  });
});

describe('What cannot be read ends with a code and a sentence', () => {
  it('a folder that is no repository', async () => {
    using place = temporaryDirectory();
    await expectCode(contextOf(place.path), 'NOT_A_REPOSITORY', place.path);
  });

  it('a folder that does not exist', async () => {
    await expectCode((async () => contextOf('/nonexistent/folder'))(), 'NOT_A_DIRECTORY', '/nonexistent/folder');
  });

  it('a bare repository', async () => {
    await using repository = temporaryRepository({ a: '' });
    await expectCode(contextOf(join(repository.path, '.git')), 'NOT_A_REPOSITORY', 'bare repository or a .git folder');
  });

  it('an unknown revision', async () => {
    await using repository = temporaryRepository({ a: '' });
    await expectCode(contextOf(repository.path, { base: 'mian' }), 'UNKNOWN_REVISION', "'mian'");
  });

  it('a revision that looks like an option', async () => {
    await using repository = temporaryRepository({ a: '' });
    await expectCode(contextOf(repository.path, { base: '--output=stolen' }), 'UNKNOWN_REVISION', "'--output=stolen'");
    expect((await (await contextOf(repository.path)).tree.list()).entries).toEqual([{ path: 'a', mode: 'file' }]);
  });

  it('a base to compare with, before there is any commit', async () => {
    await using repository = temporaryRepository();
    await expectCode(contextOf(repository.path, { base: 'main' }), 'UNKNOWN_REVISION', "'main'");
  });

  it('two histories with nothing in common', async () => {
    await using repository = temporaryRepository({ a: '' });
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.commit();
    await expectCode(contextOf(repository.path), 'NO_MERGE_BASE', 'no common history');
  });

  it('a shallow clone without the merge base', async () => {
    await using origin = temporaryRepository({ a: '1' });
    origin.git('checkout', '-q', '-b', 'feature');
    origin.write({ b: '1' });
    origin.commit();
    origin.write({ b: '2' });
    origin.commit();
    origin.git('checkout', '-q', 'main');
    origin.write({ a: '2' });
    origin.commit();
    await using clone = temporaryRepository();
    clone.git('fetch', '-q', '--depth=1', `file://${origin.path}`, 'main:refs/remotes/origin/main', 'feature:feature');
    clone.git('checkout', '-q', 'feature');
    await expectCode(contextOf(clone.path), 'NO_MERGE_BASE', 'shallow');
  });
});

describe('A hostile repository', () => {
  it.each([
    ['a file-system monitor', 'core.fsmonitor', ''],
    ['hooks', 'core.hooksPath', ''],
    ['a clean filter', 'filter.evil.clean', '* filter=evil\n'],
    ['a filter process', 'filter.evil.process', '* filter=evil\n'],
    ['a diff driver', 'diff.evil.command', '* diff=evil\n'],
    ['a text converter', 'diff.evil.textconv', '* diff=evil\n'],
    ['an external diff', 'diff.external', ''],
    ['a pager', 'core.pager', ''],
    ['an alternate-refs command', 'core.alternateRefsCommand', ''],
  ])('starts nothing through %s', async (_, setting, attributes) => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n', '.gitattributes': attributes });
    using place = temporaryDirectory();
    const marker = join(place.path, 'marker');
    const script = join(place.path, 'evil');
    writeFileSync(script, `#!/bin/sh\ntouch '${marker}'\ncat\n`, { mode: 0o755 });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'b.txt': 'b\n' });
    repository.commit();
    repository.git('config', setting, setting === 'core.hooksPath' ? place.path : script);
    // Same size and another time: git must look into the file to know whether it differs.
    rmSync(join(repository.path, 'a.txt'));
    repository.write({ 'a.txt': 'two\n' });
    const context = await contextOf(repository.path);
    await context.tree.list();
    await context.baseTree?.read(['a.txt'], 100);
    expect(() => execFileSync('test', ['-e', marker])).toThrow();
    expect(context.changedFiles).toContainEqual({ path: 'b.txt', status: 'added' });
  });

  it('does not move us elsewhere by core.worktree', async () => {
    await using repository = temporaryRepository({ 'a.txt': 'one\n' });
    using place = temporaryDirectory();
    mkdirSync(join(place.path, 'secret'));
    repository.git('config', 'core.worktree', join(place.path, 'secret'));
    await expectCode(contextOf(repository.path), 'NOT_A_REPOSITORY', repository.path);
  });
});

async function contextOf(
  path: string,
  { base = null, head = null }: { base?: string | null; head?: string | null } = {},
) {
  const environment = {
    ...process.env,
    GIT_DIR: '/nonexistent/elsewhere',
    GIT_CONFIG_NOSYSTEM: '1',
    HOME: '/nonexistent',
  };
  const { git, trees } = openCheckout({ directory: path, environment, deadline: deadlineFromNow(20_000) });
  return readContext({ git, trees, base, head });
}

async function textOf(
  tree: { read: Awaited<ReturnType<typeof contextOf>>['tree']['read'] },
  path: string,
): Promise<string | null> {
  const content = (await tree.read([path], 1000)).get(path);
  return content?.kind === 'content' ? Buffer.from(content.bytes).toString('utf8') : null;
}

async function expectCode(work: Promise<unknown>, code: ErrorCode, words: string): Promise<void> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'ActionError', code, message: expect.stringContaining(words) });
}
