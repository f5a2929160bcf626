import { has } from '../clauses/chunks.ts';
import { type Atom, FILLER, withMeaning } from '../meaning.ts';

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

/** `nobody knows why`, `the linter has found nothing useful`: that there is none of something is told, where no word says what may not be. */
export function withoutNobody(sentence: readonly Atom[]): readonly Atom[] {
  const nobody = sentence.filter(({ words }) => /^(?:nobody|no one|nothing)$/i.test(words));
  const isBinding =
    has(sentence, 'merge', 'push', 'deploy', 'publish', 'secrets', 'flaws', 'fault', 'minutes', 'event', 'remove') ||
    sentence.some(({ words }) => /^(?:should|may|can|must|shall|let|make|want|without|but)\b/i.test(words));
  const next = sentence[sentence.indexOf(nobody[0] as Atom) + 1];
  const isTold = nobody.length === 1 && !isBinding && next?.meaning.tag === 'unknown';
  return isTold ? sentence.map((atom) => (nobody.includes(atom) ? withMeaning(atom, FILLER) : atom)) : sentence;
}
