import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import { type Actor, type EventTrigger, pullRequestNumber } from '../../domain/event.ts';
import type { PostedComment, PullRequestText, Remote, RemotePullRequest } from '../../domain/github.ts';
import { isAsking } from '../event/command.ts';
import { LIKELY_WRITERS } from '../people.ts';
import { blocksIn } from './blocks.ts';

/** What people have written at a pull request, and what GitHub says of who may write. */
export interface Gathered {
  /** All comments, oldest first; null where they could not be read, or there is no pull request. */
  readonly comments: readonly PostedComment[] | null;
  /** Where it has a block that is meant for us. */
  readonly text: PullRequestText | null;
  /** Who may write, by login in small letters; who is not in it was not asked about. */
  readonly access: ReadonlyMap<string, WriteAccess>;
  /** What could not be read: a sentence each. */
  readonly notes: readonly string[];
  /** Why, of each of them. */
  readonly faults: readonly ActionError[];
}

/** Whether somebody may write here, as GitHub says. */
export type WriteAccess =
  | { readonly kind: 'known'; readonly mayWrite: boolean }
  /** GitHub could not tell. */
  | { readonly kind: 'unknown'; readonly error: ActionError };

const NOTHING_GATHERED: Gathered = { comments: null, text: null, access: new Map(), notes: [], faults: [] };

/** Of so many people GitHub is asked whether they may write: anybody can write a comment, and a run has few requests. */
export const MOST_ASKED = 10;

/** So much of the time that is left, and no more than this, goes into reading what people say. */
const SHARE = 0.25;
const MOST_MILLISECONDS = 30_000;

/**
 * Reads what was written at the pull request of an event: its comments, its text where that has a block of ours, and for each person who says
 * something to us there whether they may write. What GitHub does not tell, or not in time, is a note or unknown. Throws only what is no fault
 * of GitHub's.
 */
export async function gather(remote: Remote | null, trigger: EventTrigger, deadline: Deadline): Promise<Gathered> {
  const number = pullRequestNumber(trigger);
  if (remote === null || number === null) return NOTHING_GATHERED;
  const pullRequest = remote.pullRequest(number);
  const limit = deadline.within(Math.min(MOST_MILLISECONDS, deadline.remaining() * SHARE));
  const within = <T>(reading: () => Promise<T>) => limit.race(reading).catch(lateAsFault);
  const [comments, text] = await Promise.all([
    tolerated(
      within(() => pullRequest.comments()),
      'The comments',
    ),
    tolerated(
      within(() => textOf(pullRequest, trigger)),
      'The text of the pull request',
    ),
  ]);
  const people = peopleIn(comments.value ?? [], text.value, trigger).slice(0, MOST_ASKED);
  const asked = people.map(
    async (login) => [login.toLowerCase(), await accessOf(within(() => remote.mayWrite(login)))] as const,
  );
  return {
    comments: comments.value,
    text: text.value,
    access: new Map(await Promise.all(asked)),
    notes: [comments.note, text.note].filter((note) => note !== null),
    faults: [comments.fault, text.fault].filter((fault) => fault !== null),
  };
}

/** Who has edited it is asked for only where there is something to hear. */
async function textOf(pullRequest: RemotePullRequest, trigger: EventTrigger): Promise<PullRequestText | null> {
  const { text } = trigger.kind === 'pull-request' ? trigger.pullRequest : await pullRequest.details();
  return blocksIn(text).length === 0 ? null : await pullRequest.text();
}

interface Tolerated<T> {
  readonly value: T | null;
  readonly note: string | null;
  readonly fault: ActionError | null;
}

async function tolerated<T>(reading: Promise<T>, what: string): Promise<Tolerated<T>> {
  try {
    return { value: await reading, note: null, fault: null };
  } catch (thrown) {
    const fault = faultOfGitHub(thrown);
    const why = `${fault.code}: ${fault.message.replace(/\.$/, '')}`;
    return {
      value: null,
      note: `${what} could not be read, so what may be asked for there is left out (${why}).`,
      fault,
    };
  }
}

/** A server that hangs must not take the time of what is to be made. */
function lateAsFault(thrown: unknown): never {
  if (!(thrown instanceof ActionError && thrown.code === 'DEADLINE_EXCEEDED')) throw thrown;
  throw new ActionError('GITHUB_UNREACHABLE', 'it did not answer in time.', { cause: thrown });
}

async function accessOf(asking: Promise<boolean>): Promise<WriteAccess> {
  try {
    return { kind: 'known', mayWrite: await asking };
  } catch (thrown) {
    return { kind: 'unknown', error: faultOfGitHub(thrown) };
  }
}

function faultOfGitHub(thrown: unknown): ActionError {
  if (thrown instanceof ActionError && thrown.code.startsWith('GITHUB_')) return thrown;
  throw thrown;
}

/** Those who say something that counts, first whoever is likeliest to be heard: a crowd of strangers must not drown them. */
function peopleIn(
  comments: readonly PostedComment[],
  text: PullRequestText | null,
  trigger: EventTrigger,
): readonly string[] {
  const commands = comments.filter(({ body, isEdited }) => !isEdited && isAsking(body));
  const ranked = [...ASSOCIATIONS.map((name) => commands.filter(({ association }) => association === name)), commands];
  const authors: readonly (Actor | null)[] = [
    // Of whom GitHub has told it already.
    trigger.kind === 'comment' && isAsking(trigger.comment.body) ? trigger.comment.author : null,
    text?.author ?? null,
    ...ranked.flat().map(({ author }) => author),
  ];
  const logins = authors.flatMap((author) => (author === null || author.isBot ? [] : [author.login]));
  return [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()];
}

/** A member who does not say so in public is called a contributor. */
const ASSOCIATIONS = [...LIKELY_WRITERS, 'CONTRIBUTOR'];
