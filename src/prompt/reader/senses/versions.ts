import { has, tagged } from '../clauses/chunks.ts';
import type { Atom, Meaning } from '../meaning.ts';

/** `the Java tests ought to run on 17 as well as 21`: bare numbers behind `on`, where code is run and nothing else is counted, are versions of what it runs on. */
export function withBareVersions(atoms: readonly Atom[]): readonly Atom[] {
  if (!isOfRuns(atoms)) return atoms;
  const at = atoms.findIndex(({ words }, index) => isBefore(words, atoms) && isNumber(atoms[index + 1]));
  if (at < 0) return atoms;
  let end = at + 1;
  while (isNumber(atoms[end]) || (atoms[end]?.meaning.tag === 'join' && isNumber(atoms[end + 1]))) end += 1;
  const values = atoms.slice(at + 1, end).flatMap(({ meaning }) => (meaning.tag === 'number' ? [meaning.value] : []));
  const isAll = atoms.filter(isNumber).length === values.length;
  const isChosen = atoms.slice(at + 1, end).some(({ words }) => /^or$/i.test(words));
  if (!isAll || isChosen) return atoms;
  const meaning: Meaning = { tag: 'versions', tool: null, values };
  const words = atoms.slice(at + 1, end).map((atom) => atom.words);
  return [...atoms.slice(0, at + 1), { meaning, words: words.join(' ') }, ...atoms.slice(end)];
}

const MOVING = /^(?:bump|upgrade|downgrade|move|migrate|switch)$/i;

/** `on 22`, and `to 22` where something is moved to it. */
function isBefore(words: string, atoms: readonly Atom[]): boolean {
  return (
    /^(?:on|against|under)$/i.test(words) ||
    (/^to$/i.test(words) && tagged(atoms, 'adjust').some((atom) => MOVING.test(atom.words)))
  );
}

/** Code that is tested or built or gets another version, and nothing that numbers are said of. */
function isOfRuns(atoms: readonly Atom[]): boolean {
  const isTested = atoms.some(({ meaning }) => meaning.tag === 'check' && /^(?:test|build)$/.test(meaning.check));
  return (
    (isTested ? has(atoms, 'selector', 'language') : has(atoms, 'adjust') && has(atoms, 'language')) &&
    !has(
      atoms,
      'versions',
      'span',
      'day',
      'time',
      'every',
      'event',
      'replicas',
      'scaling',
      'label',
      'label-word',
      'bound',
      'timeout',
      'unit',
      'database',
      'unknown',
    )
  );
}

function isNumber(atom: Atom | undefined): boolean {
  return atom?.meaning.tag === 'number';
}
