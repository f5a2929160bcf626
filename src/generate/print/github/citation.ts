import type { Evidence } from '../../../domain/evidence.ts';

/** The first line that bears a value, as a comment; null where there is none or its name could end the comment's line. */
export function citation(because: readonly Evidence[]): string | null {
  const [first] = because;
  if (!first || /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(first.file)) return null;
  return `${first.file}:${first.line}`;
}
