import type { ToolVersion } from '../../domain/profile.ts';
import { isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { shellCommands } from './shell.ts';
import type { PipelineStep } from './step.ts';
import { readSteps } from './steps.ts';

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
 * What the repository's own pipelines set a tool up with, in their order: in the jobs that run such commands in the unit's folder, else
 * in those that run them anywhere, else in any.
 */
export function setUpVersions({ snapshot, directory, tool, runs }: SetUpQuery): ToolVersion[] {
  const jobs = jobsOf(readSteps(snapshot, new RegExp(`\\b${tool === 'erlang' ? 'otp' : tool}\\w*[-_:/]`))).filter(
    (job) => job.some(({ setUps }) => setUps.some((it) => it.tool === tool)),
  );
  const started = jobs.map((job) => ({ job, folders: foldersOf(job, runs) }));
  const here = started.filter(({ folders }) => folders.some((folder) => isWithin(directory, folder)));
  const some = started.filter(({ folders }) => folders.length > 0);
  const chosen = [here, some, started].find((list) => list.length > 0) ?? [];
  return chosen.flatMap(({ job }) => versionsIn(snapshot, job, tool));
}

/** The one that all of them say alike; null where they do not. */
export function agreedSetUp(query: SetUpQuery): ToolVersion | null {
  const found = setUpVersions(query);
  const [first] = found;
  return first && new Set(found.map(({ value }) => value)).size === 1 ? first : null;
}

function jobsOf(steps: readonly PipelineStep[]): PipelineStep[][] {
  const jobs = new Map<string, PipelineStep[]>();
  for (const step of steps) {
    const key = `${step.file}\0${step.job}`;
    const job = jobs.get(key);
    if (job) job.push(step);
    else jobs.set(key, [step]);
  }
  return [...jobs.values()];
}

function foldersOf(job: readonly PipelineStep[], runs: RegExp): string[] {
  return job.flatMap(({ script, directory }) =>
    directory === null
      ? []
      : shellCommands({ lines: script, directory }).flatMap((it) => (runs.test(it.run) ? it.directory : [])),
  );
}

function versionsIn(snapshot: Snapshot, job: readonly PipelineStep[], tool: string): ToolVersion[] {
  return job.flatMap(({ file, setUps }) =>
    setUps
      .filter((it) => it.tool === tool)
      .map(({ value, line }) => ({ tool, value, because: [snapshot.evidence(file, line)] })),
  );
}
