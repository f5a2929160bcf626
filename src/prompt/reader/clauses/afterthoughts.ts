import type { Atom } from '../meaning.ts';
import { has, isSaid } from './chunks.ts';

/**
 * Leaves out what is told behind a wish to say why (`stop formatting ledger, nobody cares`, `lint web. It is a mess.`): somebody or something of
 * which there was a word already, and how it is, in words that no wish is made of. All else stays, and is asked about.
 */
export function withoutAfterthoughts(sentences: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  const kept: (readonly Atom[])[] = [];
  for (const sentence of sentences) {
    const before = kept.flat();
    if (before.some(isSaid) && isMood(sentence, before)) continue;
    const at = sentence.findLastIndex(isBreak);
    const [wish, behind] = [sentence.slice(0, Math.max(at, 0)), sentence.slice(at + 1)];
    kept.push(wish.some(isSaid) && isMood(behind, [...before, ...wish]) ? wish : sentence);
  }
  return kept;
}

/** A comma or a dash. */
function isBreak({ meaning, words }: Atom): boolean {
  return (meaning.tag === 'join' && words === ',') || /^[-\u2013\u2014(]$/.test(words);
}

const WHO =
  /^(?:it|they|this|that|which|these|those|i|we|everyone|everybody|people|nobody|no one|someone|somebody|the team|team)$/i;
const PLAIN =
  /^(?:is|are|am|have|has|been|been|the|a|our|my|us|me|all|always|again|still|really|simply|now|so|code|service|of|in|for|and)$/i;

/** Whether words only say how somebody or something is that was spoken of before. */
function isMood(atoms: readonly Atom[], before: readonly Atom[]): boolean {
  const known = new Set(before.map(({ meaning }) => JSON.stringify(meaning)));
  const own = atoms.filter(({ words }) => !/^[)\]]$/.test(words));
  const [first, ...rest] = own.filter(
    ({ words, meaning }) => !/^(?:the|our|because|since|and|as|so)$/i.test(words) && meaning.tag !== 'reason',
  );
  if (!first || !has(rest, 'mood')) return false;
  const isKnown = (atom: Atom): boolean =>
    /^(?:selector|language|check|tool|image|timeout|extra)$/.test(atom.meaning.tag) &&
    known.has(JSON.stringify(atom.meaning));
  return (
    (WHO.test(first.words) || isKnown(first)) &&
    rest.every(
      (atom) =>
        atom.meaning.tag === 'mood' || isKnown(atom) || PLAIN.test(atom.words) || /^(?:it|them)$/i.test(atom.words),
    )
  );
}
