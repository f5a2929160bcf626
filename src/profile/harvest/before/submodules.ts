import { groupedBy } from '../../../domain/grouped.ts';
import { withoutVariables } from '../../../domain/in-front.ts';
import type { Command, Commands, Submodules } from '../../../domain/profile.ts';
import type { PipelineStep } from '../../ci/step.ts';
import { type CiStep, readCiSteps } from '../../ci/steps.ts';
import { dockerCall } from '../../docker/call.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { linesOf } from '../../lines.ts';
import { oncePerSnapshot } from '../../once.ts';
import { isWithin, joinPath, nearestFolder } from '../../paths.ts';
import { readSteps } from '../../pipelines/steps.ts';
import { actionDockerfiles } from '../../services/pipeline-builds.ts';
import type { ShellCommand } from '../../shell/shell.ts';
import { stepCommands } from '../../shell/step-commands.ts';
import type { Snapshot } from '../../snapshot.ts';

/**
 * The submodules that a unit's checkout brings: where a job of the repository's own pipelines that checks out with them starts a program
 * of the unit's in its folder, and where a build of C or C++ compiles what lies inside of it. `folders` are those of all units.
 */
export function unitSubmodules(
  snapshot: Snapshot,
  unit: UnitDraft,
  folders: ReadonlySet<string>,
): Submodules | undefined {
  const programs = programsOf(unit.commands);
  const job = jobsWith(snapshot).find(({ commands }) =>
    commands.some(
      ({ directory, words }) => nearestFolder(folders, directory) === unit.directory && programs.has(words[0] ?? ''),
    ),
  );
  return job?.submodules ?? (unit.ecosystem === 'cpp' ? compiled(snapshot, unit.directory) : undefined);
}

/** Those that the job brings which builds this Dockerfile. */
export function imageSubmodules(snapshot: Snapshot, dockerfile: string): Submodules | undefined {
  return jobsWith(snapshot).find(({ dockerfiles }) => dockerfiles.has(dockerfile))?.submodules;
}

const TASK_RUNNERS = ['make', 'just', 'task'];

/** The programs that the commands of a unit start, and those that start tasks. */
export function programsOf(commands: Commands): ReadonlySet<string> {
  const all: Command[] = Object.values(commands).flat();
  return new Set([...TASK_RUNNERS, ...all.map(({ run }) => withoutVariables(run).split(/\s/, 1)[0] ?? '')]);
}

interface BringingJob {
  readonly submodules: Submodules;
  readonly commands: readonly ShellCommand[];
  readonly dockerfiles: ReadonlySet<string>;
}

/** The jobs that check out with submodules. */
const jobsWith = oncePerSnapshot((snapshot: Snapshot): readonly BringingJob[] => {
  // Images are built by workflows that a release starts, too.
  const found = [...readCiSteps(snapshot, MENTIONS), ...readSteps(snapshot, MENTIONS)];
  const jobs = groupedBy(found, ({ file, job }) => (SHARED.test(file) ? file : `${file}\0${job}`));
  return [...jobs.values()].flatMap((steps) => {
    const submodules = steps.map((step) => broughtBy(snapshot, step)).find(Boolean);
    return submodules ? [{ submodules, commands: steps.flatMap(stepCommands), dockerfiles: dockerfilesOf(steps) }] : [];
  });
});

/** Systems whose steps work in one checkout. */
const SHARED = /^\.(?:woodpecker|drone)\b/;

const MENTIONS = /\bsubmodules?\b/;

/** `submodules: recursive` of the checkout, or the command that does the same. (actions/checkout, "Usage"; git-submodule) */
function broughtBy(snapshot: Snapshot, step: PipelineStep): Submodules | null {
  const input = step.uses === 'actions/checkout' ? step.inputs.get('submodules') : undefined;
  if (input === 'true' || input === 'recursive')
    return { isRecursive: input === 'recursive', ...at(snapshot, step.file, step.line) };
  const line = step.script.find(({ text }) => /\bgit submodule update\b/.test(text));
  if (!line) return null;
  return { isRecursive: line.text.includes('--recursive'), ...at(snapshot, step.file, line.number) };
}

function dockerfilesOf(steps: readonly (PipelineStep | CiStep)[]): ReadonlySet<string> {
  const called = steps.flatMap(({ script, directory }) =>
    script.flatMap(({ text }) => {
      const call = dockerCall(text);
      const file = call && joinPath(directory ?? '.', call.dockerfile ?? `${call.context}/Dockerfile`);
      return file === null ? [] : [file];
    }),
  );
  return new Set([...called, ...steps.flatMap((step) => ('runs' in step ? actionDockerfiles(step) : []))]);
}

/** A submodule that lies in the folder of a build. */
function compiled(snapshot: Snapshot, directory: string): Submodules | undefined {
  const inside = modulesIn(snapshot).find(({ path }) => isWithin(directory, path));
  return inside && { isRecursive: true, ...at(snapshot, MODULES, inside.line) };
}

function at(snapshot: Snapshot, file: string, line: number): Pick<Submodules, 'paths' | 'because'> {
  const paths = [MODULES, ...modulesIn(snapshot).map(({ path }) => path)];
  return { paths, because: [snapshot.evidence(file, line)] };
}

const MODULES = '.gitmodules';

/** Where submodules lie. (gitmodules, "submodule.<name>.path") */
function modulesIn(snapshot: Snapshot) {
  return linesOf(snapshot.text(MODULES) ?? '').flatMap(({ text, number: line }) => {
    const written = /^\s{0,20}path\s{0,4}=\s{0,4}(\S{1,300})/.exec(text)?.[1];
    const path = written === undefined ? null : joinPath('.', written);
    return path === null ? [] : [{ path, line }];
  });
}
