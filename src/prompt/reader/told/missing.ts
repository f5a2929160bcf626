import { has, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

const LACK =
  /^(?:no|not|isn't|aren't|is not|are not|doesn't|does not|don't|do not|without|never|nobody|no one|missing|lacks|lacking|lack)$/i;
const ADD =
  /^(?:add|adds|set up|setup|set|introduce|create|include|enable|have|get|need|want|put|make|start|do|fix|change|wire|hook up|up)$/i;

/** `web's types are never checked, please check them`. */
const REPEATED = /^(?:check|verify|measure|enforce)$/i;

/**
 * What is told to be missing, and wished right behind it: `ledger has no linter, add one`, `web is not linted. Please change that.` Null where
 * anything but one check and whose it is was told, or the wish has a word of its own.
 */
export function missingOf(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const lacks = told.filter(({ words }) => LACK.test(words));
  const said = told.filter((atom) => isSaid(atom) && !lacks.includes(atom) && !SINCE.test(atom.words));
  const things = tagged(said, 'check');
  const [thing] = things;
  const isNamed = said.every(({ meaning }) => /^(?:check|selector|language)$/.test(meaning.tag)) && said.length < 3;
  const isMissing = lacks.length === 1 && things.length === 1 && isNamed && told.some(isPresent) && isOfSubject(told);
  const tools = tagged(wish, 'tool').filter(({ meaning }) => thing && meaning.checks.includes(thing.meaning.check));
  const plain = wish.filter((atom) => tools.length !== 1 || (atom !== tools[0] && atom.meaning.tag !== 'with'));
  if (!thing || !isMissing || !isMade(plain, thing)) return null;
  return [
    { meaning: { tag: 'do' }, words: 'add' },
    { ...thing, meaning: { ...thing.meaning, isNoun: true } },
    ...(tools.length === 1 ? tools : []),
    ...said.filter((atom) => atom !== thing),
  ];
}

/** For how long, and where else it is done. */
const SINCE =
  /^(?:days|weeks|months|years|ages|sprints|anywhere|nowhere|ever|locally|manually|lately|recently|so far|yet|at the moment|for now)$/i;

/** `there is no database for the tests of ledger, add Postgres 16`: whose tests it is for, said before. */
export function wishOfLacking(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const lacks = told.filter(({ words }) => LACK.test(words));
  const said = told.filter((atom) => isSaid(atom) && !lacks.includes(atom));
  const names = said.filter(({ meaning }) => /^(?:selector|language)$/.test(meaning.tag));
  const [name, ...more] = names;
  const isOfDatabase =
    has(said, 'container') &&
    said.every(
      (atom) =>
        names.includes(atom) ||
        atom.meaning.tag === 'container' ||
        (atom.meaning.tag === 'check' && atom.meaning.check === 'test' && atom.meaning.isNoun),
    );
  const own = wish.filter(isSaid);
  const isDatabase = own.length === 1 && has(own, 'database') && !has(wish, 'remove');
  if (!name || more.length > 0 || lacks.length !== 1 || !isOfDatabase || !isDatabase || !told.some(isPresent))
    return null;
  return [...wish, { meaning: { tag: 'filler' }, words: 'for' }, name];
}

/** `we do not lint web` tells, `do not lint web` wishes: who or what lacks something stands before that. */
function isOfSubject(told: readonly Atom[]): boolean {
  const at = told.findIndex(({ words }) => LACK.test(words));
  if (/^(?:nobody|no one)$/i.test(told[at]?.words ?? '')) return true;
  const before = told[at - 1];
  const isDeed = /^(?:don't|do not|doesn't|does not|never)$/i.test(told[at]?.words ?? '');
  const isNamed = before !== undefined && has([before], 'selector', 'language', 'check');
  if (isDeed && !/^(?:is|are)$/i.test(before?.words ?? ''))
    return isNamed || /^(?:i|we|they|people)$/i.test(before?.words ?? '');
  return isNamed || /^(?:is|are|has|have|there is|there are|currently|still)$/i.test(before?.words ?? '');
}

/** In the present: what was missing may be there by now. */
function isPresent({ words }: Atom): boolean {
  return /^(?:is|are|has|have|isn't|aren't|is not|are not|doesn't|does not|don't|do not|lacks|lack|there is|there are|nobody|no one)$/i.test(
    words,
  );
}

/** `add one`, `can we have one?`, `please change that`, `fix it`: a verb and `one`, or what stands for it. */
function isMade(wish: readonly Atom[], thing: Atom): boolean {
  const isOfTests = thing.meaning.tag === 'check' && thing.meaning.check === 'test';
  const own = wish.filter(
    ({ words, meaning }) =>
      !(meaning.tag === 'filler' && /\b(?:ci|pipeline|checks?|builds?)$/i.test(words)) &&
      !/^(?:please|can|could|would|you|we|i|let|let's|us|so|just|now|someone|somebody|should|must|to|be|is|it is|time|then|and|,|for|me|like|'d|i'd|we'd|i'd like|we'd like)$/i.test(
        words,
      ),
  );
  const isIt = ({ words, meaning }: Atom): boolean =>
    /^(?:one|some|it|that|this|them)$/i.test(words) && meaning.tag !== 'unknown';
  const verbs = own.filter((atom) => !isIt(atom));
  return (
    own.some(isIt) &&
    verbs.length > 0 &&
    verbs.length < 3 &&
    verbs.every(
      ({ words }) => ADD.test(words) || REPEATED.test(words) || (isOfTests && /^(?:run|test)$/i.test(words)),
    ) &&
    !has(wish, 'remove', 'doubt', 'limit')
  );
}
