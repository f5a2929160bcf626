import { diffArrays } from 'diff';

/** The lines `from` up to, not including, `to` are replaced by others. Counted from 0. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** To find the shortest difference takes the square of its length: of 20,000 lines with nothing in common it is given up after half a second. */
const MOST_EDITS = 2000;

/** What makes `after` of `before`, in order, with at least one line between two hunks; null where they have too little in common. */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] | null {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return null;
  const hunks: Hunk[] = [];
  let at = 0;
  let isOpen = false;
  for (const { value, added, removed } of changes) {
    const last = isOpen ? hunks.pop() : undefined;
    isOpen = added || removed;
    const from = last?.from ?? at;
    if (!added) at += value.length;
    if (isOpen) hunks.push({ from, to: at, lines: [...(last?.lines ?? []), ...(added ? value : [])] });
    else if (last) hunks.push(last);
  }
  return hunks;
}

/** The lines `from` up to `to` with those of the hunks that lie in there. */
export function applyHunks(
  lines: readonly string[],
  hunks: readonly Hunk[],
  { from, to } = { from: 0, to: lines.length },
): string[] {
  const result: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    result.push(...lines.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
  }
  return [...result, ...lines.slice(at, to)];
}
