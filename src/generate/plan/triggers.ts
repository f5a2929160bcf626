import type { PipelineTrigger } from '../../domain/pipeline.ts';
import type { Intent, IntentOf } from '../../domain/request.ts';

/** Two names that nearly every default branch has: for a repository whose own cannot be known from its clone. */
const USUAL_BRANCHES = ['main', 'master'];

/** When the pipeline runs, in the order in which it is printed. A tag starts jobs of another file, so it is none of these. */
export function triggersOf(intents: readonly Intent[], defaultBranch: string | null): PipelineTrigger[] {
  const wanted = intents.filter((intent): intent is IntentOf<'trigger'> => intent.kind === 'trigger' && intent.ensure);
  const find = (on: IntentOf<'trigger'>['on']) => wanted.find((intent) => intent.on === on);
  const pullRequest = find('pull_request');
  const push = find('push');
  const cron = find('schedule')?.cron;
  return [
    ...(pullRequest
      ? [{ on: 'pull_request' as const, branches: pullRequest.branches ?? [], paths: pullRequest.paths ?? [] }]
      : []),
    ...(push
      ? [
          {
            on: 'push' as const,
            branches: push.branches ?? (defaultBranch === null ? USUAL_BRANCHES : [defaultBranch]),
            paths: push.paths ?? [],
          },
        ]
      : []),
    ...(find('merge_group') ? [{ on: 'merge_group' as const }] : []),
    ...(cron === undefined ? [] : [{ on: 'schedule' as const, cron }]),
    ...(find('manual') ? [{ on: 'manual' as const }] : []),
  ];
}
