import { distance } from 'fastest-levenshtein';
import { REAL_WORDS } from '../words/real-words.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * The word of the vocabulary that was probably meant; null where none is near, or several are equally near. Short words are corrected only
 * where two letters have changed places, and words that exist are never corrected.
 */
export function corrected(word: string, lexicon: Lexicon): string | null {
  return REAL_WORDS.has(word) ? null : nearestWord(word, lexicon);
}

/** As `corrected`, of a short word by the one before it: `as wel` is the slip of a phrase of two words, of which there is one alone. */
export function correctedBehind(before: string, word: string, { meanings, words }: Lexicon): string | null {
  if (REAL_WORDS.has(word) || !/^[\p{L}]{3,4}$/u.test(word)) return null;
  const near = [...words].filter(
    (known) => known.length > 2 && distance(word, known) === 1 && meanings.has(`${before} ${known}`),
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** As `corrected`, of a word that may exist. */
export function nearestWord(word: string, lexicon: Lexicon): string | null {
  if (!/^[\p{L}-]{3,24}$/u.test(word)) return null;
  let nearest = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const known of lexicon.words) {
    if (known.length < 3 || Math.abs(known.length - word.length) > 2) continue;
    const far = farness(word, known);
    if (far > nearest) continue;
    found = far < nearest ? [known] : [...found, known];
    nearest = far;
  }
  return found.length > 0 && nearest <= allowed(word)
    ? onlyMeaning(word, likeliest(word, found, lexicon), lexicon)
    : null;
}

/** Of several the one that stands alone, as `every` does and `very` does not; of those the one of which two letters have changed places. */
function likeliest(word: string, found: readonly string[], { meanings }: Lexicon): readonly string[] {
  const alone = found.filter((one) => meanings.has(one));
  const rest = alone.length > 0 ? alone : found;
  const swapped = rest.filter((one) => isSwapped(word, one));
  const near = swapped.length > 0 ? swapped : rest;
  const begun = near.filter((one) => one.startsWith(word.slice(0, 1)));
  return begun.length > 0 ? begun : near;
}

function farness(word: string, known: string): number {
  if (isSwapped(word, known) || isRespelled(word, known)) return 1;
  const far = distance(word, known);
  // Of a short word another letter makes another word: `link` is no `lint`; one that is missing does not: `evry`.
  const isMissing = word.length === 4 && known.length === 5;
  return far === 1 && ((word.length < 5 && !isMissing) || (word.length < 7 && word.length === known.length)) ? 2 : far;
}

function allowed(word: string): number {
  return word.length >= 9 ? 2 : 1;
}

/** The same letters, two neighbours of them the other way round. */
function isSwapped(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== known[index]);
  return (
    at >= 0 && word[at] === known[at + 1] && word[at + 1] === known[at] && word.slice(at + 2) === known.slice(at + 2)
  );
}

/** `dayly` for `daily`: one letter that is spoken as the other. */
function isRespelled(word: string, known: string): boolean {
  if (word.length !== known.length || word.length < 5) return false;
  const unlike = [...word].flatMap((letter, index) => (letter === known[index] ? [] : [`${letter}${known[index]}`]));
  return unlike.length === 1 && /^(?:iy|yi)$/.test(unlike[0] ?? '');
}

/** Two words that mean the same are one candidate. */
function onlyMeaning(word: string, found: readonly string[], { meanings }: Lexicon): string | null {
  const [first, ...others] = found;
  if (first === undefined || isOtherName(word, first, meanings) || isDerived(word, first)) return null;
  const meant = JSON.stringify(meanings.get(first));
  return others.every((other) => meant !== undefined && JSON.stringify(meanings.get(other)) === meant) ? first : null;
}

/** `unformatted` is no slip of `formatted`, nor `unpublish` of `publish`: what is put before a word may turn it. */
function isDerived(word: string, known: string): boolean {
  const before = word.slice(0, word.length - known.length);
  return before !== '' && word.endsWith(known) && before !== known.slice(0, before.length);
}

/** `recommended` is no slip of the service `recommender`: of a name another ending makes another word. */
function isOtherName(word: string, known: string, meanings: Lexicon['meanings']): boolean {
  if (meanings.get(known)?.tag !== 'selector') return false;
  const isEnding = word.length === known.length && word.slice(0, -1) === known.slice(0, -1);
  return isEnding || word.startsWith(known) || known.startsWith(word);
}
