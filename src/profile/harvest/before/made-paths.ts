import { variablesOf, withoutVariables } from '../../../domain/in-front.ts';
import type { Command, ProfileWarning } from '../../../domain/profile.ts';
import { jobsOf } from '../../ci/jobs.ts';
import { MOST } from '../../ci/limits.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { oncePerSnapshot } from '../../once.ts';
import { joinPath } from '../../paths.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { stepCalls } from '../calls.ts';
import { callsOfTask, callsStartedBy, runnerTasks, type StartedCall } from '../runner-calls.ts';
import { isPlain, programOf, startsOwn } from './own-programs.ts';
import { isTestOf } from './settings.ts';

/**
 * The units with what makes the files that their commands name and no checkout has, where an earlier line of the same task or job does. What
 * the unit's own set-up can start is done before the command; a command that stands behind anything else cannot run, and is left out.
 */
export function withMadePaths(snapshot: Snapshot, drafts: readonly UnitDraft[]): Found<readonly UnitDraft[]> {
  const warnings: ProfileWarning[] = [];
  const value = drafts.map((draft) => {
    const { lint, test, build } = draft.commands;
    const complete = <T extends Command>(commands: readonly T[]) => {
      const found = commands.map((command) => completed(snapshot, draft, command));
      warnings.push(...found.flatMap((it) => it.warnings));
      return found.flatMap((it) => it.value);
    };
    const tested = complete(test);
    // What only prepares tests that are left out tests nothing.
    const isTested = tested.length >= test.length || tested.some(({ run }) => isTestOf(draft.ecosystem, run));
    const commands = { lint: complete(lint), test: isTested ? tested : [], build: complete(build) };
    return { ...draft, commands: { ...draft.commands, ...commands } };
  });
  return { value, warnings };
}

/** A command behind what makes the files that it names; nothing where that cannot be started here. */
function completed<T extends Command>(snapshot: Snapshot, draft: UnitDraft, command: T): Found<readonly T[]> {
  const made = pathsNamed(command)
    .filter((path) => !snapshot.exists(path) && !isMade(draft, path))
    .flatMap((path) => makingOf(snapshot, command, path) ?? []);
  const foreign = made.find(({ maker }) => !isStarted(draft, maker));
  if (foreign) return { value: [], warnings: [warningOf(command, foreign)] };
  const before = made.map(({ maker: { run, directory, because } }) => ({ ...command, run, directory, because }));
  return { value: [...before, command], warnings: [] };
}

/** A plain path, perhaps behind the name of an option; `./...` is a pattern of Go. */
const PATH = /^(?:--?[\w-]{1,60}=)?((?!-)[\w.-]{0,100}[./][\w./-]{0,200})(?<!\.\.\.)$/;

/** The paths that a command names, in a variable in front of it, as its program or as an argument. */
function pathsNamed({ run, directory }: Command): string[] {
  const words = [...variablesOf(run).map(([, value]) => value), ...withoutVariables(run).split(' ')];
  return [...new Set(words.flatMap((word) => placed(directory, PATH.exec(word)?.[1])))];
}

/** Whether the unit makes it itself. */
function isMade({ commands: { install, lint, test, build } }: UnitDraft, path: string): boolean {
  return [...install, ...lint, ...test, ...build].some((command) =>
    outputsOf({ words: command.run.split(' '), directory: command.directory }).includes(path),
  );
}

/** A line that makes a file, and a later one that names it. */
interface Making {
  readonly path: string;
  readonly maker: StartedCall;
  readonly named: StartedCall;
}

/** What makes a file in a task or job before the line that a command was taken from; null where nothing does. */
function makingOf(snapshot: Snapshot, command: Command, path: string): Making | null {
  const isOrigin = ({ because: [at] }: StartedCall) =>
    command.because.some(({ file, line }) => file === at?.file && line === at.line);
  for (const recipe of makingRecipes(snapshot)) {
    const at = recipe.findIndex(isOrigin);
    const maker = recipe.slice(0, Math.max(at, 0)).findLast((call) => outputsOf(call).includes(path));
    const named = recipe[at];
    if (maker && named) return { path, maker, named };
  }
  return null;
}

/** The repository's own tasks and the usual jobs of its pipelines, each as all that it comes to run in its order: those that make something. */
const makingRecipes = oncePerSnapshot((snapshot: Snapshot): readonly (readonly StartedCall[])[] => {
  const tasks = runnerTasks(snapshot).map((task) => callsOfTask(snapshot, task));
  const steps = readSteps(snapshot, /\S/).filter(({ isUsual }) => isUsual);
  const jobs = jobsOf(steps)
    .slice(0, MOST.jobs)
    .map((job) => job.flatMap((step) => stepCalls(snapshot, step)))
    .map((calls) => calls.flatMap((call) => [{ ...call, by: [] }, ...callsStartedBy(snapshot, call)]));
  return [...tasks, ...jobs].filter((recipe) => recipe.some((call) => outputsOf(call).length > 0));
});

/** How programs are told where to write what they make. */
const OUTPUT = /^(?:-o|--out|--output|--outfile)(?:=(.{1,200}))?$/;

function outputsOf({ words, directory }: Pick<StartedCall, 'words' | 'directory'>): string[] {
  return words.flatMap((word, index) => {
    const told = OUTPUT.exec(word);
    return told ? placed(directory, told[1] ?? words[index + 1]) : [];
  });
}

function placed(directory: string, path: string | undefined): string[] {
  return path === undefined ? [] : [joinPath(directory, path)].filter((it) => it !== null);
}

/** Whether a job of the unit can start it: in its folder, with what the unit's own commands are started by. */
function isStarted({ directory, ecosystem, commands }: UnitDraft, maker: StartedCall): boolean {
  const own = [...commands.install, ...commands.test, ...commands.build].map(({ run }) => programOf(run));
  const isOwn = startsOwn(ecosystem, maker.run) || (isPlain(maker.run) && own.includes(programOf(maker.run)));
  return isOwn && maker.directory === directory;
}

function warningOf({ run }: Command, { path, maker, named: { because } }: Making): ProfileWarning {
  const [at] = because;
  const [from] = maker.because;
  return {
    file: at?.file ?? '',
    line: at?.line ?? 1,
    message: `${run} is left out: it names ${path}, which is not in the repository; ${from?.file}:${from?.line} makes it before, by ${programOf(maker.run)}.`,
  };
}
