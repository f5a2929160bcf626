import { createTwoFilesPatch } from 'diff';
import type { GeneratedFile } from '../domain/changes.ts';
import { printable } from '../domain/paint.ts';

/** The lines of the unified difference that a file makes, as `git diff` heads it; none where nothing changes. Hidden characters are visible. */
export function patchLines({ path, status, previous, content }: GeneratedFile): string[] {
  if (previous === content) return [];
  const before = previous === null ? '/dev/null' : `a/${path}`;
  const after = status === 'removed' ? '/dev/null' : `b/${path}`;
  const patch = createTwoFilesPatch(before, after, previous ?? '', content, '', '', { context: 3 });
  const [, ...lines] = patch.trimEnd().split('\n');
  return lines.map(printable);
}
