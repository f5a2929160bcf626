import type { Check } from '../../../domain/check.ts';
import { has, tagged } from '../clauses/chunks.ts';
import { type Scope, said } from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { isLow } from '../senses/floors.ts';

const ENOUGH =
  /^(?:(?:(?:be|is|stays?|remains?) )?above|at or above|stay at or above|at (?:the very )?least|or (?:more|higher|better|above)|(?:higher|greater) than|no l(?:ess|ower) than|(?:a )?(?:minimum|floor)(?: of)?|>=?|\u2265)$/i;
const ALARM = /^(?:tell|warn|alert|notify|let) (?:me|us)|^(?:hear|know) about|^be (?:told|alerted)|^find out$/i;

/** `fail below 80 %` and `at least 80 %` say how much is enough; `pass below` and `fail above` say the contrary. */
function isContrary(atoms: readonly Atom[]): boolean {
  const isBad = has(atoms, 'fault', 'gate') || atoms.some(({ words }) => ALARM.test(words));
  const bounds = tagged(atoms, 'bound').map(({ words }) => words);
  return bounds.some((words) => isLow(words))
    ? !isBad
    : bounds.some((words) => ENOUGH.test(words)) && has(atoms, 'fault', 'gate');
}

/** Of a clause with coverage: how much, and the words around it; null where it says the contrary. */
export function thresholdIn(scope: Scope): number | null {
  if (isContrary(said(scope))) return null;
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
