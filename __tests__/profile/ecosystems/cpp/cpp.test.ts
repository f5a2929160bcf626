import { describe, expect, it } from 'vitest';
import { cpp } from '../../../../src/profile/ecosystems/cpp.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const cmake = (...lines: readonly string[]) =>
  ['cmake_minimum_required(VERSION 3.20)', 'project(a)', ...lines, ''].join('\n');

interface Run {
  readonly run: string;
  readonly condition?: string;
}

/** A workflow of one job, whose first command stands on the fifth line. */
function ci(runs: readonly (string | Run)[], { job = 'build', on = 'runs-on: ubuntu-24.04' } = {}) {
  const steps = runs.map((one) => {
    const { run, condition } = typeof one === 'string' ? { run: one, condition: undefined } : one;
    const block = run.includes('\n') ? `|\n${run.replace(/^/gm, '          ')}` : run;
    return `      - run: ${block}\n${condition === undefined ? '' : `        if: ${condition}\n`}`;
  });
  return { '.github/workflows/ci.yml': `jobs:\n  ${job}:\n    ${on}\n    steps:\n${steps.join('')}on: push\n` };
}

const CONFIGURE = 'cmake -B build -DCMAKE_BUILD_TYPE=Release';
const BUILD = 'cmake --build build --parallel';
const CTEST = 'ctest --test-dir build --output-on-failure';

describe('A project of CMake', () => {
  it('is configured, built and tested', async () => {
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake('enable_testing()') });
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'cpp', manager: 'cmake', lockfile: null, version: null });
    expect(typed(unit)).toEqual({ install: [], lint: [], test: [CONFIGURE, BUILD, CTEST], build: [CONFIGURE, BUILD] });
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['CMakeLists.txt:2']);
    expect(cited(unit.commands.test[2] ?? null)).toEqual(['CMakeLists.txt:3']);
  });

  it('is one unit with what it is made of, and none of what others wrote', async () => {
    const { units } = await detect(cpp, {
      'api/CMakeLists.txt': cmake(),
      'api/lib/CMakeLists.txt': cmake(),
      'api/lib/Makefile': 'a.o: a.c\n\t$(CC) -c a.c\n',
      'api/lib/a.c': '',
      'worker/deps/z/CMakeLists.txt': cmake(),
      'worker/tests/CMakeLists.txt': cmake(),
      'app/src/main/cpp/CMakeLists.txt': cmake(),
      'part/CMakeLists.txt': 'add_library(part part.cpp)\n',
    });
    expect(units.map(({ directory }) => directory)).toEqual(['api']);
    expect(typed(units[0] as never).test).toEqual([]);
  });

  it('turns its tests on where they are off until somebody asks', async () => {
    const text = cmake('option(A_BUILD_TESTS "Build them" OFF)', 'option(A_CUDA_TEST "Others" OFF)', 'include(CTest)');
    const unit = await detectOne(cpp, { 'CMakeLists.txt': text });
    expect(typed(unit).build[0]).toBe(`${CONFIGURE} -DA_BUILD_TESTS=ON`);
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['CMakeLists.txt:3', 'CMakeLists.txt:2']);
  });

  it('keeps the options of its own job on Linux', async () => {
    const configure =
      'cmake -S . -B out \\\n  -DA=on -D B=x -DCMAKE_BUILD_TYPE=Debug -DC=$X -DCMAKE_CXX_COMPILER=g++-9 -DE_DIR=/e';
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake(), ...ci([configure, 'cmake --build out', 'ctest']) });
    expect(typed(unit).build[0]).toBe(`${CONFIGURE} -DA=on -DB=x`);
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['.github/workflows/ci.yml:6', 'CMakeLists.txt:2']);
    expect(typed(unit).test.at(-1)).toBe(CTEST);
  });

  it.each([
    ['on another system', ci(['cmake -B b -DA=on'], { on: 'runs-on: windows-2025' })],
    ['in a job of another kind', ci(['cmake -B b -DA=on'], { job: 'fuzz' })],
  ])('takes none of a call %s', async (_, files) => {
    expect(typed(await detectOne(cpp, { 'CMakeLists.txt': cmake(), ...files })).build[0]).toBe(CONFIGURE);
  });

  it('beside another language is that one’s to build, unless its jobs start CMake', async () => {
    const files = { 'CMakeLists.txt': cmake(), 'pyproject.toml': '' };
    expect((await detect(cpp, files)).units).toEqual([]);
    expect((await detect(cpp, { ...files, ...ci(['cmake -B build']) })).units).toHaveLength(1);
  });

  it('for another machine is said, and left out', async () => {
    const text = cmake('include($ENV{IDF_PATH}/tools/cmake/project.cmake)');
    const { units, warnings } = await detect(cpp, { 'CMakeLists.txt': text });
    expect(units).toEqual([]);
    expect(warnings).toMatchObject([{ file: 'CMakeLists.txt', line: 3 }]);
  });

  it('checks the format where it is set, but of nothing that others wrote', async () => {
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake(), '.clang-format': '', 'third_party/a.c': '' });
    expect(typed(unit).lint[0]).toMatch(
      /^format: git ls-files -z '\*\.c' .* ':!third_party' \| xargs -0 clang-format --dry-run -Werror$/,
    );
  });
});

describe('The release of clang-format', () => {
  it.each([
    ['env: { CLANG_FORMAT: clang-format-17 }', 'clang-format-17'],
    ['uses: DoozyX/clang-format-lint-action@v0.18\n        with: { clangFormatVersion: 18 }', 'clang-format-18'],
    ['run: pip install clang-format==14.0.6', "pipx run --spec 'clang-format==14.*' clang-format"],
    ['run: make', 'clang-format'],
  ])('is the one that pipelines name: %s', async (step, program) => {
    const workflow = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`;
    const files = { 'CMakeLists.txt': cmake(), '.clang-format': '', '.github/workflows/ci.yml': workflow };
    expect(typed(await detectOne(cpp, files)).lint[0]).toContain(`| xargs -0 ${program} --dry-run -Werror`);
  });
});

describe('What a build needs on a runner', () => {
  const needy = cmake('find_package(Threads REQUIRED)', 'find_package(gRPC CONFIG REQUIRED)');

  it('is said where nothing brings it', async () => {
    const { units, warnings } = await detect(cpp, { 'CMakeLists.txt': needy });
    expect(units.map(typed)).toEqual([{ install: [], lint: [], test: [], build: [] }]);
    expect(warnings).toMatchObject([{ file: 'CMakeLists.txt', line: 4 }]);
    expect(units[0]?.dependencies.map(({ name }) => name)).toEqual(['threads', 'grpc']);
  });

  it('is nothing that only a branch asks for', async () => {
    const text = cmake('if(A)', '  find_package(fmt REQUIRED)', 'endif()');
    expect((await detect(cpp, { 'CMakeLists.txt': text })).warnings).toEqual([]);
  });

  it('is what its own job installs, but compilers and what is there', async () => {
    const install = 'sudo apt-get update && sudo apt-get install -y build-essential g++-13 libgrpc-dev $EXTRA';
    const runs = [install, { run: 'sudo apt install libold1', condition: "matrix.cxx == 'g++-4'" }, 'cmake -B build'];
    const unit = await detectOne(cpp, { 'CMakeLists.txt': needy, ...ci(runs) });
    expect(typed(unit).install).toEqual(['sudo apt-get update && sudo apt-get install -y libgrpc-dev']);
    expect(cited(unit.commands.install[0] ?? null)).toEqual(['.github/workflows/ci.yml:5']);
  });

  it('is what a job installs by a script of the repository', async () => {
    const files = { 'CMakeLists.txt': needy, 'ci/deps.sh': { executable: '' } };
    const unit = await detectOne(cpp, { ...files, ...ci(['sudo ./ci/deps.sh --all', 'cmake -B build']) });
    expect(typed(unit).install).toEqual(['sudo ./ci/deps.sh --all']);
  });

  it('is what its Dockerfile installs on a system of that family', async () => {
    const docker = (base: string) =>
      `FROM ${base}\nRUN apt-get update && apt-get install -y \\\n  curl libgrpc-dev \\\n  protobuf-compiler && make\n`;
    const unit = await detectOne(cpp, { 'CMakeLists.txt': needy, Dockerfile: docker('ubuntu:24.04') });
    expect(typed(unit).install).toEqual([
      'sudo apt-get update && sudo apt-get install -y libgrpc-dev protobuf-compiler',
    ]);
    const other = await detectOne(cpp, { 'CMakeLists.txt': needy, Dockerfile: docker('alpine:3') });
    expect(typed(other).install).toEqual([]);
  });
});

describe('The settings of clang-format', () => {
  it.each(['.clang-format', '_clang-format'])('may stand above: %s', async (file) => {
    const unit = await detectOne(cpp, { 'native/CMakeLists.txt': cmake(), [file]: '' });
    expect(typed(unit).lint).toEqual([expect.stringContaining('| xargs -0 clang-format --dry-run -Werror')]);
    expect(unit.alsoOwns).toEqual([file]);
  });
});

describe('Managers of packages', () => {
  it('are Conan, with the folder of its toolchain', async () => {
    const files = {
      'CMakeLists.txt': cmake('find_package(zlib REQUIRED)'),
      'conanfile.txt': '[requires]\nzlib/1.3\n[generators]\nCMakeToolchain\n',
    };
    const unit = await detectOne(cpp, { ...files, 'conan.lock': '{}' });
    expect(unit.lockfile).toBe('conan.lock');
    expect(typed(unit)).toMatchObject({
      install: ['conan profile detect --exist-ok', 'conan install . --output-folder=build --build=missing'],
      build: [`${CONFIGURE} -DCMAKE_TOOLCHAIN_FILE=build/conan_toolchain.cmake`, BUILD],
    });
    expect(unit.dependencies.map(({ name, line }) => `${name}:${line}`)).toEqual(['zlib:3', 'zlib:2']);
    expect(typed(await detectOne(cpp, { ...files, ...ci(['cmake -B build']) })).install).toEqual([]);
  });

  it('are Conan, with the preset of its layout', async () => {
    const recipe =
      'class A(ConanFile):\n    generators = "CMakeToolchain"\n    def layout(self):\n        cmake_layout(self)\n';
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake('enable_testing()'), 'conanfile.py': recipe });
    expect(typed(unit)).toMatchObject({
      install: ['conan profile detect --exist-ok', 'conan install . --build=missing'],
      test: [
        'cmake --preset conan-release',
        'cmake --build --preset conan-release --parallel',
        'ctest --preset conan-release --output-on-failure',
      ],
    });
  });

  it('are vcpkg, unless its own job on Linux builds without', async () => {
    const files = { 'CMakeLists.txt': cmake(), 'vcpkg.json': '{\n"dependencies": [\n"fmt",\n{"name": "libpq"}]}' };
    const unit = await detectOne(cpp, files);
    expect(typed(unit).build[0]).toContain(
      '-DCMAKE_TOOLCHAIN_FILE="$VCPKG_INSTALLATION_ROOT/scripts/buildsystems/vcpkg.cmake"',
    );
    expect(unit.dependencies.map(({ name, line }) => `${name}:${line}`)).toEqual(['fmt:3', 'libpq:4']);
    expect(typed(await detectOne(cpp, { ...files, ...ci(['cmake -B build']) })).build[0]).toBe(CONFIGURE);
  });
});

describe('Presets of CMake', () => {
  const base = { name: 'base', hidden: true, binaryDir: '${sourceDir}/out/${presetName}' };
  const presets = (...names: readonly string[]) =>
    JSON.stringify({
      configurePresets: [base, ...names.map((name) => ({ name, inherits: 'base' }))],
      buildPresets: [{ name: 'build-it', configurePreset: names[0] }],
    });

  it('are those that its own job names', async () => {
    const files = { 'CMakeLists.txt': cmake('enable_testing()'), 'CMakePresets.json': presets('x', 'y') };
    const unit = await detectOne(cpp, { ...files, ...ci(['cmake --preset x']) });
    expect(typed(unit).test).toEqual([
      'cmake --preset x',
      'cmake --build --preset build-it',
      'ctest --test-dir out/x --output-on-failure',
    ]);
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['.github/workflows/ci.yml:5', 'CMakePresets.json:1']);
    expect(typed(await detectOne(cpp, { ...files, ...ci(['cmake -B build']) })).build[0]).toBe(CONFIGURE);
  });

  it.each([
    ['the only one for Linux', ['win-x64', 'dev'], 'cmake --preset dev'],
    ['the one that is called so', ['a', 'ci-linux'], 'cmake --preset ci-linux'],
    ['none of several', ['a', 'b'], CONFIGURE],
  ])('are else %s', async (_, names, expected) => {
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake(), 'CMakePresets.json': presets(...names) });
    expect(typed(unit).build[0]).toBe(expected);
  });

  it('are given the vcpkg of the runner', async () => {
    const text = JSON.stringify({
      configurePresets: [{ ...base, hidden: false, name: 'ci', toolchainFile: '$env{VCPKG_ROOT}/v.cmake' }],
    });
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake(), 'CMakePresets.json': text });
    expect(typed(unit).build[0]).toBe('VCPKG_ROOT="$VCPKG_INSTALLATION_ROOT" cmake --preset ci');
  });

  it('cost no more than so many, however many a file has', async () => {
    const configurePresets = Array.from({ length: 4_000 }, (_, at) => ({ name: `p${at}`, inherits: `p${at + 1}` }));
    const last = [...configurePresets, { ...base, hidden: false, name: 'ci' }];
    const text = JSON.stringify({ configurePresets: last });
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake(), 'CMakePresets.json': text });
    expect(typed(unit).build[0]).toBe(CONFIGURE);
  });

  it.each<[string, string, string, unknown?]>([
    ['equals', 'Windows', CONFIGURE],
    ['equals', 'Linux', 'cmake --preset x64'],
    ['notEquals', 'Linux', CONFIGURE],
    ['notEquals', 'Darwin', 'cmake --preset x64'],
    ['equals', 'Windows', 'cmake --preset x64', null],
    ['equals', 'Windows', 'cmake --preset x64', { type: 'const', value: true }],
  ])(
    'are none whose condition, their own or inherited, is for another system: %s %s',
    async (type, rhs, expected, own?: unknown) => {
      const condition = { type, lhs: '${hostSystemName}', rhs };
      const configurePresets = [
        { ...base, condition },
        { name: 'x64', inherits: 'base', condition: own },
      ];
      const unit = await detectOne(cpp, {
        'CMakeLists.txt': cmake(),
        'CMakePresets.json': JSON.stringify({ configurePresets }),
      });
      expect(typed(unit).build[0]).toBe(expected);
    },
  );

  it('are told a folder where they name none that is known', async () => {
    const text = JSON.stringify({ configurePresets: [{ name: 'ci', generator: 'Ninja' }] });
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake('enable_testing()'), 'CMakePresets.json': text });
    expect(typed(unit).test).toEqual(['cmake --preset ci -B build', BUILD, CTEST]);
  });

  it.each([
    ['Release', {}, `${BUILD} --config Release`],
    ['Debug', { buildPresets: [{ name: 'ci', configuration: 'Debug' }] }, 'cmake --build --preset ci --config Debug'],
  ])('of a generator with several kinds of build make and test one: %s', async (kind, more, build) => {
    const preset = { name: 'ci', generator: 'Ninja Multi-Config', binaryDir: '${sourceDir}/build' };
    const text = JSON.stringify({ configurePresets: [preset], ...more });
    const unit = await detectOne(cpp, { 'CMakeLists.txt': cmake('enable_testing()'), 'CMakePresets.json': text });
    expect(typed(unit).test).toEqual([
      'cmake --preset ci',
      build,
      `ctest --test-dir build -C ${kind} --output-on-failure`,
    ]);
  });
});

describe('Other tools', () => {
  it('are Meson', async () => {
    const files = { 'meson.build': "project('a', 'c')\nsubdir('t')\n", 't/meson.build': "test('x', x)\n" };
    const unit = await detectOne(cpp, { ...files, ...ci(['meson setup _b -Da=true -Db=$B', 'meson test -C _b']) });
    expect(unit.manager).toBe('meson');
    const build = ['meson setup build -Da=true', 'meson compile -C build'];
    expect(typed(unit)).toMatchObject({ test: [...build, 'meson test -C build --print-errorlogs'], build });
    expect(cited(unit.commands.test[2] ?? null)).toEqual(['t/meson.build:1']);
  });

  it('are Meson without what nothing brings', async () => {
    const text = "project('a', 'c')\ndependency('threads')\ndependency('z', required: false)\ndependency('gtk4')\n";
    const { warnings } = await detect(cpp, { 'meson.build': text });
    expect(warnings).toMatchObject([{ file: 'meson.build', line: 4 }]);
    expect((await detect(cpp, { 'meson.build': text, 'subprojects/gtk4.wrap': '' })).warnings).toEqual([]);
  });

  it('are the autotools', async () => {
    const files = { 'configure.ac': '# a\nAC_INIT([a], [1])\n', 'Makefile.am': 'TESTS = a\n' };
    const unit = await detectOne(cpp, {
      ...files,
      ...ci(['./configure --disable-docs --prefix=/x --host=$H', 'make']),
    });
    expect(unit.manager).toBe('make');
    const configured = ['autoreconf -i', './configure --disable-docs'];
    expect(typed(unit)).toMatchObject({ test: [...configured, 'make check'], build: [...configured, 'make'] });
    expect(cited(unit.commands.test[2] ?? null)).toEqual(['Makefile.am:1']);
    const scripted = await detectOne(cpp, { ...files, 'autogen.sh': { executable: '' } });
    expect(typed(scripted).build).toEqual(['./autogen.sh', './configure', 'make']);
  });

  it('are make, where a makefile compiles sources that are there', async () => {
    const files = { Makefile: 'all: a.o\ntest: all\n\t./a\n%.o: %.c\n\t$(CC) -c $<\n', 'a.c': '' };
    const unit = await detectOne(cpp, files);
    expect(unit.manager).toBe('make');
    expect(typed(unit)).toMatchObject({ test: ['make test'], build: ['make'] });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['Makefile:2']);
    expect((await detect(cpp, { ...files, 'go.mod': '' })).units).toEqual([]);
    expect((await detect(cpp, { Makefile: 'x:\n\tdocker build .\n', 'a.c': '' })).units).toEqual([]);
    expect((await detect(cpp, { Makefile: 'obj-m += a.o\n\t$(CC)\n', 'a.c': '' })).units).toEqual([]);
  });

  it('are make by the makefile of its sources, tested by the script that its own job runs', async () => {
    const files = { Makefile: 'all:\n\tcd src && $(MAKE)\n', 'src/Makefile': 'a:\n\t$(CC) a.c\n', 'src/a.c': '' };
    const runs = ['make X=1', './runtest --tags slow', './absent-test'];
    const unit = await detectOne(cpp, { ...files, runtest: { executable: '' }, ...ci(runs) });
    expect(typed(unit)).toMatchObject({ test: ['make', './runtest --tags slow'], build: ['make'] });
  });

  it('are make, told what every build of its own jobs is told', async () => {
    const files = { Makefile: 'check: a.o\na.o:\n\t$(CC) -c a.c\n', 'a.c': '' };
    const runs = [
      'make -j$(nproc) all TARGET=linux CC=gcc USE_X=1',
      'make TARGET=${{ matrix.t }} USE_Y=1',
      'make docs',
    ];
    const unit = await detectOne(cpp, { ...files, ...ci(runs) });
    expect(typed(unit)).toMatchObject({ test: ['make TARGET=linux check'], build: ['make TARGET=linux'] });
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['.github/workflows/ci.yml:5', 'Makefile:1']);
    const tested = await detectOne(cpp, { ...files, ...ci(['make TARGET=linux', 'make unit-tests']) });
    expect(typed(tested).test).toEqual(['make TARGET=linux', 'make TARGET=linux unit-tests']);
  });

  it('give way to the one that its own job starts', async () => {
    const files = { 'CMakeLists.txt': cmake(), 'configure.ac': 'AC_INIT([a], [1])\n', 'meson.build': "project('a')\n" };
    expect((await detectOne(cpp, files)).manager).toBe('cmake');
    expect((await detectOne(cpp, { ...files, ...ci(['./configure', 'make']) })).manager).toBe('make');
  });
});
