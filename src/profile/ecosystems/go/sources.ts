import type { ProfileWarning } from '../../../domain/profile.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { firstMatch, linesOf } from '../../lines.ts';
import { isWithin, joinPath, nearestFolder, pathsBelow, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { GoModule } from './module.ts';

export interface ModuleSources {
  readonly snapshot: Snapshot;
  readonly module: GoModule;
  /** Those of all modules of the repository. */
  readonly folders: ReadonlySet<string>;
}

export interface CommandPlace extends ModuleSources {
  /** All modules of the repository. */
  readonly modules: readonly GoModule[];
  /** What the repository's own pipelines, task runners and scripts start. */
  readonly automation: readonly AutomationLine[];
}

/** Globs of the sources whose imports and constraints are looked at: where programs begin, and where tools are kept. */
export const PROGRAMS = ['*.go', '**/{main,tool,tools}.go', '{,*/,*/*/}cmd/{,*/}*.go'];

/** The sources of this module that detection sees: a folder with a go.mod of its own is another module. */
export function ownFiles({ snapshot, module, folders }: ModuleSources): string[] {
  return ofModule(snapshot.within(module.directory), { module, folders });
}

function ofModule(paths: readonly string[], { module, folders }: Pick<ModuleSources, 'module' | 'folders'>): string[] {
  const { directory } = module;
  return paths.filter(
    (path) =>
      path.endsWith('.go') &&
      nearestFolder(folders, path) === directory &&
      !PASSED_OVER.test(relativeTo(directory, path)),
  );
}

/** Folders that `./...` does not reach. (cmd/go, "Package lists and patterns") */
export const PASSED_OVER = /(^|\/)(vendor|testdata|[._][^/]*)\//;

/** Whether a module holds anything for `./...` to build: some list modules to download, and some only the tools that others use. */
export function hasPackages({ snapshot, module, folders }: ModuleSources): 'some' | 'none' | 'no-sources' {
  const files = ofModule(pathsBelow(snapshot.everything, module.directory), { module, folders });
  if (files.length === 0) return 'no-sources';
  return files.some((file) => !isSetAside(snapshot, file)) ? 'some' : 'none';
}

/** `//go:build tools` and `ignore` are tags that nobody sets. */
function isSetAside(snapshot: Snapshot, file: string): boolean {
  return firstMatch(snapshot.text(file) ?? '', /^\/\/(?:go:build| \+build) (?:tools?|ignore)\b/) !== null;
}

/**
 * The first package of the module's own that a program imports and that is not there: generated code that is not committed. Nothing of
 * the module compiles before it is made.
 */
export function missingPackage(sources: ModuleSources): ProfileWarning | null {
  const { snapshot, module } = sources;
  const name = module.name?.value ?? '';
  const others = module.requires.map((required) => required.name).filter((required) => required !== name.toLowerCase());
  for (const file of ownFiles(sources)) {
    if (snapshot.text(file) === null || isSetAside(snapshot, file)) continue;
    for (const { path, line } of importsOf(snapshot.text(file) ?? '')) {
      const folder = path.startsWith(`${name}/`) ? joinPath(module.directory, path.slice(name.length + 1)) : null;
      if (folder === null || snapshot.exists(folder)) continue;
      if (others.some((other) => isWithin(other, path.toLowerCase()))) continue;
      const message = `it imports ${path.slice(0, 200)}, which is not in the repository: what must compile is left out until it is made.`;
      return { file, line, message };
    }
  }
  return null;
}

/** What the head of a file imports. */
export function importsOf(text: string): { readonly path: string; readonly line: number }[] {
  const lines = linesOf(text);
  const end = lines.findIndex(({ text: line }) => /^(?:func|type|var|const)\b/.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).flatMap(({ text: line, number }) => {
    const path = /^\s{0,8}(?:import\s{1,4})?(?:[\w.]{1,60}\s{1,4})?"([^"]{1,300})"/.exec(line)?.[1];
    return path === undefined ? [] : [{ path, line: number }];
  });
}
