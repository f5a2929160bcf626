import type { DocumentPath } from '../../domain/finding.ts';
import { type EventOptions, type Situation, situationsOf } from './situations.ts';
import { asMapping, asTexts, isMapping, type Mapping } from './values.ts';

/** What starts a workflow. */
export interface TriggersFact {
  /** In the order in which they stand, each with its place. */
  readonly events: readonly { readonly name: string; readonly path: DocumentPath }[];
  /** It is started by tags, by releases or by pushes to branches for releases; by pushes to no other branch. */
  readonly releaseOnly: boolean;
  /** Nothing but another workflow starts it: its token is what the caller gives. */
  readonly calledOnly: boolean;
}

/** Reads `on` in its three spellings: a word, a list, a mapping. */
export function readTriggers(value: unknown): TriggersFact {
  const events = isMapping(value)
    ? Object.keys(value).map((name) => ({ name, path: ['on', name] }))
    : asTexts(value).map((name, index) => ({ name, path: Array.isArray(value) ? ['on', index] : ['on'] }));
  const { tags, branches, releaseBranches } = pushFilters(value);
  const pushesReleases = releaseBranches || (tags && !branches);
  const makesReleases = (name: string) => name === 'release' || (name === 'push' && pushesReleases);
  return {
    events,
    releaseOnly: events.some(({ name }) => makesReleases(name)),
    calledOnly: events.length > 0 && events.every(({ name }) => name === 'workflow_call'),
  };
}

/** The events of `on` by their names, each with its settings; null where it has none. */
export function eventsIn(value: unknown): Mapping {
  return isMapping(value) ? value : Object.fromEntries(asTexts(value).map((event) => [event, null]));
}

/** Every way in which a workflow with this `on` is started. */
export function readSituations(value: unknown): Situation[] {
  return readTriggers(value).events.flatMap(({ name }) => situationsOf(name, pushFilters(value)));
}

/** What a push may be of: without a filter both, and a filter for one leaves the other out. */
function pushFilters(value: unknown): EventOptions {
  const push = asMapping(asMapping(value).push);
  const [tags, branches] = ['tags', 'branches'].map((name) => name in push || `${name}-ignore` in push);
  const named = asTexts(push.branches).filter((pattern) => !pattern.startsWith('!'));
  return {
    tags: tags === true || branches !== true,
    branches: branches === true || tags !== true,
    releaseBranches: named.length > 0 && named.every((pattern) => /release/i.test(pattern)),
  };
}
