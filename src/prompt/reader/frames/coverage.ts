import type { Check } from '../../../domain/check.ts';
import { has, tagged } from '../chunks.ts';
import { type Scope, said } from '../frame.ts';
import type { Atom } from '../meaning.ts';

/** Of a clause with coverage: how much, and the words around it. */
export function thresholdIn(scope: Scope): number | null {
  const percent = tagged(said(scope), 'percent')[0]?.meaning.value;
  if (percent !== undefined) return percent;
  const number = has(said(scope), 'bound') ? tagged(said(scope), 'number')[0]?.meaning.value : undefined;
  return number === undefined ? null : Number(number);
}

/** What of a clause says how much of something has to be covered. */
export function coverageWords(scope: Scope, checks: readonly Check[]): Atom[] {
  if (!checks.includes('coverage') || thresholdIn(scope) === null) return [];
  const values = tagged(said(scope), 'percent');
  const numbers = values.length > 0 ? values.slice(0, 1) : tagged(said(scope), 'number').slice(0, 1);
  const build = tagged(said(scope), 'check').filter(
    ({ meaning }) => meaning.check === 'build' && has(said(scope), 'fault'),
  );
  return [...numbers, ...build, ...tagged(said(scope), 'bound', 'fault', 'when')];
}
