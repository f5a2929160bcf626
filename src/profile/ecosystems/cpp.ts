import type { ProfileWarning } from '../../domain/profile.ts';
import { AUTOMATION } from '../ci/automation.ts';
import { readCiCommands } from '../ci/commands.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { isWithin, joinPath } from '../paths.ts';
import type { Found } from '../snapshot.ts';
import { callsOf, chooseTool } from './cpp/calls.ts';
import { cmakeCommands } from './cpp/cmake.ts';
import { cppDependencies } from './cpp/dependencies.ts';
import { formatSettings } from './cpp/format.ts';
import { makeCommands } from './cpp/make.ts';
import { mesonCommands } from './cpp/meson.ts';
import type { CppPlace } from './cpp/place.ts';
import { findRoots } from './cpp/roots.ts';

/** C and C++, by CMake, Meson, make and the autotools; what stands below a build's root is part of it. */
export const cpp: Ecosystem = {
  name: 'cpp',
  reads: [
    '{,*/,*/*/,*/*/*/}{CMakeLists.txt,meson.build}',
    '**/CMakePresets.json',
    '**/conanfile.{txt,py}',
    '**/vcpkg.json',
    '**/configure.{ac,in}',
    '**/Makefile.am',
    '.gitmodules',
    '**/{[Dd]ockerfile,Containerfile}*',
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const roots = findRoots(snapshot);
    const commands = roots.value.length > 0 ? readCiCommands(snapshot, BUILDS) : [];
    const drafts = roots.value.flatMap((root): Found<UnitDraft>[] => {
      const calls = callsOf(commands, root, roots.value.length === 1);
      const tool = chooseTool(root, calls);
      return tool === null ? [] : [draft({ snapshot, root, tool, calls })];
    });
    return {
      units: drafts.map(({ value }) => value),
      warnings: [...roots.warnings, ...drafts.flatMap(({ warnings }) => warnings)],
    };
  },
};

const BUILDS = /\b(?:cmake|ctest|meson|make|ninja|configure|conan)\b/;

function draft(place: CppPlace): Found<UnitDraft> {
  const { snapshot, root } = place;
  const { directory } = root;
  const lock = joinPath(directory, 'conan.lock') ?? 'conan.lock';
  const settings = formatSettings(snapshot, directory);
  const { manager, commands } = built(place);
  return {
    value: {
      directory,
      ecosystem: 'cpp',
      manager,
      lockfile: snapshot.has(lock) ? lock : null,
      version: null,
      versions: [],
      commands: commands.value,
      alsoOwns: settings === null || isWithin(directory, settings) ? [] : [settings],
      dependsOn: [],
      dependencies: cppDependencies(snapshot, directory),
    },
    warnings: commands.warnings,
  };
}

function built(place: CppPlace): {
  readonly manager: 'cmake' | 'meson' | 'make';
  readonly commands: { readonly value: UnitDraft['commands']; readonly warnings: readonly ProfileWarning[] };
} {
  switch (place.tool) {
    case 'cmake':
      return { manager: 'cmake', commands: cmakeCommands(place) };
    case 'meson':
      return { manager: 'meson', commands: mesonCommands(place) };
    case 'autotools':
    case 'make':
      return { manager: 'make', commands: makeCommands(place) };
  }
}
