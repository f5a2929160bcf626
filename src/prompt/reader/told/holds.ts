import { isSaid, tagged } from '../clauses/chunks.ts';
import { atomsOf, type Clause } from '../clauses/clause.ts';
import type { Atom, Tag } from '../meaning.ts';

/** Why there is nothing to do for a clause that wants what holds for every pipeline; null where it wants anything else. */
export function holdsAnyway(clause: Clause): string | null {
  const atoms = atomsOf(clause).filter((atom) => isSaid(atom) || atom.meaning.tag === 'gate');
  const isDenied =
    clause.parts.some(({ isNegated }) => isNegated) || atoms.some(({ meaning }) => meaning.tag === 'gate');
  if (!isDenied || clause.parts.length > 1 || clause.except.length > 0) return null;
  if (isOf(atoms, DELIVERY) && isOnPullRequests(atoms) && atoms.some(({ meaning }) => DELIVERED.includes(meaning.tag)))
    return 'A pull request pushes, publishes and deploys nothing anyway. There is nothing to change.';
  const shown = atoms.filter(({ words }) => SHOWN.test(words));
  if (
    shown.length > 0 &&
    isOf(
      atoms.filter((atom) => !shown.includes(atom)),
      ['remove', 'gate', 'secrets', 'selector'],
    )
  )
    return 'No secret is printed anyway. There is nothing to change.';
  return null;
}

const DELIVERED: readonly Tag[] = ['deploy', 'push', 'publish'];
const DELIVERY: readonly Tag[] = [
  ...DELIVERED,
  'remove',
  'gate',
  'event',
  'image',
  'selector',
  'environment',
  'packages',
  'when',
  'language',
];
const SHOWN =
  /^(?:prints?|printed|echo|logs?|logged|shows?|shown|expose|exposed|leak|leaks|leaked|reveal|revealed|dump)$/i;

function isOf(atoms: readonly Atom[], tags: readonly Tag[]): boolean {
  return atoms.every(({ meaning }) => tags.includes(meaning.tag));
}

function isOnPullRequests(atoms: readonly Atom[]): boolean {
  const events = tagged(atoms, 'event');
  return events.length > 0 && events.every(({ meaning }) => meaning.on === 'pull_request');
}
