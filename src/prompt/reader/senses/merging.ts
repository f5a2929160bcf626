import { has, isSaid } from '../clauses/chunks.ts';
import { DENIAL } from '../clauses/negation.ts';
import type { Atom, Tag } from '../meaning.ts';

/** What a merge has to wait for, and what it must not come with, said of the merge: both want the check. */
export function withMerging(atoms: readonly Atom[]): readonly Atom[] {
  return withRunBefore(withRequired(withForbidden(atoms)));
}

/** `run CI before we merge`, `the pipeline must run before anything is merged`: on pull requests, where nothing else is wished there. */
function withRunBefore(atoms: readonly Atom[]): readonly Atom[] {
  const before = atoms.findIndex(({ words }) => /^before$/i.test(words));
  const merge = atoms.findIndex((atom, at) => at > before && isMerge(atom));
  const isOfPulls = ({ meaning }: Atom): boolean => meaning.tag === 'event' && meaning.on === 'pull_request';
  const isNear = atoms
    .slice(before + 1, merge)
    .every((atom) => !isSaid(atom) || atom.meaning.tag === 'every' || isOfPulls(atom));
  const lead = atoms.slice(0, Math.max(before, 0));
  const isRun = lead.some(({ words }) => /^(?:run|runs|start|starts|trigger|execute)$/i.test(words));
  const isWhole = lead.some(({ meaning, words }) => meaning.tag === 'pipeline' || /^ci$/i.test(words));
  const isPlain = lead.every((atom) => !isSaid(atom) || atom.meaning.tag === 'pipeline');
  if (before < 1 || merge < 0 || !isNear || !isRun || !isWhole || !isPlain) return atoms;
  const behind = atoms.slice(merge + 1);
  const next = behind.find(({ words }) => !/^(?:an?|the|our|any|all|every|each)$/i.test(words));
  // `before merging feature/* into main`: where what is merged comes from starts nothing.
  if (next && has([next], 'branch', 'path', 'branch-word')) return atoms;
  // `before merging a PR into main`.
  const isSaidSo = next !== undefined && isOfPulls(next);
  const event: Atom = { meaning: { tag: 'event', on: 'pull_request' }, words: 'on pull requests' };
  return [...lead, ...(isSaidSo ? [] : [event]), ...behind];
}

const PASSING =
  /^(?:pass|passes|passed|passing|green|succeed|succeeds|succeeded|successful|successfully|clean|happy|satisfied|okay|ok|fine)$/i;
/** Behind a merge that is denied: what has to be so first. */
const UNLESS = /^(?:unless|until|till|before|as long as)$/i;
const FRAME = /^(?:before|mergeable|allowed|permitted|possible|able|mandatory|checked)$/i;
const BINDING =
  /^(?:must|should|shall|ha(?:s|ve) to|needs?|needs? to|ought to|requires?|required|requirement|prerequisite|precondition|condition|mandatory)$/i;
const CONDITION = /^(?:gate|guard|requirement|prerequisite|precondition|condition|mandatory|required)$/i;
const KEPT: readonly Tag[] = ['check', 'tool', 'selector', 'language', 'path', 'system', 'versions', 'number'];
const LEFT_OUT: readonly Tag[] = ['merge', 'only', 'when', 'event', 'branch', 'branch-word', 'do', 'pipeline', 'every'];

/** `tests must pass before a pull request can be merged`, `only merge if the tests pass`, `merging requires passing tests`. */
function withRequired(atoms: readonly Atom[]): readonly Atom[] {
  const check = atoms.findIndex(({ meaning }) => meaning.tag === 'check' || meaning.tag === 'tool');
  if (!isOfMerge(atoms) || check < 0) return atoms;
  const isUnless = isDeniedUnless(atoms, check);
  const isMet = atoms.some(({ words }) => PASSING.test(words) || CONDITION.test(words));
  if (!isUnless && (!isMet || !isPlain(atoms, []))) return atoms;
  const isBefore = atoms.some(({ words }) => /^before\b/i.test(words));
  // `merge it when the tests pass` wants the merge, and `we only merge if they pass` tells.
  const isBound = atoms.some(
    ({ words }, at) => BINDING.test(words) && (isBefore || at > check || /^requ/i.test(words)),
  );
  const isGating = atoms.some(
    ({ words }, at) => /^(?:gate|guard)$/i.test(words) && atoms.slice(0, at).some((atom) => BINDING.test(atom.words)),
  );
  const isOnly = has(atoms, 'only') && !atoms.some(({ words }) => /^(?:i|we|they|you|people|developers)$/i.test(words));
  if (!isBound && !isGating && !isOnly && !isUnless) return atoms;
  const kept = atoms.filter(
    ({ meaning, words }) => KEPT.includes(meaning.tag) || meaning.tag === 'join' || PLACE.test(words),
  );
  return [{ meaning: { tag: 'do' }, words: 'require' }, ...kept];
}

/** `nothing lands on main unless it builds`, `don't merge until the tests are green`: the check comes first. */
function isDeniedUnless(atoms: readonly Atom[], check: number): boolean {
  const unless = atoms.findIndex(({ words }) => UNLESS.test(words));
  const [closed, behind] = [atoms.slice(0, Math.max(unless, 0)), atoms.slice(unless + 1)];
  const denials = closed.filter((atom) => atom.meaning.tag === 'gate' || isDenial(atom) || /^no$/i.test(atom.words));
  const isClosed = isOfMerge(closed) && denials.length === 1 && !has(closed, 'check', 'tool', 'fault');
  const first = atoms[check];
  const isDone =
    first?.meaning.tag === 'check' &&
    /^(?:builds|compiles|lints|linted|tested|formatted|audited|built|compiled|type-checks|typechecks|type checks|type-checked|typechecked)$/i.test(
      first.words,
    );
  const isMet = behind.some(({ words }) => PASSING.test(words)) || isDone;
  return (
    unless >= 0 && check > unless && isClosed && isMet && !has(behind, 'remove', 'fault') && isPlain(atoms, denials)
  );
}

/** `nothing should get into main`, too. */
function isOfMerge(atoms: readonly Atom[]): boolean {
  return atoms.some(
    (atom, at) =>
      isMerge(atom) ||
      (/^(?:gets?|go|goes|come|comes)$/i.test(atom.words) &&
        /^(?:into|onto|to)$/i.test(atoms[at + 1]?.words ?? '') &&
        has(atoms.slice(at + 2, at + 4), 'branch') &&
        has(atoms.slice(0, at), 'gate')),
  );
}

function isMerge({ meaning, words }: Atom): boolean {
  return meaning.tag === 'merge' || /^before .*\bmerg/i.test(words);
}

const PLACE = /^(?:of|in|for|on|all|the|our|every|with)$/i;

function isPlain(atoms: readonly Atom[], denials: readonly Atom[]): boolean {
  return atoms.every(
    (atom) =>
      !isSaid(atom) ||
      denials.includes(atom) ||
      UNLESS.test(atom.words) ||
      CONDITION.test(atom.words) ||
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
  const isBlocked = ({ words }: Atom, at: number): boolean =>
    /^(?:blocked|forbidden|prevented|prohibited|disallowed|impossible)$/i.test(words) &&
    /^be$/i.test(atoms[at - 1]?.words ?? '');
  const isDenied = has(atoms, 'gate') || atoms.some(isDenial) || atoms.some(isBlocked);
  return atoms.flatMap((atom, at): readonly Atom[] => {
    const next = atoms[at + 1];
    if (/^while$/i.test(atom.words) && isDenied) return [{ ...atom, meaning: { tag: 'when' } }];
    if (isLeave(atom) && isDenial(atoms[at - 1])) return [];
    if (isDenial(atom) && next && isLeave(next))
      return [{ meaning: { tag: 'gate' }, words: `${atom.words} ${next.words}` }];
    if (/^(?:disallow|prevent|forbid|prohibit)$/i.test(atom.words) || isBlocked(atom, at))
      return [{ ...atom, meaning: { tag: 'gate' } }];
    const isUnmet =
      /^(?:doesn't|does not|don't|do not|isn't|aren't|is not)$/i.test(atom.words) && next?.meaning.tag === 'check';
    if (isUnmet && has(atoms, 'gate') && /^(?:lint|format|typecheck)$/.test(next.meaning.check))
      return [{ meaning: { tag: 'fault' }, words: 'badly' }];
    return [atom];
  });
}

function isDenial(atom: Atom | undefined): boolean {
  return atom?.meaning.tag === 'remove' && DENIAL.test(atom.words);
}

function isLeave({ words }: Atom): boolean {
  return /^(?:allow|allows|permit|let|accept)$/i.test(words);
}
