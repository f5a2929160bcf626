import type { Evidence } from '../../../domain/evidence.ts';
import type { ToolVersion } from '../../../domain/profile.ts';
import { firstMatch, type Line, linesOf } from '../../lines.ts';
import { ancestors, baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

export interface SbtScript {
  readonly file: string;
  /** Without what a comment takes out. */
  readonly lines: readonly Line[];
}

/** A build of sbt, as patterns safely read it: its scripts are programs. */
export interface SbtBuild {
  readonly directory: string;
  /** The line that shows that it is one. */
  readonly because: Evidence;
  /** Those of the root first, then those of `project/`, then those of subprojects. */
  readonly scripts: readonly SbtScript[];
  /** All builds' folders, this one's too. */
  readonly roots: ReadonlySet<string>;
  readonly sbt: ToolVersion | null;
}

/**
 * Folders with project/build.properties, and those with a build.sbt that lie in none of these: a build.sbt below is a subproject's.
 * (sbt, "Directory structure", "Build definition")
 */
export function findBuilds(snapshot: Snapshot): SbtBuild[] {
  const paths = snapshot.paths.filter((path) => !/(^|\/)sbt-test\//.test(path));
  const pinned = paths.filter(isProperties).map((path) => directoryOf(directoryOf(path)));
  const roots = new Set(pinned.filter((folder) => baseName(folder) !== 'project'));
  const folders = paths.filter((path) => baseName(path) === 'build.sbt').map(directoryOf);
  for (const folder of folders.sort(byDepth)) {
    const isInside = ancestors(folder).some((above) => roots.has(above) || baseName(above) === 'project');
    if (!isInside) roots.add(folder);
  }
  const scripts = scriptsByRoot(paths, roots);
  return [...roots].sort().flatMap((root) => buildOf(snapshot, { root, files: scripts.get(root) ?? [], roots }));
}

function isProperties(path: string): boolean {
  return path === 'project/build.properties' || path.endsWith('/project/build.properties');
}

function byDepth(a: string, b: string): number {
  return ancestors(a).length - ancestors(b).length || (a < b ? -1 : 1);
}

const SCRIPT = /\.sbt$|(^|\/)project\/[^/]+\.scala$/;

function scriptsByRoot(paths: readonly string[], roots: ReadonlySet<string>): ReadonlyMap<string, string[]> {
  const scripts = new Map<string, string[]>();
  for (const path of paths.filter((one) => SCRIPT.test(one))) {
    const root = ancestors(directoryOf(path)).find((folder) => roots.has(folder));
    if (root === undefined) continue;
    const files = scripts.get(root);
    if (files) files.push(path);
    else scripts.set(root, [path]);
  }
  return scripts;
}

interface Found {
  readonly root: string;
  readonly files: readonly string[];
  readonly roots: ReadonlySet<string>;
}

function buildOf(snapshot: Snapshot, { root, files, roots }: Found): SbtBuild[] {
  const meta = joinPath(root, 'project') ?? 'project';
  const rank = (file: string) => [root, meta].indexOf(directoryOf(file)) >>> 0;
  const ordered = [...files].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const own = joinPath(root, 'build.sbt') ?? 'build.sbt';
  const [first] = ordered;
  if (first === undefined) return [];
  const sbt = sbtVersion(snapshot, `${meta}/build.properties`);
  const because = sbt?.because[0] ?? snapshot.evidence(ordered.includes(own) ? own : first, 1);
  return [{ directory: root, because, scripts: ordered.map((file) => scriptOf(snapshot, file)), roots, sbt }];
}

function sbtVersion(snapshot: Snapshot, file: string): ToolVersion | null {
  const found = firstMatch(snapshot.text(file) ?? '', /^\s{0,8}sbt\.version\s{0,8}[=:]\s{0,8}(\d[\w.-]{0,30})/);
  return found?.match[1]
    ? { tool: 'sbt', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}

function scriptOf(snapshot: Snapshot, file: string): SbtScript {
  const lines = linesOf(snapshot.text(file) ?? '');
  return { file, lines: lines.map((line) => ({ ...line, text: line.text.replace(/(^|\s)\/\/.*$/, '') })) };
}

/** The line that adds the first plugin of one of these names; null where none does. */
export function pluginOf(snapshot: Snapshot, { scripts }: SbtBuild, names: RegExp): Evidence | null {
  for (const { file, lines } of scripts)
    for (const { text, number } of lines) {
      const name = /\baddSbtPlugin\s{0,4}\(\s{0,4}"[^"]{1,100}"\s{0,8}%%?\s{0,8}"([\w.-]{1,80})"/.exec(text)?.[1];
      if (name !== undefined && names.test(name)) return snapshot.evidence(file, number);
    }
  return null;
}
