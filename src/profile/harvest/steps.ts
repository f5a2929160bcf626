import { readCiSteps } from '../ci-steps.ts';
import type { Snapshot } from '../snapshot.ts';
import { azureSteps } from './azure.ts';
import { circleSteps } from './circle.ts';
import { gitlabSteps } from './gitlab.ts';
import { jenkinsSteps } from './jenkins.ts';
import type { PipelineStep } from './step.ts';
import { travisSteps } from './travis.ts';

/** The files of other systems than GitHub, by which each is told. */
const SYSTEMS: readonly (readonly [file: RegExp, read: (snapshot: Snapshot, file: string) => PipelineStep[]])[] = [
  [/^\.gitlab-ci\.ya?ml$/, gitlabSteps],
  [/^\.circleci\/config\.yml$/, circleSteps],
  [/^\.?azure-pipelines\.ya?ml$/, azureSteps],
  [/^\.travis\.ya?ml$/, travisSteps],
  [/^Jenkinsfile$/, jenkinsSteps],
];

const known = new WeakMap<Snapshot, readonly PipelineStep[]>();

/** The steps of all pipelines of a repository, GitHub's first. They are read once, however many ask. */
export function readSteps(snapshot: Snapshot): readonly PipelineStep[] {
  const before = known.get(snapshot);
  if (before) return before;
  const others = snapshot.paths.flatMap((file) =>
    SYSTEMS.flatMap(([name, read]) => (name.test(file) ? read(snapshot, file) : [])),
  );
  const steps = [...readCiSteps(snapshot, STARTED_BY_A_CHANGE), ...others];
  known.set(snapshot, steps);
  return steps;
}

/** A workflow without any of these words is not worth its parsing: no change starts it. */
const STARTED_BY_A_CHANGE = /\b(?:pull_request|pull_request_target|push|merge_group|workflow_call)\b/;
