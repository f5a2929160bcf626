import type { Check } from '../../../domain/check.ts';
import type { RefusalRule } from '../../../domain/refusal.ts';
import type { IntentOf } from '../../../domain/request.ts';
import { has, isSaid, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import { othersThan } from '../clauses/others.ts';
import { NOTHING, type Reading, refuses, type Scope, said, targetsOf, turnsOf, understood } from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { isFoundBy } from '../text/found.ts';
import { isDone } from '../told/tellers.ts';
import { isTold } from '../told/told.ts';

/** Checks that no words take away. */
const PROTECTED: Readonly<Partial<Record<Check, RefusalRule>>> = {
  test: 'removes-tests',
  build: 'removes-builds',
  audit: 'removes-audits',
  'secret-scan': 'removes-secret-scans',
};

/** A check that is not to be. */
export function readTurned(
  check: Check,
  { atoms, part }: { readonly atoms: readonly Atom[]; readonly part: Part },
  scope: Scope,
): Reading {
  const turns = turnsOf([part]);
  // `stop type errors in web` would have fewer of them, and no check less.
  if (PROTECTED[check] === undefined && atoms.some(({ words }) => isFoundBy(words))) return NOTHING;
  // `known CVEs must not go unnoticed`: what is denied is said of the flaws, and takes no audit away.
  const isSubject =
    !has(atoms, 'check', 'scan') && part.atoms.indexOf(atoms[0] as Atom) < part.atoms.indexOf(turns[0] as Atom);
  if (isSubject) return NOTHING;
  // `no failing tests` may want none that fail, or none at all.
  if (has(part.atoms, 'fault')) return NOTHING;
  // `cart can't be tested`, `we have no tests for web yet` tells, and takes nothing away.
  if (isTold(part.atoms) || isDone(part.atoms) || isLacking(part, scope)) return NOTHING;
  // `half of it is never executed by any test` would have more of them.
  const by = part.atoms[part.atoms.indexOf(atoms[0] as Atom) - 1];
  const before = /^(?:any|the|our|a)$/i.test(by?.words ?? '') ? part.atoms[part.atoms.indexOf(by as Atom) - 1] : by;
  if (/^by$/i.test(before?.words ?? '')) return NOTHING;
  if (turns.some(({ words }) => /^(?:can't|cannot|can not)$/i.test(words))) return NOTHING;
  // `never skip the tests`: a double no takes nothing away.
  if (turns.length > 1 || has(part.atoms, 'minutes', 'percent')) return NOTHING;
  // `neither web nor cart should be linted`.
  const both = scope.clause.parts.flatMap((one) => one.atoms.filter(({ words }) => /^neither$/i.test(words)));
  const isNarrower = has(part.atoms, 'tool', 'system', 'platform', 'versions', 'event', 'day');
  return without(check, [...atoms, ...turns, ...both], scope, isNarrower);
}

/** `web has no tests`: the no begins a part of its own. */
function isLacking(part: Part, { clause: { parts } }: Scope): boolean {
  const before = parts[parts.indexOf(part) - 1]?.atoms ?? [];
  return /^(?:has|have|had)$/i.test(before.at(-1)?.words ?? '') && isTold([...before, ...part.atoms]);
}

function without(check: Check, atoms: readonly Atom[], scope: Scope, isNarrower: boolean): Reading {
  if (isNarrower) return NOTHING;
  const rule = PROTECTED[check];
  // `nobody merges what does not compile` wants it.
  if (has(said(scope), 'gate')) return NOTHING;
  if (rule) return refuses(atoms, rule);
  return understood(
    targetsOf(scope).map((target) => ({ kind: 'check', for: target, check, ensure: false })),
    atoms,
  );
}

/** For whom a check is not to be, of those whom a clause is for. */
export function exceptions(check: Check, { clause }: Scope): Reading {
  if (clause.except.length === 0) return NOTHING;
  // `lint web except cart`: cart is no part of web.
  if (clause.selectors.length > 0 && clause.selectors.every((one) => 'service' in one)) return NOTHING;
  // `all but lint for web` leaves out a check, and nobody whom one is for.
  if (clause.parts.some(leavesOutChecks)) return NOTHING;
  const words = clause.parts.flatMap(({ atoms }) => tagged(atoms, 'except'));
  // What is left out of systems and versions is tested still.
  if (clause.parts.some(({ atoms }) => has(atoms, 'system', 'versions', 'span'))) return NOTHING;
  const rule = PROTECTED[check];
  if (rule) return refuses(words, rule);
  return understood(
    clause.except.map((target) => ({ kind: 'check', for: target, check, ensure: false })),
    words,
  );
}

function leavesOutChecks({ atoms }: Part): boolean {
  const at = atoms.findIndex(({ meaning }) => meaning.tag === 'except');
  return at >= 0 && atoms.slice(at + 1).find(isSaid)?.meaning.tag === 'check';
}

/** `audit everything except ledger`: where ledger has no audit, the others get one. Null where it is no such wish. */
export function auditedBeside(
  [intent]: readonly IntentOf<'check'>[],
  { clause, profile }: Scope,
): IntentOf<'check'>[] | null {
  if (!intent || clause.except.length === 0 || !('all' in intent.for)) return null;
  return othersThan(clause.except, 'audit', profile)?.map((target) => ({ ...intent, for: target })) ?? null;
}
