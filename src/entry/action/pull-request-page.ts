import type { EventTrigger } from '../../domain/event.ts';
import type { Runner } from '../../inputs/runner.ts';

/** Where a person can look at the pull request that a run is about; null where it is about none. */
export function pageOf({ run }: Runner, trigger: EventTrigger): string | null {
  if (trigger.kind !== 'pull-request' && trigger.kind !== 'comment') return null;
  const { serverUrl, repository } = run;
  const number = trigger.kind === 'comment' ? trigger.pullRequest : trigger.pullRequest.number;
  return `${serverUrl}/${repository.owner}/${repository.name}/pull/${number}`;
}
