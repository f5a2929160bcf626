/** Whether a value holds itself: nobody who walks through it comes to an end. */
export function isEndless(value: unknown): boolean {
  return holdsItself(value, new Set(), new Set());
}

function holdsItself(value: unknown, around: Set<object>, finite: Set<object>): boolean {
  if (typeof value !== 'object' || value === null || finite.has(value)) return false;
  if (around.has(value)) return true;
  around.add(value);
  const isFound = Object.values(value).some((item) => holdsItself(item, around, finite));
  around.delete(value);
  finite.add(value);
  return isFound;
}
