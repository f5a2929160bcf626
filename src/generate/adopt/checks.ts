import { CHECKS, type Check } from '../../domain/check.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { ExistingCheck, ExistingPipeline } from '../../domain/existing.ts';
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
  return CHECKS.flatMap((check) => {
    const able = profile.units.filter((unit) => commandsFor(unit, check).length > 0);
    const own = run.filter((one) => one.check === check);
    const done = able.filter((unit) => own.some((one) => isOf(unit, one.unit)));
    const missing = able.filter((unit) => !done.includes(unit));
    return able.length === 0
      ? []
      : [
          ...wanted(check, own, done),
          ...unwanted({ check, missing, able, profile, elsewhere, unknown, first: { file, line: 1 } }),
        ];
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
function unwanted({ check, missing, able, profile, elsewhere, unknown, first }: Unwanted): AdoptedIntent[] {
  const other = elsewhere.filter((one) => one.check === check);
  const away = missing.filter((unit) => other.some((one) => isOf(unit, one.unit)));
  const rest = missing.filter((unit) => !away.includes(unit));
  const [at = first] = other.map((one) => one.at);
  const isRemoved = unknown === undefined && REMOVABLE.includes(check);
  return [
    ...comes(
      away,
      at,
      (where) => `only jobs that no change starts run the ${check} of ${where}; it comes with every change`,
    ),
    ...(isRemoved
      ? selectorsFor(rest, able, profile).map(
          (selector): AdoptedIntent => ({
            intent: { kind: 'check', for: selector, check, ensure: false },
            at: null,
          }),
        )
      : comes(rest, unknown ?? first, (where) =>
          unknown === undefined
            ? `no workflow runs the ${check} of ${where}; it comes in addition, since no request may take a ${check} away`
            : `whether this or another step runs the ${check} of ${where} could not be told; it comes in addition`,
        )),
  ];
}

function comes(units: readonly Unit[], at: Evidence, note: (where: string) => string): AdoptedIntent[] {
  if (units.length === 0) return [];
  const where = units.map(({ directory }) => (directory === '.' ? 'the root' : directory));
  return [{ intent: null, at, note: note(shownNames(where).join(', ')) }];
}
