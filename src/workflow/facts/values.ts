import { oncePer } from '../../domain/once.ts';

/** A mapping, as YAML gives it. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping, or an empty one: what is no mapping has no keys. */
export function asMapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a scalar; null for anything else. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** One text, or the texts of a list. */
export function asTexts(value: unknown): string[] {
  const one = asText(value);
  return one === null ? asList(value).flatMap((item) => asText(item) ?? []) : [one];
}

/** Whether the text is decided only when the workflow runs. */
export function isDynamic(text: string): boolean {
  return text.includes('${{');
}

/** The value at a name that GitHub reads without regard to case, such as that of a variable or an output; names in contexts are lower case. */
export function entryOf(mapping: Mapping, name: string): unknown {
  return entriesByName(mapping).get(name.toLowerCase());
}

/** Made once for each mapping: a script can name each of ten thousand variables. Of two that differ by case alone the first counts. */
const entriesByName = oncePer(
  (mapping: Mapping): ReadonlyMap<string, unknown> =>
    new Map(
      Object.entries(mapping)
        .toReversed()
        .map(([key, value]) => [key.toLowerCase(), value]),
    ),
);

/** Values that share a name, together. */
export function byName<T>(entries: Iterable<readonly [name: string, value: T]>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [name, value] of entries) {
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

/** What was made for a name before, as long as its owner is there. */
export function memoised<T>(known: WeakMap<object, Map<string, T>>, owner: object, name: string, make: () => T): T {
  const all = known.get(owner) ?? new Map<string, T>();
  known.set(owner, all);
  const found = all.get(name) ?? make();
  all.set(name, found);
  return found;
}
