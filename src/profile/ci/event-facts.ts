import { type Assumed, evaluate } from '../../workflow/expressions/evaluate.ts';
import type { ContextPath, Tree } from '../../workflow/expressions/tree.ts';
import { FILLED, FOREIGN, known, truthOf, type Value } from '../../workflow/expressions/value.ts';

/** What is known of a run by the event that starts it, by the names of its contexts. (docs.github.com, "Contexts": github.ref) */
export type Facts = ReadonlyMap<string, Value>;

/** Of a pull request, wherever it comes from. */
export const PULL_REQUEST: Facts = new Map([
  ['github.event_name', known('pull_request')],
  ['github.ref', { kind: 'some', prefix: 'refs/pull/' }],
  ['github.head_ref', FILLED],
]);

/** Of a push to a branch. */
export const PUSH: Facts = new Map([
  ['github.event_name', known('push')],
  ['github.ref', { kind: 'some', prefix: 'refs/heads/' }],
]);

/** Of a pull request from a fork. */
export const FROM_FORK: Facts = new Map([
  ...PULL_REQUEST,
  ['github.event.pull_request.head.repo.full_name', FOREIGN],
  ['github.event.pull_request.head.repo.fork', known(true)],
]);

/** Nothing, however it is asked for: a person who starts a workflow fills inputs in, and no change does. (docs.github.com, "Contexts": inputs) */
export function unfilledInput(path: ContextPath): Value | null {
  return path.join('.').startsWith('github.event.inputs.') ? known(null) : null;
}

/** What a parsed condition comes to under these facts of a change, and what else is known; null where that stays open. */
export function truthUnder(facts: Facts, condition: Tree | null, given: Assumed): boolean | null {
  return truthOf(evaluate(condition, (path) => facts.get(path.join('.')) ?? unfilledInput(path) ?? given(path)));
}

/** Whether a change meets a condition by whichever of two events it comes: the push of a branch, or the pull request of a fork. */
export function isMetEitherWay(condition: Tree | null, given: Assumed): boolean {
  return [PUSH, FROM_FORK].every((facts) => truthUnder(facts, condition, given) === true);
}
