import { has, isName, isSaid } from '../clauses/chunks.ts';
import { type Atom, FILLER, withMeaning } from '../meaning.ts';

/** How many of something run, in other words than `replicas`. */
export function withPods(atoms: readonly Atom[]): readonly Atom[] {
  return withAutomatic(withRange(withKeptRunning(withUpTo(atoms))));
}

/** `have three of it running`: what it is was named before. */
export function withCountedIt(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.flatMap((atom, at): readonly Atom[] =>
    /^of it$/i.test(atom.words) && atoms[at - 1]?.meaning.tag === 'number'
      ? [
          { meaning: FILLER, words: 'of' },
          { meaning: { tag: 'pronoun' }, words: 'it' },
        ]
      : [atom],
  );
}

/** `…, and up to twelve`: a joint, and an end. */
function withUpTo(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.flatMap((atom, at): readonly Atom[] =>
    /^and up$/i.test(atom.words) && /^to$/i.test(atoms[at + 1]?.words ?? '')
      ? [
          { meaning: { tag: 'join' }, words: 'and' },
          { meaning: FILLER, words: 'up' },
        ]
      : [atom],
  );
}

/** `scale cart automatically between 3 and 9 replicas`: between two ends, as scaling is. */
function withAutomatic(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'scaling')) return atoms;
  return atoms.map((atom) => (/^(?:automatically|dynamically)$/i.test(atom.words) ? withMeaning(atom, FILLER) : atom));
}

const RUNNING = /^(?:running|up|alive|around|at all|times|always|available|the time|online|live)$/i;

/** `have three of web running`, `two of it at all times`: so many replicas. */
function withKeptRunning(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ meaning }, index) => meaning.tag === 'number' && /^of$/i.test(atoms[index + 1]?.words ?? ''),
  );
  const whom = atoms[at + 2];
  const joint = atoms.findIndex(({ meaning }, index) => index > at && meaning.tag === 'join');
  const end = joint < 0 ? atoms.length : joint;
  const cue = atoms.slice(at + 3, end);
  const isOfOne = whom !== undefined && (isName(whom) || /^(?:it|them)$/i.test(whom.words));
  const isRunning =
    cue.some(({ words }) => RUNNING.test(words)) && cue.every((atom) => !isSaid(atom) || RUNNING.test(atom.words));
  const count = atoms[at];
  if (at < 0 || count?.meaning.tag !== 'number' || !isOfOne || !isRunning || has(atoms, 'check', 'minutes', 'versions'))
    return atoms;
  const value = Number(count.meaning.value);
  return atoms.map((atom, index) => {
    if (index === at) return { meaning: { tag: 'replicas', value }, words: count.words };
    return index > at + 2 && index < end ? withMeaning(atom, FILLER) : atom;
  });
}

/** `4 to 12 pods at 70 % CPU`: a range, and the load at which it is gone through, is scaling. */
function withRange(atoms: readonly Atom[]): readonly Atom[] {
  const counts = atoms.filter(
    ({ meaning }) => meaning.tag === 'number' || (meaning.tag === 'replicas' && meaning.value !== undefined),
  );
  const isOfLoad = has(atoms, 'cpu') && has(atoms, 'percent') && has(counts, 'replicas');
  const first = counts[0];
  if (
    first === undefined ||
    counts.length !== 2 ||
    !isOfLoad ||
    has(atoms, 'scaling', 'remove', 'image', 'check', 'minutes')
  )
    return atoms;
  const at = atoms.indexOf(first);
  return [...atoms.slice(0, at), { meaning: { tag: 'scaling' }, words: 'scale' }, ...atoms.slice(at)];
}
