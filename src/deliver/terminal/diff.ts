import type { GeneratedFile } from '../../domain/changes.ts';
import type { Paint } from '../../domain/paint.ts';
import { patchLines } from '../patch.ts';

/** The unified difference that the file makes, as `git diff` heads it; empty where nothing changes. */
export function renderDiff(file: GeneratedFile, paint: Paint): string {
  return patchLines(file)
    .map((line) => paintLine(line, paint))
    .join('\n');
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith('+++') || line.startsWith('---')) return paint.bold(line);
  if (line.startsWith('@@')) return paint.cyan(line);
  if (line.startsWith('+')) return paint.green(line);
  if (line.startsWith('-')) return paint.red(line);
  return line;
}
