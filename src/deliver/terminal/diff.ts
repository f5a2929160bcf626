import { createTwoFilesPatch } from 'diff';
import type { GeneratedFile } from '../../domain/changes.ts';
import { type Paint, printable } from '../../domain/paint.ts';

/** The unified difference that the file makes, as `git diff` heads it; empty where nothing changes. */
export function renderDiff(file: GeneratedFile, paint: Paint): string {
  if (file.previous === file.content) return '';
  const before = file.previous === null ? '/dev/null' : `a/${file.path}`;
  const after = file.status === 'removed' ? '/dev/null' : `b/${file.path}`;
  const patch = createTwoFilesPatch(before, after, file.previous ?? '', file.content, '', '', { context: 3 });
  const [, ...lines] = patch.trimEnd().split('\n');
  return lines.map((line) => paintLine(printable(line), paint)).join('\n');
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith('+++') || line.startsWith('---')) return paint.bold(line);
  if (line.startsWith('@@')) return paint.cyan(line);
  if (line.startsWith('+')) return paint.green(line);
  if (line.startsWith('-')) return paint.red(line);
  return line;
}
