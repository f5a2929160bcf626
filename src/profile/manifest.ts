import type { Evidence } from '../domain/evidence.ts';
import type { DocumentPath } from '../domain/finding.ts';

/** A parsed manifest (JSON, TOML, XML, YAML) that knows on which line each value stands. */
export interface Manifest {
  readonly file: string;
  /** Plain data; `undefined` where the file could not be parsed. */
  readonly value: unknown;
  /** The line of the key at `path`, or of its nearest ancestor that exists. From 1. */
  lineOf(path: DocumentPath): number;
  /** The same as evidence, with the excerpt. */
  evidence(path: DocumentPath): Evidence;
}
