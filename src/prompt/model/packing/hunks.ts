import { setImmediate } from 'node:timers/promises';
import { structuredPatch } from 'diff';
import { decodeText } from '../../../domain/plain-text.ts';
import type { ChangedFile, RepositoryContext } from '../../../domain/repository.ts';
import { byCodeUnit } from '../../../domain/text.ts';
import type { FileContent, Tree } from '../../../domain/tree.ts';
import type { Clean } from '../clean.ts';
import { rankOf } from './kinds.ts';
import type { Part } from './section.ts';

/** Files of which lines are told; a larger file is named alone. */
const MOST_FILES = 40;
const LARGEST_FILE = 200_000;
/** Characters of all files together, as they are and as they were, that are cleaned to be compared: what comes behind them is not told. */
const MOST_COMPARED = 600_000;
/** Past so many changed lines a file counts as written anew: to find the shortest difference takes the square of its length. */
const MOST_EDITS = 2000;
/** Characters of one file. */
const LARGEST_PART = 6000;

/** The lines that changed in the files that say how things are built and checked, the most telling first; each text is cleaned before it is compared. */
export async function hunkParts(
  { changedFiles, baseTree, tree }: Pick<RepositoryContext, 'changedFiles' | 'baseTree' | 'tree'>,
  clean: Clean,
): Promise<readonly Part[]> {
  const telling = (changedFiles ?? [])
    .flatMap((file) => {
      const rank = rankOf(file.path);
      return rank === null ? [] : [{ file, rank }];
    })
    .sort((a, b) => a.rank - b.rank || byCodeUnit(a.file.path, b.file.path))
    .slice(0, MOST_FILES)
    .map(({ file }) => file);
  const [before, after] = await Promise.all([
    baseTree === null ? new Map<string, FileContent>() : read(baseTree, telling.map(oldPath)),
    read(
      tree,
      telling.map(({ path }) => path),
    ),
  ]);
  const parts: Part[] = [];
  let room = MOST_COMPARED;
  for (const file of telling) {
    const [old, fresh] = [textOf(before.get(oldPath(file))), textOf(after.get(file.path))];
    room -= old.length + fresh.length;
    if (old === fresh) continue;
    if (room < 0) parts.push(untold(file));
    else parts.push(...partOf(file, await clean(old), await clean(fresh)));
    // Whoever watches the clock has a turn after each file.
    await setImmediate();
  }
  return parts;
}

function untold({ path, status }: ChangedFile): Part {
  const text = '(too much has changed to be told)';
  return { title: `Lines that changed in ${path} (${status})`, name: `the lines that changed in ${path}`, text };
}

function oldPath({ path, previousPath }: ChangedFile): string {
  return previousPath ?? path;
}

function read(tree: Tree, paths: readonly string[]): Promise<ReadonlyMap<string, FileContent>> {
  return tree.read(paths, LARGEST_FILE);
}

/** Nothing where there is none, and where it is no text or too large to be told. */
function textOf(content: FileContent | undefined): string {
  if (content?.kind !== 'content') return '';
  const decoded = decodeText(content.bytes);
  return decoded.kind === 'text' ? decoded.text : '';
}

/** None where no line has changed. */
function partOf({ path, status }: ChangedFile, old: string, fresh: string): Part[] {
  const patch = structuredPatch(path, path, old, fresh, '', '', { context: 3, maxEditLength: MOST_EDITS });
  const lines =
    patch?.hunks.flatMap(({ oldStart, newStart, lines: inside }) => [`@@ -${oldStart} +${newStart} @@`, ...inside]) ??
    fresh.split('\n').map((line) => `+${line}`);
  if (lines.length === 0) return [];
  const text = lines.join('\n');
  const cut =
    text.length > LARGEST_PART ? `${text.slice(0, LARGEST_PART)}\n… (cut: the rest of this file is not told)` : text;
  return [{ title: `Lines that changed in ${path} (${status})`, name: `the lines that changed in ${path}`, text: cut }];
}
