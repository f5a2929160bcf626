import type { Evidence } from '../../domain/evidence.ts';
import type { DocumentPath } from '../../domain/finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** A parsed manifest (JSON, TOML, XML, YAML) that knows on which line each value stands. */
export interface Manifest {
  readonly file: string;
  /** Plain data; `undefined` where the file could not be parsed. */
  readonly value: unknown;
  /** The value at `path`; undefined where there is none. */
  at(path: DocumentPath): unknown;
  /** The text at `path`; null where there is none or it is no text. */
  text(path: DocumentPath): string | null;
  /** What stands at `path` as a text: one, a number, or a truth value; null for anything else. */
  scalar(path: DocumentPath): string | null;
  /** The keys of the mapping at `path`; none where there is no mapping. */
  keys(path: DocumentPath): string[];
  /** The texts of the list at `path`; none where there is no list. */
  texts(path: DocumentPath): string[];
  /** The one text at `path`, or those of the list there. */
  oneOrMore(path: DocumentPath): string[];
  /** The places of the items of the list at `path`; none where there is no list. */
  items(path: DocumentPath): DocumentPath[];
  /** The same, or those of the values of the mapping at `path`. */
  entries(path: DocumentPath): DocumentPath[];
  /** The line of the key at `path`, or of its nearest ancestor that exists. From 1. */
  lineOf(path: DocumentPath): number;
  /** The same as evidence, with the excerpt. */
  evidence(path: DocumentPath): Evidence;
}

/** A manifest of a parsed value, with the function that knows its lines. */
export function manifestOf(
  snapshot: Snapshot,
  file: string,
  value: unknown,
  lineOf: (path: DocumentPath) => number,
): Manifest {
  const at = (path: DocumentPath) => path.reduce(childOf, value);
  const keys = (path: DocumentPath) => {
    const found = at(path);
    return isMapping(found) ? Object.keys(found) : [];
  };
  const listAt = (path: DocumentPath): readonly unknown[] => {
    const found = at(path);
    return Array.isArray(found) ? found : [];
  };
  const items = (path: DocumentPath) => listAt(path).map((_, index) => [...path, index]);
  return {
    file,
    value,
    at,
    text: (path) => {
      const found = at(path);
      return typeof found === 'string' ? found : null;
    },
    scalar: (path) => {
      const found = at(path);
      return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : null;
    },
    keys,
    texts: (path) => listAt(path).filter((item) => typeof item === 'string'),
    oneOrMore: (path) => [at(path)].flat().filter((item) => typeof item === 'string'),
    items,
    entries: (path) => [...items(path), ...keys(path).map((key) => [...path, key])],
    lineOf,
    evidence: (path) => snapshot.evidence(file, lineOf(path)),
  };
}

/** Whether a value is a mapping of keys to values. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMapping(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}
