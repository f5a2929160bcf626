import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderDiff } from '../../../src/deliver/terminal/diff.ts';
import type { GeneratedFile } from '../../../src/domain/changes.ts';
import { paintWith } from '../../../src/domain/paint.ts';
import { generatedFile } from '../../fakes/proposals.ts';
import { temporaryRepository } from '../../fakes/repository.ts';

const PLAIN = paintWith(false);

describe('A difference', () => {
  it('is nothing where nothing changes', () => {
    expect(renderDiff(generatedFile({ previous: 'name: CI\non: push\n' }), PLAIN)).toBe('');
  });

  it.each<[string, Partial<GeneratedFile>]>([
    ['a new file', {}],
    ['a changed one', { previous: 'name: CI\non: pull_request\n', status: 'changed' }],
    ['one without a newline at its end', { previous: 'name: CI', status: 'changed' }],
    ['one of many lines', { previous: lines(100), content: lines(100).replace('50', 'fifty'), status: 'changed' }],
  ])('of %s is what git applies', async (_, given) => {
    const file = generatedFile(given);
    const files = file.previous === null ? { other: '' } : { [file.path]: file.previous };
    await using repository = temporaryRepository(files);
    execFileSync('git', ['apply', '-'], { cwd: repository.path, input: `${renderDiff(file, PLAIN)}\n` });
    expect(readFileSync(join(repository.path, file.path), 'utf8')).toBe(file.content);
  });

  it('of a file that goes ends at nothing', () => {
    const text = renderDiff(generatedFile({ previous: 'a\n', content: '', status: 'removed' }), PLAIN);
    expect(text).toBe('--- a/.github/workflows/generated.yml\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a');
  });

  it('is coloured by what each line is', () => {
    const text = renderDiff(generatedFile({ previous: 'name: CI\non: x\n', status: 'changed' }), paintWith(true));
    const [before, after, place, same, gone, come] = text.split('\n');
    expect([before, after].every((line) => line?.startsWith('\u001b[1m'))).toBe(true);
    expect([place, same, gone, come].map((line) => line?.slice(0, 5))).toEqual([
      '\u001b[36m',
      ' name',
      '\u001b[31m',
      '\u001b[32m',
    ]);
  });
});

function lines(count: number): string {
  return Array.from({ length: count }, (_, n) => `line ${n}\n`).join('');
}
