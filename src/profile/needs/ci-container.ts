import type { DocumentPath } from '../../domain/finding.ts';
import type { Manifest } from '../formats/manifest.ts';
import type { Line } from '../lines.ts';
import { type Word, wordAt } from '../word.ts';

/** A container that a workflow of the repository puts beside a job. */
export interface CiContainer {
  readonly image: Word;
  readonly environment: ReadonlyMap<string, Word>;
  /** What the steps beside it run, each in its folder; null where that is not read. */
  readonly runs: readonly Run[] | null;
}

/** What runs in a folder, by lines. */
export interface Run {
  readonly directory: string;
  readonly lines: readonly string[];
}

/** Plain values, each with its line. */
export function environmentOf(pipeline: Manifest, path: DocumentPath): ReadonlyMap<string, Word> {
  return new Map(
    pipeline.keys(path).flatMap((name): [string, Word][] => {
      const value = pipeline.scalar([...path, name]);
      return value === null ? [] : [[name, wordAt(value, pipeline.file, pipeline.lineOf([...path, name]))]];
    }),
  );
}

/** Lines as a person types them, no longer than anybody's. */
export function typed(lines: readonly Line[]): string[] {
  return lines.map(({ text }) => text.trim().slice(0, 500));
}
