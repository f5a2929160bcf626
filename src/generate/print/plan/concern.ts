import { pathspecMatcher } from '../../../domain/glob/pathspec.ts';
import type { Job, Pipeline, Step } from '../../../domain/pipeline.ts';

/** Whether what touches these globs is to be checked. */
export type IsConcerned = (globs: readonly string[]) => boolean;

/** What the change concerns, as the job `changes` would say; everything where nothing is known of it. */
export function concernOf(pipeline: Pipeline, changedPaths: readonly string[] | null): IsConcerned {
  const always = changesOf(pipeline)?.always ?? [];
  if (changedPaths === null || touches(changedPaths, always)) return () => true;
  return (globs) => touches(changedPaths, globs);
}

/** Whether a pull request that concerns what `isConcerned` says starts the job: what its condition asks of the job `changes`. */
export function isStarted({ condition }: Job, pipeline: Pipeline, isConcerned: IsConcerned): boolean {
  const changes = changesOf(pipeline);
  switch (condition?.kind) {
    case 'changed': {
      const group = changes?.groups.find(({ name }) => name === condition.group);
      return group === undefined || isConcerned(group.globs);
    }
    case 'rows': {
      const rows = changes?.matrices.find(({ output }) => output === condition.output)?.rows;
      return rows === undefined || rows.some(({ globs }) => isConcerned(globs));
    }
    case 'always':
    case undefined:
      return true;
    // No pull request starts them.
    case 'default-branch':
    case 'tag':
    case 'manual':
      return false;
  }
}

/** As the job `changes` asks git. */
function touches(paths: readonly string[], globs: readonly string[]): boolean {
  return paths.some(pathspecMatcher(globs));
}

/** The step that says what a change concerns; undefined where everything concerns everything. */
export function changesOf({ jobs }: Pipeline): Extract<Step, { kind: 'changes' }> | undefined {
  return jobs.flatMap(({ steps }: Job) => steps).find((step) => step.kind === 'changes');
}
