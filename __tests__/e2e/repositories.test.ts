import { appendFileSync, chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';
import { expectFault } from './faults.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'main.go': 'package main\n' };

describe('A folder that generate cannot work on is refused', () => {
  it('when it does not exist, is a file, or is a chain of links', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { file: '', loop: { link: 'loop' } });
    expectFault(generate(join(place.path, 'none')), 'NOT_A_DIRECTORY', 'none', 'does not exist');
    expectFault(generate(join(place.path, 'file')), 'NOT_A_DIRECTORY', 'file', 'is not a directory');
    expectFault(generate(join(place.path, 'loop')), 'NOT_A_DIRECTORY', 'loop', 'symbolic links without an end');
  });

  it('when it is no repository, though profile can tell what it is', () => {
    using place = temporaryDirectory();
    writeAll(place.path, GO);
    expectFault(generate(place.path), 'NOT_A_REPOSITORY', place.path);
    expect(runJson(['profile', '--json'], { cwd: place.path })).toMatchObject({ units: [{ ecosystem: 'go' }] });
  });

  it('when it holds no file at all', async () => {
    await using repository = temporaryRepository();
    expectFault(generate(repository.path), 'EMPTY_REPOSITORY', repository.path);
    repository.commit('Nothing');
    expectFault(generate(repository.path), 'EMPTY_REPOSITORY', repository.path);
    expectFault(generate(repository.path, '--head', 'main'), 'EMPTY_REPOSITORY', "at 'main'");
  });

  it('when it is bare, or is the .git folder itself, by profile too', async () => {
    await using repository = temporaryRepository(GO);
    using place = temporaryDirectory();
    repository.git('clone', '-q', '--bare', '.', join(place.path, 'bare.git'));
    for (const path of [join(place.path, 'bare.git'), join(repository.path, '.git')])
      for (const command of ['generate', 'profile'])
        expectFault(runCli([command, '--repository', path]), 'NOT_A_REPOSITORY', 'bare repository or a .git folder');
  });

  it.each([
    ['a setting that cannot be read', '.git/config', '[broken', 'bad config line'],
    ['another format', '.git/config', '[core]\nrepositoryFormatVersion = 99\n', 'Expected git repo version'],
    ['an index that is no index', '.git/index', 'no index at all, this is', 'index file'],
  ])('when it is damaged: %s; and is not taken for a folder without git', async (_, file, text, words) => {
    await using repository = temporaryRepository(GO);
    if (file === '.git/config') appendFileSync(join(repository.path, file), text);
    else writeFileSync(join(repository.path, file), text);
    for (const command of ['generate', 'profile'])
      expectFault(runCli([command, '--repository', repository.path]), 'GIT_FAILED', words);
  });

  it('when its .git is a file that leads nowhere', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { ...GO, '.git': 'gitdir: /nonexistent/repository\n' });
    expectFault(generate(place.path), 'NOT_A_REPOSITORY', place.path);
  });

  it('when somebody else owns it, with the command that allows it', async () => {
    await using repository = temporaryRepository(GO);
    using tools = temporaryDirectory();
    const env = gitThatDistrusts(tools.path);
    for (const command of ['generate', 'profile']) {
      const ran = runCli([command, '--repository', repository.path], { env });
      expectFault(ran, 'NOT_A_REPOSITORY', `safe.directory '${repository.path}'`);
    }
  });

  it('when there is no git', async () => {
    await using repository = temporaryRepository(GO);
    const ran = runCli(['generate', '--repository', repository.path], { env: { PATH: '/nonexistent' } });
    expectFault(ran, 'GIT_FAILED', 'git was not found on the PATH');
  });
});

it('A git that never answers is ended when time is up', async () => {
  await using repository = temporaryRepository(GO);
  using tools = temporaryDirectory();
  writeAll(tools.path, { git: { executable: '#!/bin/sh\nexec sleep 600\n' } });
  const env = { PATH: `${tools.path}:${process.env.PATH}` };
  const ran = runCli(['generate', '--repository', repository.path, '--timeout-seconds', '1'], { env });
  expectFault(ran, 'DEADLINE_EXCEEDED', 'time was up');
});

describe('A revision that generate cannot use is refused', () => {
  it.each([
    ['is misspelt', 'mian'],
    ['looks like an option', '--output=stolen'],
    ['looks like a short one', '-h'],
    ['is a range', 'main..main'],
    ['is a file of a commit', 'main:go.mod'],
    ['has a line break', 'main\nmain'],
  ])('when it %s', async (_, revision) => {
    await using repository = temporaryRepository(GO);
    expectFault(generate(repository.path, `--base=${revision}`), 'UNKNOWN_REVISION', 'names no commit');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('when it is the head that is unknown', async () => {
    await using repository = temporaryRepository(GO);
    expectFault(generate(repository.path, '--head', 'mian'), 'UNKNOWN_REVISION', "'mian'");
  });

  it('when it has no common history with the head', async () => {
    await using repository = temporaryRepository(GO);
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.commit();
    expectFault(generate(repository.path, '--base', 'main'), 'NO_MERGE_BASE', "'main'", 'no common history');
  });

  it('when the clone is too shallow to have that history', async () => {
    await using origin = temporaryRepository(GO);
    origin.git('checkout', '-q', '-b', 'feature');
    origin.write({ b: '1' });
    origin.commit();
    origin.git('checkout', '-q', 'main');
    origin.write({ c: '1' });
    origin.commit();
    await using clone = temporaryRepository();
    clone.git('fetch', '-q', '--depth=1', `file://${origin.path}`, 'main:refs/remotes/origin/main', 'feature:feature');
    clone.git('checkout', '-q', 'feature');
    expectFault(generate(clone.path), 'NO_MERGE_BASE', "'origin/main'", 'shallow', 'fetch-depth: 0');
  });

  it('when a base is named before there is any commit', async () => {
    await using repository = temporaryRepository();
    repository.write(GO);
    expectFault(generate(repository.path, '--base', 'main'), 'UNKNOWN_REVISION', "'main'");
  });
});

describe('An unusual repository is served like any other', () => {
  it('on a detached head, before the first commit, and where base and head are one', async () => {
    await using repository = temporaryRepository();
    repository.write(GO);
    expect(generate(repository.path).stdout).toContain('Of the work tree, all of it.');
    const commit = repository.commit();
    repository.git('checkout', '-q', '--detach', commit);
    expect(generate(repository.path).stdout).toContain('Of the work tree, all of it.');
    expect(generate(repository.path, '--base', 'HEAD', '--head', 'HEAD').stdout).toContain(': 0 files changed.');
  });

  it('in a linked work tree and in a submodule, whose .git are files', async () => {
    await using repository = temporaryRepository(GO);
    using place = temporaryDirectory();
    const linked = join(place.path, 'linked');
    repository.git('worktree', 'add', '-q', '-b', 'feature', linked);
    expect(runCli(['generate', '--repository', linked, '--write'])).toMatchObject({ code: 0, stderr: '' });
    await using outer = temporaryRepository({ 'README.md': 'outer\n' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', repository.path, 'inner');
    outer.commit();
    expect(runJson(['profile', '--json', '--repository', join(outer.path, 'inner')])).toMatchObject({
      units: [{ directory: '.', ecosystem: 'go' }],
    });
    expect(runJson(['profile', '--json', '--repository', outer.path])).toMatchObject({
      units: [],
      ignored: [{ path: 'inner', why: 'a git submodule: a repository of its own' }],
    });
  });

  it('in a folder whose name has a line break, of which the base has another version', async () => {
    const folder = 'a "strange"\nfolder';
    await using repository = temporaryRepository({ [`${folder}/go.mod`]: GO['go.mod'] });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ [`${folder}/.github/agent-generate.yml`]: 'version: 7\n' });
    repository.commit();
    const path = join(repository.path, folder);
    expect(generate(path).stdout).toContain('1 file changed');
    expectFault(generate(path, '--base', 'HEAD'), 'CONFIGURATION_INVALID', 'agent-generate.yml:1:10');
  });

  it('with objects of SHA-256', async () => {
    using place = temporaryDirectory();
    await using repository = temporaryRepository();
    const path = join(place.path, 'r');
    repository.git('init', '-q', '--object-format=sha256', '--initial-branch=main', path);
    writeAll(path, GO);
    repository.git('-C', path, 'add', '-A');
    repository.git('-C', path, 'commit', '-q', '-m', 'x');
    expect(generate(path, '--base', 'main', '--head', 'main').code).toBe(0);
  });

  it('in the middle of a merge that does not go', async () => {
    await using repository = temporaryRepository({ ...GO, a: 'one\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ a: 'two\n' });
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ a: 'three\n' });
    repository.commit();
    repository.git('checkout', '-q', 'feature');
    expect(() => repository.git('merge', '-q', 'main')).toThrow();
    expect(generate(repository.path).stdout).toContain('1 file changed');
  });

  it('when the environment points git elsewhere', async () => {
    await using repository = temporaryRepository(GO);
    await using elsewhere = temporaryRepository({ 'package.json': '{"name":"elsewhere","scripts":{"test":"x"}}' });
    const env = {
      GIT_DIR: join(elsewhere.path, '.git'),
      GIT_WORK_TREE: elsewhere.path,
      GIT_INDEX_FILE: join(elsewhere.path, '.git/index'),
      GIT_OBJECT_DIRECTORY: join(elsewhere.path, '.git/objects'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.bare',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_EXTERNAL_DIFF: 'false',
      GIT_TRACE: '1',
    };
    expect(runJson(['profile', '--json', '--repository', repository.path], { env })).toEqual(
      runJson(['profile', '--json', '--repository', repository.path]),
    );
    expect(runCli(['generate', '--repository', repository.path], { env })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('The difference to the base', () => {
  it('counts what was added, removed, renamed, made executable, and what git does not know yet', async () => {
    await using repository = temporaryRepository({
      ...GO,
      gone: 'x\n',
      moved: 'a line\nof some length\n',
      run: 'true\n',
    });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.git('rm', '-q', 'gone');
    repository.git('mv', 'moved', 'here');
    chmodSync(join(repository.path, 'run'), 0o755);
    repository.write({ new: '' });
    repository.commit();
    repository.write({ untracked: '' });
    expect(generate(repository.path).stdout).toMatch(/Of the work tree against main \(\w{12}\): 5 files changed\./);
    expect(generate(repository.path, '--head', 'feature').stdout).toContain('4 files changed.');
  });
});

function generate(path: string, ...options: readonly string[]) {
  return runCli(['generate', '--repository', path, ...options]);
}

/** A git that takes every repository for somebody else's, by the switch of git's own tests: nobody but root can give one away. */
function gitThatDistrusts(folder: string): Record<string, string> {
  const program = `#!/bin/sh\nPATH='${process.env.PATH}'\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"\n`;
  writeAll(folder, { git: { executable: program } });
  return { PATH: folder };
}
