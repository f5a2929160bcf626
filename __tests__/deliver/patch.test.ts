import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patchLines } from '../../src/deliver/patch.ts';
import { temporaryDirectory } from '../fakes/repository.ts';

const path = 'generated.yml';
const LONG = Array.from({ length: 400_000 }, (_, index) => `# ${index % 7}`);
const FRESH = Array.from({ length: 3000 }, (_, index) => `line ${index}`).join('\n');

describe('The difference to a file that somebody has made huge', () => {
  it.each([
    ['with a last line end', `${LONG.join('\n')}\n`, `${FRESH}\n`],
    ['without one', LONG.join('\n'), FRESH],
    ['that goes away', `${LONG.join('\n')}\n`, ''],
  ])('is the whole file, %s, and git takes it', (_, previous, content) => {
    const lines = patchLines({ path, status: 'changed', previous, content });
    const first = content === '' ? '+0,0' : '+1,3000';
    expect(lines.slice(0, 3)).toEqual([`--- a/${path}`, `+++ b/${path}`, `@@ -1,400000 ${first} @@`]);
    using folder = temporaryDirectory();
    writeFileSync(join(folder.path, path), previous);
    execFileSync('git', ['apply', '-'], { cwd: folder.path, input: `${lines.join('\n')}\n` });
    expect(readFileSync(join(folder.path, path), 'utf8')).toBe(content);
  });

  it('is no longer than it must be while it can be found', () => {
    const previous = `${LONG.slice(0, 1000).join('\n')}\n`;
    expect(patchLines({ path, status: 'changed', previous, content: `${previous}# more\n` })).toHaveLength(7);
  });
});
