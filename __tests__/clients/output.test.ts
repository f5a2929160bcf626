import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../src/clients/output.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

describe('Writing files', () => {
  it('makes the folders that are missing and gives the paths', async () => {
    using place = temporaryDirectory();
    const written = await writeFiles(join(place.path, 'out'), [
      { path: '.github/workflows/generated.yml', content: 'name: CI\n' },
    ]);
    expect(written).toEqual([join(place.path, 'out/.github/workflows/generated.yml')]);
    expect(readFileSync(written[0] ?? '', 'utf8')).toBe('name: CI\n');
  });

  it('replaces a file and leaves nothing else behind', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'a.yml': 'old\n' });
    await writeFiles(place.path, [{ path: 'a.yml', content: 'new\n' }]);
    expect(readdirSync(place.path)).toEqual(['a.yml']);
    expect(readFileSync(join(place.path, 'a.yml'), 'utf8')).toBe('new\n');
  });

  it('takes a file away, and gives it back where another one cannot be written', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'a.yml': 'old\n', blocked: 'a file\n' });
    const gone = { path: 'a.yml', content: null };
    await expect(writeFiles(place.path, [gone, { path: 'blocked/b.yml', content: 'b\n' }])).rejects.toMatchObject({
      code: 'OUTPUT_NOT_WRITABLE',
    });
    expect(readdirSync(place.path)).toEqual(['a.yml', 'blocked']);
    expect(await writeFiles(place.path, [gone])).toEqual([join(place.path, 'a.yml')]);
    expect(readdirSync(place.path)).toEqual(['blocked']);
    expect(await writeFiles(place.path, [gone])).toEqual([join(place.path, 'a.yml')]);
  });

  it('gives back what it has replaced, and takes back what is new, where another one cannot be taken away', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'a.yml': 'old\n', 'folder/b': '' });
    const files = [
      { path: 'a.yml', content: 'new\n' },
      { path: 'c.yml', content: 'new\n' },
      { path: 'folder', content: null },
    ];
    await expect(writeFiles(place.path, files)).rejects.toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
    expect(readdirSync(place.path)).toEqual(['a.yml', 'folder']);
    expect(readFileSync(join(place.path, 'a.yml'), 'utf8')).toBe('old\n');
  });

  it('takes no folder away, and nothing that a link names', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'folder/a': '', link: { link: 'folder/a' } });
    const gone = (path: string) => writeFiles(place.path, [{ path, content: null }]);
    await expect(gone('folder')).rejects.toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
    await expect(gone('link')).rejects.toMatchObject({ code: 'PATH_OUTSIDE' });
    expect(readdirSync(place.path)).toEqual(['folder', 'link']);
  });

  it('goes into a folder that was named by a link, since a person named it', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'there/is': '', here: { link: 'there' } });
    await writeFiles(join(place.path, 'here'), [{ path: 'a.yml', content: 'new\n' }]);
    expect(readdirSync(join(place.path, 'there'))).toEqual(['a.yml', 'is']);
  });

  it('writes nothing at all when one of the files cannot be written', async () => {
    using place = temporaryDirectory();
    // A regular file where a folder must be: nobody can write below it, not even root.
    writeAll(place.path, { 'a.yml': 'old\n', blocked: 'a file\n' });
    const files = [
      { path: 'a.yml', content: 'new\n' },
      { path: 'made/b.yml', content: 'b\n' },
      { path: 'blocked/c.yml', content: 'c\n' },
    ];
    await expectCode(writeFiles(place.path, files), 'OUTPUT_NOT_WRITABLE', 'blocked');
    expect(readdirSync(place.path)).toEqual(['a.yml', 'blocked']);
    expect(readFileSync(join(place.path, 'a.yml'), 'utf8')).toBe('old\n');
  });

  it('takes back every folder that it made, and none that was there', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'there/blocked': 'a file\n' });
    const files = [
      { path: 'new/a.yml', content: 'a\n' },
      { path: '../there/blocked/c.yml'.slice('../there/'.length), content: 'c\n' },
    ];
    await writeFiles(join(place.path, 'there'), files).catch(() => {});
    expect(readdirSync(join(place.path, 'there'))).toEqual(['blocked']);
    writeAll(place.path, { 'file.yml/inside': '' });
    await writeFiles(join(place.path, 'x/y/z'), [
      { path: 'a.yml', content: '' },
      { path: 'b'.repeat(300), content: '' },
    ]).catch(() => {});
    expect(readdirSync(place.path)).toEqual(['file.yml', 'there']);
  });

  it.each([
    ['a folder', { 'b.yml/inside': 'x\n' }],
    ['a pipe', null],
  ])('replaces a file, never %s, and then not the others either', async (_, standing) => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'a.yml': 'old\n', ...standing });
    if (standing === null) execFileSync('mkfifo', [join(place.path, 'b.yml')]);
    const files = [
      { path: 'a.yml', content: 'new\n' },
      { path: 'c.yml', content: 'c\n' },
      { path: 'b.yml', content: 'b\n' },
    ];
    await expectCode(writeFiles(place.path, files), 'OUTPUT_NOT_WRITABLE', 'b.yml');
    expect(readdirSync(place.path)).toEqual(['a.yml', 'b.yml']);
    expect(readFileSync(join(place.path, 'a.yml'), 'utf8')).toBe('old\n');
  });

  it.each(['../outside.yml', '/etc/outside.yml', 'a/../../outside.yml', '..', '', 'a\0b'])(
    'refuses the path %j',
    async (path) => {
      using place = temporaryDirectory();
      await expectCode(writeFiles(place.path, [{ path, content: '' }]), 'PATH_OUTSIDE', 'outside of the folder');
    },
  );

  it.each([
    ['that is too long', 'n'.repeat(300), 'a name that is too long (ENAMETOOLONG)'],
    ['below a file', 'file/x.yml', 'something else than a folder already (EEXIST)'],
  ])('says what is wrong with a name %s', async (_, path, words) => {
    using place = temporaryDirectory();
    writeAll(place.path, { file: '' });
    await expectCode(writeFiles(place.path, [{ path, content: '' }]), 'OUTPUT_NOT_WRITABLE', words);
    expect(readdirSync(place.path)).toEqual(['file']);
  });

  it('follows no link, neither as a folder on the way nor as the file', async () => {
    using place = temporaryDirectory();
    using elsewhere = temporaryDirectory();
    writeAll(elsewhere.path, { 'secret.yml': 'mine\n' });
    writeAll(place.path, {
      '.github': { link: elsewhere.path },
      'file.yml': { link: join(elsewhere.path, 'secret.yml') },
      'nowhere.yml': { link: join(elsewhere.path, 'made.yml') },
    });
    const write = (path: string) => writeFiles(place.path, [{ path, content: '' }]);
    await expectCode(write('.github/workflows/x.yml'), 'PATH_OUTSIDE', "'.github' is a symbolic link");
    await expectCode(write('file.yml'), 'PATH_OUTSIDE', "'file.yml' is a symbolic link");
    await expectCode(write('nowhere.yml'), 'PATH_OUTSIDE', "'nowhere.yml' is a symbolic link");
    expect(readdirSync(elsewhere.path)).toEqual(['secret.yml']);
    expect(readFileSync(join(elsewhere.path, 'secret.yml'), 'utf8')).toBe('mine\n');
  });

  it('gives files that everybody may read and nobody may run, as the mask of the process has it', async () => {
    using place = temporaryDirectory();
    const [path = ''] = await writeFiles(place.path, [{ path: 'a.yml', content: '' }]);
    expect((statSync(path).mode & 0o777) | process.umask()).toBe(0o644 | process.umask());
  });
});

async function expectCode(work: Promise<unknown>, code: ErrorCode, words: string): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: 'ActionError', code, message: expect.stringContaining(words) });
}
