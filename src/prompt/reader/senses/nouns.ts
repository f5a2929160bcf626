import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, FILLER, withMeaning } from '../meaning.ts';
import { FOUND_NOUN } from '../text/found.ts';

/** Nouns that say nothing of a wish where they stand beside a name, and what a tool or a check finds. */
export function withNouns(atoms: readonly Atom[]): readonly Atom[] {
  return withFindings(withAdjectives(withKinds(withAllOf(withWhat(withChecked(atoms))))));
}

const KIND =
  /^(?:stuff|side|bits?|parts?|half|end|layer|backend|back-end|world|portion|subproject|folder|directory|dir|tree|things?|team|folks|guys|bit|area|piece)$/i;

/** `the Python side`, `the Java stuff`, `the web folder`. */
function withKinds(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const before = atoms[at - 1];
    const isKind = KIND.test(atom.words) && before !== undefined && isName(before);
    return isKind && !/^(?:team|folks|guys)$/i.test(atom.words) ? withMeaning(atom, FILLER) : atom;
  });
}

/** `everything Python`, `all things Go`. */
function withAllOf(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.filter((atom, at) => {
    const isAll = /^(?:everything|anything|all things)$/i.test(atom.words);
    // `when something under cart/ changes`.
    const isIn =
      /^(?:under|in|below|inside|within)$/i.test(atoms[at + 1]?.words ?? '') &&
      has(atoms.slice(at + 2, at + 3), 'path');
    // `that change something in cart/**`.
    const isTouched = has(atoms.slice(Math.max(at - 1, 0), at), 'touching') || has(atoms.slice(at + 3), 'touching');
    if (/^(?:something|anything|files?|a file|code)$/i.test(atom.words) && isIn && isTouched) return false;
    return !(isAll && atoms[at + 1]?.meaning.tag === 'language');
  });
}

/** `lint what is in cart/cmd/**`, `whatever lies under web`. */
function withWhat(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, place) => place > 0 && /^(?:what|whatever|all that|everything that)$/i.test(words),
  );
  const [verb, place] = atoms.slice(at + 1, at + 3).map(({ words }) => words);
  const name = atoms.slice(at + 3).find(({ words }) => !/^(?:the|our|folder|directory)$/i.test(words));
  const isNamed = name !== undefined && has([name], 'path', 'selector');
  const isThere =
    /^(?:is|lies|lives|sits|stands)$/i.test(verb ?? '') && /^(?:in|under|below|inside)$/i.test(place ?? '');
  return at > 0 && isThere && isNamed ? atoms.filter((_, index) => index < at || index > at + 2) : atoms;
}

const ADJECTIVE =
  /^(?:whole|entire|full|complete|existing|automatic|automated|automatically|mandatory|compulsory|obligatory|required|regular|usual|normal|ordinary|plain|mere|simple|standard|dedicated|separate|known|good|decent|proper|solid|sane|nice)$/i;

/** `the whole test suite`, `a mandatory type check`: a check is whole, and binding, in any case. */
function withAdjectives(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const next = atoms.slice(at + 1).find(({ words }) => !ADJECTIVE.test(words))?.meaning;
    if (/^under$/i.test(atom.words) && has(atoms.slice(at + 1, at + 2), 'tool')) return withMeaning(atom, FILLER);
    const noun = atoms.slice(at + 1).find(({ words }) => !ADJECTIVE.test(words))?.words ?? '';
    const isOfCheck =
      next?.tag === 'tool' ||
      next?.tag === 'event' ||
      (next?.tag === 'check' && next.isNoun) ||
      /^(?:codebase|repo|repository|project|code|source|suite|pipeline|thing)$/i.test(noun);
    // `make type checks mandatory`.
    const isMade =
      /^(?:mandatory|compulsory|obligatory|required|a must)$/i.test(atom.words) &&
      atoms.slice(0, at).some(({ words }) => /^make$/i.test(words));
    if (isMade && atoms.slice(0, at).findLast(isSaid)?.meaning.tag === 'check') return withMeaning(atom, FILLER);
    if (/^clean$/i.test(atom.words) && has(atoms.slice(Math.max(at - 1, 0), at), 'tool', 'check'))
      return withMeaning(atom, FILLER);
    return ADJECTIVE.test(atom.words) && isSaid(atom) && isOfCheck ? withMeaning(atom, FILLER) : atom;
  });
}

/** `types checked in web`: `checked in` is another thing where no secret is. */
function withChecked(atoms: readonly Atom[]): readonly Atom[] {
  if (has(atoms, 'secrets') || !has(atoms, 'check', 'dependencies', 'image')) return atoms;
  return atoms.map((atom, at) => {
    const next = atoms.slice(at + 1).find(isSaid);
    return /^check(?:s|ed)? in$/i.test(atom.words) && next !== undefined && isName(next)
      ? withMeaning(atom, { tag: 'do' })
      : atom;
  });
}

/** `golangci-lint violations`, `mypy errors`: what a tool finds is a fault of the code. */
function withFindings(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'tool')) return atoms;
  return atoms.map((atom, at) => {
    if (/^takes? care of$/i.test(atom.words)) return withMeaning(atom, { tag: 'do' });
    const isFound = atom.meaning.tag !== 'fault' && FOUND_NOUN.test(atom.words);
    return isFound && atoms[at - 1]?.meaning.tag === 'tool' ? withMeaning(atom, { tag: 'fault' }) : atom;
  });
}

/** `on every change`, `whenever the code changes`, beside a check: it is run then in any case. */
export function withEveryChange(atoms: readonly Atom[]): readonly Atom[] {
  const named = withChangedName(atoms);
  if (named !== atoms) return named;
  const isChecked =
    has(atoms, 'check', 'tool') && !has(atoms, 'path', 'branch', 'branch-word', 'image', 'push', 'publish', 'deploy');
  const at = tagged(atoms, 'touching').length === 1 ? atoms.findIndex(({ meaning }) => meaning.tag === 'touching') : -1;
  if (!isChecked || at < 0 || !/^(?:change|changes|changed)$/i.test(atoms[at]?.words ?? '')) return atoms;
  const begin = beginOf(atoms, at);
  const next = atoms.slice(at + 1).find(({ words }) => !/^(?:made|is|are|we|make|that)$/i.test(words));
  if (begin < 0 || (next !== undefined && isName(next))) return atoms;
  return atoms.filter((_, index) => index < begin || index > at);
}

/** `any pull request touching Python should be linted`, `when Go code changes, lint it`: whom a check is for, since it runs for what is changed. */
function withChangedName(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ meaning }) => meaning.tag === 'touching');
  const lead = atoms.slice(0, Math.max(at, 0)).filter(isSaid);
  const request = lead[0];
  const isRequest = lead.length === 1 && request?.meaning.tag === 'event' && request.meaning.on === 'pull_request';
  const behind = atoms.slice(at + 1);
  const name = behind.find(isSaid);
  const isNamed = name !== undefined && /^(?:selector|language)$/.test(name.meaning.tag);
  const isOne = atoms.filter(isName).length === 1 && tagged(atoms, 'touching').length === 1;
  const isWish =
    has(behind, 'check', 'tool') &&
    behind.some(({ words }) => /^(?:should|must|has to|have to|needs to|need to|shall)$/i.test(words));
  if (at < 0 || !isRequest || !isNamed || !isOne || !isWish || has(atoms, 'remove', 'gate', 'only', 'except', 'branch'))
    return atoms;
  return atoms.filter((atom) => atom !== request && atom !== atoms[at]);
}

/** Where `on every`, or `whenever something`, before a change begins; -1 where none does. */
function beginOf(atoms: readonly Atom[], at: number): number {
  const isEvery = has(atoms.slice(at - 1, at), 'every') || /^(?:any|single)$/i.test(atoms[at - 1]?.words ?? '');
  if (isEvery) return /^(?:on|for|with|after|at|upon)$/i.test(atoms[at - 2]?.words ?? '') ? at - 2 : at - 1;
  const when = atoms.slice(0, at).findLastIndex(({ meaning }) => meaning.tag === 'when');
  const between = atoms.slice(when + 1, at);
  const isAnything = between.every((atom) => !isSaid(atom) || /^(?:something|anything)$/i.test(atom.words));
  return when >= 0 && between.length > 0 && isAnything ? when : -1;
}
