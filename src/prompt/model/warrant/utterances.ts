import type { Wish } from '../../../domain/wish.ts';
import { partsOf } from './clauses.ts';
import { plain } from './matching.ts';
import { type Passage, passageOf } from './passage.ts';
import { type PolarClause, polarClausesIn } from './polarity.ts';
import { withoutValuesOfReasons } from './reasons.ts';
import { type Removal, removalsIn } from './removals.ts';

/** What people have said, and how it is asked about. */
export interface Utterances extends Passage {
  /** The clauses that deny nothing: what they do not speak of, nobody wants. */
  readonly affirmed: Passage;
  /** The same in segments, which `and` and commas part. */
  readonly segments: readonly Segment[];
  /** Some of the words, none of which are denied. */
  passage(words: string): Passage;
  /** What is taken away, or is not to be. */
  readonly removals: readonly Removal[];
}

/** A part of a sentence that denies nothing. */
export interface Segment {
  readonly text: string;
  readonly sentence: number;
}

/** Of all words together, more than anybody says of one pipeline; of longer ones nothing is done, for half of them would be other words. */
export const MOST_CHARACTERS = 8000;

/** What all these wishes say. */
export function utterancesOf(wishes: readonly Pick<Wish, 'words'>[]): Utterances {
  const texts = wishes.map(({ words }) => words.slice(0, MOST_CHARACTERS));
  const clauses = texts.flatMap((text) => withoutValuesOfReasons(text.split('\n').flatMap(polarClausesIn)));
  const affirmed = clauses.filter(({ isDenied }) => !isDenied).map(({ text }) => text);
  return {
    ...passageOf(texts.map(plain).join(' \n '), affirmed),
    affirmed: passageOf(affirmed.join(' \n '), affirmed),
    segments: segmentsIn(clauses),
    passage: memoised((words) => passageOf(words, words.split(' \n '))),
    removals: clauses.flatMap((clause, at) => removalsIn(clause, clauses[at - 1])),
  };
}

function segmentsIn(clauses: readonly PolarClause[]): Segment[] {
  let sentence = 0;
  return clauses.flatMap(({ text, sign, isDenied }) => {
    if (/^[.;!?\n\u3002\uff1b\uff01\uff1f]/.test(sign)) sentence += 1;
    if (isDenied) return [];
    return partsOf(text).map((part) => ({ text: part, sentence }));
  });
}

function memoised(passage: (words: string) => Passage): (words: string) => Passage {
  const known = new Map<string, Passage>();
  return (words) => {
    const found = known.get(words) ?? passage(words);
    known.set(words, found);
    return found;
  };
}
