import { isHeldBack, isPushing, withoutOccasions } from './deeds.ts';
import { FAMILIES, type Family } from './families.ts';
import { hasStem, isSlip, plain, stands, wordsIn } from './matching.ts';
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
  /** Whether a quotation stands in them, whatever its spaces and capitals. */
  quotes(quotation: string): boolean;
}

/** Of a plain text; the deeds are those of its clauses that deny nothing. */
export function passageOf(whole: string, affirmed: readonly string[]): Passage {
  const text = withoutNotOnly(whole);
  const loose = ` ${spaced(whole)} `;
  const words = wordsIn(text);
  const deeds = affirmed.filter((clause) => !isHeldBack(clause)).map(deedIn);
  const families = new Map<Family, boolean>();
  const names = (value: string) => stands(loose, spaced(plain(value)));
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
    hasRange: NUMBER_RANGE.test(text),
    quotes: (quotation) => loose.includes(spaced(plain(quotation))),
  };
}

const IT = ['it', 'them'];

function spaced(text: string): string {
  return text.replace(/[-_\s]+/g, ' ');
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
const NUMBER_RANGE = new RegExp(`\\d\\s{0,2}(?:${TO})\\s{0,2}\\p{L}{0,10}\\s{0,2}\\d`, 'u');
