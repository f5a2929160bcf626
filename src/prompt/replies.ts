import type { ProjectProfile } from '../domain/profile.ts';
import type { Question } from '../domain/request.ts';
import { type Reading, readWords } from './reading.ts';

/** Every reply is read before it is offered, so they are few, and to short words alone. */
const MOST = { characters: 500, questions: 3, choices: 10 };

/** A choice of a question, and the whole sentence that says it. */
export interface QuestionReply {
  readonly choice: string;
  readonly reply: string;
}

/** What our own reader makes of words, with the replies to its questions. */
export async function readWithReplies(words: string, profile: ProjectProfile): Promise<Reading> {
  const reading = await readWords(words, profile);
  const replies = await repliesTo(words, reading.questions, profile);
  const questions = reading.questions.map((question, index) => ({
    ...question,
    replies: (replies[index] ?? []).map(({ reply }) => reply),
  }));
  return { ...reading, questions };
}

/**
 * The replies to each question that our reader understands: with one of them all is understood, or, where no choice comes to that, everything
 * but what other questions are about. None where a choice does not simply stand in the words.
 */
export async function repliesTo(
  words: string,
  questions: readonly Question[],
  profile: ProjectProfile,
): Promise<QuestionReply[][]> {
  if (words.length > MOST.characters) return [];
  const tried = await Promise.all(questions.slice(0, MOST.questions).map((one) => tryChoices(words, one, profile)));
  const whole = tried.map((all) => all.filter(({ reading }) => reading.request.intents.length > 0));
  const found = whole.some((replies) => replies.length > 0)
    ? whole
    : tried.map((all, index) => all.filter(({ reading }) => isBetter(reading, questions.toSpliced(index, 1))));
  return found.map((all) => [...new Map(all.map(({ choice, reply }) => [choice, { choice, reply }])).values()]);
}

interface Tried extends QuestionReply {
  readonly reading: Reading;
}

/** Each choice in the place of what was not understood, or else behind it all. */
async function tryChoices(words: string, { about, choices }: Question, profile: ProjectProfile): Promise<Tried[]> {
  const tried = choices.slice(0, MOST.choices).flatMap((choice) =>
    // The last that is understood holds.
    [added(words, choice), replaced(words, about, choice)].flatMap((reply) =>
      reply === null ? [] : [{ choice, reply }],
    ),
  );
  return await Promise.all(tried.map(async (one) => ({ ...one, reading: await readWords(one.reply, profile) })));
}

/** A wish of its own, which stands as a sentence behind the others. */
const SENTENCE = /^(?:Run|Drop) /;
const PREPOSITION = /^(?:on|by|every|for|from|in|with|at) /;

const SAYS_WHEN =
  /^(?:on|by|every|each|for|from|in|with|at|to|when|whenever|if|once|after|only) |(?:ly|days?|nights?|mornings?)\b/i;

function replaced(words: string, about: string, choice: string): string | null {
  const at = placeOf(about, words);
  if (at < 0) return null;
  const before = words.slice(0, at);
  // What was asked is said.
  const after = words.slice(at + about.length).replace(/^\?/, '.');
  if (SENTENCE.test(choice)) return behind(`${before}${after}`, choice);
  // `on tags` says when, in the place of what said that, and takes away no verb and no noun.
  if (PREPOSITION.test(choice) && !SAYS_WHEN.test(about)) return null;
  // A verb is what is to be done.
  if (/^(?:deploy|release|ship|promote|publish|push|run)$/i.test(about)) return null;
  // What was said by a number is not lost for a name.
  if (/\d/.test(about) && !/[\d*]/.test(choice)) return null;
  // `the Go code` has an article and a noun that `everything` has not.
  return choice === 'everything'
    ? `${before.replace(/\b(?:the|our|all) $/i, '')}${choice}${after.replace(/^ (?:code|services?|apps?|jobs?)\b/i, '')}`
    : `${before}${choice}${after}`;
}

/** Where some words stand as words of their own; -1 where they do not. */
function placeOf(about: string, words: string): number {
  if (about === '') return -1;
  let at = words.indexOf(about);
  while (at >= 0 && (isWord(words[at - 1]) || isWord(words[at + about.length]))) at = words.indexOf(about, at + 1);
  return at;
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

/** `Lint web every Monday at 6`, without the words of its schedule, and the schedule in a sentence of its own. */
function behind(rest: string, sentence: string): string {
  const left = rest
    .replace(/^[\s,;:]+|[\s,;:.!?]+$/g, '')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/\s{2,}/g, ' ');
  return left === '' ? `${sentence}.` : `${left.slice(0, 1).toUpperCase()}${left.slice(1)}. ${sentence}.`;
}

function added(words: string, choice: string): string | null {
  if (SENTENCE.test(choice)) return null;
  const [, sentence = words, end = ''] = /^(.*?)([.!?]?)$/s.exec(words) ?? [];
  return `${sentence} ${PREPOSITION.test(choice) ? choice : `for ${choice}`}${end}`;
}

function isBetter({ questions, refused }: Reading, others: readonly Question[]): boolean {
  return refused.length === 0 && questions.every(({ about }) => others.some((other) => other.about === about));
}
