import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

/** `the cart tests hang without a Redis 7`, `if there is no Redis 7, cart can't be tested`: what tests cannot do without, they need. */
export function withNeeds(atoms: readonly Atom[]): readonly Atom[] {
  const lack = lackIn(atoms);
  if (!lack || has(atoms, 'gate')) return atoms;
  const { from, end, database } = lack;
  const left = atoms.slice(0, from).findLastIndex(({ meaning }) => meaning.tag === 'join') + 1;
  const isFirst = atoms.slice(left, from).every((atom) => !isSaid(atom) && !isWho(atom));
  // `without a Redis 7, cart can't be tested`.
  const begin = isFirst && atoms[end]?.meaning.tag === 'join' ? end + 1 : end;
  const next = atoms.findIndex(({ meaning }, at) => at >= begin && meaning.tag === 'join');
  const right = isFirst && next >= 0 ? next : isFirst ? atoms.length : end;
  const who = isFirst ? atoms.slice(begin, right) : atoms.slice(left, from);
  if (!isLost(who)) return atoms;
  const needy = who.filter((atom) => isWho(atom) || isTest(atom));
  return [
    ...atoms.slice(0, left),
    ...needy,
    { meaning: { tag: 'do' }, words: 'need' },
    database,
    ...atoms.slice(right),
  ];
}

interface Lack {
  readonly from: number;
  readonly end: number;
  readonly database: Atom;
}

const AROUND =
  /^(?:a|an|any|the|real|running|working|local|own|beside (?:it|them)|next to (?:it|them)|alongside|instance|server|container|around|there|up|available|at hand|in place)$/i;

/** `without a Redis 7 beside them`, `when there is no Redis 7`: the only database that is spoken of. */
function lackIn(atoms: readonly Atom[]): Lack | null {
  const [database, ...more] = tagged(atoms, 'database');
  if (!database || more.length > 0) return null;
  const at = atoms.indexOf(database);
  const no = atoms.slice(0, at).findLastIndex(({ words }) => !AROUND.test(words));
  const from = /^(?:without|w\/o)$/i.test(atoms[no]?.words ?? '') ? no : whenBefore(atoms, no);
  const behind = atoms.slice(at + 1).findIndex(({ words }) => !AROUND.test(words));
  return from < 0 ? null : { from, end: behind < 0 ? atoms.length : at + 1 + behind, database };
}

/** The place of the `when` of `when there is no`; -1 where there is none. */
function whenBefore(atoms: readonly Atom[], no: number): number {
  if (!/^no$/i.test(atoms[no]?.words ?? '')) return -1;
  const lead = atoms.slice(0, no);
  const when = lead.findLastIndex(({ meaning }) => meaning.tag === 'when');
  const isThere = /^there(?: is|'s)?(?: is)?$/i.test(
    lead
      .slice(when + 1)
      .map(({ words }) => words)
      .join(' '),
  );
  return isThere ? when : -1;
}

const DENIED = /^(?:can't|cannot|can not|won't|don't|doesn't|do not|does not|never|not)$/i;
const LOST = /^(?:fails?|breaks?|hangs?|crash|crashes|dies?|die|stalls?|times? out|go(?:es)? red|is red|are red|cry)$/i;
/** What would have them fail, or tells how it was once. */
const WISHED = /^(?:should|must|shall|may|let|make|want|wants|have to|has to|need to|yesterday|once)$/i;

/** `its tests just time out`, `cart cannot be tested`: of somebody, and that it does not work. */
function isLost(atoms: readonly Atom[]): boolean {
  const first = atoms.find((atom) => isSaid(atom) || isWho(atom));
  const lost = atoms.filter(({ words }) => LOST.test(words) || DENIED.test(words));
  const isPlain = atoms.every(
    (atom) =>
      !isSaid(atom) ||
      isName(atom) ||
      isTest(atom) ||
      lost.includes(atom) ||
      /^(?:just|simply|forever|always|immediately|at once|every time|all the time|sometimes)$/i.test(atom.words),
  );
  const isSubject = first !== undefined && (isWho(first) || isTest(first));
  return (
    isSubject && lost.length === 1 && isPlain && atoms.some(isWho) && !atoms.some(({ words }) => WISHED.test(words))
  );
}

function isWho(atom: Atom): boolean {
  return isName(atom) || /^(?:its|their|it|they)$/i.test(atom.words);
}

function isTest({ meaning }: Atom): boolean {
  return meaning.tag === 'check' && meaning.check === 'test';
}
