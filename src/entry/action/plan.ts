import { isFork } from '../../context/event/power.ts';
import type { PlanState } from '../../domain/plan.ts';
import { type Planned, planned } from '../../generate/print/plan/planned.ts';
import type { Job, Proposed } from './job.ts';

/** Only of what is proven, and where running the head gives it no rights that are not its own. */
export function planFor({ runner }: Job, { trigger, context, outcome }: Proposed): Planned {
  const { pipeline, report } = outcome.proposal;
  if (report.verdict !== 'pass') return nothing('not-proven');
  if (trigger.kind === 'comment' || (trigger.kind === 'pull-request' && trigger.event === 'pull_request_target'))
    return nothing('not-safe');
  const isPullRequest = trigger.kind === 'pull-request';
  const paths = context.changedFiles?.flatMap(({ path, previousPath }) => [
    path,
    ...(previousPath ? [previousPath] : []),
  ]);
  return planned({
    pipeline,
    changedPaths: isPullRequest ? (paths ?? null) : null,
    isFork: isPullRequest && isFork(trigger.pullRequest, runner.run.repository),
  });
}

function nothing(state: PlanState): Planned {
  return { plan: null, state, notes: [] };
}
