import picomatch from 'picomatch';
import { decodeText } from '../domain/plain-text.ts';
import type { ProfileWarning } from '../domain/profile.ts';
import { type FileContent, MANIFEST_LIMIT, type Tree, type TreeEntry } from '../domain/tree.ts';
import { baseName, directoryOf } from './paths.ts';
import type { Found, Snapshot } from './snapshot.ts';
import { prune } from './walk.ts';

const EXCERPT = 120;

/** Lists the tree once, and reads in one batch the files that match `reads` (globs over whole paths). */
export async function takeSnapshot(tree: Tree, reads: readonly string[]): Promise<Found<Snapshot>> {
  const { entries, unreadable } = await tree.list();
  const kept = prune(entries);
  const wanted = kept.filter(matching(reads)).filter(({ mode }) => mode === 'file' || mode === 'executable');
  const contents = await tree.read(
    wanted.map(({ path }) => path),
    MANIFEST_LIMIT,
  );
  const texts = new Map<string, string>();
  const warnings: ProfileWarning[] = unreadable.map((name) =>
    warn(name, 'the name is not UTF-8, so the file is left out.'),
  );
  for (const [path, content] of contents) {
    const text = textOf(content);
    if (typeof text === 'string') texts.set(path, text);
    else warnings.push(warn(path, text.why));
  }
  return { value: snapshotOf(kept, texts), warnings: [...warnings, ...caseClashes(kept)] };
}

/** Most patterns are `**` and a plain name: those are looked up, the rest are matched. */
function matching(globs: readonly string[]): (entry: TreeEntry) => boolean {
  const names = new Set(globs.flatMap((glob) => /^\*\*\/([^*?{}[\]!()]+)$/.exec(glob)?.[1] ?? []));
  const others = globs.filter((glob) => !/^\*\*\/[^*?{}[\]!()]+$/.test(glob));
  const matches = picomatch(others, { dot: true });
  return ({ path }) => names.has(baseName(path)) || matches(path);
}

function textOf(content: FileContent): string | { readonly why: string } {
  if (content.kind === 'too-large')
    return { why: `it has ${content.size} bytes, and at most ${MANIFEST_LIMIT} are read; it is left out.` };
  const decoded = decodeText(content.bytes);
  return decoded.kind === 'text' ? decoded.text : { why: `${decoded.why} It is left out.` };
}

function snapshotOf(entries: readonly TreeEntry[], texts: ReadonlyMap<string, string>): Snapshot {
  const modes = new Map(entries.map(({ path, mode }) => [path, mode]));
  const names = new Map<string, string[]>();
  for (const { path } of entries) {
    const directory = directoryOf(path);
    const list = names.get(directory);
    if (list) list.push(baseName(path));
    else names.set(directory, [baseName(path)]);
  }
  return {
    paths: entries.map(({ path }) => path),
    has: (path) => modes.has(path),
    modeOf: (path) => modes.get(path) ?? null,
    namesIn: (directory) => names.get(directory) ?? [],
    text: (path) => texts.get(path) ?? null,
    evidence: (file, line) => {
      const lines = (texts.get(file) ?? '').split('\n');
      const at = Math.min(Math.max(line, 1), lines.length);
      const excerpt = (lines[at - 1] ?? '').trim().slice(0, EXCERPT);
      return excerpt === '' ? { file, line: at } : { file, line: at, excerpt };
    },
  };
}

/** On a file system without case two such files are one, and whose content it is depends on the checkout. */
function caseClashes(entries: readonly TreeEntry[]): ProfileWarning[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ path }) => {
    const other = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    return other === undefined ? [] : [warn(path, `the name differs from ${other} in case alone.`)];
  });
}

function warn(file: string, message: string): ProfileWarning {
  return { file, line: 1, message };
}
