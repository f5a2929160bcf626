import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { ActionError } from '../domain/errors.ts';

/** A file to be written: where, below the folder, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes all files below `directory`, or none: each goes to a temporary sibling first, and only when all of them stand are they renamed
 * into place. On any failure what was done so far is taken back. It is synchronous, and an interrupt waits until it is done, so nobody
 * finds it half-way.
 * Gives the paths written, joined to `directory`. Throws PATH_OUTSIDE, OUTPUT_NOT_WRITABLE.
 */
export function writeFiles(directory: string, files: readonly OutputFile[]): string[] {
  for (const { path } of files) assertInside(path);
  using _ = holdingInterrupts();
  using undo = undoing();
  const staged = files.map((file) => stage(directory, file, undo));
  const backups = staged.flatMap(({ temporary, path }) => replace(temporary, path, undo));
  undo.forget();
  for (const backup of backups) rmSync(backup, { force: true });
  return staged.map(({ path }) => path);
}

/** Removes a file that generation no longer wants. Throws PATH_OUTSIDE, OUTPUT_NOT_WRITABLE. */
export function removeFile(directory: string, path: string): void {
  assertInside(path);
  assertNoLinks(directory, path);
  attempt(path, () => rmSync(join(directory, path), { force: true }));
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

function stage(directory: string, { path: name, content }: OutputFile, undo: Undoing): Staged {
  makeFolders(directory, dirname(normalize(name)), undo);
  assertNoLinks(directory, name);
  const path = join(directory, name);
  const temporary = `${path}.agent-generate-${process.pid}.tmp`;
  attempt(path, () => {
    // `wx` takes no file that is already there, so nothing that a link points to is ever written.
    const file = openSync(temporary, 'wx', 0o644);
    undo.later(() => rmSync(temporary, { force: true }));
    try {
      writeSync(file, content);
      fsyncSync(file);
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
      copyFileSync(path, backup);
      undo.later(() => rmSync(backup, { force: true }));
    }
    renameSync(temporary, path);
    undo.later(() => (existed ? renameSync(backup, path) : rmSync(path)));
    return existed ? [backup] : [];
  });
}

function makeFolders(directory: string, folder: string, undo: Undoing): void {
  const steps = folder === '.' ? [] : folder.split(sep);
  for (let count = 0; count <= steps.length; count += 1) {
    const path = join(directory, ...steps.slice(0, count));
    if (count > 0) assertNoLinks(directory, steps.slice(0, count).join(sep));
    const existing = lstatSync(path, { throwIfNoEntry: false });
    if (existing && (existing.isDirectory() || count === 0)) continue;
    attempt(path, () => mkdirSync(path, { recursive: count === 0 }));
    undo.later(() => rmdirSync(path));
  }
}

/** A link on the way could lead anywhere; one in the place of the file would be replaced without a word. */
function assertNoLinks(directory: string, name: string): void {
  const steps = normalize(name).split(sep);
  for (let count = 1; count <= steps.length; count += 1) {
    const path = join(directory, ...steps.slice(0, count));
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new ActionError(
        'PATH_OUTSIDE',
        `'${steps.slice(0, count).join('/')}' is a symbolic link; nothing is written through it.`,
      );
    }
  }
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new ActionError('OUTPUT_NOT_WRITABLE', `${path} cannot be written (${why}).`, { cause });
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

/** With a listener, a signal is delivered only between turns of the event loop: after the scope, which has none within. */
function holdingInterrupts(): Disposable {
  const leave = () => process.exit(130);
  process.once('SIGINT', leave).once('SIGTERM', leave);
  return {
    [Symbol.dispose]: () => {
      setImmediate(() => process.off('SIGINT', leave).off('SIGTERM', leave));
    },
  };
}

/** What cannot be taken back is no reason to leave the rest. */
function quietly(step: () => void): void {
  try {
    step();
  } catch {}
}
