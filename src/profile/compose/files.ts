import { groupedBy } from '../../domain/grouped.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { baseName, directoryOf } from '../paths.ts';

/** Names of the compose specification and of its predecessor, with others such as `compose.ci.yaml`, `testing-docker-compose.yml`. */
const COMPOSE = /^(?:([\w-]{1,60}[.-])?docker-)?compose((?:[.-][\w-]{1,60}){0,4})\.ya?ml$/;

/** In the order in which compose itself looks for its main file. */
export const MAIN = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

const AUXILIARY =
  /(^|[.-])(dev(el(opment)?)?|local|tests?|testing|e2e|ci|debug|load|bench|example|sample|tools?)([.-]|$)/;

/** Whether the file's name is one that compose files have. */
export function isComposeFile(path: string): boolean {
  return COMPOSE.test(baseName(path));
}

/** A main file and the overrides that compose puts over it by itself, or one other file. */
export interface ComposeFiles {
  readonly main: string;
  readonly overrides: readonly string[];
  readonly rank: 0 | 1 | 2;
}

/** The compose files of a repository, as they are used together; main files first, and of those the ones nearest to the root: they run the whole system. */
export function groupComposeFiles(paths: readonly string[]): ComposeFiles[] {
  const files = paths.filter(isComposeFile);
  const folders = [...groupedBy(files, directoryOf)].sort(([a], [b]) => depthOf(a) - depthOf(b) || byCodeUnit(a, b));
  const mains = folders.flatMap(([, beside]) => mainOf(beside));
  const taken = new Set(mains.flatMap(({ main, overrides }) => [main, ...overrides]));
  const others = files
    .filter((file) => !taken.has(file))
    .map((main): ComposeFiles => ({ main, overrides: [], rank: rankOf(main) }));
  return [...mains, ...others.sort((a, b) => a.rank - b.rank)];
}

function depthOf(directory: string): number {
  return directory === '.' ? 0 : directory.split('/').length;
}

function mainOf(beside: readonly string[]): ComposeFiles[] {
  const main = MAIN.flatMap((name) => beside.find((file) => baseName(file) === name) ?? [])[0];
  if (main === undefined) return [];
  const overrides = beside.filter((file) => /^(docker-)?compose\.override\.ya?ml$/.test(baseName(file)));
  return [{ main, overrides, rank: 0 }];
}

function rankOf(file: string): 1 | 2 {
  const [, before = '', after = ''] = COMPOSE.exec(baseName(file)) ?? [];
  return AUXILIARY.test(before) || AUXILIARY.test(after) ? 2 : 1;
}
