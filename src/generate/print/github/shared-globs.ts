import { groupedBy } from '../../../domain/grouped.ts';

/** Globs that are always named together, under a name of their own. */
export interface SharedGlobs {
  /** Of a variable of the script. */
  readonly name: string;
  readonly globs: readonly string[];
}

/** So few are named where they are used. */
const FEWEST = { globs: 3, lists: 4 };

/** The globs that several of these lists have in common: files of a whole build, which concern each part of it. */
export function sharedGlobs(lists: readonly (readonly string[])[]): SharedGlobs[] {
  const users = new Map<string, number[]>();
  for (const [index, globs] of lists.entries())
    for (const glob of new Set(globs)) users.set(glob, [...(users.get(glob) ?? []), index]);
  const together = groupedBy(
    [...users].filter(([, at]) => at.length >= FEWEST.lists),
    ([, at]) => at.join(),
  );
  const many = [...together.values()].filter((globs) => globs.length >= FEWEST.globs);
  return many.map((globs, index) => ({ name: `shared_${index + 1}`, globs: globs.map(([glob]) => glob) }));
}

/** A list without what has a name, and the names of that. */
export function withoutShared(
  globs: readonly string[],
  shared: readonly SharedGlobs[],
): { readonly own: readonly string[]; readonly names: readonly string[] } {
  const used = shared.filter((one) => one.globs.every((glob) => globs.includes(glob)));
  const named = new Set(used.flatMap((one) => one.globs));
  return { own: globs.filter((glob) => !named.has(glob)), names: used.map(({ name }) => name) };
}
