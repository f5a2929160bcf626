import type { Evidence } from '../../../domain/evidence.ts';

/** The first line that bears a value, as `file:line`; null where there is none. */
export function citation(because: readonly Evidence[]): string | null {
  const [first] = because;
  // In a script the name of a file must not end a comment either.
  return first && !/[\n\r]/.test(first.file) ? `${first.file}:${first.line}` : null;
}
