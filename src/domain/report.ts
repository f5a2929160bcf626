import type { Finding } from './finding.ts';

/** `error`: it could not be judged; never a pass. */
export type Verdict = 'pass' | 'fail' | 'error';

/** In the order in which they run. Policies are last: they may loop, and what the others found is kept. */
export const ENGINE_NAMES = ['yaml', 'schema', 'semantics', 'catalogue', 'secrets', 'policy'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What became of one engine over all files. */
export interface EngineRun {
  readonly name: EngineName;
  readonly status: 'ran' | 'failed';
  /** Why it failed, one sentence; absent when it ran. */
  readonly reason?: string;
  readonly milliseconds: number;
}

/** The answer of layer 3 about a set of files. */
export interface ComplianceReport {
  readonly verdict: Verdict;
  /** Sorted by file, line, column, rule, message. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
  readonly digests: { readonly input: string; readonly policy: string };
  readonly engines: readonly EngineRun[];
}
