import { closest, distance } from 'fastest-levenshtein';

/** What was probably meant: it differs in no more than a third of the letters, or was cut short, however much of it is missing. Null where nothing is near. */
export function nearestWord<T extends string>(word: string, known: readonly T[]): T | null {
  const isNamed = word.replace(/^-+/, '') !== '';
  const longer = isNamed ? known.find((one) => one.startsWith(word)) : undefined;
  const near = longer ?? known.find((one) => one === closest(word, known)) ?? null;
  return near !== null && (near === longer || distance(word, near) <= word.length / 3) ? near : null;
}
