import type { KeptBlock } from './keep-blocks.ts';
import { isSame } from './lines.ts';
import { mapBlocks, type Placed } from './placing.ts';
import { type Region, regionsOf, type Sides } from './regions.ts';

/** The lines of a file with what people have edited, and without. */
export interface Merged {
  /** Without the blocks that are kept. */
  readonly lines: readonly string[];
  /** What was generated of them, so that the next merge finds the edits again: where there is a conflict, it is what was generated before. */
  readonly base: readonly string[];
  /** In the order of `lines`, all of it. */
  readonly regions: readonly Region[];
  readonly blocks: readonly Placed[];
  /** Parts where something newer has taken the place of what a person wrote. */
  readonly replaced: readonly Region[];
}

/** So often a merge is merged again, to see that nothing changes any more. */
const MOST_ROUNDS = 5;

/**
 * Generated lines with what people have edited since. What was edited and has changed stays as people have it. Merging the outcome again
 * gives the same. Null where the sides have too little in common.
 */
export function mergeThreeWay(sides: Sides, blocks: readonly KeptBlock[], isStrict: boolean): Merged | null {
  let merged = mergeOnce(sides, blocks, isStrict);
  // Two runs of one difference may draw the borders in other places, where lines repeat.
  for (let round = 1; merged !== null && round < MOST_ROUNDS; round += 1) {
    const { lines, base, replaced } = merged;
    const again = mergeOnce({ base, theirs: lines, ours: sides.ours }, merged.blocks, isStrict);
    if (again === null) return null;
    const both: Merged = { ...again, replaced: [...replaced, ...again.replaced] };
    if (isSame(again.lines, lines) && isSame(again.base, base)) return both;
    merged = both;
  }
  return null;
}

function mergeOnce(sides: Sides, blocks: readonly KeptBlock[], isStrict: boolean): Merged | null {
  const regions = regionsOf(sides, isStrict);
  if (regions === null) return null;
  const lines = regions.flatMap(outcomeOf);
  const isAsGenerated = isSame(lines, sides.ours);
  return {
    lines,
    base: isAsGenerated ? sides.ours : regions.flatMap(generatedOf),
    regions,
    replaced: regions.filter(({ kind, base, theirs }) => kind === 'ours' && !isSame(base, theirs)),
    blocks: mapBlocks(blocks, { theirs: sides.theirs, lines, regions }),
  };
}

/** What stands in the file afterwards: a person's words where both sides have some. */
function outcomeOf({ kind, theirs, ours }: Region): readonly string[] {
  return kind === 'ours' ? ours : theirs;
}

function generatedOf({ kind, base, ours }: Region): readonly string[] {
  return kind === 'theirs' || kind === 'conflict' ? base : ours;
}
