import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLocalFile } from '../../src/clients/local-files.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

const MOST = 16 * 1024 * 1024;

describe('A file that was named', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 1_000_000])('of %i bytes is read whole', (size) => {
    using place = temporaryDirectory();
    const bytes = Buffer.from(Array.from({ length: size }, (_, at) => at % 251));
    writeFileSync(join(place.path, 'file'), bytes);
    expect(readLocalFile(join(place.path, 'file')).equals(bytes)).toBe(true);
  });

  it('may be as long as is judged, and no byte longer', () => {
    using place = temporaryDirectory();
    const path = join(place.path, 'file');
    writeFileSync(path, '');
    truncateSync(path, MOST);
    expect(readLocalFile(path).length).toBe(MOST);
    truncateSync(path, MOST + 1);
    expect(() => readLocalFile(path)).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
  });

  it('is read though it tells no size', () => {
    expect(readLocalFile('/dev/null').length).toBe(0);
    expect(() => readLocalFile('/dev/zero')).toThrow(/more than 16777216 bytes/);
  });

  it('may be a pipe that somebody writes into', () => {
    using place = temporaryDirectory();
    const program = `
      import { readLocalFile } from ${JSON.stringify(new URL('../../src/clients/local-files.ts', import.meta.url).href)};
      process.stdout.write(String(readLocalFile('/dev/stdin').length));
    `;
    writeAll(place.path, { 'program.ts': program });
    const script = `{ printf 1234; printf 567; } | '${process.execPath}' '${join(place.path, 'program.ts')}'`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe('7');
  });

  it.each([
    ['is not there', 'none', 'FILE_NOT_FOUND', 'does not exist (ENOENT)'],
    ['lies below a file', 'file/x', 'FILE_NOT_FOUND', 'no directory (ENOTDIR)'],
    ['is a folder', '.', 'FILE_UNREADABLE', 'is a directory (EISDIR)'],
    ['is a chain of links', 'loop', 'FILE_UNREADABLE', 'without an end (ELOOP)'],
  ])('that %s is an error in words', (_, name, code, words) => {
    using place = temporaryDirectory();
    writeAll(place.path, { file: '', loop: { link: 'loop' } });
    expect(() => readLocalFile(join(place.path, name))).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) }),
    );
  });
});
