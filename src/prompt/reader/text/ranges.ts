import type { Atom } from '../meaning.ts';

/** Tools whose minor releases are counted one by one, so that those between two are known. */
const COUNTED: ReadonlySet<string> = new Set(['go', 'python', 'ruby', 'php', 'elixir', 'rust']);
const MOST = 20;

/** `to`, `through`, a dash: what stands between the ends of a range. */
export function isRangeWord({ words }: Atom): boolean {
  return /^(?:to|through|thru|until|till|up to|-|\u2013|\u2014)$/i.test(words);
}

/** The versions from one to another, both with them; null where nobody can know which lie between. */
export function versionsBetween(from: string, to: string, tool: string | null): readonly string[] | null {
  const [first, last] = [minorOf(from), minorOf(to)];
  if (!first || !last || first.major !== last.major || last.minor <= first.minor) return null;
  if ((tool !== null && !COUNTED.has(tool)) || last.minor - first.minor > MOST) return null;
  const count = last.minor - first.minor + 1;
  return Array.from({ length: count }, (_, index) => `${first.major}.${first.minor + index}`);
}

function minorOf(version: string): { readonly major: string; readonly minor: number } | null {
  const [, major, minor] = /^(\d{1,4})\.(\d{1,4})$/.exec(version) ?? [];
  return major === undefined ? null : { major, minor: Number(minor) };
}

const LONG_SUPPORTED: readonly number[] = [8, 11, 17, 21, 25];

/** What may be meant by a range of whole numbers, each as somebody says it: those with long support, and all. */
export function spansOf(from: string, to: string, tool: string | null): string[] {
  const [first, last] = [Number(from), Number(to)];
  if (!Number.isInteger(first) || !Number.isInteger(last) || last <= first || last - first > MOST) return [];
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const long = all.filter((one) => (tool === 'java' ? LONG_SUPPORTED.includes(one) : one % 2 === 0));
  const lists = tool === 'java' || tool === 'node' ? [long, all] : [all];
  return [...new Set(lists.filter(({ length }) => length > 1).map(listOf))];
}

function listOf(values: readonly number[]): string {
  return `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;
}
