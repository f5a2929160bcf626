import type { Unsaid } from '../../domain/existing.ts';
import { type Paint, printableLine } from '../../domain/paint.ts';

/** More nobody reads. */
const MOST = 100;

/** What an adopted configuration does not say, a line each, by file and line; empty where it says everything. */
export function renderUnsaid(unsaid: readonly Unsaid[], paint: Paint): string {
  if (unsaid.length === 0) return '';
  const sorted = unsaid.slice(0, MOST);
  const lines = sorted.map(({ at: { file, line, excerpt = '' }, what }) => {
    const shown = isSaid(excerpt, what) ? '' : `  ${paint.dim(printableLine(excerpt))}`;
    return `  ${printableLine(`${file}:${line}  ${what}`)}${shown}`;
  });
  const left = unsaid.length - sorted.length;
  const more = left > 0 ? [`  … and ${left} more`] : [];
  return `${[paint.yellow('What no intent says, so it is not in the file:'), ...lines, ...more].join('\n')}\n`;
}

/** Whether a line shows no more than what is said of it by its name. */
function isSaid(excerpt: string, what: string): boolean {
  const name = what.split(' ').at(-1) ?? '';
  return excerpt === '' || excerpt.replace(/^- /, '').startsWith(`uses: ${name}`);
}
