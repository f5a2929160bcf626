import type { NameFilter } from '../../domain/coverage.ts';
import type { DocumentPath } from '../../domain/finding.ts';
import { type Assumed, evaluate, parseCondition } from '../../workflow/expressions/evaluate.ts';
import { known, truthOf, UNKNOWN } from '../../workflow/expressions/value.ts';
import { eventsOf } from '../ci/events.ts';
import { isReadWhole, matrixRuns } from '../ci/matrix.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';

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

/** Whether all runs of a job's matrix are written down: one that is made while it runs may be empty, and what is excluded from one may be all of it. */
export function isKnownMatrix(workflow: Manifest, job: string): boolean {
  const strategy = workflow.at(['jobs', job, 'strategy']) ?? {};
  if (!isMapping(strategy)) return false;
  const { matrix } = strategy;
  if (matrix === undefined) return true;
  if (!isMapping(matrix) || (Object.hasOwn(matrix, 'exclude') && hasExpression(matrix))) return false;
  const isWritten = Object.values(matrix).every((values) => Array.isArray(values) && values.length > 0);
  return isWritten && isReadWhole(matrix) && matrixRuns(matrix).length > 0;
}

/** Whether only the run knows a part of it. */
export function hasExpression(value: unknown): boolean {
  return (JSON.stringify(value) ?? '').includes('${{');
}

/** Whether a job or step that is reached on a pull request runs, and its failure counts. `given` says what is known beside the event: what `matrix.…` gives in one run, what an output holds. */
export function isCertain(workflow: Manifest, path: DocumentPath, given: Assumed = () => UNKNOWN): boolean {
  return counts(workflow, path) && holds(workflow.at([...path, 'if']), given) === true;
}

/** The condition of such a job or step that only a run can tell; null where it has none, or its failure does not count. */
export function openCondition(workflow: Manifest, path: DocumentPath, given: Assumed): string | null {
  const condition = workflow.text([...path, 'if']);
  const isOpen = counts(workflow, path) && condition !== null && holds(condition, given) === null;
  return isOpen && !AFTER_FAILURE.test(condition) ? bareExpression(condition) : null;
}

/** What asks for a failure is no check. */
const AFTER_FAILURE = /(?<!!\s{0,4})\b(?:failure|cancelled)\(\)/;

function bareExpression(condition: string): string {
  return (/^\s*\$\{\{([^}]*)\}\}\s*$/.exec(condition)?.[1] ?? condition).trim().replace(/\s+/g, ' ');
}

function counts(workflow: Manifest, path: DocumentPath): boolean {
  const mayFail = workflow.at([...path, 'continue-on-error']);
  return mayFail === undefined || mayFail === false;
}

/** Where all before it went well. */
const USUAL = /^(?:\$\{\{)?\s{0,8}(?:success\(\)|always\(\)|!\s{0,4}(?:cancelled|failure)\(\)|true)\s{0,8}(?:\}\})?$/;

/** Whether a condition holds on a pull request; null where that is not known. */
function holds(condition: unknown, given: Assumed): boolean | null {
  if (condition === undefined || condition === true) return true;
  if (typeof condition !== 'string' || condition.length > 500) return false;
  return USUAL.test(condition.trim()) || truthOf(evaluate(parseCondition(condition), onPullRequest(given)));
}

function onPullRequest(given: Assumed): Assumed {
  return (path) => (path.join('.') === 'github.event_name' ? known('pull_request') : given(path));
}
