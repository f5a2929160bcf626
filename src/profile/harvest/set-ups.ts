import { firstOfEach, groupedBy } from '../../domain/grouped.ts';
import type { ToolVersion } from '../../domain/profile.ts';
import { jobsOf } from '../ci/jobs.ts';
import type { PipelineStep } from '../ci/step.ts';
import { oncePerFile } from '../once.ts';
import { isWithin } from '../paths.ts';
import { readSteps } from '../pipelines/steps.ts';
import type { ShellCommand } from '../shell/shell.ts';
import { stepCommands } from '../shell/step-commands.ts';
import type { Snapshot } from '../snapshot.ts';
import type { VersionPlace, VersionSource } from '../version-sources.ts';

export interface SetUpQuery {
  readonly snapshot: Snapshot;
  /** The unit's folder. */
  readonly directory: string;
  /** The name that the profile gives the tool. */
  readonly tool: string;
  /** Commands by which a job shows that it is about such a unit. */
  readonly runs: RegExp;
}

/**
 * What the repository's own pipelines set a tool up with, in their order, those of GitHub where these do so at all: in the jobs that run such commands in the unit's folder, else
 * in those that run them anywhere, else in any.
 */
export function setUpVersions(query: SetUpQuery): ToolVersion[] {
  const { about, jobs } = settingJobs(query);
  return (about.length > 0 ? about : jobs).flatMap(({ versions }) => versions);
}

/** The jobs that set a tool up, and those of them that are about such a unit. */
function settingJobs({ snapshot, directory, tool, runs }: SetUpQuery) {
  const all = jobsSetting(snapshot, tool);
  // What another system has is often left from before.
  const own = all.filter(({ isOwn }) => isOwn);
  const jobs = own.length > 0 ? own : all;
  const here = jobs.filter(isHere({ directory, runs }));
  const about = here.length > 0 ? here : jobs.filter(({ commands }) => commands.some(({ run }) => runs.test(run)));
  return { about, jobs };
}

/** What the first job sets it up with that runs such commands in the unit's folder; null where none does. */
export function setUpHere({ snapshot, directory, tool, runs }: SetUpQuery): ToolVersion | null {
  return jobsSetting(snapshot, tool).find(isHere({ directory, runs }))?.versions[0] ?? null;
}

function isHere({ directory, runs }: Pick<SetUpQuery, 'directory' | 'runs'>): (job: SettingJob) => boolean {
  return ({ commands }) => commands.some((command) => isWithin(directory, command.directory) && runs.test(command.run));
}

/** The one that all of them say alike; null where they do not. */
export function agreedSetUp(query: SetUpQuery): ToolVersion | null {
  return same(setUpVersions(query));
}

/** The same of the jobs alone that run such commands: others may have a tool for a purpose of their own. */
export function agreedWhereRun(query: SetUpQuery): ToolVersion | null {
  return same(settingJobs(query).about.flatMap(({ versions }) => versions));
}

function same(found: readonly ToolVersion[]): ToolVersion | null {
  const [first] = found;
  return first && new Set(found.map(({ value }) => value)).size === 1 ? first : null;
}

/** The first of them as a source. */
export function setUp(tool: string, runs: RegExp): VersionSource<VersionPlace> {
  return {
    from: 'what the repository’s own pipelines set up',
    find: ({ snapshot, directory }) => setUpVersions({ snapshot, directory, tool, runs })[0] ?? null,
  };
}

/** The one that they agree on as a source. */
export function agreed(tool: string, runs: RegExp): VersionSource<VersionPlace> {
  return {
    from: 'what the repository’s own pipelines set up, where they all say the same',
    find: ({ snapshot, directory }) => agreedSetUp({ snapshot, directory, tool, runs }),
  };
}

/** The newest, by its number, of those that the runs of one step set up, as a source: what is tested on several is to run on each. */
export function newestOfMatrix(tool: string, runs: RegExp): VersionSource<VersionPlace> {
  return {
    from: 'the newest of those that the runs of one matrix set up in the repository’s own pipelines',
    find: ({ snapshot, directory }) => {
      const found = setUpVersions({ snapshot, directory, tool, runs }).filter(({ value }) => NUMBER.test(value));
      const lines = groupedBy(found, ({ because: [at] }) => `${at?.file}:${at?.line}`);
      const [several = []] = [...lines.values()].filter((versions) => versions.length > 1);
      return several.toSorted((a, b) => compareNumbers(b.value, a.value))[0] ?? null;
    },
  };
}

/** No preview, and no build of another kind. */
const NUMBER = /^\d{1,4}(?:\.\d{1,4}){0,3}(?:\.[x*])?$/;

function compareNumbers(one: string, other: string): number {
  const [a, b] = [one, other].map((value) => value.split('.').map(Number));
  const at = (a ?? []).findIndex((number, index) => number !== b?.[index]);
  return at < 0 ? 0 : (a?.[at] || 0) - (b?.[at] || 0);
}

/** Names by which pipelines set a tool up, where they are not its own. */
const NAMES: Readonly<Partial<Record<string, string>>> = { erlang: 'otp', ruby: 'ruby|rvm', java: 'java|jdk' };

interface SettingJob {
  readonly versions: readonly ToolVersion[];
  readonly commands: readonly ShellCommand[];
  /** Whether it is GitHub's. */
  readonly isOwn: boolean;
}

/** The jobs that set a tool up. */
const jobsSetting = oncePerFile((snapshot, tool): readonly SettingJob[] => {
  // Azure's tasks are called `NodeTool@0`, `UsePythonVersion@0`.
  const mentions = new RegExp(`(?:\\b|Use)(?:${NAMES[tool] ?? tool})\\w*[-_:/@]`, 'i');
  return jobsOf(readSteps(snapshot, mentions)).flatMap((job) => {
    const versions = versionsIn(snapshot, job, tool);
    const commands = versions.length === 0 ? [] : job.flatMap(stepCommands);
    const once = firstOfEach(commands, ({ directory, run }) => `${directory}\0${run}`);
    return versions.length === 0
      ? []
      : [{ versions, commands: once, isOwn: job.some(({ file }) => file.startsWith('.github/')) }];
  });
});

function versionsIn(snapshot: Snapshot, job: readonly PipelineStep[], tool: string): ToolVersion[] {
  return job.flatMap(({ file, setUps }) =>
    setUps
      .filter((it) => it.tool === tool)
      .map(({ value, line }) => ({ tool, value, because: [snapshot.evidence(file, line)] })),
  );
}
