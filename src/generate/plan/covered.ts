import type { Check } from '../../domain/check.ts';
import type { ConditionalRun, Covered, CoveredRun, Missed, NameFilter, Overlap } from '../../domain/coverage.ts';
import { pathspecMatcher } from '../../domain/glob/pathspec.ts';
import { firstOfEach } from '../../domain/grouped.ts';
import type { Command, Service, Unit } from '../../domain/profile.ts';
import type { Intent, Selector } from '../../domain/request.ts';
import { passesFilter } from '../filter.ts';
import { covering, type MarkedWishes, reachesService, reachOfUnit, servicesFor } from '../select.ts';
import { buildable } from './buildable.ts';
import type { UnitJob } from './checks.ts';
import { concerns, concernsImage } from './documents.ts';
import { serviceGlobs } from './globs.ts';
import { sourcesFor } from './sources.ts';
import type { TaskArea } from './task-jobs.ts';
import { taskNamed } from './tasks.ts';
import { USUAL_BRANCHES } from './triggers.ts';

export interface CoveredInput extends MarkedWishes {
  readonly defaultBranch: string | null;
  /** Every path that is looked at; null where they are not known: then no filter of paths is sure to let everything pass. */
  readonly paths: readonly string[] | null;
}

/** What remains to be done, and what the repository's own workflows do. */
export interface Remaining<T> {
  readonly left: readonly T[];
  readonly covered: readonly Covered[];
  /** Of what is left that which they do on some pull requests. */
  readonly overlaps: readonly Overlap[];
}

/** The jobs of a unit, and the files that concern it. */
export interface UnitWork {
  readonly unit: Unit;
  /** In job ids. */
  readonly name: string;
  readonly globs: readonly string[];
  readonly jobs: readonly UnitJob[];
}

/**
 * The jobs of a unit without those whose every command the repository's own workflows run on every pull request to the default branch that
 * concerns the unit. What was asked for beyond that, versions and systems, keeps its job.
 */
export function uncoveredJobs(input: CoveredInput, work: UnitWork): Remaining<UnitJob> {
  const { name, jobs } = work;
  return remaining(jobs, (one) => {
    const { job, check, commands } = one;
    const by = isPlainCheck(input, work, one) ? stepsFor(input, commands, concernOf(work, one)) : null;
    return by && { subject: check === null ? job.name : name, check, ...by };
  });
}

/** Whose commands stand each for itself: none prepares what another one does. */
const APART: ReadonlySet<string | null> = new Set<Check>(['lint', 'format', 'typecheck', 'audit']);

/**
 * Of the checks of a unit of which workflows run a part on every pull request that concerns it, and not the whole, that part: further
 * commands of such a check do without it.
 */
export function coveredParts(input: CoveredInput, work: UnitWork): Covered[] {
  return work.jobs.flatMap((one) => {
    const { check, commands } = one;
    if (!APART.has(check) || commands.length < 2 || !isPlainCheck(input, work, one)) return [];
    const concern = concernOf(work, one);
    const done = commands.filter((command) => stepsFor(input, [command], concern)?.missed === null);
    const by = done.length < commands.length ? stepsFor(input, done, concern) : null;
    return by ? [withoutMissed({ subject: work.name, check, isPart: true, ...by })] : [];
  });
}

/** In the versions and with the threshold that a workflow runs it with. */
function isPlainCheck(input: CoveredInput, { unit }: UnitWork, { job, check }: UnitJob): boolean {
  return job.matrix === null && !asksMore(input, unit, check);
}

function concernOf({ unit, globs }: UnitWork, { check, commands }: UnitJob): Concern {
  const cited = commands.flatMap(({ because }) => because.map(({ file }) => file));
  return { globs, isRead: concerns(unit, check), isSource: sourcesFor(unit, check), cited };
}

/** The jobs of tasks that somebody wants to be run without those whose task the repository's own workflows start. */
export function uncoveredTasks(input: CoveredInput, areas: readonly TaskArea[]): Remaining<TaskArea> {
  return remaining(areas, ({ name, jobs, globs, command }) => {
    const by = stepsFor(input, [command], { globs });
    return by && { subject: jobs[0]?.name ?? name, check: null, ...by };
  });
}

/** The services without those whose image the repository's own workflows build in the same way. */
export function uncoveredServices(input: CoveredInput): Remaining<Service> {
  const { profile, intents } = input;
  return remaining(profile.services, (service) => {
    const wishes = covering(intents, 'image', (selector) => reachesService(selector, service, profile));
    const isPlain = wishes.length > 0 && wishes.every(isPlainImage) && buildable(service, profile.units).kind !== 'not';
    const by = isPlain ? imageSteps(input, service) : null;
    return by && { subject: service.name, check: 'image', ...by };
  });
}

type Found = Covered & { readonly missed: Missed | null };

function remaining<T>(all: readonly T[], foundFor: (one: T) => Found | null): Remaining<T> {
  const done = all.map((one) => ({ one, found: foundFor(one) }));
  return {
    left: done.flatMap(({ one, found }) => (found?.missed === null ? [] : [one])),
    covered: done.flatMap(({ found }) => (found?.missed === null ? [withoutMissed(found)] : [])),
    overlaps: done.flatMap(({ found }) => (found?.missed ? [{ ...found, missed: found.missed }] : [])),
  };
}

function withoutMissed({ missed: _, ...covered }: Found): Covered {
  return covered;
}

/** A threshold, or a container of another release, is more than a plain check. */
function asksMore({ intents, profile }: CoveredInput, unit: Unit, check: Check | null): boolean {
  const isMeant = (selector: Selector) => reachOfUnit(selector, unit, profile) !== 'none';
  const isTested = check === 'test' || check === 'coverage';
  return (
    covering(intents, 'check', isMeant).some((wish) => wish.check === check && wish.threshold !== undefined) ||
    (isTested && servicesFor(unit, intents, profile).some(({ version }) => version !== undefined))
  );
}

function isPlainImage({ kind, for: selector, push = 'never', ...more }: Extract<Intent, { kind: 'image' }>): boolean {
  return push === 'never' && Object.values(more).every((value) => value === undefined || value === false);
}

/** Which files a check is about, and which of them it may read where that is known. */
interface Concern {
  readonly globs: readonly string[];
  readonly isRead?: (path: string) => boolean;
  /** The sources that it is about, where it is about nothing else: a filter that somebody chose for it may name these alone. */
  readonly isSource?: ((path: string) => boolean) | null;
  /** The files by which the check was found: of several that a filter leaves out they say most. */
  readonly cited?: readonly string[];
}

type Done = Pick<Found, 'commands' | 'by' | 'missed'>;

function imageSteps(input: CoveredInput, service: Service): Done | null {
  const { name, directory, image } = service;
  const concern = { globs: serviceGlobs(service), isRead: concernsImage(service, input.profile.units) };
  if (image.dockerfile === null) return stepsFor(input, image.build ?? [], concern);
  const built = runsOf(input).filter(
    (run) => run.kind === 'image' && run.service === name && run.directory === directory,
  );
  const step = nearest(built, concern, input);
  return step && { commands: [], by: [step.by], missed: step.missed };
}

/** A step for each command, once, and what one of them misses; null where a command has none. */
function stepsFor(input: CoveredInput, commands: readonly Command[], concern: Concern): Done | null {
  const runs = runsOf(input);
  const found = commands.flatMap((command) => {
    const steps = runs.filter((step) => isRunOf(step, command));
    return nearest(steps, concern, input) ?? [];
  });
  if (found.length < commands.length || found.length === 0) return null;
  return {
    commands: commands.map(({ run, directory }) => ({ run, directory })),
    by: firstOfEach(
      found.map(({ by }) => by),
      ({ file, line }) => `${file}:${line}`,
    ),
    missed: found.find(({ missed }) => missed !== null)?.missed ?? null,
  };
}

type Run = CoveredRun | ConditionalRun;

/** What steps run, with those behind that run now and then. */
function runsOf({ profile: { coverage } }: CoveredInput): readonly Run[] {
  return [...(coverage?.runs ?? []), ...(coverage?.conditional ?? [])];
}

/** The first step that misses nothing, else the first that a pull request starts at all, else the first one. */
function nearest(steps: readonly Run[], concern: Concern, input: CoveredInput): Nearest | null {
  const found: Nearest[] = [];
  for (const step of steps) {
    const one = { by: step.by, missed: missedBy(step, concern, input) };
    if (one.missed === null) return one;
    found.push(one);
  }
  return found.find(({ missed }) => missed?.kind !== 'merge' && missed?.kind !== 'fork') ?? found[0] ?? null;
}

interface Nearest {
  readonly by: Run['by'];
  readonly missed: Missed | null;
}

function isRunOf(step: Run, command: Command): boolean {
  if (step.kind === 'command') return step.run === command.run.trim() && step.directory === command.directory;
  const named = step.kind === 'task' ? taskNamed(command) : null;
  return (
    step.kind === 'task' &&
    named?.runner === step.runner &&
    named.name === step.name &&
    named.directory === step.directory
  );
}

/** A pull request to the default branch that touches what these globs name and does not start the step; null where each does. */
function missedBy(run: Run, concern: Concern, { defaultBranch, paths: all }: CoveredInput): Missed | null {
  const { branches, paths } = run;
  const names = defaultBranch === null ? USUAL_BRANCHES : [defaultBranch];
  const condition = 'condition' in run ? run.condition : null;
  if (condition?.kind === 'push' && passes(branches, ANY_BRANCH)) return { kind: 'fork', name: '' };
  if (!names.some((name) => passes(branches, name))) return { kind: 'branch', name: names.join(', ') };
  if (condition?.kind === 'push') return { kind: 'merge', name: names.join(', ') };
  if (condition !== null) return condition;
  if (paths.only.length + paths.except.length === 0) return null;
  // Where the files are not known, none is sure to start it.
  const missed = readBy(concern, all, paths).filter((path) => all === null || !passes(paths, path));
  const [name] = [...missed.filter((path) => concern.cited?.includes(path)), ...missed];
  return name === undefined ? null : { kind: 'path', name };
}

/** The paths that must start a run: those that are there, and one that each glob will match one day. */
function readBy({ globs, isRead, isSource }: Concern, all: readonly string[] | null, { only }: NameFilter): string[] {
  const own = all?.filter(pathspecMatcher(globs)) ?? globs;
  const read = isRead ? own.filter(isRead) : own;
  const sources = only.length > 0 && isSource ? read.filter(isSource) : [];
  if (sources.length === 0) return [...read, ...globs.map(newFile)];
  const endings = new Set(sources.map((path) => path.slice(path.lastIndexOf('.'))));
  const open = globs.filter((glob) => glob.includes('*'));
  return [...sources, ...open.flatMap((glob) => [...endings].map((ending) => `${newFile(glob)}${ending}`))];
}

/** A name that people give to the branch of one change. */
const ANY_BRANCH = 'a-new-branch';

/** A path that such a glob will match one day: what is not there yet must start it too. */
function newFile(glob: string): string {
  return glob.replace(/\*\*$/, 'a-new-folder/a-new-file').replace(/\*+/g, 'a-new-name');
}

function passes({ only, except }: NameFilter, name: string): boolean {
  return (only.length === 0 || passesFilter(only, name)) && !passesFilter(except, name);
}
