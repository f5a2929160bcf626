import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';

/** Whether a usual change starts the job of a GitHub workflow, on Linux. */
export function isUsualJob(workflow: Manifest, job: string): boolean {
  const machine = JSON.stringify(workflow.at(['jobs', job, 'runs-on']) ?? '');
  return isStartedJob(workflow, job) && !/windows|macos/i.test(machine);
}

/** Whether a usual change starts it, on whatever system. An environment stands before what is deployed. */
export function isStartedJob(workflow: Manifest, job: string): boolean {
  const isGuarded = workflow.at(['jobs', job, 'environment']) !== undefined;
  return startsByChange(workflow) && !isGuarded && isUnconditional(workflow, ['jobs', job]);
}

/** A push of a tag alone is a release. */
function startsByChange(workflow: Manifest): boolean {
  const on = workflow.at(['on']);
  const names = isMapping(on) ? Object.keys(on) : [on].flat();
  const push = workflow.at(['on', 'push']);
  const isOfTags = isMapping(push) && push.tags !== undefined && push.branches === undefined;
  return names.some((name) => STARTERS.has(name) && !(name === 'push' && isOfTags));
}

const STARTERS = new Set<unknown>(['pull_request', 'pull_request_target', 'push', 'merge_group', 'workflow_call']);

/** Conditions that a usual change does not meet, and steps that may fail. */
const UNUSUAL =
  /\b(?:failure|cancelled)\(|runner\.os|\bmatrix\.|windows|macos|refs\/tags|\b(?:schedule|workflow_dispatch|release)\b|\bpush\b/;

/** Whether a job or step runs every time, and its failure counts. */
export function isUnconditional(workflow: Manifest, path: DocumentPath): boolean {
  const isSafe = workflow.at([...path, 'continue-on-error']) !== true;
  return isSafe && !UNUSUAL.test(String(workflow.at([...path, 'if']) ?? ''));
}
