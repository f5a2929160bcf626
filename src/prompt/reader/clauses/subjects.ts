import type { Atom } from '../meaning.ts';
import { type Chunk, has, isName, isSaid } from './chunks.ts';

/** Words that stand together. */
interface Spoken {
  readonly atoms: readonly Atom[];
}

/** `lint web and cart with a timeout of 10 minutes`: one name after another is a list, and what follows is for all of it; `and give cart 10 minutes` has a verb of its own. */
export function isNextName({ atoms }: Chunk, before: Spoken | undefined): boolean {
  const first = atoms.find((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  if (isPredicated(first, atoms) || isTopical(first, atoms)) return false;
  const name = before?.atoms.findLast(isSaid);
  return first !== undefined && isName(first) && name !== undefined && isName(name);
}

/** `…, and for cart add coverage`: whom the verb behind it is for. */
function isTopical(name: Atom | undefined, atoms: readonly Atom[]): boolean {
  const at = name === undefined ? -1 : atoms.indexOf(name);
  const next = atoms.slice(at + 1).find((atom) => isSaid(atom) || atom.meaning.tag === 'do')?.meaning;
  const isVerb =
    next?.tag === 'check' ? !next.isNoun : /^(?:do|remove|scan|push|publish|deploy)$/.test(next?.tag ?? '');
  return at > 0 && isVerb && /^(?:for|in|on)$/i.test(atoms[at - 1]?.words ?? '');
}

/** `cart and ledger should be linted`: names of which nothing was said yet, and one more of which it is. */
export function isSubject({ atoms, joint }: Chunk, parts: readonly Spoken[]): boolean {
  const first = atoms.find((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  const isList =
    parts.every((part) => part.atoms.every((atom) => !isSaid(atom) || isName(atom) || atom.meaning.tag === 'image')) &&
    parts.every((part) => part.atoms.some(isName));
  const isTopic = parts.some((part) => /^(?:for|in|as|with|to)$/i.test(part.atoms[0]?.words ?? ''));
  return joint === 'and' && first !== undefined && isName(first) && isList && !isTopic && isPredicated(first, atoms);
}

/** `and cart`: a name, and nothing of it. */
export function isBareName({ atoms }: Spoken): boolean {
  const said = atoms.filter(isSaid);
  return said.length === 1 && said.every(isName) && !has(atoms, 'do');
}

/** `web should be linted`: whom the wish is for stands before it. */
export function isSubjectFirst(parts: readonly Spoken[]): boolean {
  const atoms = parts.flatMap((part) => part.atoms);
  const name = atoms.find((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  return (
    name !== undefined && isName(name) && parts.some((part) => isPredicated(part.atoms.findLast(isName), part.atoms))
  );
}

/** `test web and for cart, run the linter`: whether cart is one more of the first wish, or whom the second is for, nobody can tell. */
export function isBareTopic(parts: readonly Spoken[]): boolean {
  const atoms = parts.length > 1 ? (parts.at(-1)?.atoms ?? []) : [];
  const [first, second] = atoms.map(({ words }) => words.toLowerCase());
  const isTopic = /^(for|in)$/.test((first === 'but' ? second : first) ?? '');
  return isTopic && atoms.filter(isSaid).every((atom) => isName(atom) || atom.meaning.tag === 'except');
}

/** `build ledger, and cart should be linted`: of the second name something is said. */
export function isPredicated(name: Atom | undefined, atoms: readonly Atom[]): boolean {
  if (name === undefined) return false;
  const after = atoms.slice(atoms.indexOf(name) + 1);
  // `cart images should be signed`, `the cart tests need Redis`.
  const end = after.findIndex((atom) => isSaid(atom) && !isThing(atom));
  return (end < 0 ? after : after.slice(0, end + 1)).some(({ words }) => PREDICATE.test(words));
}

function isThing({ meaning }: Atom): boolean {
  return meaning.tag === 'image' || (meaning.tag === 'check' && meaning.isNoun);
}

export const PREDICATE =
  /^(?:should|must|may|can|will|shall|ought|needs?|has|have|is|are|gets?|takes?|wants?|requires?|uses?|runs?|goes)\b/i;

/** `make sure cart`, of which the next words say what. */
export function isOpening({ atoms }: Spoken): boolean {
  const own = atoms.filter((atom) => isSaid(atom) && atom.meaning.tag !== 'remove');
  const isOpen = atoms.some(({ words }) => /\b(?:sure|certain|ensure|neither)\b/i.test(words));
  return isOpen && own.length > 0 && own.every(isName);
}

/** `make sure cart and ledger have their dependencies audited`, `neither web nor cart should be linted`: one name after another is a list, and what is said is for all of it. */
export function isWishedWith(before: Spoken | undefined, { atoms }: Spoken): boolean {
  const first = atoms.find(({ words }) => !/^nor$/i.test(words));
  const own = before?.atoms ?? [];
  const last = own.at(-1);
  const isList = first !== undefined && last !== undefined && isName(first) && isName(last);
  return isList && before !== undefined && isOpening(before);
}
