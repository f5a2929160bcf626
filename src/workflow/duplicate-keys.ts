import { type Document, isCollection, isMap, isPair, isScalar, type Scalar } from 'yaml';

/**
 * Keys that stand a second time in their mapping, in the order of the text.
 * The library's own check compares every key with every other one: a mapping of 100 000 keys would hold the thread for minutes.
 */
export function duplicateKeys(document: Document): Scalar[] {
  const found: Scalar[] = [];
  const open: unknown[] = [document.contents];
  // A list of its own instead of recursion: how deep a text nests is not ours to choose.
  for (let node = open.pop(); open.length > 0 || node !== undefined; node = open.pop()) {
    if (isMap(node)) found.push(...duplicatesIn(node.items));
    if (isPair(node)) open.push(node.value, node.key);
    else if (isCollection(node)) for (const item of node.items.toReversed()) open.push(item);
  }
  return found.sort((a, b) => offsetOf(a) - offsetOf(b));
}

function duplicatesIn(pairs: readonly unknown[]): Scalar[] {
  const seen = new Set<string>();
  return pairs.flatMap((pair) => {
    const key = isPair(pair) ? pair.key : null;
    // A merge key is a symbol where merging is asked for, and may stand many times.
    if (!isScalar(key) || typeof key.value === 'symbol') return [];
    const identity = `${typeof key.value}:${String(key.value)}`;
    if (seen.has(identity)) return [key];
    seen.add(identity);
    return [];
  });
}

function offsetOf(key: Scalar): number {
  return key.range?.[0] ?? 0;
}
