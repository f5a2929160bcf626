/** A line of a file in the repository that bears a value: the reason that people are shown. */
export interface Evidence {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line's text, trimmed, at most 120 characters; `[redacted]` where it may hold a secret. */
  readonly excerpt?: string;
}

/** A value together with every line that it comes from; `because` is never empty for a value that was found. */
export interface Sourced<T> {
  readonly value: T;
  readonly because: readonly Evidence[];
}
