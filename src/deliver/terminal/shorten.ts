/** What stands at the end of a page: what was written, and what to do next. */
const TAIL = 100;

/** A page of at most so many lines, with its beginning and its end: nobody reads a log of a hundred thousand, and a runner is slow with it. */
export function shortened(page: string, most: number): string {
  const lines = page.split('\n');
  if (lines.length <= most) return page;
  const left = lines.length - most + 1;
  const told = `… ${left} more lines, which the artifact and the workspace have in whole …`;
  return [...lines.slice(0, most - TAIL - 1), told, ...lines.slice(-TAIL)].join('\n');
}
