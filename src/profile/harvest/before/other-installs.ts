import type { Command } from '../../../domain/profile.ts';
import { jobsOf } from '../../ci/jobs.ts';
import { MOST } from '../../ci/limits.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { oncePerSnapshot } from '../../once.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type PipelineCall, stepCalls } from '../calls.ts';

/**
 * The units of Node, each behind what every job of the pipelines that starts a script of it installs, and builds, in the folder of another
 * unit first: its sources are read from there. A job that checks that other unit as well only does both.
 */
export function withOtherInstalls(snapshot: Snapshot, drafts: readonly UnitDraft[]): readonly UnitDraft[] {
  const nodes = drafts.filter(({ ecosystem }) => ecosystem === 'node');
  if (nodes.length < 2) return drafts;
  const jobs = installingJobs(snapshot);
  return drafts.map((draft) => {
    const own = nodes.includes(draft) ? jobs.map((calls) => beforeOwn(draft, calls)).filter((it) => it !== null) : [];
    const others = nodes.filter(
      (other) => other !== draft && own.length > 0 && own.every((it) => isBrought(other, it)),
    );
    return others.reduce((it, other) => withInstallOf(it, other, own.flat()), draft);
  });
}

const INSTALLS = /^(?:npm (?:ci|i|install)|(?:pnpm|bun) (?:i|install)|yarn(?: install)?)(?: --?[\w=.-]{1,60}){0,8}$/;
const STARTS = /^(?:npm|pnpm|yarn|bun) (?:(?:run|run-script|test|t) ?|[a-z])/;

/** The usual jobs that install something by a manager of Node, each as the calls that it makes. */
const installingJobs = oncePerSnapshot((snapshot: Snapshot): readonly (readonly PipelineCall[])[] => {
  const steps = readSteps(snapshot, /\b(?:npm|pnpm|yarn|bun)\b/).filter(({ isUsual }) => isUsual);
  const jobs = jobsOf(steps).slice(0, MOST.jobs);
  return jobs.map((job) => job.flatMap((step) => stepCalls(snapshot, step))).filter((calls) => calls.some(isInstall));
});

function isInstall({ run }: PipelineCall): boolean {
  return INSTALLS.test(run);
}

function isStart(call: PipelineCall): boolean {
  return STARTS.test(call.run) && !isInstall(call);
}

/** What a job does before the first script of a unit; null where it starts none. */
function beforeOwn({ directory }: UnitDraft, calls: readonly PipelineCall[]): readonly PipelineCall[] | null {
  const at = calls.findIndex((call) => call.directory === directory && isStart(call));
  return at < 0 ? null : calls.slice(0, at);
}

/** Whether another unit is installed there, and nothing else of it is done than to build it. */
function isBrought({ directory, commands }: UnitDraft, calls: readonly PipelineCall[]): boolean {
  const there = calls.filter((call) => call.directory === directory);
  const builds = commands.build.map(({ run }) => run);
  return there.some(isInstall) && there.filter(isStart).every(({ run }) => builds.includes(run));
}

function withInstallOf(draft: UnitDraft, other: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const there = calls.filter(({ directory }) => directory === other.directory);
  const isBuilt = other.commands.build.length > 0 && there.some(isStart);
  const because = there.filter((call) => isInstall(call)).flatMap((call) => call.because);
  const [shown] = because;
  const brought: readonly Command[] = [...other.commands.install, ...(isBuilt ? other.commands.build : [])];
  const cited = brought.map((it) => ({ ...it, because: [...it.because, ...(shown ? [shown] : [])] }));
  const { install } = draft.commands;
  return {
    ...draft,
    dependsOn: [...new Set([...draft.dependsOn, other.directory])],
    commands: { ...draft.commands, install: [...cited, ...install] },
  };
}
