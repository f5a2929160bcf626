import { distance } from 'fastest-levenshtein';
import type { Wish } from '../../../domain/wish.ts';
import { withoutHidden } from '../hidden.ts';
import {
  type Clause,
  clausesOf,
  goesOn,
  isPushing,
  withoutConditions,
  withoutMoments,
  withoutNotOnly,
} from './deeds.ts';
import { FAMILIES, type Family } from './families.ts';
import { numbersIn } from './numbers.ts';
import { turnedIn } from './turned.ts';

/** What people have said, and how it is asked about. */
export interface Said extends Spoken {
  /** The clauses that deny nothing: what they do not speak of, nobody wants. */
  readonly affirmed: Spoken;
  /** The same by sentences, where any of a sentence denies nothing. */
  readonly sentences: readonly Spoken[];
  /** What is taken away, or is not to be. */
  readonly turned: readonly Turned[];
}

/** Something that is taken away. */
export interface Turned {
  /** What the turning word is about. */
  readonly what: Spoken;
  /** The clause that it stands in. */
  readonly clause: Spoken;
  /** The clause before it: `all but cart` leaves the verb there. */
  readonly before: Spoken | null;
}

/** Some of the words. */
export interface Spoken {
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
  /** Whether numbers are said as the ends of a range: `3.10 to 3.13`. */
  readonly hasRange: boolean;
  /** Whether a passage stands in them, whatever its spaces and capitals. */
  quotes(passage: string): boolean;
}

export function saidIn(wishes: readonly Pick<Wish, 'words'>[]): Said {
  const heard = wishes.map(({ words }) => words.slice(0, MOST_CHARACTERS));
  const clauses = heard.flatMap((words) => words.split('\n').flatMap(judgedIn));
  const affirmed = clauses.filter(({ isDenied }) => !isDenied).map(({ text }) => text);
  return {
    ...spokenIn(heard.map(plain).join(' \n '), affirmed),
    affirmed: spokenIn(affirmed.join(' \n '), affirmed),
    sentences: sentencesIn(clauses).map((own) => spokenIn(own.join(' \n '), own)),
    turned: clauses.flatMap((clause, at) => turnsIn(clause, clauses[at - 1])),
  };
}

interface Judged extends Clause {
  readonly isDenied: boolean;
}

/** The clauses that deny nothing, by the sentence that they stand in. */
function sentencesIn(clauses: readonly Judged[]): string[][] {
  const sentences: string[][] = [[]];
  for (const { text, sign, isDenied } of clauses) {
    if (/^[.;!?\n\u3002\uff1b\uff01\uff1f]/.test(sign)) sentences.push([]);
    if (!isDenied) sentences.at(-1)?.push(text);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** The clauses of a line; what one denies may go on in the next. */
function judgedIn(line: string): Judged[] {
  const judged: Judged[] = [];
  for (const clause of clausesOf(withoutNotOnly(withoutConditions(plain(line))))) {
    const before = judged.at(-1);
    const isOn = before !== undefined && goesOn(clause, before, before.isDenied);
    const sign = before === undefined ? '\n' : clause.sign;
    judged.push({ ...clause, sign, isDenied: isOn || isDenied(clause.text) });
  }
  return judged;
}

function turnsIn({ text, sign }: Judged, previous: Judged | undefined): Turned[] {
  // `Merge nothing without tests` takes no tests away.
  if (previous?.isDenied && sign === '' && WITHOUT.test(text)) return [];
  const parts = [...new Set(turnedIn(text))];
  if (parts.length === 0) return [];
  const own = spokenIn(text, []);
  const before = previous === undefined ? null : spokenIn(previous.text, []);
  return parts.map((part) => ({ what: part === text ? own : spokenIn(part, []), clause: own, before }));
}

const WITHOUT = /^ ?(?:without|ohne|sans|sin|sem|senza|zonder|bez|\u0431\u0435\u0437) /;

/** Of a plain text; the deeds are those of its clauses that deny nothing. */
function spokenIn(whole: string, affirmed: readonly string[]): Spoken {
  const text = withoutNotOnly(whole);
  const loose = ` ${whole.replace(/[-_\s]+/g, ' ')} `;
  const words = wordsIn(text);
  const deeds = affirmed.map(deedIn);
  const families = new Map<Family, boolean>();
  const names = (value: string) => stands(loose, plain(value).replace(/[-_\s]+/g, ' '));
  const isOneOf = (word: string, known: readonly string[]) =>
    known.some((name) => word === name || (name.length >= 5 && isSlip(word, name)));
  return {
    names,
    nearlyNames: (value) => names(value) || (value.length >= 5 && words.some((word) => isSlip(word, plain(value)))),
    speaksOf: (family) => {
      const known = families.get(family) ?? FAMILIES[family].split('|').some((stem) => isSaid(stem, text, words));
      families.set(family, known);
      return known;
    },
    asksFor: (family) =>
      FAMILIES[family].split('|').some((stem) => deeds.some((deed) => isSaid(stem, deed.text, deed.words))),
    asksToPush: (known) => {
      const plainly = [...IT, ...known.map(plain)];
      return deeds.some((deed) => isPushing(deed.text, (word) => isOneOf(word, plainly)));
    },
    text,
    numbers: numbersIn(text, words),
    hasRange: RANGE.test(text),
    quotes: (passage) => loose.includes(plain(passage).replace(/[-_\s]+/g, ' ')),
  };
}

const IT = ['it', 'them'];

function wordsIn(text: string): string[] {
  return [...new Set((text.match(/[\p{L}\p{N}'+#]+/gu) ?? []).map((word) => word.replace(/'s$/, '')))];
}

interface Deed {
  readonly text: string;
  readonly words: readonly string[];
}

function isDenied(clause: string): boolean {
  const own = wordsIn(clause);
  return FAMILIES.not.split('|').some((stem) => isSaid(stem, clause, own));
}

/** A clause without what only says when. */
function deedIn(clause: string): Deed {
  const text = withoutMoments(clause);
  return { text, words: wordsIn(text) };
}

const TO =
  '-|–|\\.\\.|to|through|thru|until|up to|bis|à|au|hasta|al|a|até|fino a|tot|do|до|по|到|至|から|〜|~|부터|에서';
const RANGE = new RegExp(`\\d\\s{0,2}(?:${TO})\\s{0,2}\\p{L}{0,10}\\s{0,2}\\d`, 'u');

/** Of all words together, more than anybody says of one pipeline; of longer ones nothing is done, for half of them would be other words. */
export const MOST_CHARACTERS = 8000;

function plain(text: string): string {
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
function isSaid(stem: string, text: string, words: readonly string[]): boolean {
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
