import { baseName } from './paths.ts';

/** Tells of `marks` (names of files, or `*.ext`) whether one of these paths has one. */
export function marksIn(paths: readonly string[]): (marks: readonly string[]) => boolean {
  const names = new Set(paths.map(baseName));
  const endings = new Set([...names].map(endingOf));
  return (marks) => marks.some((mark) => names.has(mark) || endings.has(mark));
}

/** Of these paths those that have one of the `marks`. */
export function markedBy(marks: readonly string[], paths: readonly string[]): string[] {
  return paths.filter((path) => marks.includes(baseName(path)) || marks.includes(endingOf(baseName(path))));
}

function endingOf(name: string): string {
  return `*${name.slice(name.lastIndexOf('.'))}`;
}
