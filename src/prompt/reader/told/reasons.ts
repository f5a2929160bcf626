import { isSaid } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';

/** What may stand in a reason without a word having been said of it elsewhere: nothing of it could be a wish. */
export const HARMLESS: readonly Tag[] = ['unknown', 'mood', 'reason', 'when', 'after', 'pipeline', 'fault'];

/** Leaves out reasons (`because …`, `we are …`), of which every word that could be a wish is said elsewhere too. Others stay, and are asked about. */
export function withoutReasons(sentences: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  return sentences
    .map((sentence, index) => {
      const at = sentence.findIndex(
        ({ meaning }, place) => meaning.tag === 'reason' && (place === 0 || sentence.slice(0, place).some(isSaid)),
      );
      if (at < 0) return sentence;
      const kept = sentence.slice(0, at);
      const elsewhere = [...kept, ...sentences.filter((_, other) => other !== index).flat()].map(({ meaning }) =>
        JSON.stringify(meaning),
      );
      const isReason = sentence
        .slice(at + 1)
        .every(
          (atom) =>
            !isSaid(atom) || HARMLESS.includes(atom.meaning.tag) || elsewhere.includes(JSON.stringify(atom.meaning)),
        );
      return isReason && (kept.length > 0 || sentences.length > 1) ? trimmed(kept) : sentence;
    })
    .filter((sentence) => sentence.length > 0);
}

/** A comma before the reason goes with it. */
function trimmed(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.at(-1)?.meaning.tag === 'join' ? atoms.slice(0, -1) : atoms;
}
