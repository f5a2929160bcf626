import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCheckout } from '../../src/clients/checkout.ts';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { filesOf, locate } from '../../src/context/place.ts';
import { temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

describe('A checkout', () => {
  it('is the folder itself where a link was named', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'there/a': '', here: { link: 'there' } });
    expect(open(join(place.path, 'here')).directory).toBe(join(place.path, 'there'));
  });

  it.each([
    ['nothing', 'none', 'does not exist (ENOENT)'],
    ['a file', 'file', 'is not a directory'],
    ['something below a file', 'file/x', 'no directory (ENOTDIR)'],
    ['a chain of links', 'loop', 'without an end (ELOOP)'],
    ['a name that is too long', 'n'.repeat(300), 'too long (ENAMETOOLONG)'],
  ])('cannot be %s', (_, name, words) => {
    using place = temporaryDirectory();
    writeAll(place.path, { file: '', loop: { link: 'loop' } });
    const path = join(place.path, name);
    expect(() => open(path)).toThrow(
      expect.objectContaining({ code: 'NOT_A_DIRECTORY', message: expect.stringContaining(words) }),
    );
  });

  it('has the files that git knows where there is a repository, and all of them where there is none', async () => {
    await using repository = temporaryRepository({ a: '', '.gitignore': 'junk\n' });
    repository.write({ junk: '' });
    using place = temporaryDirectory();
    writeAll(place.path, { a: '', '.gitignore': 'junk\n', junk: '' });
    const names = async (path: string) => {
      const { git, trees } = open(path);
      return (await (await filesOf(git, trees)).list()).entries.map((entry) => entry.path);
    };
    expect(await names(repository.path)).toEqual(['.gitignore', 'a']);
    expect(await names(place.path)).toEqual(['.gitignore', 'a', 'junk']);
  });

  it('that belongs to somebody else is read only where it is known to be the one that is meant', async () => {
    await using repository = temporaryRepository({ a: '' });
    using tools = temporaryDirectory();
    // git's own switch for tests of this; we pass none of git's variables on.
    const git = `exec env GIT_TEST_ASSUME_DIFFERENT_OWNER=1 PATH='${process.env.PATH}' git "$@"`;
    writeAll(tools.path, { git: { executable: `#!/bin/sh\n${git}\n` } });
    const opened = (isTrusted: boolean) =>
      openCheckout({
        directory: repository.path,
        isTrusted,
        environment: { PATH: `${tools.path}:${process.env.PATH}`, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
        deadline: deadlineFromNow(20_000),
      });
    await expect(locate(opened(false).git)).rejects.toMatchObject({ code: 'NOT_A_REPOSITORY' });
    expect(await locate(opened(true).git)).toMatchObject({ prefix: '' });
    expect((await opened(true).trees.work().list()).entries).toEqual([{ path: 'a', mode: 'file' }]);
  });
});

function open(directory: string) {
  const environment = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
  return openCheckout({ directory, environment, deadline: deadlineFromNow(20_000) });
}
