import { createTwoFilesPatch } from 'diff';
import type { GeneratedFile } from '../domain/changes.ts';
import { printable } from '../domain/paint.ts';

/**
 * Past so many changed lines a file is shown as written anew. To find the shortest difference takes the square of its length: a file of a
 * megabyte that somebody has put there would hold the thread, and with it the clock.
 */
const MOST_EDITS = 5000;

/** The lines of the unified difference that a file makes, as `git diff` heads it; none where nothing changes. Hidden characters are visible. */
export function patchLines({ path, status, previous, content }: GeneratedFile): string[] {
  if (previous === content) return [];
  const before = previous === null ? '/dev/null' : `a/${path}`;
  const after = status === 'removed' ? '/dev/null' : `b/${path}`;
  const options = { context: 3, maxEditLength: MOST_EDITS };
  const patch: string | undefined = createTwoFilesPatch(before, after, previous ?? '', content, '', '', options);
  if (patch === undefined)
    return [`--- ${before}`, `+++ ${after}`, ...writtenAnew(previous ?? '', content)].map(printable);
  const [, ...lines] = patch.trimEnd().split('\n');
  return lines.map(printable);
}

function writtenAnew(previous: string, content: string): string[] {
  const [old, fresh] = [linesOf(previous), linesOf(content)];
  const place = (lines: readonly string[]) => `${lines.length === 0 ? 0 : 1},${lines.length}`;
  const signed = (sign: string, text: string, lines: readonly string[]) => [
    ...lines.map((line) => `${sign}${line}`),
    ...(text === '' || text.endsWith('\n') ? [] : ['\\ No newline at end of file']),
  ];
  return [`@@ -${place(old)} +${place(fresh)} @@`, ...signed('-', previous, old), ...signed('+', content, fresh)];
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
