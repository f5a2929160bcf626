import { type Ending, type Job, proposalOf, pullRequestOf } from './job.ts';

/** What the record says of a run beside its delivery. */
export function about({ at, runner }: Job, ending: Ending) {
  const proposed = ending.kind === 'proposed' ? ending : null;
  return {
    at,
    run: runner.run,
    pullRequest: pullRequestOf(ending),
    context: proposed?.context ?? null,
    proposal: proposalOf(ending),
    ended: endOf(ending),
  };
}

function endOf(ending: Ending) {
  if (ending.kind === 'help') return { code: 'HELP', message: 'A comment asked for help.' };
  if (ending.kind === 'not-served') return { code: 'NOT_SERVED', message: ending.why };
  return ending.kind === 'failed' ? { code: ending.error.code, message: ending.error.message } : null;
}
