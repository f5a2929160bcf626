import type { PipelineTrigger } from '../../domain/pipeline.ts';
import type { Intent, IntentOf } from '../../domain/request.ts';
import { passesFilter } from '../filter.ts';

type TriggerIntent = IntentOf<'trigger'>;

/** Two names that nearly every default branch has: for a repository whose own cannot be known from its clone. */
export const USUAL_BRANCHES: readonly string[] = ['main', 'master'];

/** When the pipeline runs, in the order in which it is printed. A tag starts jobs of another file, so it is none of these. */
export function triggersOf(intents: readonly Intent[], defaultBranch: string | null): PipelineTrigger[] {
  const found = wantedTriggers(intents).flatMap((intent) => triggerOf(intent, defaultBranch));
  // A workflow without a trigger is none; this one harms nobody.
  const triggers: readonly PipelineTrigger[] = found.length > 0 ? found : [{ on: 'manual' }];
  return ORDER.flatMap((on) => triggers.filter((trigger) => trigger.on === on));
}

/** Names of tags that stand for versions, where nobody names any. */
const USUAL_TAGS: readonly string[] = ['v*'];

/** The tags that start a release. */
export function releaseTags(intents: readonly Intent[]): readonly string[] {
  const named = wantedTriggers(intents).filter(({ on }) => on === 'tag');
  return named.at(-1)?.tags ?? USUAL_TAGS;
}

/** Whether a tag may start anything: unless a request takes that away, it may. */
export function takesTags(intents: readonly Intent[]): boolean {
  return !intents.some((intent) => intent.kind === 'trigger' && intent.on === 'tag' && !intent.ensure);
}

/** Whether a push to the default branch starts the pipeline; where its name is not known, any push may be one. */
export function pushesReach(intents: readonly Intent[], defaultBranch: string | null): boolean {
  return triggersOf(intents, defaultBranch).some(
    (trigger) =>
      trigger.on === 'push' &&
      (defaultBranch === null || trigger.branches.length === 0 || passesFilter(trigger.branches, defaultBranch)),
  );
}

/** Branches of releases, by the name that most people give them. (zizmor's cache-poisoning audit reads it the same way) */
export function isRelease(trigger: PipelineTrigger): boolean {
  return trigger.on === 'push' && trigger.branches.some((branch) => /release/i.test(branch));
}

const ORDER: readonly PipelineTrigger['on'][] = ['pull_request', 'push', 'merge_group', 'schedule', 'manual'];

function wantedTriggers(intents: readonly Intent[]): TriggerIntent[] {
  return intents.filter((intent): intent is TriggerIntent => intent.kind === 'trigger' && intent.ensure);
}

function triggerOf({ on, branches, paths, cron }: TriggerIntent, defaultBranch: string | null): PipelineTrigger[] {
  switch (on) {
    case 'pull_request':
      return [{ on, branches: branches ?? [], paths: paths ?? [] }];
    case 'push': {
      const usual = defaultBranch === null ? USUAL_BRANCHES : [defaultBranch];
      const isAssumed = branches === undefined && defaultBranch === null;
      return [{ on, branches: branches ?? usual, paths: paths ?? [], isAssumed }];
    }
    case 'schedule':
      return cron === undefined ? [] : [{ on, cron }];
    case 'manual':
    case 'merge_group':
      return [{ on }];
    case 'tag':
      return [];
  }
}
