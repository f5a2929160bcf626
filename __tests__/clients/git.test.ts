import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { gitIn } from '../../src/clients/git.ts';
import { temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

describe('git', () => {
  it('gives what it printed, to the byte, and its exit code', async () => {
    await using repository = temporaryRepository({ 'ü\n.bin': Buffer.from([0xff, 0x00, 0x0a]) });
    const git = gitAt(repository.path);
    expect((await git.run(['cat-file', 'blob', 'HEAD:ü\n.bin'])).stdout).toEqual(Buffer.from([0xff, 0x00, 0x0a]));
    expect(await git.run(['rev-parse', '--verify', '--quiet', 'nothing'])).toMatchObject({ exitCode: 1, stderr: '' });
  });

  it('is given an input of any length, also by one that does not read it', async () => {
    await using repository = temporaryRepository({ a: 'x\n' });
    const git = gitAt(repository.path);
    const id = repository.git('rev-parse', 'HEAD:a').trim();
    const { stdout } = await git.run(['cat-file', '--batch'], Buffer.from(`${id}\n`.repeat(20_000)));
    expect(Buffer.from(stdout).toString().split(id)).toHaveLength(20_001);
    expect((await git.run(['rev-parse', 'HEAD'], Buffer.alloc(10_000_000))).exitCode).toBe(0);
  });

  it('is told nothing by the variables of ours, but where programs and the home are', async () => {
    using tools = temporaryDirectory();
    writeAll(tools.path, { git: { executable: `#!/bin/sh\n/usr/bin/env > '${join(tools.path, 'seen')}'\n` } });
    const environment = {
      PATH: tools.path,
      HOME: '/home/someone',
      GIT_DIR: '/elsewhere',
      git_index_file: '/elsewhere',
      GIT_SSH_COMMAND: 'evil',
      GIT_CONFIG_PARAMETERS: "'core.pager=evil'",
      LC_ALL: 'de_DE.UTF-8',
    };
    await gitIn({ directory: '/', environment, deadline: deadlineFromNow(20_000) }).run(['rev-parse']);
    const seen = readFileSync(join(tools.path, 'seen'), 'utf8');
    expect(seen).not.toMatch(/elsewhere|evil|de_DE/);
    expect(seen).toMatch(/^HOME=\/home\/someone$/m);
    expect(seen).toMatch(/^LC_ALL=C$/m);
    expect(seen).toMatch(/^GIT_ALLOW_PROTOCOL=$/m);
  });

  it('is never one of the repository itself, whatever the PATH', async () => {
    await using repository = temporaryRepository({ git: { executable: '#!/bin/sh\necho evil\n' } });
    const environment = { PATH: `:.:${process.env.PATH}`, HOME: '/nonexistent' };
    const git = gitIn({ directory: repository.path, environment, deadline: deadlineFromNow(20_000) });
    expect(Buffer.from((await git.run(['rev-parse', '--is-bare-repository'])).stdout).toString()).toBe('false\n');
  });

  it('says so where it is not there, and nothing else', async () => {
    const git = gitIn({ directory: '/', environment: { PATH: '/nonexistent' }, deadline: deadlineFromNow(20_000) });
    await expect(git.run(['rev-parse'])).rejects.toMatchObject({
      code: 'GIT_FAILED',
      message: 'git was not found on the PATH.',
    });
  });

  it('is ended when time is up', async () => {
    using tools = temporaryDirectory();
    writeAll(tools.path, { git: { executable: '#!/bin/sh\nexec sleep 600\n' } });
    const environment = { PATH: `${tools.path}:${process.env.PATH}` };
    const git = gitIn({ directory: '/', environment, deadline: deadlineFromNow(200) });
    await expect(git.run(['rev-parse'])).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('never fetches, though the repository opens every protocol', async () => {
    await using origin = temporaryRepository({ a: '1' });
    await using repository = temporaryRepository({ b: '2' });
    repository.git('remote', 'add', 'origin', origin.path);
    for (const name of ['protocol.allow', 'protocol.file.allow']) repository.git('config', name, 'always');
    const { exitCode, stderr } = await gitAt(repository.path).run(['fetch', 'origin']);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain("transport 'file' not allowed");
  });

  it('closes drivers of any name before a command that would look into files', async () => {
    await using repository = temporaryRepository({
      'a.txt': 'one\n',
      '.gitattributes': '* diff=Odd=Name filter=Odd=Name\n',
    });
    using place = temporaryDirectory();
    writeAll(place.path, { evil: { executable: `#!/bin/sh\ntouch '${place.path}/marker'\ncat\n` } });
    for (const name of ['diff.Odd=Name.textconv', 'diff.Odd=Name.command', 'filter.Odd=Name.clean'])
      repository.git('config', name, join(place.path, 'evil'));
    repository.git('config', 'filter.Odd=Name.required', 'true');
    repository.write({ 'a.txt': 'two\n' });
    const { exitCode, stdout } = await gitAt(repository.path).run(['diff-index', '-p', 'HEAD']);
    expect(exitCode).toBe(0);
    expect(Buffer.from(stdout).toString()).toContain('+two');
    expect(existsSync(join(place.path, 'marker'))).toBe(false);
  });
});

function gitAt(directory: string) {
  const environment = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
  return gitIn({ directory, environment, deadline: deadlineFromNow(20_000) });
}
