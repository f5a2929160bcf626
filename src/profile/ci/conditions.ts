import type { DocumentPath } from '../../domain/finding.ts';
import { type Assumed, evaluate, parseCondition } from '../../workflow/expressions/evaluate.ts';
import type { ContextPath } from '../../workflow/expressions/tree.ts';
import { known, truthOf, UNKNOWN } from '../../workflow/expressions/value.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { isMetEitherWay, unfilledInput } from './event-facts.ts';
import { eventsOf } from './events.ts';
import { type InputOf, inputValue } from './inputs.ts';
import { type MatrixRun, matrixValue } from './matrix.ts';

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

/** Whether a usual change starts a workflow: a push of a tag alone is a release. */
export function startsByChange(workflow: Manifest): boolean {
  const push = workflow.at(['on', 'push']);
  const isOfTags = isMapping(push) && push.tags !== undefined && push.branches === undefined;
  return eventsOf(workflow).some((name) => STARTERS.has(name) && !(name === 'push' && isOfTags));
}

const STARTERS = new Set(['pull_request', 'pull_request_target', 'push', 'merge_group', 'workflow_call']);

/** Conditions that a usual change does not meet, and steps that may fail. */
const UNUSUAL =
  /\b(?:failure|cancelled)\(|runner\.os|\bmatrix\.|windows|macos|refs\/tags|\b(?:schedule|workflow_dispatch|release)\b|\bpush\b/;

/** Whether a job or step runs every time, in one of these runs at least, and its failure counts. */
export function isUnconditional(
  workflow: Manifest,
  path: DocumentPath,
  runs: readonly MatrixRun[] = [new Map()],
  inputOf: InputOf = () => null,
): boolean {
  const isSafe = workflow.at([...path, 'continue-on-error']) !== true;
  const condition = workflow.scalar([...path, 'if']) ?? '';
  return isSafe && (condition === '' || isUsuallyMet(workflow, condition, { runs, inputOf }));
}

interface Given {
  readonly runs: readonly MatrixRun[];
  readonly inputOf: InputOf;
}

function isUsuallyMet(workflow: Manifest, condition: string, { runs, inputOf }: Given): boolean {
  const met = runs.map((run) =>
    metByChange(workflow, condition, (path) =>
      path[0] === 'inputs' ? inputValue(path, inputOf) : matrixValue(path, run, runs),
    ),
  );
  return met.includes(true) || (met.includes(null) && !UNUSUAL.test(condition)) || isEitherWay(condition);
}

/** Whether it only chooses by which event a change comes: by the push of a branch, or by the pull request of a fork. */
function isEitherWay(condition: string): boolean {
  if (condition.length > LONGEST || !/\bpush\b/.test(condition)) return false;
  return isMetEitherWay(parseCondition(condition), () => UNKNOWN);
}

/** More than anybody writes is not followed. */
const LONGEST = 500;

/** Those runs of a job's matrix in which a step may run. */
export function runsMeeting(condition: string | null, runs: readonly MatrixRun[]): readonly MatrixRun[] {
  if (condition === null || condition.length > LONGEST || !/\bmatrix\b/i.test(condition)) return runs;
  const tree = parseCondition(condition);
  return runs.filter((run) => truthOf(evaluate(tree, (path) => matrixValue(path, run, runs))) !== false);
}

/** Whether a pull request meets a condition, on Linux, where all before went well; null where that stays open. */
function metByChange(workflow: Manifest, condition: string, given: Assumed): boolean | null {
  if (condition.length > LONGEST) return null;
  const text = condition.replace(/!\s{0,4}(?:cancelled|failure)\(\)|\bsuccess\(\)/g, 'true');
  const event = eventsOf(workflow).includes('pull_request') ? known('pull_request') : UNKNOWN;
  const assumed = new Map([
    ['github.event_name', event],
    ['runner.os', known('Linux')],
  ]);
  const unfilled = (path: ContextPath) => (event === UNKNOWN ? null : unfilledInput(path));
  return truthOf(
    evaluate(parseCondition(text), (path) => assumed.get(path.join('.')) ?? unfilled(path) ?? given(path)),
  );
}
