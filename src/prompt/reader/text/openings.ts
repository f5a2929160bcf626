import { OPENINGS, type Opening, UNREAL } from '../words/openings.ts';
import type { Token } from './tokens.ts';

/** More than anybody puts before one wish: `as a developer, I would appreciate it if …`. */
const MOST = 3;

/** Sentences with what somebody says to be polite, or to begin with, as the plain wish that it is. */
export function withoutOpenings(tokens: readonly Token[]): Token[] {
  return sentencesOf(tokens).flatMap(plain);
}

/** Each with the stop before it. */
function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'stop') sentences.push([token]);
    else sentences.at(-1)?.push(token);
  }
  return sentences;
}

function plain(sentence: readonly Token[]): Token[] {
  const begin = plainFrom(sentence, beginOf(sentence));
  if (begin.length !== sentence.length) return begin;
  const cause = causeOf(sentence);
  return cause > 0 ? plainFrom(sentence, cause) : begin;
}

function plainFrom(sentence: readonly Token[], from: number): Token[] {
  let [before, rest] = [sentence.slice(0, from), sentence.slice(from)];
  for (let count = 0; count < MOST; count += 1) {
    const text = textOf(rest);
    const found = OPENINGS.find(({ pattern }) => pattern.test(text));
    if (!found) break;
    const length = (found.pattern.exec(text)?.[0] ?? '').split(' ').length;
    if (/^(?:their|theirs)$/.test(rest[length]?.text ?? '')) break;
    before = [...before, ...wordsOf(found)];
    rest = found.isUnreal ? real(rest.slice(length)) : rest.slice(length);
  }
  return [...before, ...rest];
}

const GREETING = /^(?:hi|hello|hey|ok|okay|so|well|and|also|but|please|all|team|folks|everyone|there|guys|dear|,|!)$/;

/** Behind a greeting. */
function beginOf(sentence: readonly Token[]): number {
  const first = sentence[0]?.kind === 'stop' ? 1 : 0;
  const end = sentence.findIndex(({ text }, at) => at >= first && !GREETING.test(text));
  return end < 0 ? sentence.length : end;
}

/** Behind the `so` of `half of us use Windows, so it would be nice if …`; 0 where there is none. */
function causeOf(sentence: readonly Token[]): number {
  return (
    sentence.findIndex(({ text }, at) => /^(?:so|hence|therefore)$/.test(text) && sentence[at - 1]?.text === ',') + 1
  );
}

/** Codes and quotations as one word that begins no wish. */
function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'word' || kind === 'mark' ? text : '`')).join(' ');
}

function wordsOf({ meant }: Opening): Token[] {
  return meant === '' ? [] : meant.split(' ').map((text) => ({ kind: 'word', text, raw: text }));
}

/** The first verb alone: what is told behind it stays as it is. */
function real(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex(({ text }) => Object.hasOwn(UNREAL, text));
  return tokens.map((token, index) => {
    const text = index === at ? UNREAL[token.text] : undefined;
    return text === undefined ? token : { ...token, text, raw: text.endsWith("n't") ? text : token.raw };
  });
}
