import { type EventTrigger, pullRequestNumber } from '../../domain/event.ts';
import type { Runner } from '../../inputs/runner.ts';

/** Where a person can look at the pull request that a run is about; null where it is about none. */
export function pullRequestUrl({ run: { serverUrl, repository } }: Runner, trigger: EventTrigger): string | null {
  const number = pullRequestNumber(trigger);
  return number === null ? null : `${serverUrl}/${repository.owner}/${repository.name}/pull/${number}`;
}
