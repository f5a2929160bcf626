import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ActionError } from '../domain/errors.ts';
import { STDIN_NAME, type Subject } from '../domain/judge.ts';
import { decodeText } from '../domain/plain-text.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import { MANIFEST_LIMIT } from '../domain/tree.ts';
import { type DirectoryListing, listDirectory } from './directory-tree.ts';
import { linkOnTheWay } from './links.ts';
import { cannotRead, readLocalFile, readToEnd } from './local-files.ts';

/** What is to be judged, and what was found beside it and is not. */
export interface Collected {
  readonly subjects: readonly Subject[];
  /** One sentence each. */
  readonly leftOut: readonly string[];
}

const WORKFLOWS = '.github/workflows';

/** What is validated where nothing is named: the workflows and the configuration, as far as they are there. */
export function usualPaths(): string[] {
  const found = [WORKFLOWS, CONFIGURATION_PATH].filter((path) => existsSync(path));
  return found.length > 0 ? found : [WORKFLOWS];
}

/**
 * What a person named to be validated: files as they are, workflows and actions below folders, `-` for standard input. Names stay as they were given.
 * A link that was named is followed, unless it lies in `checkout`, where anybody may have put it; one that was found below a folder is not.
 * Throws FILE_NOT_FOUND, FILE_UNREADABLE, PATH_OUTSIDE.
 */
export function collectFiles(paths: readonly string[], checkout: string | null = null): Collected {
  if (checkout !== null) for (const path of paths) refuseLink(checkout, path);
  const found = [...new Set(paths)].map((path) =>
    path === '-' ? { subjects: [subjectOf(STDIN_NAME, readStdin())], leftOut: [] } : at(path),
  );
  const subjects = new Map(found.flatMap((it) => it.subjects).map((subject) => [subject.file, subject]));
  return { subjects: [...subjects.values()], leftOut: found.flatMap((it) => it.leftOut) };
}

function refuseLink(checkout: string, path: string): void {
  const inside = relative(resolve(checkout), resolve(path));
  const isInside = inside.split(sep)[0] !== '..' && !isAbsolute(inside);
  const link = isInside && inside !== '' ? linkOnTheWay(checkout, inside) : null;
  if (link !== null)
    throw new ActionError('PATH_OUTSIDE', `'${link}' is a symbolic link; what it leads to is not read.`);
}

function subjectOf(file: string, bytes: Uint8Array): Subject {
  return { kind: 'file', file, bytes };
}

function at(path: string): Collected {
  if (!isDirectory(path)) return { subjects: [subjectOf(slashed(path), readLocalFile(path))], leftOut: [] };
  const { files, leftOut } = filesBelow(path);
  const all = files.map((file) => ({ file, bytes: readLocalFile(file) }));
  const judged = all.filter(isJudged);
  const others = all.length - judged.length;
  const count = `${others} YAML ${others === 1 ? 'file' : 'files'}`;
  if (judged.length === 0)
    throw new ActionError(
      'FILE_NOT_FOUND',
      `'${path}' holds no workflow and no action to judge: its ${count} ${others === 1 ? 'is' : 'are'} something else. Name a file to have it looked at.`,
    );
  const were = others === 1 ? 'was left out: it is' : 'were left out: they are';
  return {
    subjects: judged.map(({ file, bytes }) => subjectOf(file, bytes)),
    leftOut: [
      ...leftOut,
      ...(others === 0
        ? []
        : [`${count} below '${path}' ${were} no workflow and no action. Name a file to have it looked at.`]),
    ],
  };
}

/** By its place, or by a key that workflows have; what cannot be read may be one. */
function isJudged({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): boolean {
  if (PLACES.test(file) || bytes.length > MANIFEST_LIMIT) return true;
  const decoded = decodeText(bytes);
  return decoded.kind !== 'text' || KEYS.test(decoded.text);
}

/** At the start of a line, or in braces. */
const KEYS = /^\uFEFF?(?:\{\s{0,20})?(?:on|jobs|"on"|"jobs"|'on'|'jobs')\s{0,20}:/m;
const PLACES = /(?:^|\/)(?:\.github\/workflows\/[^/]+|\.github\/agent-generate\.yml|action\.ya?ml)$/;

/** Whatever should have written into the pipe has failed: nothing would be judged, and that must not look like a pass. */
function readStdin(): Uint8Array {
  const bytes = readToEnd(0, 'standard input');
  if (bytes.length > 0) return bytes;
  throw new ActionError('FILE_UNREADABLE', 'standard input is empty, so there is nothing to judge.');
}

interface FilesAt {
  readonly files: readonly string[];
  readonly leftOut: readonly string[];
}

function filesBelow(path: string): FilesAt {
  const listing = listDirectory(path);
  if (!listing) throw new ActionError('FILE_UNREADABLE', `'${path}' holds too many files; name the folder to judge.`);
  const { files, leftOut } = yamlIn(listing, path);
  if (files.length > 0) return { files, leftOut };
  throw new ActionError('FILE_NOT_FOUND', [`'${path}' holds no .yml or .yaml file to judge.`, ...leftOut].join(' '));
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}

/** Names begin with that of the folder, as it was given. */
function yamlIn({ entries, unreadable, closed }: DirectoryListing, folder: string): FilesAt {
  const named = (name: string) => slashed(join(folder, name));
  const isYaml = (name: string) => /\.ya?ml$/.test(name);
  const links = entries.filter(({ path, mode }) => isYaml(path) && mode === 'symlink');
  const saying = (names: readonly string[], why: string) => names.map((it) => `${named(it)} was left out: ${why}.`);
  return {
    files: entries.filter(({ path, mode }) => isYaml(path) && mode !== 'symlink').map(({ path }) => named(path)),
    leftOut: [
      ...saying(
        links.map(({ path }) => path),
        'it is a symbolic link, which is not followed',
      ),
      ...saying(unreadable.filter(isYaml), 'its name is not UTF-8'),
      ...saying(closed, 'it can be neither opened nor read'),
    ],
  };
}

/** A backslash is a letter of a name where it parts no folders. */
function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
