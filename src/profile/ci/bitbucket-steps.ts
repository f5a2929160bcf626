import type { DocumentPath } from '../../domain/finding.ts';
import type { Manifest } from '../formats/manifest.ts';
import { MOST } from './limits.ts';

/** A step of Bitbucket's pipelines. */
export interface BitbucketStep {
  readonly path: DocumentPath;
  /** Whether any change starts it: those of tags and of people's own choice are left out. */
  readonly isUsual: boolean;
}

/** The steps that a change starts, also those side by side and in stages. (Bitbucket, "Bitbucket Pipelines configuration reference") */
export function bitbucketSteps(pipeline: Manifest): BitbucketStep[] {
  const named = ['pull-requests', 'branches'].flatMap((kind) =>
    pipeline.keys(['pipelines', kind]).map((name) => ['pipelines', kind, name]),
  );
  return [['pipelines', 'default'], ...named]
    .flatMap((path) => stepsAt(pipeline, path))
    .slice(0, MOST.jobs)
    .map((path) => ({ path, isUsual: isUsual(pipeline, path) }));
}

/** Where steps stand inside of something else. */
const GROUPS = [['parallel'], ['parallel', 'steps'], ['stage', 'steps']];

function stepsAt(pipeline: Manifest, path: DocumentPath): DocumentPath[] {
  const listed = pipeline.at(path);
  return (Array.isArray(listed) ? listed.slice(0, MOST.jobs) : []).flatMap((_, index) => {
    const at = [...path, index];
    if (pipeline.at([...at, 'step']) !== undefined) return [[...at, 'step']];
    return GROUPS.flatMap((group) => stepsAt(pipeline, [...at, ...group]));
  });
}

/** What a person starts, or what deploys, is no check. */
function isUsual(pipeline: Manifest, path: DocumentPath): boolean {
  return pipeline.text([...path, 'trigger']) !== 'manual' && pipeline.at([...path, 'deployment']) === undefined;
}
