import type { Evidence } from '../../../domain/evidence.ts';

/** The first line that bears a value, as `file:line`; null where there is none. */
export function citation(because: readonly Evidence[]): string | null {
  const [first] = because;
  return first ? `${first.file}:${first.line}` : null;
}
