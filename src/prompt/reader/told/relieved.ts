import { has, tagged } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';

/** What is delivered, and where to; by hand, and from whose machine, it is no more. */
const DEED: readonly Tag[] = [
  'publish',
  'deploy',
  'push',
  'image',
  'selector',
  'language',
  'path',
  'packages',
  'environment',
  'through',
  'host',
];
const TOIL =
  /^(?:by hand|manually|from|a|the|their|his|her|our|an|own|laptop|laptops|desk|machine|machines|terminal|somebody's laptop|my machine|my laptop|their machine|their laptop|any|more|any more|anymore|any longer|again|of|to|with|through|in)$/i;
const RELIEVED = /^(?:nobody should|no one should|nobody|no one)$/i;
const ENOUGH =
  /^(?:should|must|has to|have to|ought to|will|would|is|be|all|it|takes?|that|we need|enough|do|needed|sufficient|should be enough|should be sufficient|should be fine|must be enough|has to be enough|just)$/i;

/**
 * What nobody should have to do any more, and what is to be enough for it: `nobody should have to upload ledger to Maven Central from a laptop any more. Pushing a
 * tag should be all it takes.` Null where no deed, or more than one moment, is named.
 */
export function wishOfRelieved(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const [first, ...rest] = told;
  const burden = rest.findIndex(({ words }) => /^(?:have to|need to|should have to)$/i.test(words));
  const behind = rest.slice(burden + 1);
  const isMore = behind.some(({ words }) => /^(?:any more|anymore|any longer|again|by hand|manually)$/i.test(words));
  const isBurden = RELIEVED.test(first?.words ?? '') && burden >= 0 && burden < 2 && isMore;
  const deed = behind.filter(({ meaning }) => DEED.includes(meaning.tag));
  const isPlain = behind.every((atom) => deed.includes(atom) || TOIL.test(atom.words));
  const moments = tagged(wish, 'event', 'branch');
  const [moment] = moments;
  const isEnough =
    moments.length === 1 &&
    moment?.meaning.tag === 'event' &&
    wish.some(({ words }) => /(?:takes?|enough|sufficient|do)$/i.test(words)) &&
    wish.every((atom) => atom === moment || /^(?:a|the)$/i.test(atom.words) || ENOUGH.test(atom.words));
  if (!isBurden || !isPlain || !isEnough || !moment || !has(deed, 'publish', 'deploy', 'push')) return null;
  const kept = behind.slice(0, behind.findLastIndex((atom) => deed.includes(atom)) + 1);
  return [...kept, WHEN, moment];
}

const WHEN: Atom = { meaning: { tag: 'filler' }, words: 'on' };
