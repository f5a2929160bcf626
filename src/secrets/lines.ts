import { REDACTED } from './suspicion.ts';

/** How far in a line of a file or of a diff begins, behind the signs of a diff and of a list; a line between documents begins at 0. */
export function depthOf(line: string): number {
  return /^[+ -]?---\s*$/.test(line) ? 0 : (/^[+-]?[ \t]*(?:-[ \t]+)?/.exec(line)?.[0].length ?? 0);
}

/** Whether a line of a file or of a diff says nothing. */
export function isBlank(line: string): boolean {
  return /^[+-]?\s*$/.test(line);
}

/** The line without what it says. */
export function covered(line: string): string {
  return `${/^[+-]?[ \t]*/.exec(line)?.[0] ?? ''}${REDACTED}`;
}
