import type { Ending, Job } from './job.ts';

/** Whether the step fails: the input says what for, else the configuration at the base, else errors. What could not be done at all always is one. */
export function isRed({ inputs }: Job, ending: Ending): boolean {
  if (ending.kind !== 'proposed') return ending.kind === 'failed';
  const { proposal } = ending.outcome;
  const failOn = inputs.failOn ?? ending.context.configuration?.settings['fail-on'] ?? 'error';
  const isFailed = proposal.report.verdict !== 'pass';
  switch (failOn) {
    case 'never':
      return false;
    case 'error':
      return isFailed;
    case 'fallback':
      return isFailed || proposal.fallback !== null;
    case 'warning':
      return isFailed || proposal.report.findings.some(({ level }) => level === 'warning');
  }
}
