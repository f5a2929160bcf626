import type { Atom, Tag } from '../meaning.ts';
import { HARMLESS } from '../told/reasons.ts';
import { has, isName, isSaid, tagged } from './chunks.ts';

const BOTH = /^(?:both|both of|either|either of|all of them|all of these|all of those|each of|each of them)$/i;
const OF = /^(?:of|them|these|those|two|the two)$/i;
const RUNNING =
  /^(?:run|runs|work|works|work on|works on|work with|works with|survive|survives|keep|keeps|support|supports|pass|passes|behave|handle|handles|cover|cope|serve|serves|start|starts|exercise|try|check|verify|prove|actually|happy|be happy|satisfy|be run|hold up|stand|exist|has to exist|have to exist|must exist|should exist|please)$/i;
const PLAIN =
  /^(?:happy|satisfied|exercise|try|cover|cope|support|supports|handle|handles|serve|serves|satisfy|stand|container|containers|image)$/i;
const TOLD: readonly Tag[] = [
  ...HARMLESS,
  'deploy',
  'also',
  'every',
  'number',
  'system',
  'versions',
  'platform',
  'runner',
  'rest',
  'join',
];

/**
 * A wish for all that was told before it, systems, versions or platforms: `customers are on Node 20, others on 24, web has to run on both`,
 * `half of us use Macs, the other half Linux; test cart on both`. Null where as many were not told, or of different kinds, or anything else was.
 */
export function wishOfBoth(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const both =
    claimed(told, wish) ??
    wish.find((atom, at) => BOTH.test(atom.words) || (/^all$/i.test(atom.words) && countAt(wish, at + 1) > 1));
  const places = both ? placesIn(told) : null;
  // `if users were on both, …` supposes it.
  const isSupposed = told[0]?.meaning.tag === 'when';
  const [name, ...others] = namesIn([...told, ...wish]);
  if (isSupposed || !both || !places || !name || others.length > 0 || !isCounted(both, wish, places.count)) return null;
  const own = wish.filter(
    (atom) => atom !== both && !isName(atom) && atom.meaning.tag !== 'number' && !OF.test(atom.words),
  );
  const checks = tagged(own, 'check').filter(({ meaning }) => /^(?:test|build)$/.test(meaning.check));
  const isRun = checks.length > 0 || own.some(({ words }) => RUNNING.test(words));
  // `both pull the web container`: of which they are platforms.
  const isOpen = places.isOfImage && told.some(({ words }) => /^(?:nobody|no one|whoever|used|past)$/i.test(words));
  const isTold =
    !isOpen && told.every((atom) => isOfStory(atom) || (places.isOfImage && has([atom], 'image', 'container')));
  if (!isRun || !isTold || !own.every((atom) => isOfRun(atom, checks))) return null;
  const deeds = checks.length > 0 ? checks : [places.isOfImage ? BUILD : RUN];
  return [...deeds.slice(0, 1), ...(places.isOfImage ? [IMAGE] : []), name, ON, ...places.atoms];
}

/** `we promise that cart works on Windows and Linux, test that`: all that was claimed. */
function claimed(told: readonly Atom[], wish: readonly Atom[]): Atom | undefined {
  const isClaim = told.some(({ words }) => /^(?:works?(?: on| with)?|runs?|supports?|passes|behaves)$/i.test(words));
  return isClaim ? wish.find(({ words }) => /^(?:that|this)$/i.test(words)) : undefined;
}

const RUN: Atom = { meaning: { tag: 'do' }, words: 'run' };
const BUILD: Atom = { meaning: { tag: 'check', check: 'build', isNoun: false }, words: 'build' };
const IMAGE: Atom = { meaning: { tag: 'image' }, words: 'image' };
const ON: Atom = { meaning: { tag: 'filler' }, words: 'on' };
const AND: Atom = { meaning: { tag: 'join' }, words: 'and' };

interface Places {
  readonly atoms: readonly Atom[];
  readonly count: number;
  readonly isOfImage: boolean;
}

/** All that was told of one kind, each once; null where several kinds were told, or a number may be of something else. */
function placesIn(told: readonly Atom[]): Places | null {
  const kinds = (['system', 'versions', 'platform'] as const).filter((tag) => has(told, tag));
  const [kind] = kinds;
  if (!kind || kinds.length > 1) return null;
  if (kind === 'versions') return versionsIn(told);
  const found = new Map(tagged(told, kind).map((atom) => [JSON.stringify(atom.meaning), atom]));
  const atoms = [...found.values()].flatMap((atom, at) => (at === 0 ? [atom] : [AND, atom]));
  return has(told, 'number') ? null : { atoms, count: found.size, isOfImage: kind === 'platform' };
}

/** `Java 17, others are on 21`: a bare number behind `on` is one more. */
function versionsIn(told: readonly Atom[]): Places | null {
  const tools = [...new Set(tagged(told, 'versions').flatMap(({ meaning }) => meaning.tool ?? []))];
  const values = told.flatMap((atom, at): readonly string[] => {
    if (atom.meaning.tag === 'versions') return atom.meaning.values;
    const isOne =
      atom.meaning.tag === 'number' &&
      /^(?:on|with|use|uses|run|runs|and|or|have|already|still)$/i.test(told[at - 1]?.words ?? '');
    return atom.meaning.tag !== 'number' ? [] : isOne ? [atom.meaning.value] : [''];
  });
  const [tool, ...more] = tools;
  if (!tool || more.length > 0 || values.includes('')) return null;
  const all = [...new Set(values)];
  const words = `${tool} ${all.join(' and ')}`;
  return { atoms: [{ meaning: { tag: 'versions', tool, values: all }, words }], count: all.length, isOfImage: false };
}

/** `both` of two, `all three` of three. */
function isCounted(both: Atom, wish: readonly Atom[], count: number): boolean {
  if (/^(?:both|either)/i.test(both.words)) return count === 2;
  return /^all$/i.test(both.words) ? countAt(wish, wish.indexOf(both) + 1) === count : count > 1;
}

function countAt(wish: readonly Atom[], at: number): number {
  const meaning = wish[at]?.meaning;
  return meaning?.tag === 'number' ? Number(meaning.value) : 0;
}

function namesIn(atoms: readonly Atom[]): Atom[] {
  return [...new Map(atoms.filter(isName).map((atom) => [JSON.stringify(atom.meaning), atom])).values()];
}

/** What is told of people and what they do; `nobody sees it` forbids nothing. */
function isOfStory(atom: Atom): boolean {
  const { meaning, words } = atom;
  const isDone = meaning.tag === 'check' && /^(?:tests|builds|develops)$/i.test(words);
  return (
    !isSaid(atom) || isName(atom) || isDone || TOLD.includes(meaning.tag) || /^(?:nobody|no one|path)$/i.test(words)
  );
}

function isOfRun(atom: Atom, checks: readonly Atom[]): boolean {
  return !isSaid(atom) || checks.includes(atom) || PLAIN.test(atom.words) || RUNNING.test(atom.words);
}
