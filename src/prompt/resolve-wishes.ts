import type { Configuration } from '../domain/configuration.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { Question } from '../domain/request.ts';
import type { ResolvedWish, Wish, WishFate } from '../domain/wish.ts';
import { factsDigest, wordsDigest } from './digests.ts';
import { readWords } from './reading.ts';
import { repliesTo } from './replies.ts';

export interface WishesToResolve {
  /** Lowest first. */
  readonly wishes: readonly Wish[];
  readonly profile: ProjectProfile;
  /** Which words the accepted request came from. */
  readonly asked: Configuration['asked'];
}

/**
 * What becomes of each wish where our own reader reads them: what the accepted request has already is not read; a comment may answer what was not
 * understood before it, by one of the choices or by saying it anew. In the order of the wishes.
 * (docs/decisions/0015-words-of-several-people.md)
 */
export async function resolveWishes({ wishes, profile, asked }: WishesToResolve): Promise<ResolvedWish[]> {
  if (wishes.length === 0) return [];
  const count = acceptedCount(wishes, asked, factsDigest(profile));
  const accepted = wishes.slice(0, count).map((wish): ResolvedWish => ({ ...wish, fate: { kind: 'accepted' } }));
  let read: readonly ReadWish[] = [];
  for (const wish of wishes.slice(count)) read = await resolveNext(read, wish, profile);
  return [...accepted, ...read.map(({ wish }) => wish)];
}

/**
 * Only those that come first: once something new is asked, what stands after it has to stand over it, and may be its answer.
 */
function acceptedCount(wishes: readonly Wish[], asked: Configuration['asked'], facts: string): number {
  const known = new Set(asked.filter((entry) => entry.facts === facts).map(({ words }) => words));
  const first = known.size === 0 ? 0 : wishes.findIndex(({ words }) => !known.has(wordsDigest(words)));
  return first < 0 ? wishes.length : first;
}

/** A wish that our reader has read, and what it asks about it. */
interface ReadWish {
  readonly wish: ResolvedWish;
  /** About its words as they are now; none where it was understood, refused, or is no longer read. */
  readonly questions: readonly Question[];
}

async function resolveNext(before: readonly ReadWish[], wish: Wish, profile: ProjectProfile): Promise<ReadWish[]> {
  const answered = wish.from === 'comment' ? await findAnswered(before, wish.words, profile) : null;
  if (answered !== null) {
    const { at, to, words } = answered;
    const whole = await readWish({ ...to, fate: { kind: 'asked', words } }, profile);
    return [...before.with(at, whole), settled({ ...wish, fate: { kind: 'answer', to: withoutFate(to) } })];
  }
  const own = await readWish({ ...wish, fate: { kind: 'asked', words: wish.words } }, profile);
  const takesPlace = wish.from === 'comment' && own.isUnderstood;
  return [...(takesPlace ? before.map((one) => replacedBy(one, wish)) : before), own];
}

interface Answered {
  /** Which was not understood: its place, and its words with the answer in them. */
  readonly at: number;
  readonly to: Wish;
  readonly words: string;
}

/** Of several that were not understood the last is answered. */
async function findAnswered(
  before: readonly ReadWish[],
  comment: string,
  profile: ProjectProfile,
): Promise<Answered | null> {
  for (const [at, { wish, questions }] of [...before.entries()].toReversed()) {
    if (wish.fate.kind !== 'asked' || questions.length === 0) continue;
    const replies = (await repliesTo(wish.fate.words, questions, profile)).flat();
    const fitting = replies.filter(({ choice, reply }) => isSame(choice, comment) || isSame(reply, comment));
    const [words, ...others] = new Set(fitting.map(({ reply }) => reply));
    // Where it would answer two questions, nobody knows which.
    if (words !== undefined && others.length === 0) return { at, to: wish, words };
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

type AskedWish = Wish & { readonly fate: Extract<WishFate, { kind: 'asked' }> };

async function readWish(
  wish: AskedWish,
  profile: ProjectProfile,
): Promise<ReadWish & { readonly isUnderstood: boolean }> {
  const { questions, refused } = await readWords(wish.fate.words, profile);
  return { wish, questions, isUnderstood: questions.length === 0 && refused.length === 0 };
}

function settled(wish: ResolvedWish): ReadWish {
  return { wish, questions: [] };
}

function replacedBy(read: ReadWish, by: Wish): ReadWish {
  return read.questions.length === 0 ? read : settled({ ...read.wish, fate: { kind: 'replaced', by } });
}

function withoutFate({ from, words, by, url }: Wish): Wish {
  return { from, words, by, url };
}

/** As it stands for a model, which reads all of them in one conversation: what is not accepted yet is asked, as it was said. */
export function asAsked(wish: ResolvedWish): ResolvedWish {
  return wish.fate.kind === 'accepted' ? wish : { ...wish, fate: { kind: 'asked', words: wish.words } };
}
