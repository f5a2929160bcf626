import { groupedBy } from '../../domain/grouped.ts';

/** The first of a list, and how many are left. */
export function firstOf<T>(all: readonly T[], count: number): { readonly shown: readonly T[]; readonly left: number } {
  const shown = all.slice(0, count);
  return { shown, left: all.length - shown.length };
}

/** The line that ends a list of which some are left; none where none is. */
export function andMore(left: number): string[] {
  return left > 0 ? [`- … and ${left} more`] : [];
}

/** Those with an equal key together, in the order in which each key first comes. */
export function alike<T>(all: readonly T[], keyOf: (one: T) => unknown): (readonly T[])[] {
  return [...groupedBy(all, (one) => JSON.stringify(keyOf(one))).values()];
}
