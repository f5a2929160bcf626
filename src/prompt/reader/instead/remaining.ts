import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';

type Kind = 'versions' | 'system' | 'platform';
const KINDS: readonly Kind[] = ['versions', 'system', 'platform'];

/** What may stand beside what goes: whose it is, and what is done there. */
const BESIDE: readonly Tag[] = ['remove', 'check', 'image', 'selector', 'language', 'path'];
const KEPT =
  /^(?:keep|keeps|leave|only|just|stay|stays|stay on|stick to|on|for|to|with|test|build|run|use|the|it|is|are|enough|sufficient|plenty|fine|remain|remains|should|be|will|do)$/i;

/**
 * One of several goes, and all that remain are said: `drop Node 20 from the web matrix, keep 22 and 24`, `no arm builds for web, amd64 only`. Those that
 * remain are what is wished; where anything else is said, all stays as it is.
 */
export function withRemaining(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ meaning }) => meaning.tag === 'join');
  const [head, tail] = [atoms.slice(0, Math.max(at, 0)), atoms.slice(at + 1)];
  const kind = KINDS.find((tag) => has(head, tag));
  const [gone, ...more] = kind ? head.filter(({ meaning }) => meaning.tag === kind) : [];
  if (
    !kind ||
    !gone ||
    more.length > 0 ||
    tagged(head, 'remove').length !== 1 ||
    !head.every((one) => isBeside(one, gone))
  )
    return atoms;
  const left = remainingIn(tail, gone);
  return left === null ? atoms : wishFor({ kind, gone }, left, head.filter(isName));
}

function isBeside(atom: Atom, gone: Atom): boolean {
  return atom === gone || !isSaid(atom) || BESIDE.includes(atom.meaning.tag) || /^matrix$/i.test(atom.words);
}

/** All that remain, as atoms of the kind of what goes; null where more is said, or that is among them. */
function remainingIn(tail: readonly Atom[], gone: Atom): readonly Atom[] | null {
  const values = tail.filter((atom) => isAlike(atom, gone));
  const isPlain = tail.every((atom) => values.includes(atom) || atom.meaning.tag === 'join' || KEPT.test(atom.words));
  const isSaidToStay = tail.some(({ words }) =>
    /^(?:keep|leave|only|just|stays?|enough|remains?|sufficient)/i.test(words),
  );
  const known = new Set(valuesOf(gone));
  const isOther = values.length > 0 && !values.some((atom) => valuesOf(atom).some((value) => known.has(value)));
  return isPlain && isSaidToStay && isOther ? values : null;
}

function isAlike({ meaning }: Atom, gone: Atom): boolean {
  if (gone.meaning.tag !== 'versions') return meaning.tag === gone.meaning.tag;
  const isOfTool = meaning.tag === 'versions' && (meaning.tool === null || meaning.tool === gone.meaning.tool);
  return meaning.tag === 'number' || isOfTool;
}

function valuesOf({ meaning }: Atom): readonly string[] {
  if (meaning.tag === 'versions') return meaning.values;
  if (meaning.tag === 'number') return [meaning.value];
  return [JSON.stringify(meaning)];
}

interface Gone {
  readonly kind: Kind;
  readonly gone: Atom;
}

const USE: Atom = { meaning: { tag: 'do' }, words: 'use' };
const FOR: Atom = { meaning: { tag: 'filler' }, words: 'for' };
const AND: Atom = { meaning: { tag: 'join' }, words: 'and' };
const BUILT: readonly Atom[] = [
  { meaning: { tag: 'check', check: 'build', isNoun: false }, words: 'build' },
  { meaning: { tag: 'image' }, words: 'image' },
];

function wishFor({ kind, gone }: Gone, left: readonly Atom[], names: readonly Atom[]): readonly Atom[] {
  const values =
    kind === 'versions' ? [versionsOf(left, gone)] : left.flatMap((one, at) => (at === 0 ? [one] : [AND, one]));
  const whose = names.length > 0 ? [FOR, ...names] : [];
  return kind === 'platform' ? [...BUILT, ...whose, FOR, ...values] : [USE, ...values, ...whose];
}

/** `22 and 24` as versions of what goes. */
function versionsOf(left: readonly Atom[], gone: Atom): Atom {
  const tool = gone.meaning.tag === 'versions' ? gone.meaning.tool : null;
  const words = left.map((atom) => atom.words).join(' and ');
  return { meaning: { tag: 'versions', tool, values: left.flatMap(valuesOf) }, words };
}
