import type { Atom, Of, Tag } from '../meaning.ts';

/** What stands between two joints of a sentence: `lint`, `and test web`. */
export interface Chunk {
  readonly atoms: readonly Atom[];
  readonly sentence: number;
  /** Whether a colon ends it: what follows is about it. */
  readonly isTopic: boolean;
  /** The word that joins it to what stands before, in small letters; empty where none does. */
  readonly joint: string;
}

/** Cuts atoms at sentences, commas and conjunctions. Empty chunks are left out. */
export function chunksOf(sentences: readonly (readonly Atom[])[]): Chunk[] {
  return sentences
    .map(withoutAllBut)
    .map(withButChecks)
    .flatMap((atoms, sentence) => {
      const chunks: Chunk[] = [];
      let open: Atom[] = [];
      let joint = '';
      const close = (isTopic: boolean): void => {
        if (open.length > 0) chunks.push({ atoms: open, sentence, isTopic, joint });
        open = [];
        joint = '';
      };
      for (const atom of atoms) {
        if (isButNames(atom, atoms) || isNotNames(atom, atoms)) {
          close(false);
          open = [{ ...atom, meaning: { tag: 'except' } }];
        } else if (atom.meaning.tag === 'join') {
          close(atom.words === ':');
          joint = isDash(atom) ? ',' : atom.words.toLowerCase();
        }
        // `not` after a wish turns what comes, not what was.
        else if (atom.meaning.tag === 'except' || isTurn(atom, open)) {
          close(false);
          open = [atom];
        } else open = [...open, atom];
      }
      close(false);
      return chunks;
    });
}

/** `lint web - and give cart 20 minutes`: a dash by itself parts as a comma does. */
export function withDashes(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom) => (isDash(atom) ? { ...atom, meaning: { tag: 'join' } } : atom));
}

const VALUES: readonly Tag[] = ['number', 'percent', 'minutes', 'quantity', 'replicas', 'versions', 'cpu'];

/** `coverage for recommender: 80%, for cart: 75%`: between whom a wish is for and its value a colon parts nothing. */
export function withoutColons(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const [lead, name, next] = [atoms[at - 2], atoms[at - 1], atoms[at + 1]];
    const isBetween = name !== undefined && isName(name) && VALUES.includes(next?.meaning.tag ?? 'unknown');
    const isFor = /^(?:for|of|in)$/i.test(lead?.words ?? '');
    // `its tests need a database: MySQL 8`.
    const isCalled = atom.words === ':' && name?.meaning.tag === 'container' && next?.meaning.tag === 'database';
    if (isCalled) return { ...atom, meaning: { tag: 'filler' } };
    return atom.words === ':' && isBetween && isFor ? { ...atom, meaning: { tag: 'filler' } } : atom;
  });
}

function isDash({ words }: Atom): boolean {
  return /^[\u2013\u2014-]$/.test(words);
}

/** `lint everything but do not lint web`: no exception, but a turn. */
function withoutAllBut(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (
      /^not$/i.test(atom.words) &&
      /^(?:everything|all) but$/i.test(atoms[at - 1]?.words ?? '') &&
      isOnlyNames(atoms.slice(at + 1))
    )
      return [];
    const isTurned = atom.meaning.tag === 'except' && atoms[at + 1]?.meaning.tag === 'remove';
    const all = isTurned ? /^(everything|all) but$/i.exec(atom.words)?.[1] : undefined;
    if (all === undefined) return [atom];
    // `everything but not web` says the same as `everything but web`.
    if (/^not$/i.test(atoms[at + 1]?.words ?? '') && isOnlyNames(atoms.slice(at + 2))) return [atom];
    return [
      { words: all, meaning: { tag: 'selector', selectors: [{ all: true }] } },
      { words: 'but', meaning: { tag: 'join' } },
    ];
  });
}

/** `all checks but lint`, `everything besides the tests`: what is left out is a check, and none that is wished. */
function withButChecks(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at): Atom => {
    if (atom.meaning.tag !== 'join' || !/^(?:but|besides)$/i.test(atom.words)) return atom;
    const before = atoms.slice(Math.max(0, at - 3), at);
    const isOfAll =
      /(?:^| )(?:all|any|every|each)(?: of)?(?: the| our)? checks?$/i.test(
        before.map(({ words }) => words).join(' '),
      ) ||
      (/^besides$/i.test(atom.words) && /^(?:everything|all|anything)$/i.test(before.at(-1)?.words ?? ''));
    const next = atoms.slice(at + 1).find(isSaid)?.meaning.tag;
    return isOfAll && next === 'check' ? { ...atom, meaning: { tag: 'unknown' } } : atom;
  });
}

export function isOr({ meaning, words }: Atom): boolean {
  return meaning.tag === 'join' && /^or$/i.test(words);
}

/** `every service but web`: behind a `but` with names alone stands what is left out. */
function isButNames(atom: Atom, atoms: readonly Atom[]): boolean {
  const at = atoms.indexOf(atom);
  const before = atoms.slice(0, at).findLast(isSaid)?.meaning;
  // `everything besides ledger`: of which ledger is one in any case.
  const isOfAll = before?.tag === 'selector' && before.selectors.some((one) => 'all' in one);
  const behind = atoms.slice(at + 1);
  const isNamed = behind.filter(isSaid).slice(0, 1).some(isName);
  if (isOfAll && /^besides$/i.test(atom.words)) return isNamed;
  // `give all services but ledger 10 minutes`.
  const end = behind.findIndex(({ meaning }) => meaning.tag === 'join');
  const own = end < 0 ? behind : behind.slice(0, end);
  if (isOfAll && /^but$/i.test(atom.words) && isNamed && own.every(isNameOrValue)) return true;
  return atom.meaning.tag === 'join' && /^but$/i.test(atom.words) && isOnlyNames(behind);
}

/** What may stand behind who is left out without being a wish of its own. */
function isNameOrValue(atom: Atom): boolean {
  if (!isSaid(atom)) return atom.meaning.tag !== 'do' && !MODAL.test(atom.words);
  return isName(atom) || has([atom], ...GIVEN);
}

const MODAL = /^(?:should|must|shall|can|may|will|would|could|need|needs|has to|have to|is|are|gets?|has|have)$/i;
const GIVEN: readonly Tag[] = [
  ...(['minutes', 'replicas', 'quantity', 'database', 'memory', 'cpu', 'runner', 'label', 'label-word'] as const),
  ...(['system', 'versions', 'number'] as const),
];

/** `lint cart, not web`: what is left out is said once more, where nothing else is turned. */
function isNotNames(atom: Atom, atoms: readonly Atom[]): boolean {
  const at = atoms.indexOf(atom);
  const isNot = atom.meaning.tag === 'remove' && /^not(?: for| in)?$/i.test(atom.words);
  const before = atoms.slice(0, at);
  return (
    isNot &&
    before.at(-1)?.meaning.tag === 'join' &&
    before.some(isName) &&
    !has(before, 'remove', 'off', 'except', 'rest') &&
    isOnlyNames(atoms.slice(at + 1))
  );
}

/** Whether nothing but names stands before the next joint. */
function isOnlyNames(after: readonly Atom[]): boolean {
  const end = after.findIndex(({ meaning }) => meaning.tag === 'join');
  const said = (end < 0 ? after : after.slice(0, end)).filter(isSaid);
  return (
    said.length > 0 && said.every(({ meaning: { tag } }) => tag === 'selector' || tag === 'language' || tag === 'path')
  );
}

/** `without pushing it` begins something of its own; `do not push it` does at its beginning. */
function isTurn({ meaning, words }: Atom, before: readonly Atom[]): boolean {
  return (
    meaning.tag === 'remove' &&
    /^(without|w\/o|never|no|nor|(but|and) not( on| for)?)$/i.test(words) &&
    before.some(isSaid)
  );
}

/** Whether a chunk could say something without the words that hold sentences together. */
export function isSaid({ meaning: { tag } }: Atom): boolean {
  return !(tag === 'filler' || tag === 'also' || tag === 'do' || tag === 'with' || tag === 'pronoun' || tag === 'join');
}

export const NAMES: readonly Tag[] = ['selector', 'language', 'path'];

/** Whether it says whom a wish is for. */
export function isName({ meaning }: Atom): boolean {
  return NAMES.includes(meaning.tag);
}

/** The atoms with one of some tags. */
export function tagged<T extends Tag>(
  atoms: readonly Atom[],
  ...tags: readonly T[]
): (Atom & { readonly meaning: Of<T> })[] {
  return atoms.filter((atom): atom is Atom & { readonly meaning: Of<T> } =>
    (tags as readonly Tag[]).includes(atom.meaning.tag),
  );
}

export function has(atoms: readonly Atom[], ...tags: readonly Tag[]): boolean {
  return atoms.some(({ meaning }) => tags.includes(meaning.tag));
}
