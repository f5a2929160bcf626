import { groupedBy } from '../domain/grouped.ts';
import type { ProfileWarning } from '../domain/profile.ts';
import type { UnitDraft } from './ecosystem.ts';
import { callsIn } from './harvest/calls.ts';
import { isWithin } from './paths.ts';
import type { Found, Snapshot } from './snapshot.ts';

/** The first folder of tests that a path lies below. */
const TESTS =
  /^(?:[^/]+\/)*?(?:(?:[a-z\d]+[-_])*tests?(?:[-_](?:apps|assets|cases|crates|data|files|fixtures|packages|projects|repos|samples|suites|workspaces))?|specs?|__tests__)(?=\/)/i;

/** So many projects below one folder of tests are what these work on: nobody writes as many programs beside them. */
export const MANY = 20;

/** Projects of tests are units of these, each by itself. */
const OWN_PROJECTS: ReadonlySet<UnitDraft['ecosystem']> = new Set(['dotnet', 'java', 'kotlin', 'scala']);

/**
 * The units without those that are input of tests: none that a pipeline starts something in. They are known by their number; a crate also
 * by what lies around it, since what is a member of that would be no unit.
 */
export function withoutTestMaterial(snapshot: Snapshot, drafts: readonly UnitDraft[]): Found<readonly UnitDraft[]> {
  const below = drafts.filter(({ ecosystem, directory }) => !OWN_PROJECTS.has(ecosystem) && TESTS.test(directory));
  const groups = groupedBy(below, ({ ecosystem, directory }) => `${ecosystem}\0${TESTS.exec(directory)?.[0] ?? ''}`);
  const held = [...groups].flatMap(([key, units]): readonly (readonly [string, readonly UnitDraft[]])[] => {
    const idle = units.filter(({ directory }) => callsIn(snapshot, directory).length === 0);
    const material = idle.length < MANY ? idle.filter((unit) => isDetached(unit, drafts)) : idle;
    return material.length === 0 ? [] : [[key, material]];
  });
  const material = new Set(held.flatMap(([, units]) => units));
  return {
    value: material.size === 0 ? drafts : drafts.filter((draft) => !material.has(draft)),
    warnings: held.flatMap(([key, units]) => warningOf(key, units)),
  };
}

/** Whether a crate keeps out of the one around it, which lets no other stand in its tests. */
function isDetached({ ecosystem, directory }: UnitDraft, drafts: readonly UnitDraft[]): boolean {
  const crates = ecosystem === 'rust' ? drafts.filter((draft) => draft.ecosystem === 'rust') : [];
  return crates.some((around) => around.directory !== directory && isWithin(around.directory, directory));
}

function warningOf(key: string, units: readonly UnitDraft[]): ProfileWarning[] {
  const [ecosystem, folder] = key.split('\0');
  const because = units.flatMap(({ commands: { install, lint, test, build } }) =>
    [...install, ...build, ...test, ...lint].flatMap((command) => command.because),
  );
  const own = because.find(({ file }) => file.startsWith(`${folder}/`));
  const many = units.length !== 1;
  const message = `${units.length} project${many ? 's' : ''} of ${ecosystem} below ${folder} look${many ? '' : 's'} like what tests work on; ${many ? 'they are' : 'it is'} left out.`;
  return own ? [{ file: own.file, line: own.line, message }] : [];
}
