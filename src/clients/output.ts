import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { ActionError } from '../domain/errors.ts';
import { clauseFor } from './fault.ts';
import { uninterrupted } from './interrupts.ts';
import { linkOnTheWay } from './links.ts';

/** A file to be written: where, below the folder, and its text; null where it goes away. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | null;
}

/**
 * Writes all files below `directory`, or none: each goes to a temporary sibling first, and only when all of them stand are they renamed
 * into place. On any failure what was done so far is taken back, and an interrupt waits until it is done, so nobody finds it half-way.
 * Gives the paths written, joined to `directory`. Throws PATH_OUTSIDE, OUTPUT_NOT_WRITABLE, INTERRUPTED.
 */
export async function writeFiles(directory: string, files: readonly OutputFile[]): Promise<string[]> {
  for (const { path } of files) assertInside(path);
  return await uninterrupted(() => writeNow(directory, files));
}

function writeNow(directory: string, files: readonly OutputFile[]): string[] {
  using undo = undoing();
  const staged = files.flatMap(({ path, content }) =>
    content === null ? [] : stage(directory, { path, content }, undo),
  );
  const gone = files.filter(({ content }) => content === null).map(({ path }) => path);
  const backups = [
    ...staged.flatMap(({ temporary, path }) => replace(temporary, path, undo)),
    ...gone.flatMap((path) => takeAway(directory, path, undo)),
  ];
  undo.forget();
  for (const backup of backups) rmSync(backup, { force: true });
  return files.map(({ path }) => join(directory, path));
}

/** Gives the path to which it was moved for as long as it may be wanted back; none where nothing was there. */
function takeAway(directory: string, name: string, undo: Undoing): string[] {
  const path = join(directory, name);
  const standing = standingAt(directory, name);
  if (!standing) return [];
  if (!standing.isFile())
    throw new ActionError('OUTPUT_NOT_WRITABLE', `'${path}' is no regular file, so it is not removed.`);
  const backup = `${path}.agent-generate-${randomUUID()}.before`;
  return attempt(path, () => {
    renameSync(path, backup);
    undo.later(() => renameSync(backup, path));
    return [backup];
  });
}

function assertInside(path: string): void {
  const clean = normalize(path);
  if (path !== '' && !isAbsolute(clean) && clean !== '..' && !clean.startsWith(`..${sep}`) && !path.includes('\0'))
    return;
  throw new ActionError('PATH_OUTSIDE', `'${path}' would lie outside of the folder.`);
}

interface Staged {
  readonly temporary: string;
  readonly path: string;
}

function stage(
  directory: string,
  { path: name, content }: { readonly path: string; readonly content: string },
  undo: Undoing,
): Staged {
  makeFolders(directory, dirname(normalize(name)), undo);
  const path = join(directory, name);
  const standing = standingAt(directory, name);
  if (standing && !standing.isFile())
    throw new ActionError('OUTPUT_NOT_WRITABLE', `'${path}' is no regular file, so it is not replaced.`);
  // A name of its own each time: a run that was killed may have left one behind.
  const temporary = `${path}.agent-generate-${randomUUID()}.tmp`;
  attempt(path, () => {
    // `wx` takes no file that is already there, so nothing that a link points to is ever written.
    const file = openSync(temporary, 'wx', 0o644);
    undo.later(() => rmSync(temporary, { force: true }));
    try {
      // Unlike one write, which may be short where there is no more room, it is whole or an error. As with a checkout by git, the disk is not
      // waited for: what a machine that loses its power loses can be generated again.
      writeFileSync(file, content);
    } finally {
      closeSync(file);
    }
  });
  return { temporary, path };
}

/** Gives the path of the copy of what was there, or none. */
function replace(temporary: string, path: string, undo: Undoing): string[] {
  return attempt(path, () => {
    const backup = `${temporary}.before`;
    const existed = existsSync(path);
    if (existed) {
      undo.later(() => rmSync(backup, { force: true }));
      copyFileSync(path, backup, constants.COPYFILE_EXCL);
    }
    renameSync(temporary, path);
    undo.later(() => (existed ? renameSync(backup, path) : rmSync(path)));
    return existed ? [backup] : [];
  });
}

function makeFolders(directory: string, folder: string, undo: Undoing): void {
  makeFolder(directory, undo);
  const steps = folder === '.' ? [] : folder.split(sep);
  for (const [index] of steps.entries()) {
    const name = steps.slice(0, index + 1).join(sep);
    if (!standingAt(directory, name)?.isDirectory()) makeFolder(join(directory, name), undo);
  }
}

/** With those above it that are missing, one by one: Node's way to make all of them never ends where a disk takes none. (seen with /proc) */
function makeFolder(path: string, undo: Undoing): void {
  const standing = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (standing?.isDirectory()) return;
  if (!standing && dirname(path) !== path) makeFolder(dirname(path), undo);
  attempt(path, () => mkdirSync(path));
  undo.later(() => rmdirSync(path));
}

/** What stands at a name below `directory`. A link on the way could lead anywhere; one in the place of the file would be replaced without a word. */
function standingAt(directory: string, name: string): Stats | undefined {
  const link = attempt(name, () => linkOnTheWay(directory, name));
  if (link !== null)
    throw new ActionError('PATH_OUTSIDE', `'${link}' is a symbolic link; nothing is written through it.`);
  return attempt(name, () => lstatSync(join(directory, name), { throwIfNoEntry: false }));
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new ActionError('OUTPUT_NOT_WRITABLE', `'${path}' cannot be written: it ${clauseFor(cause)}.`, { cause });
  }
}

interface Undoing extends Disposable {
  later(step: () => void): void;
  forget(): void;
}

/** Steps that take back what was done, last first; run when the scope is left, unless they are forgotten. */
function undoing(): Undoing {
  let steps: (() => void)[] = [];
  return {
    later: (step) => steps.push(step),
    forget: () => {
      steps = [];
    },
    [Symbol.dispose]: () => {
      for (const step of steps.reverse()) quietly(step);
    },
  };
}

/** What cannot be taken back is no reason to leave the rest. */
function quietly(step: () => void): void {
  try {
    step();
  } catch {}
}
