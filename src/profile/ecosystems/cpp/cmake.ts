import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, ProfileWarning } from '../../../domain/profile.ts';
import { firstMatch, linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { programOf } from './calls.ts';
import { cmakeOptions } from './cmake-options.ts';
import { formatter } from './format.ts';
import { preparation } from './install.ts';
import { type Packages, packagesOf } from './packages.ts';
import type { CppPlace } from './place.ts';
import { type Preset, presetOf } from './presets.ts';

/** Configured, built and tested by CMake: by a preset where there is one for Linux. (detection.md, row "C/C++") */
export function cmakeCommands(place: CppPlace): Found<Commands> {
  const { snapshot, root } = place;
  const file = root.files.get('cmake') ?? '';
  const project = firstMatch(snapshot.text(file) ?? '', /^\s{0,20}project\s{0,8}\(/i);
  const base = snapshot.evidence(file, project?.line ?? 1);
  const packages = packagesOf(place);
  const prepared = preparation(place);
  const missing = missingPackage(place, packages, prepared);
  if (missing) return { value: { install: [], lint: formatter(place), test: [], build: [] }, warnings: [missing] };
  const preset = packages.preset === null ? presetOf(place) : null;
  const steps = preset ? byPreset(place, preset) : byOptions(place, packages, base);
  const tests = testsOf(place);
  return {
    value: {
      install: [...prepared, ...packages.install],
      lint: formatter(place),
      test: tests ? [...steps.build, { ...steps.test, because: [tests] }] : [],
      build: steps.build,
    },
    warnings: [],
  };
}

interface Steps {
  /** Configure, then build. */
  readonly build: readonly Command[];
  readonly test: Command;
}

function byPreset({ root: { directory } }: CppPlace, preset: Preset): Steps {
  const { name, because, binaryDirectory, configuration } = preset;
  const vcpkg = preset.usesVcpkg ? 'VCPKG_ROOT="$VCPKG_INSTALLATION_ROOT" ' : '';
  const command = (run: string): Command => ({ run, directory, because });
  // Where the folder is not known it is told, which goes before the preset's own.
  const isTold = binaryDirectory === null && (preset.build === null || preset.test === null);
  const folder = binaryDirectory ?? 'build';
  const [own, tested] = isTold ? [null, null] : [preset.build, preset.test];
  const chosen = configuration === null ? '' : ` --config ${configuration}`;
  return {
    build: [
      command(`${vcpkg}cmake --preset ${name}${isTold ? ` -B ${folder}` : ''}`),
      command(own === null ? `cmake --build ${folder} --parallel${chosen}` : `cmake --build --preset ${own}${chosen}`),
    ],
    test: command(
      tested === null
        ? `ctest --test-dir ${folder}${chosen === '' ? '' : ` -C ${configuration}`} --output-on-failure`
        : `ctest --preset ${tested} --output-on-failure`,
    ),
  };
}

function byOptions(place: CppPlace, packages: Packages, base: Evidence): Steps {
  const { directory } = place.root;
  const options = cmakeOptions(place);
  const because = [...options.because, ...packages.because, base];
  const command = (run: string): Command => ({ run, directory, because });
  const { preset } = packages;
  const start = preset === null ? 'cmake -B build -DCMAKE_BUILD_TYPE=Release' : `cmake --preset ${preset}`;
  const build = preset === null ? 'cmake --build build --parallel' : `cmake --build --preset ${preset} --parallel`;
  return {
    build: [command([start, ...packages.options, ...options.words].join(' ')), command(build)],
    test: command(
      preset === null ? 'ctest --test-dir build --output-on-failure' : `ctest --preset ${preset} --output-on-failure`,
    ),
  };
}

/** CTest is enabled at the top, or the repository's own jobs start it. */
function testsOf({ snapshot, root, calls }: CppPlace): Evidence | null {
  const file = root.files.get('cmake') ?? '';
  const found = firstMatch(
    snapshot.text(file) ?? '',
    /^\s{0,40}(?:enable_testing\s{0,8}\(|include\s{0,8}\(\s{0,8}CTest\b)/i,
  );
  if (found) return snapshot.evidence(file, found.line);
  const called = calls.find(({ words }) => programOf(words) === 'ctest');
  return called ? snapshot.evidence(called.file, called.line) : null;
}

/** What CMake itself or a runner has. (cmake-modules(7); actions/runner-images, Ubuntu 24.04) */
const THERE = /^(?:Threads|Git|Python\w{0,20}|PkgConfig|OpenSSL|OpenMP|CTest|Perl|BISON|FLEX|Patch|UnixCommands|Java)$/;

/** A package that it cannot do without and that nothing here brings: no job of the repository's builds it on a runner, and no manager is told of it. */
function missingPackage(
  { snapshot, root, calls }: CppPlace,
  packages: Packages,
  prepared: readonly Command[],
): ProfileWarning | null {
  const file = root.files.get('cmake') ?? '';
  const text = snapshot.text(file) ?? '';
  const isBuilt = calls.some(({ words, isContained }) => !isContained && programOf(words) === 'cmake');
  const fetches = firstMatch(
    text,
    /\b(?:FetchContent_\w{1,30}|CPMAddPackage|ExternalProject_Add|CPMFindPackage|include\s{0,4}\(\s{0,4}\S{0,80}CPM)/i,
  );
  if (isBuilt || fetches || packages.install.length > 0 || packages.because.length > 0) return null;
  if (prepared.some(({ run }) => run.startsWith('sudo '))) return null;
  const isOwn = (name: string) => snapshot.exists(joinPath(root.directory, `cmake/Find${name}.cmake`) ?? '');
  let depth = 0;
  const needed = linesOf(text).find(({ text: line }) => {
    // What stands in a branch may never be asked for.
    depth += /^\s{0,40}if\s{0,4}\(/i.test(line) ? 1 : /^\s{0,40}endif\b/i.test(line) ? -1 : 0;
    if (depth > 0) return false;
    const [, name, rest = ''] = /^\s{0,40}find_package\s{0,8}\(\s{0,8}([\w.+-]{1,80})([^)]{0,300})/i.exec(line) ?? [];
    return name !== undefined && /\bREQUIRED\b/.test(rest) && !THERE.test(name) && !isOwn(name);
  });
  if (!needed) return null;
  const message = 'nothing here installs this package on a runner, so that it is not built there; its image may be.';
  return { file, line: needed.number, message };
}
