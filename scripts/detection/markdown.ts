import type { Told } from '../../src/profile/guide.ts';
import { row } from '../pages/tables.ts';

/** A table: its head, then its rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(...head), `|${'---|'.repeat(head.length)}`, ...rows.map((cells) => row(...cells))];
}

/** Sources, best first, as a numbered list. */
export function ordered(sources: readonly Told[]): string[] {
  return sources.map(({ from }, index) => `${index + 1}. ${from}`);
}

/** Words as code, with commas. */
export function codes(words: Iterable<string>): string {
  return [...words].map((word) => `\`${word}\``).join(', ');
}

/** What only few readers look for. */
export function folded(title: string, lines: readonly string[]): string[] {
  return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'];
}

/** A sentence's first letter is a capital; code stays as it is. */
export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
