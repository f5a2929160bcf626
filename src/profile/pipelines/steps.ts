import { firstOfEach } from '../../domain/grouped.ts';
import { oncePer } from '../../domain/once.ts';
import { stepsOfCalls } from '../ci/called-workflows.ts';
import type { PipelineStep } from '../ci/step.ts';
import { stepRuns } from '../ci/step-runs.ts';
import { boundedWorkflows, type CiStep, stepsIn, withActions } from '../ci/steps.ts';
import type { Snapshot } from '../snapshot.ts';
import { asCommand } from './actions.ts';
import { azureSteps } from './azure.ts';
import { bitbucketScripts } from './bitbucket.ts';
import { buildspecSteps } from './buildspec.ts';
import { circleSteps } from './circle.ts';
import { cloudBuildSteps } from './cloudbuild.ts';
import { gitlabSteps } from './gitlab.ts';
import { jenkinsSteps } from './jenkins.ts';
import { travisSteps } from './travis.ts';
import { woodpeckerSteps } from './woodpecker.ts';

/** The files of other systems than GitHub, by which each is told. */
export const SYSTEMS: readonly (readonly [file: RegExp, read: (snapshot: Snapshot, file: string) => PipelineStep[]])[] =
  [
    [/^\.gitlab-ci\.ya?ml$/, gitlabSteps],
    [/^\.circleci\/config\.yml$/, circleSteps],
    [/^\.?azure-pipelines\.ya?ml$/, azureSteps],
    [/^\.travis\.ya?ml$/, travisSteps],
    [/^(?:\.woodpecker|\.drone|\.woodpecker\/[\w.-]{1,100})\.ya?ml$/, woodpeckerSteps],
    [/^Jenkinsfile$/, jenkinsSteps],
    [/^bitbucket-pipelines\.yml$/, bitbucketScripts],
    [/^cloudbuild\.ya?ml$/, cloudBuildSteps],
    [/^buildspec\.ya?ml$/, buildspecSteps],
  ];

/** The steps of those pipelines of a repository that match, GitHub's first. Parsing takes time: a workflow that no change starts is not parsed. */
export function readSteps(snapshot: Snapshot, mentions: RegExp): readonly PipelineStep[] {
  const others = snapshot.paths.flatMap((file) => {
    const [, read] = SYSTEMS.find(([name]) => name.test(file)) ?? [];
    return read && mentions.test(snapshot.text(file) ?? '') ? read(snapshot, file) : [];
  });
  const isWorth = (text: string) => STARTED_BY_A_CHANGE.test(text) && (mentions.test(text) || CALLS_OWN.test(text));
  const own = boundedWorkflows(snapshot)
    .filter((file) => isWorth(snapshot.text(file) ?? ''))
    .flatMap((file) => stepsOfCalls(snapshot, file) ?? stepsIn(snapshot, file));
  return [...withActions(snapshot, own).flatMap(asRun), ...others];
}

/** A step as its job runs it: the command of its action, in each run of the matrix. */
const asRun = oncePer((step: CiStep): readonly PipelineStep[] => inEachRun(asCommand(step)));

/** An action of the repository itself: what a workflow is worth stands there. */
const CALLS_OWN = /\buses:\s{0,8}["']?\.\//;

/** A step as each run of its matrix reads it, with what `env` sets; each way once. */
function inEachRun(step: CiStep): PipelineStep[] {
  if (!/\$\{\{\s{0,8}(?:matrix|env)[.[]/.test(`${step.folder}\n${step.run}`)) return [step];
  const read = stepRuns(step).map(({ directory, script }): PipelineStep => ({ ...step, directory, script }));
  return firstOfEach(read, ({ directory, script }) => JSON.stringify([directory, script]));
}

const STARTED_BY_A_CHANGE = /\b(?:pull_request|pull_request_target|push|merge_group|workflow_call)\b/;
