import type { Evidence } from '../../../domain/evidence.ts';
import type { Command } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import { programOf } from './calls.ts';
import { configuring } from './cmake-options.ts';
import type { CppPlace } from './place.ts';

/** What a manager of packages brings to a build by CMake. */
export interface Packages {
  readonly install: readonly Command[];
  /** For the call that configures. */
  readonly options: readonly string[];
  /** The preset that the manager writes, by which it is configured. */
  readonly preset: string | null;
  readonly because: readonly Evidence[];
}

const NOTHING: Packages = { install: [], options: [], preset: null, because: [] };

/** Conan where a manifest of it is there, else vcpkg in its manifest mode; neither where the repository's own jobs on Linux build without. */
export function packagesOf(place: CppPlace): Packages {
  return conan(place) ?? vcpkg(place) ?? NOTHING;
}

/** With a layout of CMake's it writes a preset, without one its toolchain lies in the folder that it is told. (docs.conan.io, "Using CMake presets", "Build a simple CMake project using Conan") */
function conan({ snapshot, root: { directory }, calls }: CppPlace): Packages | null {
  const names = ['conanfile.py', 'conanfile.txt'].map((name) => joinPath(directory, name) ?? name);
  const file = names.find((name) => snapshot.has(name));
  const isBuilt = calls.some(({ words }) => programOf(words) === 'cmake');
  const called = calls.find(({ words }) => programOf(words) === 'conan' && words.includes('install'));
  if (file === undefined || (isBuilt && !called)) return null;
  const text = snapshot.text(file) ?? '';
  const toolchain = firstMatch(text, /\bCMakeToolchain\b/);
  if (!toolchain) return null;
  const layout = firstMatch(text, /\bcmake_layout\b/);
  const because = [
    ...(called ? [snapshot.evidence(called.file, called.line)] : []),
    snapshot.evidence(file, layout?.line ?? toolchain.line),
  ];
  const folder = layout ? '' : ' --output-folder=build';
  return {
    install: [
      { run: 'conan profile detect --exist-ok', directory, because },
      { run: `conan install .${folder} --build=missing`, directory, because },
    ],
    options: layout ? [] : ['-DCMAKE_TOOLCHAIN_FILE=build/conan_toolchain.cmake'],
    preset: layout ? 'conan-release' : null,
    because,
  };
}

/** The copy that runners have, by the variable that names it. (learn.microsoft.com, "vcpkg in CMake projects"; actions/runner-images) */
function vcpkg({ snapshot, root: { directory }, calls }: CppPlace): Packages | null {
  const file = joinPath(directory, 'vcpkg.json') ?? 'vcpkg.json';
  const isCalled = calls.some(({ words }) => words.some((word) => /vcpkg/i.test(word)));
  if (!snapshot.has(file) || (configuring(calls) && !isCalled)) return null;
  return {
    install: [],
    options: ['-DCMAKE_TOOLCHAIN_FILE="$VCPKG_INSTALLATION_ROOT/scripts/buildsystems/vcpkg.cmake"'],
    preset: null,
    because: [snapshot.evidence(file, 1)],
  };
}
