import type { Evidence } from '../../../domain/evidence.ts';
import type { ProfileWarning } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { type Line, linesOf } from '../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';

/** What patterns safely read of a mix.exs, which is a program. */
export interface MixProject {
  readonly file: string;
  readonly directory: string;
  /** Where the applications of an umbrella lie. */
  readonly apps: string | null;
  readonly dependencies: readonly MixDependency[];
  /** `~> 1.18` of `elixir:`. */
  readonly requirement: { readonly value: string; readonly because: Evidence } | null;
}

export interface MixDependency {
  readonly name: string;
  readonly line: number;
  /** Its folder, where it lies in the repository. */
  readonly folder: string | null;
  /** It is there in the environment of tests alone. */
  readonly isForTests: boolean;
}

/** All projects of Mix; dependencies that are kept in the repository are no projects of it. */
export function readProjects(snapshot: Snapshot): Found<readonly MixProject[]> {
  const files = snapshot.paths.filter((path) => baseName(path) === 'mix.exs' && !/(^|\/)deps\//.test(path));
  const isProject = (file: string) => /\buse\s{1,8}Mix\.Project\b/.test(snapshot.text(file) ?? '');
  return {
    value: files.filter(isProject).map((file) => readProject(snapshot, file)),
    warnings: files.filter((file) => !isProject(file)).map(noProject),
  };
}

function noProject(file: string): ProfileWarning {
  return { file, line: 1, message: 'this is no project of Mix; it is left out.' };
}

function readProject(snapshot: Snapshot, file: string): MixProject {
  const directory = directoryOf(file);
  const lines = linesOf(snapshot.text(file) ?? '').map((line) => ({
    ...line,
    text: line.text.replace(/(^|\s)#.*$/, ''),
  }));
  const find = (pattern: RegExp) => {
    const line = lines.find(({ text }) => pattern.test(text));
    const value = line && pattern.exec(line.text)?.[1];
    return line && value ? { value, because: snapshot.evidence(file, line.number) } : null;
  };
  return {
    file,
    directory,
    apps: folderOf(directory, find(/\bapps_path:\s{0,8}"([^"]{1,200})"/)?.value),
    dependencies: lines.flatMap((line) => dependencyAt(line, directory)),
    requirement:
      find(/(?:^|[\s,[])elixir:\s{0,8}"([^"]{1,60})"/) ??
      find(attribute(find(/(?:^|[\s,[])elixir:\s{0,8}@(\w{1,60})/)?.value)),
  };
}

/** Where a project gives a value a name first: `@elixir "~> 1.18"`. */
function attribute(name: string | undefined): RegExp {
  return name === undefined ? /(?!)/ : new RegExp(`^\\s{0,40}@${name}\\s{1,8}"([^"]{1,60})"`);
}

function folderOf(directory: string, path: string | undefined): string | null {
  return path === undefined ? null : joinPath(directory, path);
}

/** `{:ecto, "~> 3.0"}`, `{:shared, path: "../shared"}`, `{:lasso, "~> 0.1", only: :test}`. */
function dependencyAt({ text, number }: Line, directory: string): MixDependency[] {
  return [...text.matchAll(/\{\s{0,8}:(\w{1,100}),([^{}]{0,300})/g)].map(([, name = '', rest = '']) => {
    const written = /\bpath:\s{0,8}"([^"]{1,200})"/.exec(rest)?.[1];
    return {
      name,
      line: number,
      folder: folderOf(directory, written),
      isForTests: /\bonly:\s{0,8}(?:\[\s{0,8})?:test\b(?!\s{0,8},\s{0,8}:dev)/.test(rest),
    };
  });
}

/** Names of packages with their lines, for what they imply. */
export function packagesOf({ file, dependencies }: MixProject): UnitDraft['dependencies'] {
  return dependencies.map(({ name, line }) => ({ name, file, line }));
}
