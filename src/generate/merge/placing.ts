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
 * Where each block stands after a merge: where it stood, if that is still there; else behind the line that stood before it, before the one
 * that stood behind it, or at the end of what has replaced both; never in another job. Without its job a block that is whole jobs stands at
 * the end of the jobs, and any other at the end of the file, as comments.
 */
export function mapBlocks(blocks: readonly KeptBlock[], ground: Ground): Placed[] {
  const placed = blocks.map((block) => place(block, ground));
  return placed.sort((a, b) => a.at - b.at);
}

function place(block: KeptBlock, ground: Ground): Placed {
  const { at, isExact } = mapped(block.at, ground);
  if (isExact) return { moved: null, ...block, at };
  const job = jobAt(ground.theirs, block.at);
  if (jobAt(ground.lines, at) === job) return { moved: null, ...block, at };
  const end = endOfJob(ground.lines, job);
  if (end !== null)
    return { ...block, at: end, moved: `what stood around it is gone, so it stands at the end of ${job}` };
  const isWhole = block.lines.slice(1, -1).every((line) => (indentOf(line) ?? JOBS_INDENT) >= JOBS_INDENT);
  const isJob = isWhole && indentOf(block.lines[1] ?? '') === JOBS_INDENT;
  const last = ground.lines.length;
  if (isJob) return { ...block, at: last, moved: 'what stood around it is gone, so it stands at the end of the jobs' };
  return {
    at: last,
    lines: block.lines.map((line, index) => (index === 0 || index === block.lines.length - 1 ? line : `# ${line}`)),
    moved: `${job ?? 'what it belonged to'} is gone, so it stands at the end of the file, as a comment`,
  };
}

const JOBS_INDENT = 2;

interface Spot {
  readonly at: number;
  readonly isExact: boolean;
}

/** A place between two lines of people's file, as a place between two lines of what was merged. */
function mapped(place: number, { theirs, regions }: Ground): Spot {
  let [before, after] = [0, 0];
  for (const region of regions) {
    const end = before + region.theirs.length;
    const isReplaced = region.kind === 'ours';
    if (region.theirs.length > 0) {
      if (!isReplaced && place <= end) return { at: after + place - before, isExact: true };
      if (isReplaced && place < end) return { at: after + placeIn(region.ours, theirs, place), isExact: false };
    }
    before = end;
    after += isReplaced ? region.ours.length : region.theirs.length;
  }
  return { at: after, isExact: false };
}

function placeIn(replacing: readonly string[], theirs: readonly string[], place: number): number {
  const [before = '', after = ''] = [theirs[place - 1], theirs[place]];
  const behind = before.trim() === '' ? -1 : replacing.lastIndexOf(before);
  if (behind >= 0) return behind + 1;
  const ahead = after.trim() === '' ? -1 : replacing.indexOf(after);
  return ahead >= 0 ? ahead : replacing.length;
}

const JOB = /^ {2}([A-Za-z_][\w-]*):/;

/** The job that the lines before a place belong to. */
function jobAt(lines: readonly string[], place: number): string | null {
  for (let index = place - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? '';
    const job = JOB.exec(line)?.[1];
    if (job !== undefined) return `job ${job}`;
    if (/^[^\s#]/.test(line)) return null;
  }
  return null;
}

/** Behind its last line that is not blank; null where there is no such job. */
function endOfJob(lines: readonly string[], job: string | null): number | null {
  const start = job === null ? -1 : lines.findIndex((line, index) => JOB.test(line) && jobAt(lines, index + 1) === job);
  if (start < 0) return null;
  const next = lines.findIndex((line, index) => index > start && (indentOf(line) ?? JOBS_INDENT + 1) <= JOBS_INDENT);
  const end = next < 0 ? lines.length : next;
  const filled = lines.slice(start, end).findLastIndex((line) => line.trim() !== '');
  return start + filled + 1;
}
