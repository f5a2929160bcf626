import type { DocumentPath } from '../../domain/finding.ts';
import { oncePer } from '../../domain/once.ts';
import { type Assumed, parseCondition } from '../../workflow/expressions/evaluate.ts';
import { UNKNOWN } from '../../workflow/expressions/value.ts';
import { isMetEitherWay, PULL_REQUEST, truthUnder } from '../ci/event-facts.ts';
import { eventsOf } from '../ci/events.ts';
import type { Manifest } from '../formats/manifest.ts';

/** Whether a job or step that is reached on a pull request runs, and its failure counts. `given` says what is known beside the event: what `matrix.…` gives in one run, what an output holds. */
export function isCertain(workflow: Manifest, path: DocumentPath, given: Assumed = () => UNKNOWN): boolean {
  return failureCounts(workflow, path) && isRun(workflow, path, given);
}

/** Whether it runs, whatever comes of it. */
export function isRun(workflow: Manifest, path: DocumentPath, given: Assumed): boolean {
  return holds(workflow, path, given) === true;
}

/** Whether the steps behind one do not wait for its end: it may be called off. (workflow syntax, `background`) */
export function isBackground(workflow: Manifest, path: DocumentPath): boolean {
  return (workflow.at([...path, 'background']) ?? false) !== false;
}

/** The condition of such a job or step that only a run can tell; null where it has none. */
export function openCondition(workflow: Manifest, path: DocumentPath, given: Assumed): string | null {
  const condition = workflow.text([...path, 'if']);
  // A manifest may have kept the name that the repository had before.
  const untold: Assumed = (at) => (/^repository/i.test(String(at[1])) ? UNKNOWN : given(at));
  const isOpen = condition !== null && holds(workflow, path, untold) === null;
  return isOpen && !AFTER_FAILURE.test(condition) ? bareExpression(condition) : null;
}

/** What asks for a failure is no check. */
const AFTER_FAILURE = /(?<!!\s{0,4})\b(?:failure|cancelled)\(\)/;

function bareExpression(condition: string): string {
  return (/^\s*\$\{\{([^}]*)\}\}\s*$/.exec(condition)?.[1] ?? condition).trim().replace(/\s+/g, ' ');
}

/** Whether its failure fails the pull request. */
export function failureCounts(workflow: Manifest, path: DocumentPath): boolean {
  const mayFail = workflow.at([...path, 'continue-on-error']);
  return mayFail === undefined || mayFail === false;
}

/** Where all before it went well. */
const USUAL = /^(?:\$\{\{)?\s{0,8}(?:success\(\)|always\(\)|!\s{0,4}(?:cancelled|failure)\(\)|true)\s{0,8}(?:\}\})?$/;

/** Whether a condition holds on a pull request; null where that is not known. */
function holds(workflow: Manifest, path: DocumentPath, given: Assumed): boolean | null {
  const condition = workflow.at([...path, 'if']);
  if (condition === undefined || condition === true) return true;
  if (typeof condition !== 'string' || condition.length > 500) return false;
  if (USUAL.test(condition.trim())) return true;
  const tree = parseCondition(condition);
  const found = truthUnder(PULL_REQUEST, tree, given);
  if (found !== null || !sharesChanges(workflow)) return found;
  return isMetEitherWay(tree, given) || null;
}

/**
 * Whether each change comes to the workflow by the push to its branch, or by the pull request of a fork, so that a condition may choose
 * between the two: it is the only one that asks for the event.
 */
const sharesChanges = oncePer((workflow: Manifest): boolean => {
  const events = eventsOf(workflow);
  const isAnyBranch = workflow.keys(['on', 'push']).length === 0;
  return (
    isAnyBranch && ['push', 'pull_request'].every((it) => events.includes(it)) && eventChoices(workflow).size === 1
  );
});

function eventChoices(workflow: Manifest): ReadonlySet<string> {
  const jobs = workflow.keys(['jobs']).map((job) => ['jobs', job]);
  const places = jobs.flatMap((job) => [job, ...workflow.items([...job, 'steps'])]);
  const conditions = places.map((place) => workflow.text([...place, 'if']) ?? '');
  return new Set(conditions.filter((condition) => /\bgithub\.(?:event|head_ref|base_ref)|refs\/pull/.test(condition)));
}
