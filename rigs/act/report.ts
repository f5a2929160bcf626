import type { JobRun, PipelineRun } from './result.ts';

/** One line for each job, below a failed one the end of its log, and at the end what was not really run. */
export function reportOf({ jobs, standIns }: PipelineRun): string {
  const note =
    standIns.length === 0 ? [] : [`Nothing was run for these actions, something stood in: ${standIns.join(', ')}.`];
  return [...jobs.flatMap(linesOf), ...note].join('\n');
}

function linesOf(job: JobRun): readonly string[] {
  switch (job.status) {
    case 'passed':
      return [`passed    ${job.name}  ${secondsOf(job.steps)} s, ${job.steps.length} steps`];
    case 'failed': {
      const failed = job.steps.filter(({ status }) => status === 'failed').map(({ name }) => name);
      return [
        `failed    ${job.name}  at: ${failed.join('; ') || 'its preparation'}`,
        ...job.log.map((line) => `          | ${line}`),
      ];
    }
    case 'left out':
    case 'skipped':
      return [`${job.status.padEnd(9)} ${job.name}  ${job.why}`];
  }
}

function secondsOf(steps: readonly { readonly milliseconds: number }[]): string {
  return (steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(1);
}
