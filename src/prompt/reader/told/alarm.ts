import { has, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom, Tag } from '../meaning.ts';
import { isFoundBy } from '../text/found.ts';

const WHO = /^(?:ci|the pipeline|pipeline|the workflow|a check|our ci|the build|build)$/i;
const TELL =
  /^(?:tell us|tell me|warn us|warn me|alert us|alert me|let us know|let me know|notify us|notify me|notice|know|catch|find|flag|hear about)$/i;
const AROUND =
  /^(?:should|must|has to|ought to|needs to|can|first|before|earlier|sooner|it|them|that|those|this|these|about|such things|us|me|the|instead|please|then|so)$/i;
const FOUND =
  /^(?:we|i|they|people|customers|users|keep|keeps|find|finding|found|hear|hear about|find out|find out about|hearing|learn|learn about|learning|read|reading|out|about|of|from|in|the|a|an|our|packages?|newspapers?|news|press|twitter|reddit|customers|users|others|too|late|lately|too late|always|only|often|again|and|by|accident)$/i;
const KNOWN: readonly Tag[] = ['flaws', 'packages', 'dependencies'];

/**
 * Flaws of dependencies that somebody hears of elsewhere, and that CI is to tell of: `we keep finding out about vulnerable npm packages from the newspaper. CI
 * should tell us first.` That is what an audit does. Null where anything else is told, or what CI should tell of is not said.
 */
export function wishOfAlarm(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  // `vulnerable dependencies` is one phrase, which says both.
  const found = tagged(told, 'check').filter(({ meaning, words }) => meaning.check === 'audit' && isFoundBy(words));
  const things = [...tagged(told, 'packages', 'dependencies'), ...found];
  const [thing] = things;
  const isOfFlaws = thing !== undefined && things.length === 1 && (has(told, 'flaws') || found.length === 1);
  const isFound = told.some(({ words }) =>
    /^(?:finding|find|hear|hear about|find out|find out about|hearing|learn|learn about|learning|read|reading)$/i.test(
      words,
    ),
  );
  const isPlain = told.every(
    (atom) => has([atom], ...KNOWN) || found.some((one) => one === atom) || FOUND.test(atom.words),
  );
  const isTold = wish.some(({ words }) => WHO.test(words)) && wish.some(({ words }) => TELL.test(words));
  const isBound = wish.some(({ words }) => /^(?:should|must|has to|ought to|needs to)$/i.test(words));
  const isPlainWish = wish.every(({ words }) => WHO.test(words) || TELL.test(words) || AROUND.test(words));
  if (!thing || !isOfFlaws || !isFound || !isPlain || !isTold || !isBound || !isPlainWish) return null;
  return [AUDIT, ...told.filter((atom) => isSaid(atom) && has([atom], 'packages', 'dependencies'))];
}

const AUDIT: Atom = { meaning: { tag: 'check', check: 'audit', isNoun: false }, words: 'audit' };
