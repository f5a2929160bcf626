import type { Atom } from './meaning.ts';

/** `last month someone pushed a key`, `a job once kept web busy for six hours`: what has been is told, whatever was done, and for how long. */
export function withoutStory(sentence: readonly Atom[]): readonly Atom[] {
  const [first, second] = sentence;
  const once = sentence.findIndex(({ words }, at) => at > 0 && /^once$/i.test(words) && isDone(sentence[at + 1]));
  const isPast = PAST.test(`${first?.words ?? ''} ${second?.words ?? ''}`);
  if (!isPast && once < 0) return sentence;
  const end = sentence.findIndex(({ meaning }, at) => at > once && meaning.tag === 'join');
  return sentence.flatMap((atom, at): readonly Atom[] => {
    const isOfStory = isPast || end < 0 || at < end;
    const isTold = atom.meaning.tag === 'minutes' || DONE.test(atom.words);
    if (at === once && at > 0) return [];
    return [isOfStory && isTold ? { ...atom, meaning: { tag: 'unknown' } } : atom];
  });
}

/** `once ran`, and not `once tagged`. */
function isDone(atom: Atom | undefined): boolean {
  return atom !== undefined && DONE.test(atom.words) && /^(?:unknown|filler|do|timeout)$/.test(atom.meaning.tag);
}

const PAST =
  /^(?:yesterday|recently|lately|last (?:week|month|year|night|quarter|time|friday|monday|sprint|release|spring|summer|autumn|winter))\b/i;
const DONE = /^(?:last|\w+ed|broke|went|got|ran|lost|kept|took|hung|ate|sat|cost|stood|had|made|left|was|were)$/i;
