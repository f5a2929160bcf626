import { has, isName, isSaid, NAMES } from '../clauses/chunks.ts';
import { isMeant, isPronoun } from '../clauses/stood-for.ts';
import type { Atom, Tag } from '../meaning.ts';
import { wishOfNamed, wishOfSeveral } from './meant.ts';
import { HARMLESS } from './reasons.ts';
import { isOutdone, isSaidAgain, isSameDatabase } from './said-again.ts';

/** What may stand in what is told without anything being lost. */
const TOLD: readonly Tag[] = [...HARMLESS, 'remove', 'also', 'every', 'unit', 'rest', 'number', 'version-word'];
/** What says more of a wish than why it is one. */
const WEIGHTY: readonly Tag[] = [
  'limit',
  'except',
  'doubt',
  'only',
  'unavailable',
  'code',
  'quoted',
  'gate',
  'adjust',
  'off',
];

/** The wish, with what its pronouns stand for; null where something of what is told could be a part of it. */
export function wishOf(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const weighed = isDropping(wish) ? told.filter(({ words }) => !/^(?:nobody|no one|nothing)$/i.test(words)) : told;
  if (has(weighed, ...WEIGHTY) || !wish.some((atom) => isSaid(atom) || isPronoun(atom) || /^one$/i.test(atom.words)))
    return null;
  if (isStopped(told, wish))
    return [
      ...wish.filter(({ meaning }) => meaning.tag === 'remove'),
      ...told.filter(({ meaning, words }) => LIMIT.includes(meaning.tag) || /^(?:over|after)$/i.test(words)),
    ];
  const said = new Set(wish.map(keyOf));
  const isOfSecrets =
    has(wish, 'secrets') || wish.some(({ meaning }) => meaning.tag === 'check' && meaning.check === 'secret-scan');
  const isOfImages = has([...wish, ...weighed], 'image') && !has(wish, 'push', 'host', 'registry-word');
  // `the linter is slow. Lint web on it`: a pronoun may stand for what is said again.
  const isComplete = !wish.some(isPronoun) || wish.filter(isSaid).every(({ meaning }) => meaning.tag === 'check');
  const rest = weighed.filter(
    (atom) =>
      isSaid(atom) &&
      !isHarmless(atom) &&
      !said.has(keyOf(atom)) &&
      !(isComplete && isSaidAgain(atom, wish)) &&
      !isSameDatabase(atom, wish) &&
      !(isOfSecrets && has([atom], 'secrets', 'leak', 'database', 'push')) &&
      !(isOfImages && has([atom], 'registry-word')) &&
      !(has(wish, 'minutes') && atom.meaning.tag === 'timeout' && !/limit|timeout/i.test(atom.words)),
  );
  const own = rest.filter((atom) => !isOutdone(atom, wish));
  // `the runner hangs, kill it after 10 minutes`: what a pronoun may stand for is not outdone.
  const left = wish.some(isPronoun) && !own.some(isName) ? rest : own;
  const all = wish.find((atom) => ALL_OF.test(atom.words));
  const named = weighed.filter(isName);
  // `the Go code is all over the place, format all of it`.
  if (
    all &&
    named.length === 1 &&
    left.every((atom) => named.includes(atom)) &&
    !wish.some((atom) => atom !== all && isName(atom))
  )
    return wish.flatMap((atom) => (atom === all ? named : [atom]));
  if (left.length === 0) return wish;
  const at = wish.findIndex((atom) => isPronoun(atom) || (ALL_OF.test(atom.words) && left.every(isName)));
  const pronoun = wish[at];
  if (isOneOf(left, wish))
    return [...wish.filter(({ words }) => !/^(?:one|running|there|they|it|them)$/i.test(words)), ...left];
  const several = wishOfSeveral(left, wish) ?? wishOfNamed(left, told, wish);
  if (several) return several;
  if (!pronoun || !isMeant(left, pronoun, { told, wish: wish.filter((atom) => atom !== pronoun) })) return null;
  const behind: readonly Atom[] = / too$/i.test(pronoun.words) ? [{ meaning: { tag: 'also' }, words: 'too' }] : [];
  return [...wish.slice(0, at), ...listed(left), ...behind, ...wish.slice(at + 1)];
}

/** `move all of them to 22`: those that were named. */
const ALL_OF = /^all of (?:it|them)$/i;

/** `drop it`, `please remove that`: nothing but that something goes. */
function isDropping(wish: readonly Atom[]): boolean {
  return (
    has(wish, 'remove') &&
    wish.filter(isSaid).every(({ meaning }) => meaning.tag === 'remove' && !meaning.isStop) &&
    wish.some(isPronoun)
  );
}

const LIMIT: readonly Tag[] = ['selector', 'language', 'path', 'timeout', 'minutes'];

/** `whatever takes longer than 30 minutes is stuck, so kill it`: the limit is told, and wished by the verb. */
function isStopped(told: readonly Atom[], wish: readonly Atom[]): boolean {
  const own = wish.filter((atom) => isSaid(atom) && !/^then$/i.test(atom.words));
  const isStop = own.length > 0 && own.every(({ meaning }) => meaning.tag === 'remove' && meaning.isStop);
  const known: readonly Tag[] = [...LIMIT, 'unknown', 'mood', 'when', 'after', 'do', 'join', 'fault'];
  const isLimit =
    has(told, 'minutes') &&
    (told.some(({ words }) => /^(?:(?:longer|more) than|over)$/i.test(words)) || isRunning(told));
  return isStop && isLimit && told.filter(isSaid).every(({ meaning }) => known.includes(meaning.tag));
}

/** `a job that is still running after half an hour`. */
function isRunning(told: readonly Atom[]): boolean {
  const running = told.findIndex(({ words }) => /^(?:running|going|busy|alive|executing|in progress)$/i.test(words));
  return running >= 0 && /^after$/i.test(told[running + 1]?.words ?? '');
}

/** `the cart tests connect to Redis 7, so start one`: a database, and whose tests it is for. */
function isOneOf(left: readonly Atom[], wish: readonly Atom[]): boolean {
  const isOne =
    wish.some(({ words }) => /^one$/i.test(words)) &&
    !has(wish, ...NAMES, 'remove', 'check') &&
    wish.every(({ meaning, words }) => meaning.tag !== 'pronoun' || /^(?:they|it|them)$/i.test(words));
  const own = wish.filter((atom) => isSaid(atom) && !/^(?:one|running|there)$/i.test(atom.words));
  const isOfTests = left.every(
    ({ meaning }) =>
      meaning.tag === 'database' ||
      NAMES.includes(meaning.tag) ||
      (meaning.tag === 'check' && meaning.check === 'test' && meaning.isNoun),
  );
  return (
    isOne && own.length === 0 && isOfTests && left.filter(({ meaning }) => meaning.tag === 'database').length === 1
  );
}

/** Names as a list, all else as it was said. */
function listed(atoms: readonly Atom[]): Atom[] {
  const isNames = atoms.every(({ meaning }) => NAMES.includes(meaning.tag));
  return atoms.flatMap((atom, at): Atom[] =>
    isNames && at > 0 ? [{ meaning: { tag: 'join' }, words: 'and' }, atom] : [atom],
  );
}

function isHarmless({ meaning }: Atom): boolean {
  const isOfChart = meaning.tag === 'replicas' || meaning.tag === 'memory' || meaning.tag === 'cpu';
  return TOLD.includes(meaning.tag) || (isOfChart && meaning.value === undefined);
}

function keyOf({ meaning }: Atom): string {
  return JSON.stringify(meaning);
}
