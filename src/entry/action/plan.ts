import { isFork } from '../../context/event/power.ts';
import type { Plan } from '../../domain/plan.ts';
import { printPlan } from '../../generate/print/plan/plan.ts';
import type { Job, Proposed } from './job.ts';

/** Only of what is proven, and where running the head gives it no rights that are not its own. */
export function planFor({ runner }: Job, { trigger, context, outcome }: Proposed): Plan | null {
  const { pipeline, report } = outcome.proposal;
  const isSafe =
    trigger.kind !== 'comment' && !(trigger.kind === 'pull-request' && trigger.event === 'pull_request_target');
  if (report.verdict !== 'pass' || !isSafe) return null;
  const isPullRequest = trigger.kind === 'pull-request';
  const paths = context.changedFiles?.flatMap(({ path, previousPath }) => [
    path,
    ...(previousPath ? [previousPath] : []),
  ]);
  return printPlan({
    pipeline,
    changedPaths: isPullRequest ? (paths ?? null) : null,
    isFork: isPullRequest && isFork(trigger.pullRequest, runner.run.repository),
  });
}
