import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RigError } from '../../rigs/act/error.ts';
import { runPipeline } from '../../rigs/act/pipeline.ts';
import type { JobRun } from '../../rigs/act/result.ts';
import type { Ran } from './commands.ts';
import { changesScript, type PlannedJob, plannedJobs } from './planned.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'dist/cli.js');

/** The whole pipeline, also what the repository's own workflows run already. */
const OPTIONS: readonly string[] = ['--existing', 'replace'];

/** The jobs that `generate` proposes for a clone, or why there are none. @param output an empty folder */
export function generatedJobs(clone: string, output: string): readonly PlannedJob[] | string {
  const args = [CLI, 'generate', '--repository', clone, '--output', output, ...OPTIONS];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const folder = join(output, '.github/workflows');
  if (status !== 0) return `generate ends with ${status}: ${stderr.trim()}`;
  return readdirSync(folder)
    .filter((name) => /^generated.*\.ya?ml$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return plannedJobs(text, changesOf(text, clone, join(output, `${name}.outputs`)));
    });
}

/** The last commit of ours that changed what generates. */
export function generatorCommit(): string {
  const what = ['src', 'data', 'policies'].map((name) => join(ROOT, name));
  return execFileSync('git', ['-C', ROOT, 'log', '-1', '--format=%h', '--abbrev=12', '--', ...what], {
    encoding: 'utf8',
  }).trim();
}

/** What the job `changes` finds on a push, which concerns everything. */
function changesOf(text: string, clone: string, file: string): Record<string, string> {
  const script = changesScript(text);
  if (script === undefined) return {};
  writeFileSync(file, '');
  execFileSync('bash', ['--norc', '-e', '-c', script], {
    cwd: clone,
    env: { PATH: process.env.PATH, EVENT: 'push', BASE: 'HEAD', GITHUB_OUTPUT: file },
  });
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('='));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

export interface Circumstances {
  readonly clone: string;
  /** An empty folder. */
  readonly place: string;
  readonly programs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Why a job is left out whose service's port another program has. */
export const PORT_TAKEN = 'the port of its service is taken on this machine';

/** Runs one job of the workflow under act, with `changes` before it where there is one; or says why act cannot. */
export async function runGenerated(
  planned: PlannedJob,
  others: readonly string[],
  given: Circumstances,
): Promise<Ran | string> {
  const workflow = join(given.place, 'workflow.yml');
  writeFileSync(workflow, planned.workflow);
  try {
    const { jobs } = await runPipeline({
      ...{ repository: given.clone, workflow, base: 'HEAD', event: 'push' },
      leaveOut: others,
      programs: given.programs,
      environment: given.environment,
      signal: given.signal,
    });
    const job: JobRun | undefined = jobs.find(({ id }) => id === planned.id);
    switch (job?.status) {
      case undefined:
        return 'act knows no such job';
      case 'left out':
        return job.why;
      case 'skipped':
        return { passed: false, printed: [`it was skipped: ${job.why}`] };
      case 'passed':
      case 'failed':
        if (job.log.some((line) => /^(?:::error::)?PORT_TAKEN: /.test(line.trim()))) return PORT_TAKEN;
        return { passed: job.status === 'passed', printed: job.log.map((line) => `${line}\n`) };
    }
  } catch (cause) {
    if (!(cause instanceof RigError)) throw cause;
    // Neither a pass nor a fault: what runs after it finds warmer caches, so that no comparison would be fair.
    if (cause.code === 'TIME_UP') return { passed: false, late: true, printed: [] };
    return { passed: false, printed: [`${cause.code}: ${cause.message}`] };
  }
}
