import { CHECKS, type Check } from '../../domain/check.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { ExistingCheck, ExistingPipeline } from '../../domain/existing.ts';
import { groupedBy } from '../../domain/grouped.ts';
import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import { commandsFor } from '../plan/commands.ts';
import { shownNames } from '../shown.ts';
import { type AdoptedIntent, isOf, selectorsFor } from './intent.ts';

/** Checks that a request may take away. (policies/agent/rules/request) */
const REMOVABLE: readonly Check[] = ['lint', 'format', 'typecheck'];

/** The checks that workflows run are wanted, and those that are detected and that none of them runs are not. */
export function checkIntents(
  { jobs, files: [file = ''], unreadable }: ExistingPipeline,
  profile: ProjectProfile,
): AdoptedIntent[] {
  const run = jobs.flatMap(({ checks }) => checks);
  const elsewhere = jobs.flatMap((job) => job.elsewhere);
  const [unknown] = [...unreadable, ...jobs.flatMap((job) => job.unknown)];
  const first = { file, line: 1 };
  const found = CHECKS.flatMap((check): OfOneCheck[] => {
    const able = profile.units.filter((unit) => commandsFor(unit, check).length > 0);
    if (able.length === 0) return [];
    const own = run.filter((one) => one.check === check);
    const done = able.filter((unit) => own.some((one) => isOf(unit, one.unit)));
    const missing = able.filter((unit) => !done.includes(unit));
    const { intents, untold } = unwanted({ check, missing, able, profile, elsewhere, unknown, first });
    return [{ check, intents: [...wanted(check, own, done), ...intents], untold }];
  });
  return [...found.flatMap(({ intents }) => intents), ...untoldChecks(found, unknown ?? first)];
}

interface OfOneCheck {
  readonly check: Check;
  readonly intents: readonly AdoptedIntent[];
  /** Units of which nobody knows whether a workflow runs it. */
  readonly untold: readonly Unit[];
}

/** Said once for all checks of the same units. */
function untoldChecks(found: readonly OfOneCheck[], at: Evidence): AdoptedIntent[] {
  const untold = found.filter(({ untold }) => untold.length > 0);
  return [...groupedBy(untold, (one) => placesOf(one.untold))].map(([where, checks]) => {
    const names = checks.map(({ check }) => check).join(', ');
    const come = checks.length === 1 ? 'it comes' : 'they come';
    return {
      intent: null,
      at,
      note: `whether this or another step runs the ${names} of ${where} could not be told; ${come} in addition`,
    };
  });
}

function wanted(check: Check, own: readonly ExistingCheck[], done: readonly Unit[]): AdoptedIntent[] {
  const [first] = own;
  if (!first || done.length === 0) return [];
  const other = own.find(({ isSame }) => !isSame);
  const note = first.isSame ? undefined : 'there with other options';
  return [
    { intent: { kind: 'check', for: { all: true }, check, ensure: true }, at: first.at, note },
    ...(other && first.isSame ? [{ intent: null, at: other.at, note: `other options of the check ${check}` }] : []),
  ];
}

interface Unwanted {
  readonly check: Check;
  readonly missing: readonly Unit[];
  readonly able: readonly Unit[];
  readonly profile: ProjectProfile;
  readonly elsewhere: readonly ExistingCheck[];
  /** A step that may run anything. */
  readonly unknown: Evidence | undefined;
  readonly first: Evidence;
}

/** A check is taken away only where it is certain that no workflow runs it, in whatever way. */
function unwanted(query: Unwanted): Omit<OfOneCheck, 'check'> {
  const { check, missing, able, profile, elsewhere, unknown, first } = query;
  const other = elsewhere.filter((one) => one.check === check);
  const away = missing.filter((unit) => other.some((one) => isOf(unit, one.unit)));
  const rest = missing.filter((unit) => !away.includes(unit));
  const [at = first] = other.map((one) => one.at);
  const later = comes(
    away,
    at,
    (where) => `the ${check} of ${where} is run by jobs alone that no change starts; it comes with every change`,
  );
  if (unknown !== undefined) return { intents: later, untold: rest };
  const removed = selectorsFor(rest, able, profile).map(
    (selector): AdoptedIntent => ({ intent: { kind: 'check', for: selector, check, ensure: false }, at: null }),
  );
  const added = comes(
    rest,
    first,
    (where) =>
      `no workflow runs the ${check} of ${where}; it comes in addition, since no request may take a ${check} away`,
  );
  return { intents: [...later, ...(REMOVABLE.includes(check) ? removed : added)], untold: [] };
}

function comes(units: readonly Unit[], at: Evidence, note: (where: string) => string): AdoptedIntent[] {
  return units.length === 0 ? [] : [{ intent: null, at, note: note(placesOf(units)) }];
}

function placesOf(units: readonly Unit[]): string {
  return shownNames(units.map(({ directory }) => (directory === '.' ? 'the root' : directory))).join(', ');
}
