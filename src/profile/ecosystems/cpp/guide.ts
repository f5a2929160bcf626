import type { Guide } from '../../guide.ts';
import { TOOLS } from './roots.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'C and C++',
  unit: 'The topmost folder that CMake, Meson, the autotools or make can build; what lies below is part of it.',
  managers: { cmake: ['conan.lock'], meson: ['conan.lock'], make: ['conan.lock'] },
  choice: [
    { from: 'the tool that the repository’s own jobs start' },
    ...TOOLS.map(({ tool, names }) => ({ from: `\`${names.join('`, `')}\`: ${tool}` })),
  ],
  versions: [],
  commands: {
    install:
      'submodules, then what the job that builds it installs (a script of its own, packages), else the packages of its Dockerfile; Conan’s and vcpkg’s packages where it has their manifests',
    lint: '`clang-format` over what git tracks, where there is a `.clang-format`, by the release that pipelines name',
    test: 'the build, then CTest, Meson’s tests, or the target or script that the repository’s own jobs run',
    build: 'a preset, or the options of the repository’s own jobs; else the tool’s defaults',
  },
};
