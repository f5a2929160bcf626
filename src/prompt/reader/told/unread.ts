import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

const READ = /^(?:reads?|looks?|looks? at|cares?|cares? about|listens?|minds?|acts?|heeds?|follows?|fixes)$/i;
const AROUND = /^(?:the|our|to|at|on|of|in|for|about|from|ever|really|anyway|any|more|any more|anymore|,)$/i;
const DROPPED =
  /^(?:let's|lets|let us|we|please|can|should|just|so|then|any more|anymore|any longer|for|check that|check|run|keep|use|do|it|that|them|this)$/i;

/**
 * A tool that nobody listens to, and that is to go: `nobody reads prettier's complaints about web, let's not check that any more`. Null where it does more than
 * one check, or it is not told of one service, language or path.
 */
export function wishOfUnread(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const [tool, ...tools] = tagged(told, 'tool');
  const [name, ...names] = told.filter(isName);
  const [check, ...checks] = tool?.meaning.checks ?? [];
  const nobody = told.filter(({ words }) => /^(?:nobody|no one)$/i.test(words));
  const isOne = tools.length === 0 && names.length === 0 && checks.length === 0 && nobody.length === 1;
  const isUnread =
    told.some(({ words }) => READ.test(words)) &&
    told.every(
      (atom) =>
        atom === tool ||
        atom === name ||
        nobody.includes(atom) ||
        atom.meaning.tag === 'fault' ||
        READ.test(atom.words) ||
        AROUND.test(atom.words),
    );
  if (!tool || !name || !check || !isOne || !isUnread || !isDropped(wish)) return null;
  return [NOT, { meaning: { tag: 'check', check, isNoun: true }, words: check }, FOR, name];
}

const NOT: Atom = { meaning: { tag: 'remove', isStop: false }, words: 'drop' };
const FOR: Atom = { meaning: { tag: 'filler' }, words: 'for' };

/** `drop it`, `let's not check that any more`; nothing else goes, and nothing comes instead. */
function isDropped(wish: readonly Atom[]): boolean {
  const turns = tagged(wish, 'remove');
  const isObject = wish.some(({ words }) => /^(?:it|that|them|this|check that)$/i.test(words));
  const isPlain = wish.every((atom) => turns.some((turn) => turn === atom) || DROPPED.test(atom.words));
  return turns.length === 1 && isObject && isPlain && !has(wish.filter(isSaid), 'limit', 'doubt');
}
