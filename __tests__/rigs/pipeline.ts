import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { findAct } from '../../rigs/act/act.ts';
import { type PipelineRequest, runPipeline } from '../../rigs/act/pipeline.ts';
import { findPostgres } from '../../rigs/act/postgres-programs.ts';
import type { JobRun } from '../../rigs/act/result.ts';
import { bringPrograms } from '../../rigs/act/tools.ts';
import { parseWorkflow } from '../../rigs/act/workflow.ts';
import { runCli } from '../fakes/built.ts';
import { type TemporaryRepository, temporaryDirectory } from '../fakes/repository.ts';

export const WORKFLOW = '.github/workflows/generated.yml';

/** The first run on a machine fills the caches of package managers, and Cargo compiles. */
export const TIMEOUT = 15 * 60_000;

/** The port that pipelines publish for their database. */
const PORT = 5432;

/** Those of these programs that are not here; `postgres` also wants its port. All that runs pipelines wants act. */
export async function missingOf(programs: readonly string[]): Promise<readonly string[]> {
  using folder = temporaryDirectory();
  const brought = await bringPrograms(folder.path);
  const missing = programs.filter((name) => name !== 'postgres' && brought[name] === undefined && !isOnPath(name));
  return [
    (await findAct()) ? [] : 'act',
    missing,
    programs.includes('postgres') ? await missingForPostgres() : [],
  ].flat();
}

async function missingForPostgres(): Promise<readonly string[]> {
  return [(await findPostgres()).length > 0 ? [] : 'PostgreSQL', (await isFree()) ? [] : `a free port ${PORT}`].flat();
}

/** Commits what the built program proposes for the change that is checked out. */
export function generateIn(repository: TemporaryRepository): void {
  using output = temporaryDirectory();
  const { code, stderr } = runCli([
    'generate',
    ...['--repository', repository.path],
    ...['--base', 'main'],
    ...['--output', output.path],
  ]);
  expect(code, stderr).toBe(0);
  repository.write({ [WORKFLOW]: readFileSync(join(output.path, WORKFLOW)) });
  repository.commit('The pipeline');
}

/** Runs all jobs but those that build images, or of these only some. */
export async function run(
  repository: TemporaryRepository,
  request: Pick<PipelineRequest, 'base' | 'event' | 'environment'>,
  only: readonly string[] = jobIds(repository),
): Promise<readonly JobRun[]> {
  const images = imageJobs(repository);
  const leaveOut = jobIds(repository).filter((id) => images.includes(id) || !only.includes(id));
  const signal = AbortSignal.timeout(TIMEOUT - 20_000);
  return (await runPipeline({ ...request, repository: repository.path, workflow: WORKFLOW, leaveOut, signal })).jobs;
}

/** The ids of the jobs that need an engine for containers. */
export function imageJobs(repository: TemporaryRepository): readonly string[] {
  return Object.entries(jobsOf(repository)).flatMap(([id, { steps = [] }]) =>
    steps.some(({ uses = '' }) => uses.startsWith('docker/build-push-action@')) ? [id] : [],
  );
}

function jobIds(repository: TemporaryRepository): readonly string[] {
  return Object.keys(jobsOf(repository));
}

function jobsOf(repository: TemporaryRepository) {
  return parseWorkflow(readFileSync(join(repository.path, WORKFLOW), 'utf8')).jobs;
}

/** `cart-test: passed`, in the order of the workflow. */
export function outcomes(jobs: readonly JobRun[]): readonly string[] {
  return jobs.map(({ name, status }) => `${name}: ${status}`);
}

export function ran(jobs: readonly JobRun[]): readonly string[] {
  return outcomes(jobs.filter(({ status }) => status !== 'left out'));
}

export function stepsOf(jobs: readonly JobRun[], id: string): readonly string[] {
  const job = jobs.find((one) => one.id === id);
  return job && 'steps' in job ? job.steps.map(({ name, status }) => `${name}: ${status}`) : [];
}

/** What a job printed last. */
export function logOf(jobs: readonly JobRun[], id: string): string {
  const job = jobs.find((one) => one.id === id);
  return job && 'log' in job ? job.log.join('\n') : '';
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function isFree(): Promise<boolean> {
  await using server = createServer();
  server.listen(PORT, '127.0.0.1');
  // Awaited here: the server is closed when this function returns.
  return await once(server, 'listening').then(
    () => true,
    () => false,
  );
}
