/** How much a finding weighs. `error` fails the verdict. */
export type Level = 'error' | 'warning' | 'note';

/** Line and column from 1; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A path into a document: keys and indices, as policies return them. */
export type DocumentPath = readonly (string | number)[];

/** One thing that a validator has to say about one place of one file. */
export interface Finding {
  /** The rule's id in kebab case, such as `unpinned-uses`. */
  readonly rule: string;
  readonly level: Level;
  /** One sentence, ended with a full stop. */
  readonly message: string;
  /** As given by the caller: path from the repository's root, or a name such as `<stdin>`. */
  readonly file: string;
  readonly path: DocumentPath;
  readonly range: Range;
  /** Ids of the same rule elsewhere, such as `zizmor/unpinned-uses`. */
  readonly aliases: readonly string[];
  /** What to do, one sentence or more. */
  readonly help: string;
}
