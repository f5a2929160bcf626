import type { Evidence } from '../../domain/evidence.ts';

/** One value of a job, and why it is that one. */
export interface ExplainedValue {
  /** What it is: `run`, `go`, `cache` … */
  readonly label: string;
  readonly value: string;
  /** Lines of the repository; none where it has another reason. */
  readonly because: readonly Evidence[];
  /** The reason where there is no line, or what stands in the line; null where the line says it all. */
  readonly note: string | null;
}

export function fromLines(label: string, value: string, because: readonly Evidence[]): ExplainedValue {
  return because.length > 0 ? { label, value, because, note: null } : byDefault(label, value);
}

/** What no line of the repository says. */
export function byDefault(label: string, value: string, whose = 'agent-generate'): ExplainedValue {
  return { label, value, because: [], note: `a default of ${whose}` };
}
