import { isSaid } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';
import { TELLER } from './tellers.ts';

/** What may stand in an aside without anything being wished, limited or turned there. */
const TOLD: readonly Tag[] = ['filler', 'unknown', 'mood', 'pronoun', 'reason', 'fault'];
/** What may be wished, or put off: then it is no aside. */
const BINDING =
  /^(?:should|must|may|might|could|can|will|would|shall|needs?|needed|wants?|wanted|please|let|let's|make sure|make sure that|later|soon|yet|tomorrow|next|first|last|eventually|someday|already|optional|temporary|temporarily|experimental|all|any|both|for|in|on|at|to|with|via|through|into|from)$/i;

/**
 * Leaves out what is told in brackets: `lint all services but ledger (nobody has time for its warnings this quarter)`. Somebody of whom no wish is made does
 * something there, in words that none is made of; `(not yet)`, `(on tags)` and `(Python only)` stay.
 */
export function withoutAsides(atoms: readonly Atom[]): readonly Atom[] {
  const open = atoms.findIndex(({ words }) => words === '(');
  const length = atoms.slice(open + 1).findIndex(({ words }) => /^[()]$/.test(words));
  if (open < 0 || length < 0) return atoms;
  const [before, behind] = [atoms.slice(0, open), atoms.slice(open + length + 2)];
  const own = atoms.slice(open + 1, open + 1 + length);
  const isClosed = atoms[open + 1 + length]?.words === ')';
  if (isClosed && isAside(own)) return [...before, ...withoutAsides(behind)];
  return [...atoms.slice(0, open + 1), ...withoutAsides(atoms.slice(open + 1))];
}

function isAside(atoms: readonly Atom[]): boolean {
  const [first, ...rest] = atoms;
  if (first === undefined || !rest.every(isPlain)) return false;
  const [verb] = rest;
  const isTold = rest.some(({ meaning }) => meaning.tag === 'unknown');
  // `(it is postponed)` may put off what is wished.
  if (NOBODY.test(first.words))
    return isTold && (/^(?:has|have)$/i.test(verb?.words ?? '') || verb?.meaning.tag === 'unknown');
  return TELLER.test(first.words) && rest.some(({ meaning }) => meaning.tag === 'mood') && !isTold;
}

const NOBODY = /^(?:nobody|no one)$/i;

/** `has time for` is no limit of time, and `for its warnings` no target. */
function isPlain(atom: Atom, at: number, rest: readonly Atom[]): boolean {
  const isTime = /^time$/i.test(atom.words) && /^(?:has|have)$/i.test(rest[at - 1]?.words ?? '');
  const isFor = /^for$/i.test(atom.words) && /^(?:time|its|it|them|their|this)$/i.test(rest[at - 1]?.words ?? '');
  return isTime || isFor || (TOLD.includes(atom.meaning.tag) && !BINDING.test(atom.words));
}

/** `lint cart (cancelled)`, `[off] lint cart`: whether the wish is struck out or what it wishes should go nobody can tell. */
export function withStruckOut(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    if (atom.meaning.tag !== 'remove' && atom.meaning.tag !== 'off') return atom;
    const open = atoms.slice(0, at).findLastIndex(({ words }) => /^[([]$/.test(words));
    const behind = atoms.findIndex(({ words }, place) => place > at && /^[)\]]$/.test(words));
    const own = open < 0 ? [] : atoms.slice(open + 1, behind < 0 ? undefined : behind);
    const isStruck = own.includes(atom) && own.every((one) => one === atom || !isSaid(one));
    return isStruck ? { ...atom, meaning: { tag: 'unknown' } } : atom;
  });
}
