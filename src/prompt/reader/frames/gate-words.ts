import { has, tagged } from '../chunks.ts';
import { type Scope, said } from '../frame.ts';
import type { Atom } from '../meaning.ts';

/** What a check finds, and not the check. */
const FOUND = / errors$|^vulnerable /i;

/** `Nobody should get Python merged that mypy complains about` asks for the check. */
export function gateWords(scope: Scope): Atom[] {
  const atoms = said(scope);
  const isOfFlaws = has(atoms, 'flaws') && has(atoms, 'dependencies', 'packages');
  const isFaulty = tagged(atoms, 'check', 'fault').some(
    ({ meaning, words }) => meaning.tag === 'fault' || FOUND.test(words),
  );
  // `if web fails to lint, cart must not be merged` speaks of two.
  const isOfOther = scope.clause.parts.some(
    ({ atoms: own }) =>
      has(own, 'gate') && has(own, 'selector', 'language', 'path') && !has(own, 'check', 'tool', 'flaws'),
  );
  const isChecked = (isFaulty && has(atoms, 'check', 'tool')) || isOfFlaws;
  const isGate = has(atoms, 'gate') && has(atoms, 'merge') && isChecked && !isOfOther;
  // `a pull request with type errors` is what is not merged, and starts nothing.
  const requests = tagged(atoms, 'event').filter(({ meaning }) => meaning.on === 'pull_request');
  return isGate ? [...tagged(atoms, 'gate', 'merge', 'fault', 'when', 'branch', 'branch-word'), ...requests] : [];
}
