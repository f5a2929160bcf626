import { describe, expect, it } from 'vitest';
import { profiled, warned } from './profiled.ts';

const TESTED = '{"name": "a", "scripts": {"test": "jest", "lint": "eslint ."}}';

/** The folders of the units, each with how many commands for tests it has. */
async function tests(files: Record<string, string>) {
  const profile = await profiled(files);
  return {
    tests: Object.fromEntries(profile.units.map(({ directory, commands }) => [directory, commands.test.length])),
    warnings: warned(profile),
  };
}

describe('Tests of what others make', () => {
  it.each([
    'e2e',
    'apps/e2e-tests',
    'end_to_end',
    'integration-tests/api',
    'smoke',
    'perf_tests',
    'e2e-playwright',
    'apps/web-e2e',
    'playwright-tests',
  ])('in %s are left out, and said', async (directory) => {
    const found = await tests({ 'package.json': TESTED, [`${directory}/package.json`]: TESTED });
    expect(found.tests).toEqual({ '.': 1, [directory]: 0 });
    expect(found.warnings).toEqual([
      `${directory}/package.json:1: its tests look like those of a running system; they are left out.`,
    ]);
  });

  it('in a folder of tests are left out where a unit is around it, and its other checks stay', async () => {
    const { units } = await profiled({ 'package.json': TESTED, 'test/bundler/package.json': TESTED });
    expect(units.map(({ commands }) => [commands.lint.length, commands.test.length])).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect((await tests({ 'tests/package.json': TESTED })).tests).toEqual({ tests: 1 });
  });

  it.each(['system', 'integrations', 'packages/smoker', 'contest', 'e2expert'])('are none of %s', async (directory) => {
    const found = await tests({ 'package.json': TESTED, [`${directory}/package.json`]: TESTED });
    expect(found.tests).toEqual({ '.': 1, [directory]: 1 });
  });
});

describe('Tests that pipelines start behind a system of the repository', () => {
  const PROJECT = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="xunit.v3" Version="3" /></ItemGroup>
</Project>`;
  const UP = '      - run: docker compose up -d\n';
  const IMAGE = '      - uses: docker/build-push-action@v6\n        with: { load: true, tags: shop }\n';
  const TEST = '      - run: dotnet test tools/Suite/Suite.csproj\n';
  const files = (...jobs: readonly string[]) => ({
    'tools/Suite/Suite.csproj': PROJECT,
    'src/Shop/Shop.csproj': PROJECT,
    'compose.yaml': 'services:\n  shop:\n    image: shop\n',
    '.github/workflows/ci.yml': `on: push\njobs:\n${jobs.map((steps, index) => `  j${index}:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`).join('')}`,
  });

  it('are left out, and said', async () => {
    const found = await tests(files(IMAGE + UP + TEST, '      - run: dotnet test src/Shop\n'));
    expect(found.tests).toEqual({ 'src/Shop': 1, 'tools/Suite': 0 });
    expect(found.warnings).toEqual([
      'tools/Suite/Suite.csproj:1: its tests look like those of a running system; they are left out.',
    ]);
    const up = '      - run: docker compose -f ${{ matrix.compose }} up -d \n';
    const some = `${TEST.trimEnd()} --filter "Category!=Slow & Category!=Manual"\n`;
    expect((await tests(files(IMAGE + up + some))).tests).toMatchObject({ 'tools/Suite': 0 });
    const there = '      - run: dotnet test\n        working-directory: tools/Suite\n';
    expect((await tests(files(`      - run: docker build -t shop .\n${UP}${there}`))).tests).toMatchObject({
      'tools/Suite': 0,
    });
  });

  it('are tests where another workflow runs them without it', async () => {
    const other = {
      '.github/workflows/unit.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${TEST}`,
    };
    expect((await tests({ ...files(IMAGE + UP + TEST), ...other })).tests).toMatchObject({ 'tools/Suite': 1 });
  });

  it.each([
    ['a job runs them without it', [IMAGE + UP + TEST, TEST]],
    ['they run before it', [IMAGE + TEST + UP]],
    ['only servers of others stand there', [UP + TEST]],
    ['what stands there is named', [IMAGE + UP.replace('-d', '-d db') + TEST]],
    ['no pipeline runs them', [IMAGE + UP]],
  ])('are tests where %s', async (_, jobs) => {
    expect((await tests(files(...jobs))).tests).toMatchObject({ 'tools/Suite': 1 });
  });
});

describe('Material of a build', () => {
  it.each(['src/test/x', 'core/src/intTest/projects/a', 'src/testFixtures/b', 'src/main/resources/archetype'])(
    'in %s is no unit',
    async (directory) => {
      const files = { 'package.json': TESTED, [`${directory}/package.json`]: TESTED, [`${directory}/pom.xml`]: '' };
      expect((await tests(files)).tests).toEqual({ '.': 1 });
    },
  );

  it('is not what merely has such a name', async () => {
    const found = await tests({ 'package.json': TESTED, 'src/latest/package.json': TESTED });
    expect(found.tests).toEqual({ '.': 1, 'src/latest': 1 });
  });
});
