import { CHECKS, type Check } from '../../domain/check.ts';
import type { ExistingCheck, ExistingPipeline } from '../../domain/existing.ts';
import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Selector } from '../../domain/request.ts';
import { commandsFor } from '../plan/commands.ts';
import { type AdoptedIntent, isOf, selectorsFor } from './intent.ts';

const MOST_NAMED = 8;

/** Checks that a request may take away. (policies/agent/rules/request) */
const REMOVABLE: readonly Check[] = ['lint', 'format', 'typecheck'];

/** The checks that workflows run are wanted, and those that are detected and that none of them runs are not. */
export function checkIntents({ jobs, files }: ExistingPipeline, profile: ProjectProfile): AdoptedIntent[] {
  const run = jobs.flatMap(({ checks }) => checks);
  return CHECKS.flatMap((check) => {
    const able = profile.units.filter((unit) => commandsFor(unit, check).length > 0);
    const own = run.filter((one) => one.check === check);
    const done = able.filter((unit) => own.some((one) => isOf(unit, one.unit)));
    const missing = able.filter((unit) => !done.includes(unit));
    return able.length === 0
      ? []
      : [...wanted(check, own, done), ...unwanted({ check, missing, able, profile, files })];
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
  readonly files: readonly string[];
}

function unwanted({ check, missing, able, profile, files: [file = ''] }: Unwanted): AdoptedIntent[] {
  if (missing.length === 0) return [];
  if (!REMOVABLE.includes(check)) {
    const where = missing.slice(0, MOST_NAMED).map(({ directory }) => directory);
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    const note = `no workflow runs the ${check} of ${where.join(', ')}${more}; it comes in addition, since no request may take a ${check} away`;
    return [{ intent: null, at: { file, line: 1 }, note }];
  }
  const selectors: readonly Selector[] = selectorsFor(missing, able, profile);
  return selectors.map((selector) => ({ intent: { kind: 'check', for: selector, check, ensure: false }, at: null }));
}
