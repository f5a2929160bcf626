import type { Step } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';
import { javaVersion } from './java-version.ts';
import { below, cache, exactly, locked } from './lock-caches.ts';
import { fixed, type SetupOptions, setup } from './setup-step.ts';
import { swiftVersion } from './versions.ts';

/** sbt starts whichever release of itself the build names; what names its packages keys their cache. */
export function sbtSteps(unit: Unit, options: SetupOptions): Step[] {
  const inside = (glob: string) => below(exactly(unit.directory), glob);
  const files = cache('sbt', ['**/*.sbt', 'project/*.scala', 'project/build.properties'].map(inside));
  return [
    setup(unit, { tool: 'java', version: javaVersion(unit), cache: files }, options),
    fixed(unit, { tool: 'sbt', version: null, cache: null }),
  ];
}

/** None where the runner's own Swift is newer than any that the action brings. */
export function swiftSteps(unit: Unit, options: SetupOptions): Step[] {
  const version = swiftVersion(unit);
  if (version === null && !options.fromMatrix) return [];
  return [setup(unit, { tool: 'swift', version, cache: locked(unit, 'spm') }, options)];
}

/** Runners have CMake, Ninja, the compilers and vcpkg; Conan is a program of Python's. What the two download or build is cached. */
export function cmakeSteps({ directory, lockfile, commands }: Unit): Step[] {
  const inside = (glob: string) => below(exactly(directory), glob);
  const all = [...commands.install, ...commands.build].map(({ run }) => run);
  const cached = (manager: string, files: readonly string[]): Step => ({
    kind: 'cache',
    directory,
    cache: { manager, files },
  });
  if (all.some((run) => run.startsWith('conan ')))
    return [
      { kind: 'install-tool', tool: 'conan' },
      cached('conan', lockfile === null ? [inside('conanfile.*')] : [exactly(lockfile)]),
    ];
  const usesVcpkg = all.some((run) => run.includes('VCPKG_INSTALLATION_ROOT'));
  return usesVcpkg ? [cached('vcpkg', [inside('vcpkg*.json')])] : [];
}
