import type { ProfileWarning } from '../domain/profile.ts';
import { markedBy, marksIn } from './marks.ts';

/** Languages and build tools that many repositories have and no ecosystem knows, each by the files that only it has. */
export const UNKNOWN: readonly { readonly name: string; readonly marks: readonly string[] }[] = [
  { name: 'Ant', marks: ['build.xml'] },
  { name: 'Bazel', marks: ['MODULE.bazel', 'WORKSPACE', 'WORKSPACE.bazel'] },
  { name: 'Clojure', marks: ['deps.edn', 'project.clj'] },
  { name: 'Crystal', marks: ['shard.yml'] },
  { name: 'Dart', marks: ['pubspec.yaml'] },
  { name: 'Elm', marks: ['elm.json'] },
  { name: 'Erlang', marks: ['rebar.config'] },
  { name: 'Gleam', marks: ['gleam.toml'] },
  { name: 'Haskell', marks: ['*.cabal', 'stack.yaml'] },
  { name: 'Julia', marks: ['Project.toml'] },
  { name: 'Nim', marks: ['*.nimble'] },
  { name: 'OCaml', marks: ['dune-project'] },
  { name: 'Perl', marks: ['cpanfile'] },
  { name: 'R', marks: ['*.Rproj'] },
  { name: 'Solidity', marks: ['foundry.toml'] },
  { name: 'Zig', marks: ['build.zig'] },
];

/** A warning for each language or build tool that these paths show and that is not known, at its file with the shortest path. */
export function unknownStacks(paths: readonly string[]): ProfileWarning[] {
  const hasMark = marksIn(paths);
  const shown = UNKNOWN.filter(({ marks }) => hasMark(marks));
  return shown.flatMap(({ name, marks }) => {
    const [file] = markedBy(marks, paths).sort((a, b) => a.length - b.length);
    return file === undefined
      ? []
      : [{ file, line: 1, message: `${name} is not known, so nothing is checked by it; a workflow of your own can.` }];
  });
}
