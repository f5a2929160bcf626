import type { DocumentPath } from '../../domain/finding.ts';
import { asMapping, asTexts, isMapping } from './values.ts';

/** What starts a workflow. */
export interface TriggersFact {
  /** In the order in which they stand, each with its place. */
  readonly events: readonly { readonly name: string; readonly path: DocumentPath }[];
  /** Starts on a change that somebody proposes, with that change's code. */
  readonly pullRequest: boolean;
  /** Starts with the base's secrets and token on what outsiders do. */
  readonly privileged: boolean;
  /** Makes releases: a tag, a release, or a call for one. */
  readonly release: boolean;
}

const PRIVILEGED = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
];

/** Reads `on` in its three spellings: a word, a list, a mapping. */
export function readTriggers(value: unknown): TriggersFact {
  const events = isMapping(value)
    ? Object.keys(value).map((name) => ({ name, path: ['on', name] }))
    : asTexts(value).map((name, index) => ({ name, path: Array.isArray(value) ? ['on', index] : ['on'] }));
  const names = events.map(({ name }) => name);
  return {
    events,
    pullRequest: names.some(
      (name) => name === 'pull_request' || name === 'pull_request_target' || name === 'merge_group',
    ),
    privileged: names.some((name) => PRIVILEGED.includes(name)),
    release: names.includes('release') || isTagPush(asMapping(value).push),
  };
}

/** A push that only tags start; with branches beside them it is a build as well. */
function isTagPush(push: unknown): boolean {
  const { tags, branches } = asMapping(push);
  return tags !== undefined && branches === undefined;
}
