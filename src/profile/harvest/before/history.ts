import type { Evidence } from '../../../domain/evidence.ts';
import { groupedBy } from '../../../domain/grouped.ts';
import { boundedWorkflows, readCiSteps } from '../../ci/steps.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { firstMatch } from '../../lines.ts';
import { oncePerSnapshot } from '../../once.ts';
import { ancestors, baseName, nearestFolder } from '../../paths.ts';
import type { ShellCommand } from '../../shell/shell.ts';
import { stepCommands } from '../../shell/step-commands.ts';
import type { Snapshot } from '../../snapshot.ts';
import { programsOf } from './submodules.ts';

/**
 * What shows that a unit is built and tested with all of the history: a package that works the version out of it and fails where it is cut
 * off, or that each job of the repository's own workflows that starts programs of the unit's checks it out. `folders` are those of all units.
 * Null where the newest commit will do.
 */
export function unitHistory(
  snapshot: Snapshot,
  draft: UnitDraft,
  folders: ReadonlySet<string>,
): readonly Evidence[] | null {
  const asked = draft.ecosystem === 'dotnet' ? versioner(snapshot, draft.directory) : null;
  if (asked) return [asked];
  const programs = programsOf(draft.commands);
  const jobs = jobsIn(snapshot).filter(({ commands }) =>
    commands.some(
      ({ directory, words: [program = ''] }) =>
        nearestFolder(folders, directory) === draft.directory && programs.has(program),
    ),
  );
  const [first] = jobs;
  return first && jobs.every(({ whole }) => whole !== null) ? [first.whole].flatMap((line) => line ?? []) : null;
}

/** Both fail on a shallow clone. (gitversion.net, "Requirements"; github.com/dotnet/Nerdbank.GitVersioning, "Cloud build support") */
const VERSIONER =
  /<PackageReference\b[^>]{0,200}\bInclude="(?:GitVersion\.MsBuild|GitVersionTask|Nerdbank\.GitVersioning)"/i;

/** In a project, or in what is read for all projects below. */
function versioner(snapshot: Snapshot, directory: string): Evidence | null {
  const shared = ancestors(directory).map((folder) => (folder === '.' ? '' : `${folder}/`) + SHARED);
  const own = snapshot.within(directory).filter((path) => /\.[cf]sproj$/.test(path) || baseName(path) === SHARED);
  for (const file of [...new Set([...shared, ...own])]) {
    const found = firstMatch(snapshot.text(file) ?? '', VERSIONER);
    if (found) return snapshot.evidence(file, found.line);
  }
  return null;
}

const SHARED = 'Directory.Build.props';

interface CheckedOut {
  readonly commands: readonly ShellCommand[];
  /** The checkout that brings all of the history; null where none does. */
  readonly whole: Evidence | null;
}

const ANY = { test: () => true };

/** The jobs that every change starts, each with what it checks out. */
const jobsIn = oncePerSnapshot((snapshot: Snapshot): readonly CheckedOut[] => {
  // Nobody needs the others where none asks for it.
  if (!boundedWorkflows(snapshot).some((file) => /\bfetch-depth: *["']?0\b/.test(snapshot.text(file) ?? ''))) return [];
  const steps = readCiSteps(snapshot, ANY).filter(({ isUsual }) => isUsual);
  const jobs = groupedBy(steps, ({ file, job }) => `${file}\0${job}`);
  return [...jobs.values()].map((own) => {
    const whole = own.find(({ uses, inputs }) => uses === 'actions/checkout' && inputs.get('fetch-depth') === '0');
    return { commands: own.flatMap(stepCommands), whole: whole ? snapshot.evidence(whole.file, whole.line) : null };
  });
});
