import { distance } from 'fastest-levenshtein';
import { withoutInvisible } from '../invisible.ts';

/** Small letters, one space between words, and nothing hidden. */
export function plain(text: string): string {
  return withoutInvisible(text).normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
}

/** All words of a plain text, each once. */
export function wordsIn(text: string): string[] {
  return [...new Set((text.match(/[\p{L}\p{N}'+#]+/gu) ?? []).map((word) => word.replace(/'s$/, '')))];
}

/** Letters of scripts that part words by spaces belong to the word; others begin one. */
const WORD = /[a-z0-9]/;

/** Whether a value stands in a text as a word or words of its own. */
export function stands(text: string, value: string): boolean {
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
export function isSlip(word: string, name: string): boolean {
  return isShortSlip(word, name) || distance(word, name) <= (name.length < 8 ? 1 : 2);
}

/** Letters that have changed places, but for the first. */
function isShortSlip(word: string, stem: string): boolean {
  const inOrder = (letters: string) => [...letters].sort().join('');
  return word === stem || (stem.length > 2 && word[0] === stem[0] && inOrder(word) === inOrder(stem));
}

/** Whether one of the words begins with a stem of FAMILIES. Short ones stand alone; of longer ones a slip of the pen is no other word. */
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
