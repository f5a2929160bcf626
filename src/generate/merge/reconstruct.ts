import { gitBlobId } from '../../workflow/digest.ts';
import { applyHunks, type Hunk, hunksOf } from './hunks.ts';
import { textOf } from './lines.ts';
import { type Region, regionsOf } from './regions.ts';

export interface Step {
  /** What was generated for `before`. */
  readonly base: readonly string[];
  /** Two versions that people have committed, one after the other. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The git blob id of what was generated for `after`. */
  readonly id: string;
}

/** So many guesses are tried, and so many characters are hashed by them: what we print has some ten thousand. */
const MOST_GUESSES = 1000;
const MOST_HASHED = 30_000_000;

/**
 * What was generated for a version that nobody has committed without its edits: the version with the edits of the one before undone. Edits
 * that were committed along with the generated change (a squashed branch) are guessed: one or two of the differences are, or they are what
 * was generated as well. Only what has the very id is taken; else null.
 */
export function reconstruct({ base, before, after, id }: Step): readonly string[] | null {
  const undone = regionsOf({ base: before, theirs: base, ours: after }, false)?.flatMap(undoneOf);
  if (!undone) return null;
  const isIt = (lines: readonly string[]) => gitBlobId(textOf(lines)) === id;
  if (isIt(undone)) return undone;
  const doubts = [hunksOf(undone, base) ?? [], hunksOf(undone, after) ?? []].flat();
  const size = undone.reduce((sum, { length }) => sum + length, 1);
  for (const chosen of guesses(doubts, Math.min(MOST_GUESSES, Math.floor(MOST_HASHED / size)))) {
    const guess = applyHunks(undone, chosen);
    if (isIt(guess)) return guess;
  }
  return null;
}

/** What was generated wins over an edit that is undone at the same place. */
function undoneOf({ kind, theirs, ours }: Region): readonly string[] {
  return kind === 'theirs' || kind === 'both' ? theirs : ours;
}

/** Fewest first: one of the hunks, then two that have nothing to do with one another. */
function* guesses(hunks: readonly Hunk[], most: number): Generator<readonly Hunk[]> {
  let left = most;
  for (const hunk of hunks.slice(0, left)) yield [hunk];
  left -= hunks.length;
  for (const [index, one] of hunks.entries()) {
    for (const other of hunks.slice(index + 1)) {
      left -= 1;
      if (left < 0) return;
      if (one.to < other.from) yield [one, other];
      else if (other.to < one.from) yield [other, one];
    }
  }
}
