import type { Command } from '../../../domain/profile.ts';
import { jobOf, jobsOf } from '../../ci/jobs.ts';
import { MOST } from '../../ci/limits.ts';
import type { PipelineStep } from '../../ci/step.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { oncePerSnapshot } from '../../once.ts';
import { readSteps } from '../../pipelines/steps.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type PipelineCall, stepCalls } from '../calls.ts';
import { isSame } from './environment.ts';
import { isTestOf } from './settings.ts';

/** Managers of Node whose commands run where Node is set up, and pnpm. */
const MANAGERS: ReadonlySet<UnitDraft['manager']> = new Set(['npm', 'pnpm', 'yarn-classic']);

/**
 * The units of other languages, each behind what every job of the pipelines that tests it builds of a unit of Node before: pages that tests
 * ask for name files which only that build makes. A job may take them from another one, which keeps them as an artifact.
 */
export function withBuiltAssets(snapshot: Snapshot, drafts: readonly UnitDraft[]): readonly UnitDraft[] {
  const built = drafts.filter((draft) => MANAGERS.has(draft.manager) && draft.commands.build.length > 0);
  if (built.length === 0) return drafts;
  const jobs = jobsThatBuild(snapshot);
  return drafts.map((draft) => {
    if (draft.ecosystem === 'node' || draft.commands.test.length === 0) return draft;
    const before = jobs.map((calls) => beforeTests(draft, calls)).filter((calls) => calls !== null);
    const needed = built.find((node) => before.length > 0 && before.every((calls) => buildOf(node, calls) !== null));
    return needed === undefined ? draft : behind(draft, needed, before[0] ?? []);
  });
}

/** The usual jobs, each as the calls that it makes, behind those of the jobs whose artifacts it takes. */
const jobsThatBuild = oncePerSnapshot((snapshot: Snapshot): readonly (readonly PipelineCall[])[] => {
  const steps = readSteps(snapshot, /\b(?:npm|pnpm|yarn)\b/).filter(({ isUsual }) => isUsual);
  const jobs = jobsOf(steps).slice(0, MOST.jobs);
  const callsOf = (job: readonly PipelineStep[]) => job.flatMap((step) => stepCalls(snapshot, step));
  const keeping = new Map(jobs.flatMap((job) => artifacts(job, 'upload').map((name) => [name, job] as const)));
  return jobs.map((job) => {
    const from = new Set(artifacts(job, 'download').map((name) => keeping.get(name) ?? []));
    return [...from, job].flatMap(callsOf);
  });
});

/** The artifacts that a job keeps or takes, each told from those of other files. (actions/upload-artifact, actions/download-artifact) */
function artifacts(job: readonly PipelineStep[], does: 'upload' | 'download'): string[] {
  return job.flatMap((step) => {
    const name = step.uses === `actions/${does}-artifact` ? step.inputs.get('name') : undefined;
    return name === undefined ? [] : [`${jobOf({ ...step, job: '' })}${name}`];
  });
}

/** What a job does before the unit's tests; null where it runs none. */
function beforeTests({ directory, ecosystem, commands }: UnitDraft, calls: readonly PipelineCall[]) {
  const at = calls.findIndex(
    (call) =>
      call.directory === directory &&
      (isTestOf(ecosystem, call.run) || commands.test.some(({ run }) => isSame(run, call.run))),
  );
  return at < 0 ? null : calls.slice(0, at);
}

function buildOf({ directory, commands }: UnitDraft, calls: readonly PipelineCall[]): PipelineCall | null {
  const isBuild = (call: PipelineCall) => commands.build.some(({ run }) => isSame(run, call.run));
  return calls.find((call) => call.directory === directory && isBuild(call)) ?? null;
}

function behind(draft: UnitDraft, node: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const shown = buildOf(node, calls)?.because ?? [];
  const known = new Set(draft.commands.install.map(({ run }) => run));
  const brought: readonly Command[] = [...node.commands.install, ...node.commands.build]
    .filter(({ run, directory }) => directory === node.directory && !known.has(run))
    .map((command) => ({ ...command, because: [...command.because, ...shown] }));
  const tools = [node.version, ...node.versions].flatMap((version) => version ?? []);
  const missing = tools.filter(({ tool }) => draft.versions.every((version) => version.tool !== tool));
  return {
    ...draft,
    versions: [...draft.versions, ...missing],
    dependsOn: node.directory === draft.directory ? draft.dependsOn : [...draft.dependsOn, node.directory],
    commands: { ...draft.commands, test: [...brought, ...draft.commands.test] },
  };
}
