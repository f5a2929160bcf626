import { has, isSaid } from '../chunks.ts';
import type { Atom, Tag } from '../meaning.ts';

/** What a merge has to wait for, and what it must not come with, said of the merge: both want the check. */
export function withMerging(atoms: readonly Atom[]): readonly Atom[] {
  return withRequired(withForbidden(atoms));
}

const PASSING = /^(?:pass|passes|passed|passing|green|succeed|succeeds|succeeded|successful|successfully|clean)$/i;
const FRAME = /^(?:before|mergeable|allowed|permitted|possible|able|mandatory|checked)$/i;
const BINDING = /^(?:must|should|shall|ha(?:s|ve) to|needs?|needs? to|ought to|requires?|required)$/i;
const KEPT: readonly Tag[] = ['check', 'tool', 'selector', 'language', 'path', 'system', 'versions', 'number'];
const LEFT_OUT: readonly Tag[] = ['merge', 'only', 'when', 'event', 'branch', 'branch-word', 'do', 'pipeline', 'every'];

/** `tests must pass before a pull request can be merged`, `only merge if the tests pass`, `merging requires passing tests`. */
function withRequired(atoms: readonly Atom[]): readonly Atom[] {
  const check = atoms.findIndex(({ meaning }) => meaning.tag === 'check' || meaning.tag === 'tool');
  if (!atoms.some(isMerge) || check < 0 || !atoms.some(({ words }) => PASSING.test(words)) || !isPlain(atoms))
    return atoms;
  const isBefore = atoms.some(({ words }) => /^before\b/i.test(words));
  // `merge it when the tests pass` wants the merge, and `we only merge if they pass` tells.
  const isBound = atoms.some(
    ({ words }, at) => BINDING.test(words) && (isBefore || at > check || /^requ/i.test(words)),
  );
  const isOnly = has(atoms, 'only') && !atoms.some(({ words }) => /^(?:i|we|they|you|people|developers)$/i.test(words));
  if (!isBound && !isOnly) return atoms;
  const kept = atoms.filter(
    ({ meaning, words }) => KEPT.includes(meaning.tag) || meaning.tag === 'join' || PLACE.test(words),
  );
  return [{ meaning: { tag: 'do' }, words: 'require' }, ...kept];
}

function isMerge({ meaning, words }: Atom): boolean {
  return meaning.tag === 'merge' || /^before .*\bmerg/i.test(words);
}

const PLACE = /^(?:of|in|for|on|all|the|our|every|with)$/i;

function isPlain(atoms: readonly Atom[]): boolean {
  return atoms.every(
    (atom) =>
      !isSaid(atom) ||
      atom.meaning.tag === 'join' ||
      KEPT.includes(atom.meaning.tag) ||
      (LEFT_OUT.includes(atom.meaning.tag) && !isOtherEvent(atom)) ||
      PASSING.test(atom.words) ||
      FRAME.test(atom.words),
  );
}

function isOtherEvent({ meaning }: Atom): boolean {
  return meaning.tag === 'event' && meaning.on !== 'pull_request';
}

/** `do not allow merging if lint fails`, `block merges when web does not type check`, `must not be merged while the tests fail`. */
function withForbidden(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'merge') || !has(atoms, 'check', 'tool')) return atoms;
  const isDenied = has(atoms, 'gate') || atoms.some(isDenial);
  return atoms.flatMap((atom, at): readonly Atom[] => {
    const next = atoms[at + 1];
    if (/^while$/i.test(atom.words) && isDenied) return [{ ...atom, meaning: { tag: 'when' } }];
    if (isLeave(atom) && isDenial(atoms[at - 1])) return [];
    if (isDenial(atom) && next && isLeave(next))
      return [{ meaning: { tag: 'gate' }, words: `${atom.words} ${next.words}` }];
    if (/^(?:disallow|prevent|forbid|prohibit)$/i.test(atom.words)) return [{ ...atom, meaning: { tag: 'gate' } }];
    const isUnmet =
      /^(?:doesn't|does not|don't|do not|isn't|aren't|is not)$/i.test(atom.words) && next?.meaning.tag === 'check';
    if (isUnmet && has(atoms, 'gate') && /^(?:lint|format|typecheck)$/.test(next.meaning.check))
      return [{ meaning: { tag: 'fault' }, words: 'badly' }];
    return [atom];
  });
}

function isDenial(atom: Atom | undefined): boolean {
  return (
    atom?.meaning.tag === 'remove' &&
    /^(?:not|do not|don't|dont|never|must not|should not|shouldn't|may not|cannot|can't)$/i.test(atom.words)
  );
}

function isLeave({ words }: Atom): boolean {
  return /^(?:allow|allows|permit|let|accept)$/i.test(words);
}
