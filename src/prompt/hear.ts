import type { Configuration } from '../domain/configuration.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { Question } from '../domain/request.ts';
import type { HeardWish, Wish, WishFate } from '../domain/wish.ts';
import { factsDigest, wordsDigest } from './facts.ts';
import { readWords } from './reading.ts';
import { answersTo } from './replies.ts';

export interface Hearing {
  /** Lowest first. */
  readonly wishes: readonly Wish[];
  readonly profile: ProjectProfile;
  /** Which words the accepted request came from. */
  readonly asked: Configuration['asked'];
}

/**
 * What becomes of each wish where our own reader hears them: what the accepted request has already is not read; a comment may answer what was not
 * understood before it, by one of the choices or by saying it anew. In the order of the wishes.
 * (docs/decisions/0015-words-of-several-people.md)
 */
export async function hearWishes({ wishes, profile, asked }: Hearing): Promise<HeardWish[]> {
  if (wishes.length === 0) return [];
  const count = acceptedCount(wishes, asked, factsDigest(profile));
  const accepted = wishes.slice(0, count).map((wish): HeardWish => ({ ...wish, fate: { kind: 'accepted' } }));
  let told: readonly Told[] = [];
  for (const wish of wishes.slice(count)) told = await hearNext(told, wish, profile);
  return [...accepted, ...told.map(({ heard }) => heard)];
}

/**
 * Only those that come first: once something new is asked, what stands after it has to stand over it, and may be its answer.
 */
function acceptedCount(wishes: readonly Wish[], asked: Configuration['asked'], facts: string): number {
  const known = new Set(asked.filter((entry) => entry.facts === facts).map(({ words }) => words));
  const first = known.size === 0 ? 0 : wishes.findIndex(({ words }) => !known.has(wordsDigest(words)));
  return first < 0 ? wishes.length : first;
}

interface Told {
  readonly heard: HeardWish;
  /** About its words as they are now; none where it was understood, refused, or is no longer read. */
  readonly questions: readonly Question[];
}

async function hearNext(told: readonly Told[], wish: Wish, profile: ProjectProfile): Promise<Told[]> {
  const answered = wish.from === 'comment' ? await findAnswered(told, wish.words, profile) : null;
  if (answered !== null) {
    const { at, to, words } = answered;
    const whole = await toldOf({ ...to, fate: { kind: 'asked', words } }, profile);
    return [...told.with(at, whole), settled({ ...wish, fate: { kind: 'answer', to: plain(to) } })];
  }
  const own = await toldOf({ ...wish, fate: { kind: 'asked', words: wish.words } }, profile);
  const takesPlace = wish.from === 'comment' && own.isUnderstood;
  return [...(takesPlace ? told.map((before) => replacedBy(before, wish)) : told), own];
}

interface Answered {
  /** Which was not understood: its place, and its words with the answer in them. */
  readonly at: number;
  readonly to: Wish;
  readonly words: string;
}

/** Of several that were not understood the last is answered. */
async function findAnswered(told: readonly Told[], said: string, profile: ProjectProfile): Promise<Answered | null> {
  for (const [at, { heard, questions }] of [...told.entries()].toReversed()) {
    if (heard.fate.kind !== 'asked' || questions.length === 0) continue;
    const answers = (await answersTo(heard.fate.words, questions, profile)).flat();
    const fitting = answers.filter(({ choice, reply }) => isSame(choice, said) || isSame(reply, said));
    const [words, ...others] = new Set(fitting.map(({ reply }) => reply));
    // Where it would answer two questions, nobody knows which.
    if (words !== undefined && others.length === 0) return { at, to: heard, words };
  }
  return null;
}

/** However it is written, in quotation marks, or with a full stop. */
function isSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/^[\s"'`\u201c\u2018]+|[\s"'`\u201d\u2019.!]+$/g, '').toLowerCase();
}

interface Understood extends Told {
  readonly isUnderstood: boolean;
}

type Asked = Wish & { readonly fate: Extract<WishFate, { kind: 'asked' }> };

async function toldOf(heard: Asked, profile: ProjectProfile): Promise<Understood> {
  const { questions, refused } = await readWords(heard.fate.words, profile);
  return { heard, questions, isUnderstood: questions.length === 0 && refused.length === 0 };
}

function settled(heard: HeardWish): Told {
  return { heard, questions: [] };
}

function replacedBy(told: Told, by: Wish): Told {
  return told.questions.length === 0 ? told : settled({ ...told.heard, fate: { kind: 'replaced', by } });
}

function plain({ from, words, by, url }: Wish): Wish {
  return { from, words, by, url };
}

/** As it stands for somebody who hears all of them in one conversation: what is not accepted yet is asked, as it was said. */
export function asAsked(heard: HeardWish): HeardWish {
  return heard.fate.kind === 'accepted' ? heard : { ...heard, fate: { kind: 'asked', words: heard.words } };
}
