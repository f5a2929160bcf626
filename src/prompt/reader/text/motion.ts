import type { Atom } from '../meaning.ts';

const BEFORE =
  /^(?:let's|lets|let us|we|i|you|us|should|can|could|would|may|might|must|will|shall|please|just|rather|want to|like to|need to|have to|i'd|we'd|i'll|we'll)$/i;
const BEHIND = /^(?:with|for)$/i;

/** `let's go with four`, `we should go for Helm`: what is chosen; `lint Go with golangci-lint` speaks of the language. */
export function withMotion(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isVerb = BEFORE.test(atoms[at - 1]?.words ?? '') && BEHIND.test(atoms[at + 1]?.words ?? '');
    return /^go$/i.test(atom.words) && isVerb ? { ...atom, meaning: { tag: 'do' } } : atom;
  });
}
