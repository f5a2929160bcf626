import { decodeText } from '../domain/plain-text.ts';
import type { ProfileWarning, ProjectProfile } from '../domain/profile.ts';
import { type FileContent, MANIFEST_LIMIT, type Tree, type TreeEntry } from '../domain/tree.ts';
import { mayHoldSecret, REDACTED } from '../secrets/suspicion.ts';
import { entriesIndex, type Listing } from './listing.ts';
import { pathsBelow } from './paths.ts';
import { matcherOf } from './reads.ts';
import type { Found, Snapshot } from './snapshot.ts';
import { isDetected } from './walk.ts';

const EXCERPT = 120;
/** Of a longer line only so much is looked at; far more than is shown. */
const LONGEST = 2_000;

export interface SnapshotOptions {
  /** Whether folders of examples are looked into. */
  readonly examples?: boolean;
}

export interface TakenSnapshot extends Found<Snapshot> {
  /** Links that some rule would have read, and submodules: neither is followed. */
  readonly ignored: ProjectProfile['ignored'];
}

/** A tree by its names alone, before anything of it is read. */
export interface Listed {
  readonly entries: readonly TreeEntry[];
  /** Those that detection may start from; links and submodules are among them. */
  readonly kept: readonly TreeEntry[];
  /** Escaped names of what no text can name. */
  readonly unreadable: readonly string[];
}

/** Lists the tree; what is there says what is worth reading. */
export async function listFiles(tree: Tree, { examples = false }: SnapshotOptions = {}): Promise<Listed> {
  const { entries, unreadable } = await tree.list();
  return { entries, kept: entries.filter((entry) => isDetected(entry, examples)), unreadable };
}

/** Reads in batches the listed files that match `reads` (globs over whole paths). */
export async function readFiles(tree: Tree, listed: Listed, reads: readonly string[]): Promise<TakenSnapshot> {
  const { entries, kept, unreadable } = listed;
  const detected = kept.filter(isRegular).map(({ path }) => path);
  const matches = matcherOf(reads);
  const { texts, failures } = await readTexts(tree, detected.filter(matches), MANIFEST_LIMIT);
  const failed = new Set(failures.map(({ file }) => file));
  const paths = failed.size === 0 ? detected : detected.filter((path) => !failed.has(path));
  const unnamed = unreadable.map((name) => warn(name, 'its name is not UTF-8, so the file is left out.'));
  return {
    value: snapshotOf(paths, entriesIndex(entries), texts),
    warnings: [...unnamed, ...failures, ...caseClashes(kept)],
    ignored: kept.flatMap((entry) => notFollowed(entry, matches)),
  };
}

/** Lists the tree once, and reads what matches. */
export async function takeSnapshot(
  tree: Tree,
  reads: readonly string[],
  options: SnapshotOptions = {},
): Promise<TakenSnapshot> {
  return readFiles(tree, await listFiles(tree, options), reads);
}

/** The same snapshot, with the texts of further `paths` that are of at most `limit` bytes; what cannot be read is passed over. */
export async function readMore(
  tree: Tree,
  snapshot: Snapshot,
  wanted: { readonly paths: readonly string[]; readonly limit: number },
): Promise<Snapshot> {
  const missing = wanted.paths.filter((path) => snapshot.text(path) === null);
  if (missing.length === 0) return snapshot;
  const { texts } = await readTexts(tree, missing, wanted.limit);
  const text = (path: string) => texts.get(path) ?? snapshot.text(path);
  return { ...snapshot, text, evidence: evidenceOver(text) };
}

function notFollowed({ path, mode }: TreeEntry, matches: (path: string) => boolean): ProjectProfile['ignored'] {
  if (mode === 'submodule') return [{ path, why: 'a git submodule: a repository of its own' }];
  return mode === 'symlink' && matches(path) ? [{ path, why: 'a symbolic link, which is not followed' }] : [];
}

/** So many files are asked for at once. */
const BATCH = 1_000;
/** So many bytes of files are held; what comes after them is left out. */
const MOST_BYTES = 50_000_000;

async function readTexts(tree: Tree, paths: readonly string[], limit: number) {
  const texts = new Map<string, string>();
  const failures: ProfileWarning[] = [];
  let bytes = 0;
  for (let from = 0; from < paths.length; from += BATCH) {
    const batch = paths.slice(from, from + BATCH);
    if (bytes > MOST_BYTES) {
      failures.push(...batch.map((path) => warn(path, BEYOND)));
      continue;
    }
    for (const [path, content] of await tree.read(batch, limit)) {
      bytes += content.kind === 'content' ? content.bytes.length : 0;
      const text = textOf(content, limit);
      if (typeof text === 'string') texts.set(path, text);
      else failures.push(warn(path, text.why));
    }
  }
  return { texts, failures };
}

const BEYOND = `more than ${MOST_BYTES} bytes of manifests stand before it, so nothing in it is known.`;

function isRegular({ mode }: TreeEntry): boolean {
  return mode === 'file' || mode === 'executable';
}

function textOf(content: FileContent, limit: number): string | { readonly why: string } {
  if (content.kind === 'too-large')
    return { why: `it has ${content.size} bytes; at most ${limit} are read, so nothing in it is known.` };
  const decoded = decodeText(content.bytes);
  return decoded.kind === 'text' ? decoded.text : { why: `${decoded.why} Nothing in it is known.` };
}

function snapshotOf(paths: readonly string[], listing: Listing, texts: ReadonlyMap<string, string>): Snapshot {
  const text = (path: string) => texts.get(path) ?? null;
  return { paths, within: (directory) => pathsBelow(paths, directory), ...listing, text, evidence: evidenceOver(text) };
}

/** Lines are split once a file: lock files are long, and cited often. */
function evidenceOver(text: (path: string) => string | null): Snapshot['evidence'] {
  const known = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = known.get(file) ?? (text(file) ?? '').split('\n');
    known.set(file, lines);
    const at = Math.min(Math.max(line, 1), lines.length);
    const excerpt = excerptOf(lines[at - 1] ?? '');
    return excerpt === '' ? { file, line: at } : { file, line: at, excerpt };
  };
}

/** A line that may hold a secret is not shown at all: where it is cut, half of one would be known by nothing. */
function excerptOf(line: string): string {
  const text = line.trim();
  return mayHoldSecret(text.slice(0, LONGEST)) ? REDACTED : text.slice(0, EXCERPT);
}

/** On a file system without case two such files are one, and whose content it is depends on the checkout. */
function caseClashes(entries: readonly TreeEntry[]): ProfileWarning[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ path }) => {
    const lower = path.toLowerCase();
    const other = seen.get(lower);
    seen.set(lower, path);
    return other === undefined ? [] : [warn(path, `its name differs from ${other} in case alone.`)];
  });
}

function warn(file: string, message: string): ProfileWarning {
  return { file, line: 1, message };
}
