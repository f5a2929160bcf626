import { has } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';
import { TELLER } from './tellers.ts';

const TOLD: readonly Tag[] = ['filler', 'unknown', 'mood', 'pronoun'];
/** What would put off or limit the wish behind it. */
const BINDING =
  /^(?:should|must|may|can|will|would|shall|needs?|wants?|not|never|done|finished|ready|approved|reviewed)$/i;

/**
 * Leaves out what people do meanwhile where a schedule stands right behind it: `before everyone logs on in the morning, Monday to Friday at 7:00 UTC`. The
 * schedule says when; `before we deploy`, `before 7:00` and `before it is approved` stay.
 */
export function withoutLead(sentence: readonly Atom[]): readonly Atom[] {
  const pause = sentence.findIndex(({ meaning }) => meaning.tag === 'join');
  const [lead, behind] = [sentence.slice(0, Math.max(pause, 0)), sentence.slice(pause + 1)];
  const [word, who, ...rest] = lead;
  const end = behind.findIndex(({ meaning }) => meaning.tag === 'join');
  const next = end < 0 ? behind : behind.slice(0, end);
  const isSchedule = has(next, 'day') && has(next, 'time') && next.every(({ meaning }) => WHEN.includes(meaning.tag));
  const isOfPeople =
    /^(?:before|while)$/i.test(word?.words ?? '') && TELLER.test(who?.words ?? '') && !/^it$/i.test(who?.words ?? '');
  const isPlain = rest.some(({ meaning }) => meaning.tag === 'unknown') && rest.every(isTold);
  return sentence[pause]?.words === ',' && isOfPeople && isPlain && isSchedule ? behind : sentence;
}

const WHEN: readonly Tag[] = ['day', 'time', 'zone', 'every', 'filler'];

function isTold({ meaning, words }: Atom): boolean {
  return TOLD.includes(meaning.tag) && !BINDING.test(words);
}
