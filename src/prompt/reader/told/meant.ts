import { has, isName, isSaid } from '../clauses/chunks.ts';
import { type Family, families } from '../families.ts';
import type { Atom } from '../meaning.ts';

/**
 * A wish whose pronouns stand for different things that were told before it: `recommender fails on Windows, test it there too`, `we support Node 20 and
 * 22, test web with all of them`, `the ledger tests write to a database, give them a Postgres 16`. Null where anything else was told.
 */
export function wishOfSeveral(left: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  return givenThem(left, wish) ?? testedThere(left, wish);
}

/** Wishes of which nothing is for all where nobody says so. */
const OWN: readonly Family[] = ['runner', 'timeout'];

/** `GitHub's machines are too weak for ledger; use the box labelled big`: a wish that names nobody is for whom the reason named, where both speak of the same thing. */
export function wishOfNamed(
  left: readonly Atom[],
  told: readonly Atom[],
  wish: readonly Atom[],
): readonly Atom[] | null {
  const [name, ...more] = left.filter(({ meaning }) => meaning.tag !== 'runner');
  const own = families(wish);
  const isSame =
    own.length > 0 && own.every((family) => OWN.includes(family)) && own.every((family) => isOf(told, family));
  if (!name || !isName(name) || more.length > 0 || !isSame || wish.some(isName) || has(wish, 'remove', 'rest', 'also'))
    return null;
  return [{ meaning: { tag: 'filler' }, words: 'for' }, name, ...wish];
}

function isOf(told: readonly Atom[], family: Family): boolean {
  const isLong = told.some(({ words }) =>
    /^(?:hangs?|gets stuck|keeps hanging|takes (?:forever|ages|too long))\b/i.test(words),
  );
  return families(told).includes(family) || (family === 'timeout' && (isLong || has(told, 'unit')));
}

/** Whose tests a database is for. */
function givenThem(left: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const names = left.filter(isName);
  const at = wish.findIndex(({ words }) => /^(?:them|it|they|there)$/i.test(words));
  const isOfTests = left.every((atom) => isName(atom) || atom.meaning.tag === 'container' || isTests(atom));
  const isGiven = has(wish, 'database') && at >= 0 && !wish.some(isName) && !has(wish, 'remove');
  const [name, ...more] = names;
  return isGiven && isOfTests && name && more.length === 0 && has(left, 'check')
    ? [...wish.slice(0, at), ...left, ...wish.slice(at + 1)]
    : null;
}

function isTests({ meaning }: Atom): boolean {
  return meaning.tag === 'check' && meaning.check === 'test' && meaning.isNoun;
}

/** What is tested on which versions or systems. */
function testedThere(left: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const names = left.filter(isName);
  const places = left.filter(({ meaning }) => meaning.tag === 'system' || meaning.tag === 'versions');
  const there = wish.findIndex(({ words }) =>
    /^(?:there|there too|all of them|all of these|all of those)$/i.test(words),
  );
  const it = wish.findIndex(({ words, meaning }) => /^it$/i.test(words) && meaning.tag === 'pronoun');
  const isTested = wish.some(({ meaning }) => meaning.tag === 'check' && /^(?:test|build)$/.test(meaning.check));
  const named = wish.filter((atom, at) => at !== there && isName(atom));
  const isWhose =
    names.length === 1
      ? named.length === 0 && (it >= 0 || wish.some(isTests))
      : names.length === 0 && named.length === 1;
  const isPlain = left.every((atom) => isName(atom) || places.includes(atom) || atom.meaning.tag === 'deploy');
  // `test it there` would leave out where it is tested now.
  const isBeside =
    /^all/i.test(wish[there]?.words ?? '') || has(wish, 'also') || /too$/i.test(wish[there]?.words ?? '');
  if (there < 0 || places.length !== 1 || !isTested || !isWhose || !isPlain || !isBeside || has(wish, 'remove'))
    return null;
  return wish
    .flatMap((atom, at): readonly Atom[] => {
      if (at === it) return names;
      // `have the tests run there too`: those of what was named.
      if (it < 0 && isTests(atom)) return [atom, ...names];
      if (at !== there) return [atom];
      const on: Atom = { meaning: { tag: 'filler' }, words: 'on' };
      const too: readonly Atom[] = /too$/i.test(atom.words) ? [{ meaning: { tag: 'also' }, words: 'too' }] : [];
      return /^(?:on|with|against|for)$/i.test(wish[at - 1]?.words ?? '')
        ? [...places, ...too]
        : [on, ...places, ...too];
    })
    .filter((atom) => isSaid(atom) || atom.words !== '');
}
