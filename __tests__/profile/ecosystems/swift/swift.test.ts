import { describe, expect, it } from 'vitest';
import { swift } from '../../../../src/profile/ecosystems/swift.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const manifest = (...lines: readonly string[]) => ['// swift-tools-version:5.9', ...lines, ''].join('\n');

const APP = { 'Package.swift': manifest('let package = Package()'), 'Tests/AppTests/ATests.swift': '' };

const job = (system: string, ...runs: readonly string[]) =>
  `    ${system}\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`;
const ci = (...jobs: readonly string[]) => ({
  '.github/workflows/ci.yml': `jobs:\n${jobs.map((one, index) => `  j${index}:\n${one}`).join('')}on: push\n`,
});

describe('A package of Swift', () => {
  it('is resolved, tested and built by its own manager', async () => {
    const unit = await detectOne(swift, { ...APP, 'Package.resolved': '{}' });
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'swift', manager: 'spm', lockfile: 'Package.resolved' });
    expect(typed(unit)).toEqual({
      install: ['swift package resolve'],
      lint: [],
      test: ['swift test'],
      build: ['swift build -c release'],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['Package.swift:1', 'Tests/AppTests/ATests.swift:1']);
  });

  it('has no tests where none are', async () => {
    expect(typed(await detectOne(swift, { 'Package.swift': manifest() })).test).toEqual([]);
  });

  it('is no source of that name, nor what a build has checked out', async () => {
    const files = {
      'Sources/App/Package.swift': 'struct Package {}\n',
      '.build/checkouts/a/Package.swift': manifest(),
    };
    expect(await detect(swift, files)).toEqual({ units: [], warnings: [] });
  });

  it('depends on packages, those of the repository by their folders', async () => {
    const unit = await detectOne(swift, {
      'api/Package.swift': manifest(
        '  .package(url: "https://github.com/vapor/Fluent.git", from: "4.0.0"),',
        '  // .package(url: "https://github.com/vapor/redis.git", from: "4.0.0"),',
        '  .package(path: "../shared"),',
        '  .binaryTarget(name: "a", url: "https://a.org/b/c.zip", checksum: "1"),',
      ),
    });
    expect(unit.dependencies.map(({ name, line }) => `${name}:${line}`)).toEqual(['fluent:2', 'vapor/fluent:2']);
    expect(unit.dependsOn).toEqual(['shared']);
  });
});

describe('The version of Swift', () => {
  it.each([
    ['of its own file', { '.swift-version': '6.1.2\n', Dockerfile: 'FROM swift:6.0\n' }, ['6.1.2', '.swift-version:1']],
    ['of no snapshot', { '.swift-version': 'main-snapshot\n' }, ['5.9', 'Package.swift:1']],
    ['of the Dockerfile', { Dockerfile: 'FROM swift:6.0-noble AS build\n' }, ['6.0', 'Dockerfile:1']],
    ['of a workflow', ci(job('container: swift:6.1-jammy', 'swift test')), ['6.1', '.github/workflows/ci.yml:3']],
    ['of the set-up in a workflow', { '.travis.yml': 'swift-version: "5.10"\n' }, ['5.10', '.travis.yml:1']],
    ['that the manifest asks for', {}, ['5.9', 'Package.swift:1']],
  ])('is that %s', async (_, files, expected) => {
    const { version } = await detectOne(swift, { ...APP, ...files });
    expect(version && [version.value, ...cited(version)]).toEqual(expected);
  });
});

describe('The commands of a package of Swift', () => {
  it('keep the flags of the repository’s own calls on Linux', async () => {
    const runs = [
      'swift build --build-tests',
      'swift build -c debug',
      'swift test --filter A',
      'swift test --parallel | tee x',
    ];
    const files = ci(job('runs-on: macos-15', 'swift test -v'), job('container: swift:6.1', ...runs));
    const unit = await detectOne(swift, { ...APP, ...files });
    expect(typed(unit)).toMatchObject({ test: ['swift test --parallel'], build: ['swift build -c debug'] });
    expect(cited(unit.commands.test[0] ?? null)[0]).toBe('.github/workflows/ci.yml:12');
  });

  it('take the system from the matrix', async () => {
    const matrix = 'runs-on: ${{ matrix.os }}\n    strategy: { matrix: { os: [macos-15, ubuntu-24.04] } }';
    expect(typed(await detectOne(swift, { ...APP, ...ci(job(matrix, 'swift test --quiet')) })).test).toEqual([
      'swift test --quiet',
    ]);
  });

  it('are none where the repository builds on macOS alone', async () => {
    const { units, warnings } = await detect(swift, { ...APP, ...ci(job('runs-on: macos-15', 'swift test')) });
    expect(units.map(typed)).toEqual([{ install: [], lint: [], test: [], build: [] }]);
    expect(warnings).toMatchObject([{ file: '.github/workflows/ci.yml', line: 5, message: /macOS alone/ }]);
  });

  it('are none where all that its workflows do is on macOS, unless it is a server', async () => {
    const files = { ...APP, ...ci(job('runs-on: macos-15', 'make swift')) };
    expect((await detect(swift, files)).warnings).toMatchObject([{ line: 5, message: /macOS alone/ }]);
    const server = manifest('.package(url: "https://github.com/vapor/vapor.git", from: "4.0.0"),');
    expect((await detect(swift, { ...files, 'Package.swift': server })).warnings).toEqual([]);
  });

  it('are none for devices', async () => {
    const { warnings } = await detect(swift, { 'Package.swift': manifest('platforms: [', '  .iOS(.v15)', ']') });
    expect(warnings).toMatchObject([{ file: 'Package.swift', line: 2 }]);
    const both = await detect(swift, { 'Package.swift': manifest('platforms: [.iOS(.v15), .macOS(.v12)]') });
    expect(both.warnings).toEqual([]);
  });

  it('do not test on Linux what is only built there', async () => {
    const files = ci(job('runs-on: macos-15', 'swift test'), job('runs-on: ubuntu-24.04', 'swift build'));
    const { units, warnings } = await detect(swift, { ...APP, ...files });
    expect(units.map(typed)).toMatchObject([{ test: [], build: ['swift build'] }]);
    expect(warnings).toHaveLength(1);
  });

  it('check the format where it is set', async () => {
    const files = { ...APP, '.swift-format': '{}' };
    expect(typed(await detectOne(swift, files)).lint).toEqual(['format: swift format lint -r -s .']);
    const lax = ci(job('runs-on: ubuntu-24.04', 'swift format lint -r Sources', 'swift test'));
    expect(typed(await detectOne(swift, { ...files, ...lax })).lint).toEqual(['format: swift format lint -r .']);
    expect(typed(await detectOne(swift, { ...files, '.swift-version': '5.10' })).lint).toEqual([]);
  });
});

describe('What only macOS has', () => {
  it('is said: SwiftLint, and projects of Xcode without a package', async () => {
    const { warnings } = await detect(swift, {
      ...Object.fromEntries(Object.entries(APP).map(([path, text]) => [`kit/${path}`, text])),
      'kit/.swiftlint.yml': '',
      'kit/Kit.xcodeproj/project.pbxproj': '',
      'App/App.xcodeproj/project.pbxproj': '',
      'App/Pods/Pods.xcodeproj/project.pbxproj': '',
    });
    expect(warnings.map(({ file }) => file)).toEqual(['kit/.swiftlint.yml', 'App/App.xcodeproj/project.pbxproj']);
  });
});
