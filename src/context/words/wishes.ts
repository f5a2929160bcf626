import type { Actor } from '../../domain/event.ts';
import type { PostedComment, PullRequestText } from '../../domain/github.ts';
import { groupedBy } from '../../domain/grouped.ts';
import type { Fallback } from '../../domain/proposal.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';
import type { Wish } from '../../domain/wish.ts';
import { type Command, commandIn } from '../event/command.ts';
import { isNamedBot, LIKELY_WRITERS } from '../people.ts';
import { blocksIn } from './blocks.ts';
import { type Gathered, MOST_ASKED, type WriteAccess } from './gather.ts';
import { hasUnseen, hasUnseenInCode } from './unseen.ts';

/** What was said at a pull request: who is heard, and who is not. */
export interface PullRequestWishes {
  /** From the text of the pull request, in their order. */
  readonly text: readonly Wish[];
  /** From comments, oldest first: all that nobody has taken back. */
  readonly comments: readonly Wish[];
  /** Why a comment is not heard, a clause, by its id. */
  readonly unheard: ReadonlyMap<number, string>;
  /** What may have been asked for and could not be read, for a fault that passes; null where nothing is missing. */
  readonly lost: Fallback | null;
  /** Who is not heard and why, what was taken back, and what could not be read: a sentence each. */
  readonly notes: readonly string[];
}

/** As many comments are followed; whoever says more takes back what is old. */
export const MOST_COMMENTS = 30;
const MOST_BLOCKS = 10;

/**
 * Whose words count: those of people who may write, and of bots that the settings name; not what was edited since by somebody who need not be
 * the author, and not what holds more than people see. `bots` are the logins of `settings.bots`.
 */
export function pullRequestWishes(
  gathered: Gathered,
  { bots, url }: { readonly bots: readonly string[]; readonly url: string | null },
): PullRequestWishes {
  const asking = askingComments(gathered.comments ?? []);
  const judged = asking.map((one) => ({ ...one, why: whyNotHeard(one, gathered, bots) }));
  const heard = judged.filter(({ why }) => why === null);
  const unheard = judged.flatMap(({ why, ...one }): UnheardComment[] => (why === null ? [] : [{ ...one, why }]));
  const reset = heard.findLastIndex(({ command }) => command.kind === 'reset');
  const inForce = heard.slice(reset + 1);
  const text = wishesOfText(gathered, bots, url);
  return {
    text: text.wishes,
    comments: inForce.slice(-MOST_COMMENTS).flatMap(({ command, comment }) => wishIn(command, comment)),
    unheard: new Map(unheard.map(({ comment, why }) => [comment.id, why])),
    lost: lostIn(gathered) ?? crowdedOut(unheard, gathered),
    notes: [
      ...gathered.notes,
      ...text.notes,
      ...unheardNotes(unheard),
      ...resetNotes(heard, reset),
      ...manyNotes(inForce.length),
    ],
  };
}

function manyNotes(count: number): string[] {
  if (count <= MOST_COMMENTS) return [];
  return [
    `Of ${count} comments in force the last ${MOST_COMMENTS} are followed; /agent-generate reset takes back what is old.`,
  ];
}

/** What the token may not read is lost in every run, and a note says so; anything else must not pass for a run in which nothing was asked for. */
function lostIn({ faults, access }: Gathered): Fallback | null {
  const unknown = [...access.values()].flatMap((one) => (one.kind === 'unknown' ? [one.error] : []));
  const error = [...faults.filter(({ code }) => !LASTING.includes(code)), ...unknown][0];
  if (error === undefined) return null;
  const message = `Not all that is asked for at the pull request could be read, and is left out: ${error.message}`;
  return { code: error.code, message };
}

/** Where more people speak than are asked about; strangers, of whom there may be any number, cannot bring it about. */
function crowdedOut(unheard: readonly UnheardComment[], { access }: Gathered): Fallback | null {
  const likely = unheard
    .filter(({ comment }) => comment.author !== null && !comment.author.isBot && !comment.isEdited)
    .filter(({ comment }) => LIKELY_WRITERS.includes(comment.association))
    .filter(({ comment }) => !access.has(comment.author?.login.toLowerCase() ?? ''));
  if (likely.length === 0) return null;
  const count = new Set(likely.map(({ comment }) => comment.author?.login.toLowerCase())).size;
  const who = count === 1 ? 'one of them is' : `${count} of them are`;
  const message = `More people ask for something than GitHub is asked about in a run (${MOST_ASKED}), and ${who} left out.`;
  return { code: 'TOO_MANY_PEOPLE', message };
}

const LASTING: readonly string[] = ['GITHUB_REFUSED', 'GITHUB_NOT_FOUND', 'GITHUB_UNAUTHORIZED'];

interface AskingComment {
  readonly comment: PostedComment;
  readonly command: Extract<Command, { kind: 'words' | 'reset' }>;
}

interface UnheardComment extends AskingComment {
  /** A clause. */
  readonly why: string;
}

function askingComments(comments: readonly PostedComment[]): AskingComment[] {
  return comments.flatMap((comment) => {
    const command = commandIn(comment.body);
    return command?.kind === 'words' || command?.kind === 'reset' ? [{ comment, command }] : [];
  });
}

function whyNotHeard({ comment }: AskingComment, { access }: Gathered, bots: readonly string[]): string | null {
  if (comment.author === null) return 'the account is no longer there';
  if (comment.isEdited) return 'it was edited, and others than its author can do that; write it anew';
  return whyMayNotWrite(comment.author, access, bots) ?? (hasUnseen(comment.body) ? HOLDS_UNSEEN : null);
}

function whyMayNotWrite(
  actor: Actor,
  access: ReadonlyMap<string, WriteAccess>,
  bots: readonly string[],
): string | null {
  if (isNamedBot(actor, bots)) return null;
  if (actor.isBot) return `it is a bot that settings.bots in ${CONFIGURATION_PATH} does not name`;
  const own = access.get(actor.login.toLowerCase());
  if (own === undefined) return `GitHub is asked about ${MOST_ASKED} people a run, and others come first`;
  if (own.kind === 'unknown') return `GitHub could not tell whether they may write here (${own.error.code})`;
  return own.mayWrite ? null : 'they have no write access here';
}

/** What is there and is not seen, whoever has copied it may not have meant. */
const HOLDS_UNSEEN =
  'it holds what nobody sees on the page (hidden characters, HTML, what stands behind a link or a fence, a formula or a table); write it anew without';

function wishIn(command: AskingComment['command'], { author, url }: PostedComment): Wish[] {
  return command.kind === 'words' ? [{ from: 'comment', words: command.words, by: author?.login ?? null, url }] : [];
}

interface WishesOfText {
  readonly wishes: readonly Wish[];
  readonly notes: readonly string[];
}

function wishesOfText({ text, access }: Gathered, bots: readonly string[], url: string | null): WishesOfText {
  const blocks = blocksIn(text?.text ?? '');
  if (text === null || blocks.length === 0) return { wishes: [], notes: [] };
  const why = whyTextNotHeard(text, access, bots) ?? (blocks.some(hasUnseenInCode) ? HOLDS_UNSEEN : null);
  if (why !== null)
    return { wishes: [], notes: [`The text of the pull request asks for something and is not heard: ${why}.`] };
  const by = text.author?.login ?? null;
  return {
    wishes: blocks.slice(0, MOST_BLOCKS).map((words) => ({ from: 'pull-request', words, by, url })),
    notes:
      blocks.length > MOST_BLOCKS
        ? [`Of ${blocks.length} blocks in the text of the pull request the first ${MOST_BLOCKS} are read.`]
        : [],
  };
}

/** An edit of somebody else leaves the author's name above words that may not be theirs. */
function whyTextNotHeard(
  { author, editor, isEdited }: PullRequestText,
  access: ReadonlyMap<string, WriteAccess>,
  bots: readonly string[],
): string | null {
  if (author === null) return 'the account of its author is no longer there';
  // A bot that is served puts together what others have written, such as notes of releases.
  if (author.isBot) return `its author ${author.login} is a bot, whose text may hold the words of others`;
  if (isEdited && editor?.login.toLowerCase() !== author.login.toLowerCase()) {
    const who = editor === null ? 'somebody whose account is no longer there' : editor.login;
    return `it was edited last by ${who}, and not by its author; whoever may write says it in a comment`;
  }
  const why = whyMayNotWrite(author, access, bots);
  return why === null ? null : `of its author ${author.login}: ${why}`;
}

/** One for each person and reason: whoever is not heard must not fill the page. */
function unheardNotes(unheard: readonly UnheardComment[]): string[] {
  const together = groupedBy(unheard, ({ comment, why }) => JSON.stringify([comment.author?.login, why]));
  return [...together.values()].map((alike) => {
    const [{ comment, why } = { comment: null, why: '' }] = alike;
    const which = alike.length === 1 ? 'A comment' : `${alike.length} comments`;
    return `${which} of ${comment?.author?.login ?? 'somebody'} ${alike.length === 1 ? 'is' : 'are'} not heard: ${why}.`;
  });
}

function resetNotes(heard: readonly AskingComment[], last: number): string[] {
  const count = heard.slice(0, Math.max(0, last)).filter(({ command }) => command.kind === 'words').length;
  if (count === 0) return [];
  const by = heard[last]?.comment.author?.login ?? 'somebody';
  return [
    `${by} has taken back what ${count === 1 ? 'a comment asks' : `${count} comments ask`} for (/agent-generate reset).`,
  ];
}
