import type { Evidence } from '../../../domain/evidence.ts';
import { type Line, linesOf } from '../../lines.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A folder of configuration, as patterns safely read it. */
export interface TerraformModule {
  readonly directory: string;
  /** Its files, sorted; never without one. */
  readonly files: readonly [string, ...string[]];
  /** `required_version`. */
  readonly required: { readonly value: string; readonly because: Evidence } | null;
  /** It says by itself what it runs with: a version, a backend, or a provider's settings. */
  readonly isRoot: boolean;
  /** Its providers come from whoever calls it, so that nobody can validate it alone. */
  readonly takesProviders: boolean;
  /** Folders of the repository that it calls as modules. */
  readonly calls: readonly string[];
  /** The first line that calls one which is not in the repository: something else must bring it. */
  readonly missing: Missing | null;
}

/** A module that is not there. */
export interface Missing {
  readonly folder: string;
  readonly file: string;
  readonly line: number;
}

const SOURCE = /\.(?:tf|tofu)$/;

/** All folders with files of Terraform or OpenTofu; what `init` downloads is none. */
export function readModules(snapshot: Snapshot): TerraformModule[] {
  const byFolder = new Map<string, [string, ...string[]]>();
  for (const path of snapshot.paths.filter((it) => SOURCE.test(it) && !/(^|\/)\.terraform\//.test(it))) {
    const folder = directoryOf(path);
    const files = byFolder.get(folder);
    if (files) files.push(path);
    else byFolder.set(folder, [path]);
  }
  return [...byFolder].map(([directory, files]) => readModule(snapshot, directory, files));
}

interface PlacedLine extends Line {
  readonly file: string;
}

function readModule(snapshot: Snapshot, directory: string, files: readonly [string, ...string[]]): TerraformModule {
  const lines = files.flatMap((file): PlacedLine[] =>
    linesOf(snapshot.text(file) ?? '').map((line) => ({
      ...line,
      text: line.text.replace(/^\s*(?:#|\/\/).*$/, ''),
      file,
    })),
  );
  const find = (pattern: RegExp) => lines.find(({ text }) => pattern.test(text));
  const version = find(REQUIRED);
  const called = calledIn(directory, lines);
  const value = version && REQUIRED.exec(version.text)?.[1];
  return {
    directory,
    files,
    required: version && value ? { value, because: snapshot.evidence(version.file, version.number) } : null,
    isRoot: version !== undefined || find(/^\s*(?:backend\s+"[\w-]+"|cloud|provider\s+"[\w-]+")\s*\{/) !== undefined,
    takesProviders: find(/^\s*configuration_aliases\s*=/) !== undefined,
    calls: called.map(({ folder }) => folder),
    missing: called.find(({ folder }) => !snapshot.exists(folder)) ?? null,
  };
}

/** The folder of a local module, the part of it that is called taken with it: `./modules/net//subnet`. */
const LOCAL = /^\s*source\s*=\s*"(\.\.?(?:\/[^"]{0,200})?)"/;

function calledIn(directory: string, lines: readonly PlacedLine[]): Missing[] {
  return lines.flatMap(({ text, file, number }) => {
    const source = LOCAL.exec(text)?.[1];
    const folder = source === undefined ? null : joinPath(directory, source);
    return folder === null ? [] : [{ folder, file, line: number }];
  });
}

const REQUIRED = /^\s*required_version\s*=\s*"([^"]{1,100})"/;

/** The modules that are checked by themselves: those that say what they run with, and those that no other one calls. */
export function unitsOf(modules: readonly TerraformModule[]): TerraformModule[] {
  const called = new Set(modules.flatMap(({ directory, calls }) => calls.filter((folder) => folder !== directory)));
  return modules.filter(({ directory, isRoot }) => isRoot || !called.has(directory));
}
