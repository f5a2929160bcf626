import type { Atom } from '../meaning.ts';
import { has, tagged } from './chunks.ts';

/** When something is delivered, and the words that say so. */
export interface Moment {
  readonly on: 'default-branch' | 'tag' | 'manual' | 'pull-request' | 'unclear';
  readonly atoms: readonly Atom[];
}

/** The moment that some words name; null where they name none. */
export function momentIn(atoms: readonly Atom[]): Moment | null {
  const events = tagged(atoms, 'event');
  const branches = tagged(atoms, 'branch');
  const words = [...events, ...branches, ...tagged(atoms, 'branch-word', 'merge', 'every', 'when', 'only')];
  // `when main changes`.
  const changes = events.length === 0 && !has(atoms, 'path') ? tagged(atoms, 'touching') : [];
  const after = has(atoms, 'merge') ? tagged(atoms, 'after') : [];
  const isMerged = branches.length === 0 && has(atoms, 'merge') && has(atoms, 'after', 'when', 'every');
  // `after each merge`, `when a pull request is merged`: what is merged stands on the default branch then.
  if (isMerged && events.every(({ meaning }) => meaning.on === 'pull_request'))
    return { on: 'default-branch', atoms: [...words, ...after] };
  // `once a pull request is merged into main`: what is pushed to is the branch.
  if (isMergedInto(atoms)) return { on: whichOf([], branches), atoms: [...words, ...after] };
  if (events.length === 0 && branches.length === 0) return null;
  return { on: whichOf(events, branches), atoms: [...words, ...changes, ...after] };
}

function whichOf(
  events: ReturnType<typeof tagged<'event'>>,
  branches: ReturnType<typeof tagged<'branch'>>,
): Moment['on'] {
  const names = [...new Set(events.map(({ meaning }) => meaning.on))];
  if (names.length > 1 || branches.length > 1) return 'unclear';
  const [event] = names;
  const isDefault = branches.every(({ meaning }) => meaning.name === null || /^(main|master)$/.test(meaning.name));
  if (branches.length > 0)
    return isDefault && (event === undefined || event === 'push')
      ? 'default-branch'
      : event === 'pull_request'
        ? 'pull-request'
        : 'unclear';
  if (event === 'tag' || event === 'manual') return event;
  return event === 'pull_request' ? 'pull-request' : 'unclear';
}

/** A pull request that is merged, and a branch behind that which it is merged into. */
function isMergedInto(atoms: readonly Atom[]): boolean {
  const merge = atoms.findIndex(
    ({ meaning, words }) => meaning.tag === 'merge' && /^(?:merge|land|get|go|make|slip)/i.test(words),
  );
  const request = atoms.findIndex(({ meaning }) => meaning.tag === 'event');
  const branch = atoms.findIndex(({ meaning }) => meaning.tag === 'branch');
  const isOfRequests = tagged(atoms, 'event').every(({ meaning }) => meaning.on === 'pull_request');
  return request >= 0 && isOfRequests && merge > request && branch > merge && has(atoms, 'after', 'when', 'every');
}
