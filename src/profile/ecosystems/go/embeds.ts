import type { Command } from '../../../domain/profile.ts';
import type { Tree } from '../../../domain/tree.ts';
import { type Line, linesOf } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { oncePerSnapshot } from '../../once.ts';
import { baseName, directoryOf, joinPath, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { readMore } from '../../take-snapshot.ts';

/** How people call the source that embeds what a front end is built into. */
const NAMED = /^(?:embed(?:ded|s)?|assets?|static|ui|web|webui|frontend|dist|spa|public|site)(?:_\w{1,40})?\.go$/;

/** So many sources are read, and so many bytes of each; so many rules of a file. */
const MOST = { files: 60, bytes: 200_000, rules: 300 };

/** The same snapshot with the sources of Go that may embed what is built: those beside a package.json, or beside what git is told to ignore, and those that are called for it. Throws what reading the tree does. */
export async function withEmbedders(tree: Tree, snapshot: Snapshot): Promise<Snapshot> {
  const paths = snapshot.paths.filter(isEmbedder(snapshot)).slice(0, MOST.files);
  return paths.length === 0 ? snapshot : readMore(tree, snapshot, { paths, limit: MOST.bytes });
}

function isEmbedder(snapshot: Snapshot): (path: string) => boolean {
  const places = besideIgnored(snapshot);
  const isBesideBuilt = (folder: string) =>
    places.has(folder) || snapshot.has(joinPath(folder, 'package.json') ?? 'package.json');
  return (path) =>
    path.endsWith('.go') &&
    !path.endsWith('_test.go') &&
    (NAMED.test(baseName(path)) || isBesideBuilt(directoryOf(path)));
}

/** The folders in which something lies that git is told to ignore. */
const besideIgnored = oncePerSnapshot((snapshot: Snapshot): ReadonlySet<string> => {
  const files = snapshot.paths.filter((path) => baseName(path) === '.gitignore');
  const rules = files.flatMap((file) =>
    linesOf(snapshot.text(file) ?? '')
      .slice(0, MOST.rules)
      .map(({ text }) => ({ file, text })),
  );
  return new Set(
    rules.flatMap(({ file, text }) => {
      const [, ignored] = IGNORED.exec(text) ?? [];
      const path = ignored === undefined ? null : joinPath(directoryOf(file), ignored);
      return path === null ? [] : [directoryOf(path)];
    }),
  );
});

/** A folder, or all that is in it, by its path from that of the file. (git-scm.com, "gitignore") */
const IGNORED = /^\/?((?:[\w.-]{1,100}\/){0,8}[\w.-]{1,100})(?:\/|\/\*{1,2})\s{0,20}$/;

/**
 * What stands in for files that a module embeds and that no checkout has: without them nothing of it compiles, and what they hold is made by
 * another language. (pkg.go.dev, "embed": patterns must match something)
 */
export function embeddedStandIns(snapshot: Snapshot, directory: string): Command[] {
  const isOwn = (path: string) => directoryOf(nearest(snapshot, directoryOf(path), ['go.mod']) ?? '') === directory;
  const sources = snapshot.within(directory).filter(isEmbedder(snapshot));
  const found = sources.filter(isOwn).flatMap((path) => missingIn(snapshot, path));
  return [...new Map(found.map(({ path, ...it }) => [path, { path, ...it }])).values()].map(({ path, file, line }) => {
    const place = relativeTo(directory, path);
    const run = `mkdir -p ${directoryOf(place)} && touch ${place}`;
    return { run, directory, because: [snapshot.evidence(file, line)] };
  });
}

interface Missing {
  /** What would stand there. */
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** In a group of variables it is indented. */
const DIRECTIVE = /^\s{0,8}\/\/go:embed[^\S\n]{1,8}([^\n]{1,400})/;

/** What is compiled for some builds alone nobody misses in the others; what tags take out is there without them. */
const CONSTRAINED = /^\/\/go:build (?!!\w{1,40}(?: && !\w{1,40}){0,4}$)/m;

function missingIn(snapshot: Snapshot, file: string): Missing[] {
  const text = snapshot.text(file) ?? '';
  if (!text.includes('//go:embed') || CONSTRAINED.test(text)) return [];
  return codeLines(text).flatMap(({ text: line, number }) =>
    (DIRECTIVE.exec(line)?.[1] ?? '').split(/\s+/).flatMap((pattern) => {
      const path = missingPath(snapshot, directoryOf(file), pattern);
      return path === null ? [] : [{ path, file, line: number }];
    }),
  );
}

/** The lines of a source that stand neither in a raw string nor in a comment of several lines. (go.dev/ref/spec, "Comments", "String literals") */
function codeLines(text: string): Line[] {
  let isInComment = false;
  let isInText = false;
  return linesOf(text).filter(({ text: line }) => {
    const [wasInComment, wasInText] = [isInComment, isInText];
    if (wasInComment) isInComment = !line.includes('*/');
    else if (!wasInText && /^\s{0,40}\/\*/.test(line)) isInComment = !line.includes('*/');
    else if (wasInText || !/^\s{0,40}\/\//.test(line)) isInText = wasInText !== (line.split('`').length % 2 === 0);
    return !wasInComment && !wasInText;
  });
}

/** A file that such a pattern would match, where none does; null where one does, and for patterns that are not plain. */
function missingPath(snapshot: Snapshot, folder: string, written: string): string | null {
  const all = written.startsWith('all:');
  const pattern = written.replace(/^all:/, '').replace(/^"(.*)"$/, '$1');
  if (!/^\w[\w./-]{0,200}(?:\/\*)?$/.test(pattern) || pattern.includes('..')) return null;
  const isGlob = pattern.endsWith('/*');
  const path = joinPath(folder, pattern.replace(/\/\*$/, ''));
  if (path === null || (!isGlob && snapshot.has(path))) return null;
  const names = snapshot.entriesIn(path);
  // A folder that is named is taken without its hidden files; one that has nothing else counts as empty.
  const isThere = isGlob || all ? names.length > 0 : names.some((name) => !/^[._]/.test(name));
  if (isThere) return null;
  return isGlob || !/\.\w{1,8}$/.test(baseName(path)) ? `${path}/index.html` : path;
}
