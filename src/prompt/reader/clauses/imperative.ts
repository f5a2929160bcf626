import type { Atom } from '../meaning.ts';

/** Whether words begin with a verb that wishes: `lint it`, `please have it linted`. */
export function isImperative(atoms: readonly Atom[]): boolean {
  const [first] = atoms.filter(({ words }) => !/^(?:so|then|please|just|pls)$/i.test(words));
  if (first === undefined) return false;
  const { meaning, words } = first;
  const isVerb =
    meaning.tag === 'check' ? !meaning.isNoun : /^(?:do|remove|deploy|publish|push|scan|extra)$/.test(meaning.tag);
  return (
    isVerb ||
    /^(?:have|let|make|get|cap|limit|time out|time out after|ensure|make sure|make sure that|ensure that|see to it that)$/i.test(
      words,
    )
  );
}
