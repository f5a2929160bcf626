import type { PipelineTrigger } from '../../domain/pipeline.ts';
import type { Intent, IntentOf } from '../../domain/request.ts';

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
