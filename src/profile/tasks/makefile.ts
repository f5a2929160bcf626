import { wildcardMatcher } from '../../domain/glob/wildcards.ts';
import { joinedLines, type Line, linesOf } from '../lines.ts';
import { oncePerFile, oncePerSnapshot } from '../once.ts';
import { baseName, directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { plainValues, withMakeValues } from './make-values.ts';

/** A line, and the file that it stands in. */
export interface MakeLine extends Line {
  readonly file: string;
}

/** A makefile with all that it includes. */
export interface Makefile {
  /** In the order in which make reads them: those of an included file stand in the place of the line that names it. */
  readonly lines: readonly MakeLine[];
  /** Included files that are in the repository, and whose text is not known. */
  readonly unread: readonly string[];
  /** Whether nothing is included that is not known here. What is not in the repository is not there in a pipeline. */
  readonly isWhole: boolean;
}

/** Another makefile: `include`, `-include`, `sinclude`. (GNU make manual, "Including Other Makefiles") */
const INCLUDES = /^ {0,8}(?:-|s)?include\s{1,8}([^#]{1,2000})/;

/** More than anybody's makefiles include: files in a line and in all, how deep, and characters of all makefiles of a repository. */
const MOST = { named: 20, files: 100, deep: 5, characters: 5_000_000 };

/** A makefile as make reads it: files are looked for from the folder in which it is started. */
export const readMakefile = oncePerFile((snapshot, file): Makefile => {
  const walk: Walk = { snapshot, directory: directoryOf(file), seen: new Set(), unread: [], isWhole: true };
  const lines = linesIn(walk, file, 0);
  return { lines, unread: walk.unread, isWhole: walk.isWhole };
});

interface Walk {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly seen: Set<string>;
  readonly unread: string[];
  isWhole: boolean;
}

const charactersLeft = oncePerSnapshot(() => ({ left: MOST.characters }));

function linesIn(walk: Walk, file: string, depth: number): MakeLine[] {
  const text = walk.snapshot.text(file) ?? '';
  const own = linesOf(text).map((line) => ({ ...line, file }));
  walk.seen.add(file);
  if (!/^ {0,8}(?:-|s)?include\s/m.test(text)) return own;
  const values = new Map(plainValues(own).map(({ name, value }) => [name, value]));
  const named = new Map(joinedLines(own).map((line) => [line.number, line]));
  return own.flatMap((line) => {
    const [, written] = INCLUDES.exec(named.get(line.number)?.text ?? '') ?? [];
    if (written === undefined) return [line];
    return [line, ...includedBy(walk, withMakeValues(values, written)).flatMap((path) => include(walk, path, depth))];
  });
}

function include(walk: Walk, path: string, depth: number): MakeLine[] {
  const { snapshot, seen, unread } = walk;
  if (seen.has(path)) return [];
  const text = snapshot.text(path);
  const budget = charactersLeft(snapshot);
  const isKnown = text !== null && seen.size < MOST.files && depth < MOST.deep && text.length <= budget.left;
  if (text === null) unread.push(path);
  if (!isKnown) {
    walk.isWhole = false;
    return [];
  }
  budget.left -= text.length;
  return linesIn(walk, path, depth + 1);
}

/** The files of the repository that a list names; what make writes itself of what a compiler has read says nothing of targets and recipes. */
function includedBy(walk: Walk, written: string): string[] {
  const plain = written.replace(/\$\(wildcard ([^()$]{1,300})\)/g, '$1');
  const names = plain.trim().split(/\s+/).slice(0, MOST.named);
  return names.flatMap((name) => {
    if (/\.d\)?$/.test(name)) return [];
    const path = joinPath(walk.directory, name);
    const isKnown = !name.includes('$') && !/[*?[]/.test(directoryOf(name));
    if (!isKnown) walk.isWhole = false;
    return isKnown && path !== null ? filesAt(walk.snapshot, path) : [];
  });
}

function filesAt(snapshot: Snapshot, path: string): string[] {
  if (!/[*?[]/.test(path)) return snapshot.has(path) ? [path] : [];
  const matches = wildcardMatcher(baseName(path));
  const folder = directoryOf(path);
  return snapshot.namesIn(folder).flatMap((name) => (matches(name) ? (joinPath(folder, name) ?? []) : []));
}
