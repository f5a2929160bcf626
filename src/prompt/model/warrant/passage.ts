import { distance } from 'fastest-levenshtein';
import { withoutHidden } from '../hidden.ts';
import { isHeldBack, isPushing, withoutOccasions } from './deeds.ts';
import { FAMILIES, type Family } from './families.ts';
import { minutesIn, numbersIn, percentsIn } from './numbers.ts';
import { withoutNotOnly } from './pseudo-negations.ts';

/** Some of the words. */
export interface Passage {
  /** Whether a name or value stands in the words, as a word of its own; `-`, `_` and spaces are the same. */
  names(value: string): boolean;
  /** The same with a slip of the pen in it: for names of the repository, never for what lies outside. */
  nearlyNames(value: string): boolean;
  /** Whether the words speak of such a thing at all. */
  speaksOf(family: Family): boolean;
  /** Whether a clause asks for such a deed: not where it is denied (`do not push`), nor where it only says when (`on every push`). */
  asksFor(family: Family): boolean;
  /** Whether a clause asks that one of these be pushed, or `it`. */
  asksToPush(names: readonly string[]): boolean;
  /** In plain letters. */
  readonly text: string;
  /** All numbers: `22`, `3.12`, and `2` for `two`. */
  readonly numbers: readonly string[];
  /** The minutes of all spans of time, and all percentages. */
  readonly minutes: readonly number[];
  readonly percents: readonly number[];
  /** Whether numbers are said as the ends of a range: `3.10 to 3.13`. */
  readonly hasRange: boolean;
  /** Whether a passage stands in them, whatever its spaces and capitals. */
  quotes(passage: string): boolean;
}

/** Of a plain text; the deeds are those of its clauses that deny nothing. */
export function passageOf(whole: string, affirmed: readonly string[]): Passage {
  const text = withoutNotOnly(whole);
  const loose = ` ${whole.replace(/[-_\s]+/g, ' ')} `;
  const words = wordsIn(text);
  const deeds = affirmed.filter((clause) => !isHeldBack(clause)).map(deedIn);
  const families = new Map<Family, boolean>();
  const names = (value: string) => stands(loose, plain(value).replace(/[-_\s]+/g, ' '));
  const isOneOf = (word: string, known: readonly string[]) =>
    known.some((name) => word === name || (name.length >= 5 && isSlip(word, name)));
  return {
    names,
    nearlyNames: (value) => names(value) || (value.length >= 5 && words.some((word) => isSlip(word, plain(value)))),
    speaksOf: (family) => {
      const known = families.get(family) ?? FAMILIES[family].split('|').some((stem) => hasStem(stem, text, words));
      families.set(family, known);
      return known;
    },
    asksFor: (family) =>
      FAMILIES[family].split('|').some((stem) => deeds.some((deed) => hasStem(stem, deed.text, deed.words))),
    asksToPush: (known) => {
      const plainly = [...IT, ...known.map(plain)];
      return deeds.some((deed) => isPushing(deed.text, (word) => isOneOf(word, plainly)));
    },
    text,
    numbers: numbersIn(text, words),
    minutes: minutesIn(text),
    percents: percentsIn(text),
    hasRange: RANGE.test(text),
    quotes: (passage) => loose.includes(plain(passage).replace(/[-_\s]+/g, ' ')),
  };
}

const IT = ['it', 'them'];

export function wordsIn(text: string): string[] {
  return [...new Set((text.match(/[\p{L}\p{N}'+#]+/gu) ?? []).map((word) => word.replace(/'s$/, '')))];
}

interface Deed {
  readonly text: string;
  readonly words: readonly string[];
}

/** A clause without what only says when. */
function deedIn(clause: string): Deed {
  const text = withoutOccasions(clause);
  return { text, words: wordsIn(text) };
}

const TO =
  '-|–|\\.\\.|to|through|thru|until|up to|bis|à|au|hasta|al|a|até|fino a|tot|do|до|по|到|至|から|〜|~|부터|에서';
const RANGE = new RegExp(`\\d\\s{0,2}(?:${TO})\\s{0,2}\\p{L}{0,10}\\s{0,2}\\d`, 'u');

/** Small letters, one space between words, and nothing hidden. */
export function plain(text: string): string {
  return withoutHidden(text).normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
}

/** Letters of scripts that part words by spaces belong to the word; others begin one. */
const WORD = /[a-z0-9]/;

function stands(text: string, value: string): boolean {
  if (value === '') return false;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + value.length] ?? ' ';
    const isOpen = WORD.test(before) && WORD.test(value[0] ?? '');
    const goesOn = WORD.test(after) && WORD.test(value.at(-1) ?? '');
    if (!isOpen && !goesOn && !isWithin(text, at, value)) return true;
  }
  return false;
}

/** `1.2` is not said by `1.2.3`, nor `ghcr.io` by `ghcr.io.example`. */
function isWithin(text: string, at: number, value: string): boolean {
  const end = at + value.length;
  return /^[.@][a-z0-9]/.test(text.slice(end, end + 2)) || /[a-z0-9][.@]$/.test(text.slice(Math.max(0, at - 2), at));
}

/** One letter, or two of a long word, is another one, left out or too much. */
function isSlip(word: string, name: string): boolean {
  return isShortSlip(word, name) || distance(word, name) <= (name.length < 8 ? 1 : 2);
}

/** Letters that have changed places, but for the first. */
function isShortSlip(word: string, stem: string): boolean {
  const inOrder = (letters: string) => [...letters].sort().join('');
  return word === stem || (stem.length > 2 && word[0] === stem[0] && inOrder(word) === inOrder(stem));
}

/** Short ones stand alone; of longer ones a slip of the pen is no other word. */
export function hasStem(stem: string, text: string, words: readonly string[]): boolean {
  if (stem.endsWith('.')) return words.some((word) => isShortSlip(word, stem.slice(0, -1)));
  if (stem.includes(' ') || !/^[\p{Script=Latin}\p{Script=Cyrillic}']+$/u.test(stem)) return text.includes(stem);
  // Endings of Slavic words change, and short ones are words already.
  const least = /\p{Script=Cyrillic}/u.test(stem) ? 3 : 4;
  if (stem.length < least) return words.some((word) => isShortSlip(word, stem) || isShortSlip(word, `${stem}s`));
  const slips = stem.length < 6 ? 0 : stem.length < 8 ? 1 : 2;
  return words.some(
    (word) =>
      word.startsWith(stem) ||
      isShortSlip(word, stem) ||
      (slips > 0 && word.length >= stem.length && distance(word.slice(0, stem.length), stem) <= slips),
  );
}
