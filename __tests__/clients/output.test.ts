import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../src/clients/output.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

describe('Writing files', () => {
  it('makes the folders that are missing and gives the paths', () => {
    using place = temporaryDirectory();
    const written = writeFiles(join(place.path, 'out'), [
      { path: '.github/workflows/generated.yml', content: 'name: CI\n' },
    ]);
    expect(written).toEqual([join(place.path, 'out/.github/workflows/generated.yml')]);
    expect(readFileSync(written[0] ?? '', 'utf8')).toBe('name: CI\n');
  });

  it('replaces a file and leaves nothing else behind', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'a.yml': 'old\n' });
    writeFiles(place.path, [{ path: 'a.yml', content: 'new\n' }]);
    expect(readdirSync(place.path)).toEqual(['a.yml']);
    expect(readFileSync(join(place.path, 'a.yml'), 'utf8')).toBe('new\n');
  });

  it('writes nothing at all when one of the files cannot be written', () => {
    using place = temporaryDirectory();
    // A regular file where a folder must be: nobody can write below it, not even root.
    writeAll(place.path, { 'a.yml': 'old\n', blocked: 'a file\n' });
    const files = [
      { path: 'a.yml', content: 'new\n' },
      { path: 'made/b.yml', content: 'b\n' },
      { path: 'blocked/c.yml', content: 'c\n' },
    ];
    expectCode(() => writeFiles(place.path, files), 'OUTPUT_NOT_WRITABLE', 'blocked');
    expect(readdirSync(place.path)).toEqual(['a.yml', 'blocked']);
    expect(readFileSync(join(place.path, 'a.yml'), 'utf8')).toBe('old\n');
  });

  it('puts back what it had replaced when a later file fails', () => {
    using place = temporaryDirectory();
    // A folder where the file must be: the rename is what fails.
    writeAll(place.path, { 'a.yml': 'old\n', 'b.yml/inside': 'x\n' });
    const files = [
      { path: 'a.yml', content: 'new\n' },
      { path: 'c.yml', content: 'c\n' },
      { path: 'b.yml', content: 'b\n' },
    ];
    expectCode(() => writeFiles(place.path, files), 'OUTPUT_NOT_WRITABLE', 'b.yml');
    expect(readdirSync(place.path)).toEqual(['a.yml', 'b.yml']);
    expect(readFileSync(join(place.path, 'a.yml'), 'utf8')).toBe('old\n');
  });

  it.each(['../outside.yml', '/etc/outside.yml', 'a/../../outside.yml', '..', 'a\0b'])(
    'refuses the path %j',
    (path) => {
      using place = temporaryDirectory();
      expectCode(() => writeFiles(place.path, [{ path, content: '' }]), 'PATH_OUTSIDE', 'outside of the folder');
    },
  );

  it('follows no link, neither as a folder on the way nor as the file', () => {
    using place = temporaryDirectory();
    using elsewhere = temporaryDirectory();
    writeAll(elsewhere.path, { 'secret.yml': 'mine\n' });
    writeAll(place.path, {
      '.github': { link: elsewhere.path },
      'file.yml': { link: join(elsewhere.path, 'secret.yml') },
    });
    expectCode(
      () => writeFiles(place.path, [{ path: '.github/workflows/x.yml', content: '' }]),
      'PATH_OUTSIDE',
      '.github',
    );
    expectCode(() => writeFiles(place.path, [{ path: 'file.yml', content: '' }]), 'PATH_OUTSIDE', 'file.yml');
    expect(readdirSync(elsewhere.path)).toEqual(['secret.yml']);
    expect(readFileSync(join(elsewhere.path, 'secret.yml'), 'utf8')).toBe('mine\n');
  });

  it('is whole or absent when it is interrupted', async () => {
    using place = temporaryDirectory();
    const output = new URL('../../src/clients/output.ts', import.meta.url).href;
    const program = `
      const { writeFiles } = await import(${JSON.stringify(output)});
      const files = Array.from({ length: 200 }, (_, n) => ({ path: 'd/' + n + '.yml', content: 'x'.repeat(10_000) }));
      process.stdout.write('ready');
      writeFiles(${JSON.stringify(place.path)}, files);
      setTimeout(() => {}, 20_000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.once('close', (status, signal) => resolve(signal ?? status)));
    const names = existsSync(join(place.path, 'd')) ? readdirSync(join(place.path, 'd')) : [];
    expect([130, 'SIGINT']).toContain(code);
    expect([0, 200]).toContain(names.length);
    expect(names.filter((name) => !name.endsWith('.yml'))).toEqual([]);
  });
});

function expectCode(work: () => unknown, code: ErrorCode, words: string): void {
  let thrown: unknown;
  try {
    work();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'ActionError', code, message: expect.stringContaining(words) });
}
