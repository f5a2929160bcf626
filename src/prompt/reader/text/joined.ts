import type { Atom, Meaning } from '../meaning.ts';

/** What some atoms mean together. */
export interface Joined {
  readonly meaning: Meaning;
  /** The first atom that is no part of it. */
  readonly end: number;
}
/** Puts together what begins at a place; null where nothing does. */
export type Join = (atoms: readonly Atom[], at: number) => Joined | null;

/** Whether a number before it counts something. */
export function isCounted(atoms: readonly Atom[], at: number): boolean {
  const after = meaningAt(atoms, at)?.tag;
  return after === 'unit' || after === 'percent-word' || after === 'replicas' || after === 'cpu';
}

/** The number that stands at a place; null where none does. */
export function numberAt(atoms: readonly Atom[], at: number): string | null {
  const meaning = meaningAt(atoms, at);
  return meaning?.tag === 'number' ? meaning.value : null;
}

/** What stands at a place; undefined behind the last. */
export function meaningAt(atoms: readonly Atom[], at: number): Meaning | undefined {
  return atoms[at]?.meaning;
}
