import { has, isName, tagged } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

const LEAD = /^(?:its|the|whose|a|an|our|has|have|with|answers? to|are|is)$/i;
const USED =
  /^(?:let|lets|let's|have|please|can|could|should|must|use|run|go|it|that|this|on|for|there|the|all|jobs?|of|then|so)$/i;

/**
 * The labels of a machine that is told of, and who is to use it: `its labels are self-hosted, linux and basement. Let web use it.` In a list of labels every
 * word is one, whatever it is called. Null where anything else is said.
 */
export function wishOfMachine(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const word = told.findIndex(({ meaning }) => meaning.tag === 'label-word');
  const [lead, behind] = [told.slice(0, Math.max(word, 0)), told.slice(word + 1)];
  const list = behind.slice(behind.findIndex(({ words }) => !/^(?:are|is|the|:)$/i.test(words)));
  const labels = list.filter(({ meaning }) => meaning.tag !== 'join');
  const isList = list.every((atom) => has([atom], 'label', 'system', 'platform', 'unknown', 'mood', 'join'));
  const isOfLabels = word >= 0 && isList && has(labels, 'label') && isJoined(list, labels);
  const isLed = lead.every((atom) => LEAD.test(atom.words) || atom.meaning.tag === 'runner');
  const [name, ...names] = wish.filter(isName);
  const isUsed =
    name !== undefined &&
    names.length === 0 &&
    has(wish, 'do') &&
    wish.some(({ words }) => /^(?:it|that|this|there)$/i.test(words)) &&
    wish.every((atom) => atom === name || USED.test(atom.words));
  if (!name || !isOfLabels || !isLed || !isUsed || tagged(wish, 'remove').length > 0) return null;
  return [RUN, name, ON, RUNNERS, LABELLED, ...list];
}

/** `a, b and c`, and of each a single word. */
function isJoined(list: readonly Atom[], items: readonly Atom[]): boolean {
  const isOr = list.some(({ meaning, words }) => meaning.tag === 'join' && !/^(?:,|and|&|\+)$/i.test(words));
  const isParted = list.every((atom, at) => !items.includes(atom) || !items.includes(list[at + 1] as Atom));
  return !isOr && isParted && items.every(({ words }) => /^[\w.-]{1,60}$/.test(words));
}

const RUN: Atom = { meaning: { tag: 'do' }, words: 'run' };
const ON: Atom = { meaning: { tag: 'filler' }, words: 'on' };
const RUNNERS: Atom = { meaning: { tag: 'runner' }, words: 'runners' };
const LABELLED: Atom = { meaning: { tag: 'label-word' }, words: 'labelled' };
