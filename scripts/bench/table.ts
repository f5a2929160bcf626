import type { Measurement } from './measure.ts';

/** The heads of what `figures` gives. */
export const FIGURES = ['median, ms', 'least–most, ms', 'memory, MB'];

/** Time and memory of one thing, as a row has them. */
export function figures({ milliseconds, least, most, megabytes }: Measurement): string[] {
  return [milliseconds.toFixed(0), `${least.toFixed(0)}–${most.toFixed(0)}`, megabytes?.toFixed(0) ?? '–'];
}

/** `least–most`. */
export function span(numbers: readonly number[], digits: number): string {
  return [Math.min(...numbers), Math.max(...numbers)].map((it) => it.toFixed(digits)).join('–');
}

/** Whether a target holds, so that nobody overlooks where it does not. */
export function yes(holds: boolean): string {
  return holds ? 'yes' : '**no**';
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
