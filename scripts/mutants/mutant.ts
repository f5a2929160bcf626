/** What is done to a policy or an engine. `condition`, `literal` and `rule` are within one, the others are the whole of it. */
export type MutationKind = 'deleted' | 'silenced' | 'inverted' | 'condition' | 'literal' | 'rule';

/** One wrong version of the sources. */
export interface Mutant {
  /** What is wrong: `workflow/missing_timeout`, `facts`, `engine yaml`. */
  readonly of: string;
  readonly kind: MutationKind;
  /** In a few words, with the line where there is one. */
  readonly what: string;
  /** Paths from the root of the sources, each with its new text; null for a file or a folder that is gone. */
  readonly changes: Readonly<Record<string, string | null>>;
}

/** `killed`: a test failed. `same`: it compiles to the same bytes. `senseless`: it is no program, so nobody could have written it. */
export type Fate = 'killed' | 'survived' | 'same' | 'senseless';

export interface Tried {
  readonly mutant: Mutant;
  readonly fate: Fate;
  /** The test that failed; empty where none did. */
  readonly by: string;
}

/** The same words in every run, so that a reason can be given for it. */
export function nameOf({ of, what }: Mutant): string {
  return `${of}: ${what}`;
}

/** Whether all of a policy or an engine is wrong: such a mutant must be a program. */
export function isWhole({ kind }: Mutant): boolean {
  return kind === 'deleted' || kind === 'silenced' || kind === 'inverted';
}
