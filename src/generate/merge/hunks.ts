import { diffArrays } from 'diff';
import { jobsOf } from './jobs.ts';

/** The lines `from` up to, not including, `to` are replaced by others. Counted from 0. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** To find the shortest difference takes the square of its length: of 20,000 lines with nothing in common it is given up after half a second. */
const MOST_EDITS = 2000;

/**
 * What makes `after` of `before`, in order, with at least one line between two hunks; null where they have too little in common. Lines of two
 * jobs are never the same: jobs are much alike, and what belongs to one must not end up in another.
 */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] | null {
  const changes = diffArrays(tagged(before), tagged(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return null;
  const hunks: Hunk[] = [];
  let [old, fresh] = [0, 0];
  let isOpen = false;
  for (const { count, added, removed } of changes) {
    const last = isOpen ? hunks.pop() : undefined;
    isOpen = added || removed;
    const from = last?.from ?? old;
    const lines = [...(last?.lines ?? []), ...(added ? after.slice(fresh, fresh + count) : [])];
    if (!added) old += count;
    if (!removed) fresh += count;
    if (isOpen) hunks.push({ from, to: old, lines });
    else if (last) hunks.push(last);
  }
  return hunks;
}

function tagged(lines: readonly string[]): string[] {
  const jobs = jobsOf(lines);
  return lines.map((line, index) => `${jobs[index] ?? ''}\n${line}`);
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
