import { has, tagged } from '../clauses/chunks.ts';
import { type Scope, said } from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { isFoundBy } from '../text/found.ts';

/** `Nobody should get Python merged that mypy complains about` asks for the check. */
export function gateWords(scope: Scope): Atom[] {
  const atoms = said(scope);
  const isOfFlaws = has(atoms, 'flaws') && has(atoms, 'dependencies', 'packages');
  const isLow =
    tagged(atoms, 'check').some(({ meaning }) => meaning.check === 'coverage') &&
    has(atoms, 'bound') &&
    has(atoms, 'percent');
  const isFaulty =
    isLow || tagged(atoms, 'check', 'fault').some(({ meaning, words }) => meaning.tag === 'fault' || isFoundBy(words));
  // `if web fails to lint, cart must not be merged` speaks of two.
  const isOfOther = scope.clause.parts.some(
    ({ atoms: own }) =>
      has(own, 'gate') && has(own, 'selector', 'language', 'path') && !has(own, 'check', 'tool', 'flaws'),
  );
  const isChecked = (isFaulty && has(atoms, 'check', 'tool')) || isOfFlaws;
  const isGate = has(atoms, 'gate') && has(atoms, 'merge') && isChecked && !isOfOther;
  // `a pull request with type errors` is what is not merged, and starts nothing.
  const requests = tagged(atoms, 'event').filter(({ meaning }) => meaning.on === 'pull_request');
  return isGate
    ? [...tagged(atoms, 'gate', 'merge', 'fault', 'when', 'branch', 'branch-word', 'touching'), ...requests]
    : [];
}
