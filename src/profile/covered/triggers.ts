import type { NameFilter } from '../../domain/coverage.ts';
import { eventsOf } from '../ci/events.ts';
import type { Manifest } from '../formats/manifest.ts';

/** For which branches and paths an event starts a workflow: those of pull requests, or of pushes where no pull request does. */
export interface Trigger {
  readonly event: 'pull_request' | 'push';
  readonly branches: NameFilter;
  readonly paths: NameFilter;
}

/** What a pull request does as long as it is worked on: a trigger that leaves one out does not see every change. */
const NEEDED_TYPES = ['opened', 'synchronize'];

/** The trigger of a workflow for pull requests; null where it has none, or one that misses some of their changes. */
export function pullRequestTrigger(workflow: Manifest): Trigger | null {
  if (!eventsOf(workflow).includes('pull_request')) return null;
  const types = workflow.oneOrMore(['on', 'pull_request', 'types']);
  if (types.length > 0 && !NEEDED_TYPES.every((type) => types.includes(type))) return null;
  return triggerOf(workflow, 'pull_request');
}

/** The trigger of a workflow that pushes to branches start, and no pull request does. */
export function pushTrigger(workflow: Manifest): Trigger | null {
  const events = eventsOf(workflow);
  if (!events.includes('push') || events.includes('pull_request')) return null;
  const keys = workflow.keys(['on', 'push']);
  const isOfTags = keys.some((key) => key.startsWith('tags')) && !keys.some((key) => key.startsWith('branches'));
  return isOfTags ? null : triggerOf(workflow, 'push');
}

function triggerOf(workflow: Manifest, event: Trigger['event']): Trigger {
  return { event, branches: filterAt(workflow, event, 'branches'), paths: filterAt(workflow, event, 'paths') };
}

function filterAt(workflow: Manifest, event: Trigger['event'], key: 'branches' | 'paths'): NameFilter {
  const path = ['on', event];
  return { only: workflow.oneOrMore([...path, key]), except: workflow.oneOrMore([...path, `${key}-ignore`]) };
}
