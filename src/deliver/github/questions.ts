import { printableLine } from '../../domain/paint.ts';
import type { Question } from '../../domain/request.ts';
import { firstOf } from './lists.ts';
import { code, fenced, prose } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';

/** Of more answers to one question than these nobody reads the list. */
const MOST_REPLIES = 10;

/** What has to be known, each question with the answers to copy; lines of Markdown. */
export function questionLines(
  page: Pick<GithubPage, 'proposal' | 'context'>,
  { entries }: Pick<Cuts, 'entries'>,
): string[] {
  const most = Math.max(1, entries);
  const isComment = page.context.trigger.kind === 'pull-request' || page.context.trigger.kind === 'comment';
  return firstOf(page.proposal.questions, most).shown.flatMap((question) => [
    `**Question**${about(question)}: ${prose(question.text)}`,
    ...answers(question, { most: Math.min(most, MOST_REPLIES), command: isComment ? '/agent-generate ' : '' }),
  ]);
}

/** What two wishes say against each other stands nowhere as such. */
function about({ about: words }: Question): string {
  return words === '' ? '' : ` about ${code(words)}`;
}

interface Answering {
  readonly most: number;
  /** What an answer begins with, to be heard where it is given. */
  readonly command: string;
}

function answers({ choices, replies }: Question, { most, command }: Answering): string[] {
  const given = firstOf(replies ?? choices, most);
  if (given.shown.length === 0)
    return [`Say it anew${command === '' ? '' : `, in a comment that begins with ${code(command.trim())}`}.`];
  const where = command === '' ? 'Say one of these' : 'Answer in a comment with one of these';
  const more = given.left > 0 ? ` (${given.left} more are possible)` : '';
  return [`${where}${more}:`, ...given.shown.map((reply) => fenced('text', lines(`${command}${reply}`)))];
}

function lines(text: string): string[] {
  return text.split('\n').map(printableLine);
}
