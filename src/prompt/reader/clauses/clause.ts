import type { Question, Selector } from '../../../domain/request.ts';
import type { Atom } from '../meaning.ts';
import { isSaid } from './chunks.ts';

/** A part of a clause, with the way it is turned. */
export interface Part {
  readonly atoms: readonly Atom[];
  readonly isNegated: boolean;
  /** Whether it is one of two, and nobody said which. */
  readonly isChoice: boolean;
}

/** One wish or more that are for the same things. */
export interface Clause {
  readonly parts: readonly Part[];
  /** Empty where nobody said. */
  readonly selectors: readonly Selector[];
  readonly except: readonly Selector[];
  /** What stands in the way of reading it. */
  readonly questions: readonly Question[];
}

/** A clause that what comes may add to. */
export interface Open extends Clause {
  readonly sentence: number;
  readonly isTopic: boolean;
}

/** All that a clause says, in its order. */
export function atomsOf({ parts }: Pick<Clause, 'parts'>): Atom[] {
  return parts.flatMap(({ atoms }) => atoms);
}

/** What was written from the first of some words to the last of them. */
export function writtenOf(some: readonly Atom[], all: readonly Atom[]): string {
  const from = all.findIndex((atom) => some.includes(atom));
  const end = all.findLastIndex((atom) => some.includes(atom));
  const words = from < 0 ? [] : all.slice(from, end + 1);
  return words.map((atom) => atom.words).join(' ');
}

/** What was written, without the words that hold it together. */
export function textOf(atoms: readonly Atom[]): string {
  return (
    atoms
      .filter(isSaid)
      .map(({ words }) => words)
      .join(' ') || atoms.map(({ words }) => words).join(' ')
  );
}
