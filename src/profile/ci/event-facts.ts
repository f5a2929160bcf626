import { FILLED, FOREIGN, known, type Value } from '../../workflow/expressions/value.ts';

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
