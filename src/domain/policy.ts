import type { DocumentPath, Level } from './finding.ts';

/** What a policy reports: a rule, a place in the document, and values for the rule's message. */
export interface PolicyFinding {
  readonly rule: string;
  readonly path: DocumentPath;
  readonly params: Readonly<Record<string, string>>;
  /** Instead of the rule's own. */
  readonly level?: Level;
  /** In the words of the policy itself; for policies that have no catalogue. */
  readonly message?: string;
}

/**
 * A compiled policy. Throws POLICY_UNUSABLE or ENGINE_FAILED; one that has thrown may be anything inside, and is loaded again before it is
 * asked again. It may loop: callers run it where it can be ended.
 */
export interface Policy {
  evaluate(input: unknown): readonly PolicyFinding[];
}
