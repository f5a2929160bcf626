import { JOBS_INDENT, jobAt, jobNamed, spanOf } from './jobs.ts';
import type { KeptBlock } from './keep-blocks.ts';
import { indentOf } from './lines.ts';
import type { Region } from './regions.ts';

/** A kept block at its place in what was merged. */
export interface Placed extends KeptBlock {
  /** Why it stands elsewhere than it did; null where it does not. */
  readonly moved: string | null;
}

interface Ground {
  /** The file of people without its blocks, and what was merged. */
  readonly theirs: readonly string[];
  readonly lines: readonly string[];
  readonly regions: readonly Region[];
}

/**
 * Where each block stands after a merge: where it stood, if its job is still there; else in its job behind the line that stood before it,
 * before the one that stood behind it, or at the end. Without its job a block that is whole jobs stands at the end of the jobs, and any
 * other at the end of the file, as comments.
 */
export function mapBlocks(blocks: readonly KeptBlock[], ground: Ground): Placed[] {
  return blocks.map((block) => place(block, ground)).sort((a, b) => a.at - b.at);
}

function place(block: KeptBlock, ground: Ground): Placed {
  const { theirs, lines } = ground;
  const at = mapped(block.at, ground);
  const job = jobAt(theirs, block.at);
  if (jobAt(lines, at) === job) return { moved: null, ...block, at };
  const span = job === null ? null : spanOf(lines, job);
  if (span) return inJob(block, ground, span);
  if (isWholeJob(block)) return { ...block, at: lines.length, moved: `${GONE}, so it stands at the end of the jobs` };
  const last = block.lines.length - 1;
  return {
    at: lines.length,
    lines: block.lines.map((line, index) => (index === 0 || index === last ? line : `# ${line}`)),
    moved: `${job === null ? 'what it belonged to' : `job ${job}`} is gone, so it stands at the end of the file, as a comment`,
  };
}

const GONE = 'what stood around it is gone';

function inJob(block: KeptBlock, { theirs, lines }: Ground, { from, to }: { from: number; to: number }): Placed {
  const [before, after] = [theirs[block.at - 1], theirs[block.at]].map((line) =>
    line === undefined || line.trim() === '' ? -1 : lines.slice(from, to).indexOf(line),
  );
  if (before !== undefined && before >= 0) return { moved: null, ...block, at: from + before + 1 };
  if (after !== undefined && after >= 0) return { moved: null, ...block, at: from + after };
  return { ...block, at: to, moved: `${GONE}, so it stands at the end of its job` };
}

function isWholeJob({ lines }: KeptBlock): boolean {
  const inner = lines.slice(1, -1);
  const isDeepEnough = inner.every((line) => (indentOf(line) ?? JOBS_INDENT) >= JOBS_INDENT);
  return isDeepEnough && inner.some((line) => jobNamed(line) !== null);
}

/** A place between two lines of people's file, as a place between two lines of what was merged: beside what stays, where something does. */
function mapped(place: number, { regions }: Ground): number {
  let [before, after] = [0, 0];
  for (const region of regions) {
    const end = before + region.theirs.length;
    const isReplaced = region.kind === 'ours';
    if (!isReplaced && region.theirs.length > 0 && place <= end) return after + place - before;
    if (isReplaced && place < end) return after + Math.min(place - before, region.ours.length);
    before = end;
    after += isReplaced ? region.ours.length : region.theirs.length;
  }
  return after;
}
