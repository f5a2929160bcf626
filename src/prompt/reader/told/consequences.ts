import { has } from '../clauses/chunks.ts';
import { isImperative } from '../clauses/imperative.ts';
import type { Atom } from '../meaning.ts';

/** How loudly something has to be said, and who says it. */
const LOUD =
  /^(?:fail|fails|break|breaks|block|blocks|stop|stops|abort|aborts|reject|refuse|red|cross|alarm|error|complain|complains|shout|yell|scream|tell|alert|notify|hear|know)$/i;
const AROUND =
  /^(?:please|then|so|also|and|i|we|you|want|need|like|would|to|ci|the|a|an|let|make|have|should|must|has|it|this|that|build|pipeline|workflow|run|job|check|merge|pull|request|pr|us|me|see|get|give|show|go|goes|turn|turns|about|of|,)$/i;
const BAD =
  /^(?:less|lower|below|under|worse|fewer|missed|fails?|failing|failed|red|broken|breaks|found|finds|errors?|problems?|issues?|findings?|wrong|amiss|not|isn't|aren't|doesn't|don't|complains?|unhappy)$/i;
const SOMETHING =
  /^(?:it|it's|they|that|this|one|some|any|something|anything|is|are|was|been|being|be|has|have|gets?|do|does|there|the|a|case|so|ever|of|them|check|checks)$/i;

/** Leaves out what should happen where a check fails that is wished right before it: `…, and fail the build if it is less`. A check does so in any case. */
export function withoutConsequences(sentences: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  const kept: (readonly Atom[])[] = [];
  for (const sentence of sentences) {
    const before = kept.at(-1);
    if (before && isChecked(before) && isConsequence(sentence)) continue;
    const joint = sentence.findLastIndex(
      ({ meaning }, at) => meaning.tag === 'join' && isConsequence(sentence.slice(at + 1)),
    );
    const end = sentence[joint - 1]?.meaning.tag === 'join' ? joint - 1 : joint;
    kept.push(joint > 0 && isChecked(sentence.slice(0, end)) ? sentence.slice(0, end) : sentence);
  }
  return kept;
}

function isConsequence(atoms: readonly Atom[]): boolean {
  const when = atoms.findIndex(({ meaning }) => meaning.tag === 'when');
  const [lead, told] = [wordsOf(atoms.slice(0, Math.max(when, 0))), wordsOf(atoms.slice(when + 1))];
  return (
    lead.some((word) => LOUD.test(word)) &&
    lead.every((word) => LOUD.test(word) || AROUND.test(word)) &&
    told.some((word) => BAD.test(word)) &&
    told.every((word) => BAD.test(word) || SOMETHING.test(word))
  );
}

function wordsOf(atoms: readonly Atom[]): string[] {
  return atoms.flatMap(({ words }) => words.split(' '));
}

/** `lint web`, `cart needs 80 % coverage`: a wish for something that can fail. */
function isChecked(atoms: readonly Atom[]): boolean {
  const isWished =
    isImperative(atoms) ||
    has(atoms, 'percent') ||
    atoms.some(({ words }) => /^(?:should|must|has to|have to|needs?|ought to|want|please)$/i.test(words));
  return (
    isWished && has(atoms, 'check', 'tool', 'scan') && !has(atoms, 'remove', 'off', 'gate', 'fault', 'limit', 'doubt')
  );
}
