import { ActionError } from '../../domain/errors.ts';
import type { EventTrigger } from '../../domain/event.ts';
import { pullRequestOf } from '../../domain/pull-request.ts';
import { isCommand } from './command.ts';
import { parsePayload } from './parse.ts';
import {
  DispatchEvent,
  IssueCommentEvent,
  PullRequestEvent,
  PushEvent,
  RepositoryDispatchEvent,
  ScheduleEvent,
} from './payloads.ts';

/** What a run finds of the event that started it. */
export interface EventFile {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** The content of GITHUB_EVENT_PATH: untrusted. */
  readonly payload: unknown;
  /** GITHUB_REF: the payload of a schedule names none. */
  readonly ref: string;
}

/** What an event asks of us. */
export type EventReading =
  | {
      readonly kind: 'triggered';
      readonly trigger: EventTrigger;
      /** The branch that pull requests go to. */
      readonly defaultBranch: string;
    }
  /** It is none of our business, which is no fault; the reason is a sentence. */
  | { readonly kind: 'not-for-us'; readonly why: string };

const READERS: Readonly<Record<string, (file: EventFile) => EventReading>> = {
  pull_request: readPullRequest,
  pull_request_target: readPullRequest,
  workflow_dispatch: readDispatch,
  issue_comment: readComment,
  push: readPush,
  schedule: readSchedule,
  repository_dispatch: readRepositoryDispatch,
};

/** What started the run, by what GitHub has written down of it. Throws EVENT_INVALID, EVENT_UNSUPPORTED. */
export function readEvent(file: EventFile): EventReading {
  const reader = Object.hasOwn(READERS, file.name) ? READERS[file.name] : undefined;
  if (reader) return reader(file);
  const known = Object.keys(READERS).join(', ');
  throw new ActionError('EVENT_UNSUPPORTED', `The event '${file.name}' is none of those that are served: ${known}.`);
}

function readPullRequest({ name, payload }: EventFile): EventReading {
  const { action, pull_request, repository } = parsePayload(name, PullRequestEvent, payload);
  if (action === 'closed') return notForUs(`Pull request #${pull_request.number} is closed; there is nothing to do.`);
  const event = name === 'pull_request_target' ? name : 'pull_request';
  return triggered({ kind: 'pull-request', event, pullRequest: pullRequestOf(pull_request) }, repository);
}

function readComment({ name, payload }: EventFile): EventReading {
  const { action, issue, comment, repository } = parsePayload(name, IssueCommentEvent, payload);
  if (issue.pull_request === undefined)
    return notForUs(`The comment stands at issue #${issue.number}; only those at pull requests are read.`);
  if (action === 'deleted') return notForUs('The comment was deleted.');
  if (!isCommand(comment.body)) return notForUs('The comment does not begin with /agent-generate.');
  const { id, body, user, author_association: association } = comment;
  const isEdited = action === 'edited' || comment.created_at !== comment.updated_at;
  const author = { login: user.login, isBot: user.type === 'Bot' };
  const at = { author: issue.user?.login ?? null, labels: issue.labels.map(({ name }) => name) };
  const told = { id, body, author, association, isEdited };
  return triggered({ kind: 'comment', pullRequest: issue.number, at, comment: told }, repository);
}

function readPush({ name, payload }: EventFile): EventReading {
  const { ref, before, after, repository } = parsePayload(name, PushEvent, payload);
  if (isNone(after)) return notForUs(`${ref} was deleted; there is nothing to do.`);
  return triggered({ kind: 'push', before: isNone(before) ? null : before, after, ref }, repository);
}

/** GitHub's word for no commit. */
function isNone(commit: string): boolean {
  return /^0+$/.test(commit);
}

function readDispatch({ name, payload }: EventFile): EventReading {
  const { ref, repository } = parsePayload(name, DispatchEvent, payload);
  return triggered({ kind: 'workflow-dispatch', ref }, repository);
}

function readRepositoryDispatch({ name, payload }: EventFile): EventReading {
  const { branch, repository } = parsePayload(name, RepositoryDispatchEvent, payload);
  return triggered({ kind: 'repository-dispatch', ref: `refs/heads/${branch}` }, repository);
}

/** A schedule runs on the default branch alone, so where the payload does not tell its name, the reference does. */
function readSchedule({ name, payload, ref }: EventFile): EventReading {
  const { repository } = parsePayload(name, ScheduleEvent, payload);
  const branch = repository?.default_branch ?? /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
  if (branch === undefined)
    throw new ActionError('EVENT_INVALID', `The ${name} event names no branch, and neither does GITHUB_REF.`);
  return triggered({ kind: 'schedule', ref: `refs/heads/${branch}` }, { default_branch: branch });
}

function triggered(trigger: EventTrigger, { default_branch }: { readonly default_branch: string }): EventReading {
  return { kind: 'triggered', trigger, defaultBranch: default_branch };
}

function notForUs(why: string): EventReading {
  return { kind: 'not-for-us', why };
}
