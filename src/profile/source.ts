/** One place in which something may be found. Tables of them are what detection goes by, and what its documentation is made from. */
export interface Source<Query, Result> {
  /** The place, as documentation names it. */
  readonly from: string;
  find(query: Query): Result | null;
}

/** What the first source that knows anything says; null where none does. */
export function firstFound<Query, Result>(sources: readonly Source<Query, Result>[], query: Query): Result | null {
  for (const source of sources) {
    const found = source.find(query);
    if (found !== null) return found;
  }
  return null;
}
