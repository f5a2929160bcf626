import type { ProfileWarning } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { ancestors, baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { MAKEFILES } from '../../tasks/files.ts';
import type { CppRoot, CppTool } from './place.ts';

/** Where projects keep what others wrote, beside the folders that are looked into nowhere; what is built for a test or a page alone; and what other tools build by themselves. */
const FOREIGN =
  /(^|\/)(?:deps|externals?|extern|3rd-?party|third-?party|subprojects|contrib|vendored|Pods|node_modules|src\/main\/(?:cpp|jni)|jni|android|ios|flutter|cmake|tests?|docs?|fuzz(?:ing)?|bindings|templates?)\//i;

/** By the files that they build by; of one folder's the first is taken where no job starts any. */
export const TOOLS: readonly { readonly tool: CppTool; readonly names: readonly string[] }[] = [
  { tool: 'cmake', names: ['CMakeLists.txt'] },
  { tool: 'meson', names: ['meson.build'] },
  { tool: 'autotools', names: ['configure.ac', 'configure.in'] },
  { tool: 'make', names: MAKEFILES },
];

/** Topmost folders that a tool can build: one below another is part of it. (detection.md, row "C/C++") */
export function findRoots(snapshot: Snapshot): Found<readonly CppRoot[]> {
  const candidates = new Map<string, Map<CppTool, string>>();
  const compiled = foldersOfSources(snapshot);
  for (const path of snapshot.paths) {
    const tool = TOOLS.find(({ names }) => names.includes(baseName(path)))?.tool;
    if (tool === undefined || FOREIGN.test(path) || !isRoot(snapshot, { tool, path, compiled })) continue;
    const directory = directoryOf(path);
    const files = candidates.get(directory) ?? new Map<CppTool, string>();
    if (!files.has(tool)) candidates.set(directory, files.set(tool, path));
  }
  const topmost = [...candidates].filter(
    ([directory]) =>
      !ancestors(directory)
        .slice(1)
        .some((it) => candidates.has(it)),
  );
  const foreign = topmost.map(([, files]) => otherMachine(snapshot, files.get('cmake')));
  return {
    value: topmost.flatMap(([directory, files], index) =>
      foreign[index] ? [] : [{ directory, files, isBeside: hasOther(snapshot, directory) }],
    ),
    warnings: foreign.filter((warning) => warning !== null),
  };
}

/** Folders with a source of C or C++ directly in them. */
function foldersOfSources(snapshot: Snapshot): ReadonlySet<string> {
  return new Set(snapshot.paths.filter((path) => /\.(?:c|cc|cpp|cxx)$/.test(path)).map(directoryOf));
}

interface Candidate {
  readonly tool: CppTool;
  readonly path: string;
  readonly compiled: ReadonlySet<string>;
}

function isRoot(snapshot: Snapshot, { tool, path, compiled }: Candidate): boolean {
  const text = snapshot.text(path);
  if (text === null) return false;
  switch (tool) {
    case 'cmake':
      return firstMatch(text, /^\s{0,20}project\s{0,8}\(/i) !== null;
    case 'meson':
      return firstMatch(text, /^\s{0,20}project\s{0,8}\(/) !== null;
    case 'autotools':
      return firstMatch(text, /^\s{0,20}AC_INIT\b/) !== null;
    case 'make':
      return compiles(snapshot, path, compiled);
  }
}

const COMPILER = /\$[({](?:CC|CXX|COMPILE\.\w{1,3})[)}]|(?:^|[\s=])(?:gcc|g\+\+|clang|clang\+\+|cc|c\+\+)\s/;

/** It, or the makefile of `src/` beside it, starts a compiler, and sources lie there. Modules of a kernel are built by that kernel. */
function compiles(snapshot: Snapshot, path: string, compiled: ReadonlySet<string>): boolean {
  const directory = directoryOf(path);
  const sources = joinPath(directory, 'src') ?? 'src';
  if (!compiled.has(directory) && !compiled.has(sources)) return false;
  const texts = [path, `${sources}/Makefile`].map((file) => snapshot.text(file) ?? '');
  const isKernel = texts.some((text) => firstMatch(text, /^\s{0,8}obj-m\b|\/lib\/modules\//) !== null);
  return !isKernel && texts.some((text) => firstMatch(text, COMPILER) !== null);
}

/** A program for a machine of its own needs that machine's toolchain. (ESP-IDF, "Build System"; Pico SDK; Zephyr, "Application Development"; emscripten) */
const MACHINE =
  /\bIDF_PATH\b|\bpico_sdk_import\b|\bfind_package\s{0,4}\(\s{0,4}Zephyr\b|\bPSPDEV\b|\bDEVKITPRO\b|\bANDROID_NDK\b/;

function otherMachine(snapshot: Snapshot, file: string | undefined): ProfileWarning | null {
  const found = file === undefined ? null : firstMatch(snapshot.text(file) ?? '', MACHINE);
  if (file === undefined || !found) return null;
  return {
    file,
    line: found.line,
    message: 'it is built for another machine, by a toolchain of its own; it is left out.',
  };
}

const OTHERS =
  /^(?:package\.json|pyproject\.toml|setup\.py|Cargo\.toml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|Gemfile|.*\.gemspec|composer\.json|mix\.exs|build\.sbt|Package\.swift|pubspec\.yaml|.*\.sln|.*\.csproj|DESCRIPTION|dune-project|build\.zig)$/;

function hasOther(snapshot: Snapshot, directory: string): boolean {
  return snapshot.namesIn(directory).some((name) => OTHERS.test(name));
}
