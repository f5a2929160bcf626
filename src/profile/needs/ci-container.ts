import { type DockerOption, dockerWord } from '../../domain/container.ts';
import type { DocumentPath } from '../../domain/finding.ts';
import type { Manifest } from '../formats/manifest.ts';
import type { Line } from '../lines.ts';
import { type Place, type Word, wordAt } from '../word.ts';

/** A container that a workflow of the repository puts beside a job. */
export interface CiContainer {
  /** What the pipeline calls it; null where it has no name of its own. */
  readonly name: string | null;
  readonly image: Word;
  readonly environment: ReadonlyMap<string, Word>;
  /** Whether that is for this container alone, and not what its whole job is told. */
  readonly isOwnEnvironment: boolean;
  /** As `published` gives them; none where the pipeline names none. */
  readonly ports: readonly string[];
  readonly options: readonly DockerOption[];
  readonly entrypoint: string | null;
  readonly command: string | null;
  /** What it is told and none of ours could be, a phrase each. */
  readonly lost: readonly Lost[];
  /** Whether changes start its pipeline. */
  readonly isUsual: boolean;
  /** Whether it is of compose, which people work with as well: not all of that is for tests. */
  readonly isForPeople: boolean;
  /** What the steps beside it run, each in its folder; null where that is not read. */
  readonly runs: readonly Run[] | null;
}

/** Something that is left out of a container. */
export interface Lost {
  /** A phrase: `its volumes`. */
  readonly what: string;
  readonly at: Place;
}

/** What runs in a folder, by lines. */
export interface Run {
  readonly directory: string;
  readonly lines: readonly string[];
}

type Known = Partial<CiContainer> & Pick<CiContainer, 'image' | 'runs'>;

/** A container of which nothing more is known than what is given here. */
export function ciContainer(known: Known): CiContainer {
  return {
    name: null,
    environment: new Map(),
    isOwnEnvironment: true,
    ports: [],
    options: [],
    entrypoint: null,
    command: null,
    lost: [],
    isUsual: true,
    isForPeople: false,
    ...known,
  };
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

/** A text, or a list of them as a shell would read it; null where there is none. */
export function wordsAt(pipeline: Manifest, path: DocumentPath): string | null {
  const items = pipeline.items(path).flatMap((item) => pipeline.scalar(item) ?? []);
  return items.length === 0 ? pipeline.scalar(path) : items.map(dockerWord).join(' ');
}

/** What a mapping says by keys that no container of ours can have, where one stands there. */
export function lostAt(pipeline: Manifest, path: DocumentPath, keys: Readonly<Record<string, string>>): Lost[] {
  return Object.entries(keys).flatMap(([key, what]) => {
    const at = [...path, key];
    return pipeline.at(at) === undefined ? [] : [{ what, at: { file: pipeline.file, line: pipeline.lineOf(at) } }];
  });
}

/** Lines as a person types them, no longer than anybody's. */
export function typed(lines: readonly Line[]): string[] {
  return lines.map(({ text }) => text.trim().slice(0, 500));
}
