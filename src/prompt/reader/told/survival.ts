import { isName, tagged } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

const SURVIVE = /^(?:survive|survives|withstand|withstands|tolerate|tolerates|cope|outlive)$/i;
const LOSS = /^(?:loss|failure|outage|death|crash|restart)$/i;
const AROUND =
  /^(?:must|should|has to|have to|needs to|need to|the|a|an|one|of|with|node|nodes|pod|pods|zone|machine|server|instance|cluster|any|single|losing)$/i;
const KEPT =
  /^(?:so|please|keep|keeps|run|running|have|give|there|should|must|be|always|at|all|times|of|it|of it|in|the|cluster|up|alive|let's|we|need|want)$/i;

/**
 * What a service must survive, and how many of it are kept for that: `web must survive the loss of a node, so keep three copies of it running in the cluster`.
 * Null where no number, or more than that, is said.
 */
export function wishOfSurvival(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const [name, ...names] = told.filter((atom) => isName(atom) && !/^node$/i.test(atom.words));
  const isLost = told.some(({ words }) => SURVIVE.test(words)) && told.some(({ words }) => LOSS.test(words));
  const isPlain = told.every(
    (atom) => atom === name || SURVIVE.test(atom.words) || LOSS.test(atom.words) || AROUND.test(atom.words),
  );
  const [copies, ...more] = tagged(wish, 'replicas');
  const isKept = wish.every((atom) => atom === copies || KEPT.test(atom.words));
  const isCounted = copies?.meaning.value !== undefined && more.length === 0;
  if (!name || names.length > 0 || !isLost || !isPlain || !copies || !isCounted || !isKept) return null;
  return [{ meaning: { tag: 'do' }, words: 'give' }, name, copies];
}
