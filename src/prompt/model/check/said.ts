import type { Wish } from '../../../domain/wish.ts';
import { type Clause, clausesOf, goesOn, isAdded, isReport, withoutConditions, withoutNotOnly } from './deeds.ts';
import { FAMILIES } from './families.ts';
import { isSaid, plain, type Spoken, spokenIn, wordsIn } from './spoken.ts';
import { turnedIn } from './turned.ts';

/** What people have said, and how it is asked about. */
export interface Said extends Spoken {
  /** The clauses that deny nothing: what they do not speak of, nobody wants. */
  readonly affirmed: Spoken;
  /** The same in pieces, which `and` and commas part. */
  readonly pieces: readonly Piece[];
  /** Some of the words, none of which are denied. */
  spoken(words: string): Spoken;
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

export function saidIn(wishes: readonly Pick<Wish, 'words'>[]): Said {
  const heard = wishes.map(({ words }) => words.slice(0, MOST_CHARACTERS));
  const clauses = heard.flatMap((words) => words.split('\n').flatMap(judgedIn));
  const affirmed = clauses.filter(({ isDenied }) => !isDenied).map(({ text }) => text);
  return {
    ...spokenIn(heard.map(plain).join(' \n '), affirmed),
    affirmed: spokenIn(affirmed.join(' \n '), affirmed),
    pieces: piecesIn(clauses),
    spoken: remembered((words) => spokenIn(words, words.split(' \n '))),
    turned: clauses.flatMap((clause, at) => turnsIn(clause, clauses[at - 1])),
  };
}

interface Judged extends Clause {
  readonly isDenied: boolean;
}

/** A piece of a sentence that denies nothing. */
export interface Piece {
  readonly text: string;
  readonly sentence: number;
}

const JOINTS = /(?:^| )(?:and|while|then|plus|und|et|y|e|en|&|\/) | \(|\)/;

function piecesIn(clauses: readonly Judged[]): Piece[] {
  let sentence = 0;
  return clauses.flatMap(({ text, sign, isDenied }) => {
    if (/^[.;!?\n\u3002\uff1b\uff01\uff1f]/.test(sign)) sentence += 1;
    const at = sentence;
    return isDenied
      ? []
      : text.split(JOINTS).flatMap((piece) => (piece.trim() === '' ? [] : [{ text: piece.trim(), sentence: at }]));
  });
}

function remembered(hear: (words: string) => Spoken): (words: string) => Spoken {
  const known = new Map<string, Spoken>();
  return (words) => {
    const spoken = known.get(words) ?? hear(words);
    known.set(words, spoken);
    return spoken;
  };
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
  return judged.map((one, at) => ({ ...one, isDenied: isFinallyDenied(one, judged[at - 1], judged[at + 1]) }));
}

/** `Push cart? No!` denies what was asked; `cart has no linter. Add one.` asks for what is missing. */
function isFinallyDenied(
  { text, sign, isDenied }: Judged,
  before: Judged | undefined,
  next: Judged | undefined,
): boolean {
  if (next !== undefined && NO.test(next.text)) return true;
  return isDenied && !(isReport(text, subjectOf(sign, before)) && isAdded(next?.text));
}

/** `We | do not lint cart`: who stands before a denial is cut off by it. */
function subjectOf(sign: string, before: Judged | undefined): string {
  return sign === '' && before !== undefined ? before.text : '';
}

const NO = /^ ?(?:no|nope|never|not|nein|non|nee|don't|no thanks|no way|better not|please don't) ?$/;

function turnsIn({ text, sign }: Judged, previous: Judged | undefined): Turned[] {
  // `Merge nothing without tests` takes no tests away.
  if (previous?.isDenied && sign === '' && WITHOUT.test(text)) return [];
  const parts = isReport(text, subjectOf(sign, previous)) ? [] : [...new Set(turnedIn(text))];
  if (parts.length === 0) return [];
  const own = spokenIn(text, []);
  const before = previous === undefined ? null : spokenIn(previous.text, []);
  return parts.map((part) => ({ what: part === text ? own : spokenIn(part, []), clause: own, before }));
}

const WITHOUT = /^ ?(?:without|ohne|sans|sin|sem|senza|zonder|bez|\u0431\u0435\u0437) /;

/** Of all words together, more than anybody says of one pipeline; of longer ones nothing is done, for half of them would be other words. */
export const MOST_CHARACTERS = 8000;

function isDenied(clause: string): boolean {
  const own = wordsIn(clause);
  return FAMILIES.not.split('|').some((stem) => isSaid(stem, clause, own));
}
