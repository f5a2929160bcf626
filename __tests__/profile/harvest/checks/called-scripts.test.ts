import { expect, it } from 'vitest';
import { linesOf, theUnit } from '../../profiled.ts';

const SCRIPTS = {
  lint: 'eslint src',
  'lint:CI': 'eslint src --max-warnings=0',
  'lint:fix': 'eslint src --fix',
  test: 'jest --watch',
  'test:CI': 'CI=true npm run test -- --watchAll=false',
  'test:e2e': 'playwright test',
  tsc: 'tsc --noEmit',
  compile: 'npm run gen && tsc --noEmit',
  gen: 'openapi-generator-cli generate',
  build: 'webpack --mode development',
  'build:production': 'webpack --mode production',
  'build:docs': 'typedoc',
};

function files(...runs: readonly string[]) {
  const steps = runs.map((run) => `      - run: ${run}\n`).join('');
  return {
    'package.json': JSON.stringify({ name: 'shop', scripts: SCRIPTS }, null, 1),
    'package-lock.json': '{}',
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`,
  };
}

async function commands(...runs: readonly string[]) {
  const { lint, test, build } = (await theUnit(files(...runs))).commands;
  return [...lint, ...test, ...build].map(({ run }) => run);
}

const USUAL = ['npm run lint:CI', 'npm run compile', 'npm run test:CI', 'npm run build:production'];

it('A script that pipelines start comes before the one of the usual name', async () => {
  expect(await commands('npm ci')).toEqual(['npm run lint', 'npm run tsc', 'npm run build']);
  expect(await commands(...USUAL.slice(0, 2), USUAL[3] ?? '')).toEqual([USUAL[0], USUAL[1], USUAL[3]]);
});

it('A usual one that pipelines start as well stays', async () => {
  expect(await commands('npm run lint:CI', 'npm run lint', 'npm run build', 'npm run build:production')).toEqual([
    'npm run lint',
    'npm run tsc',
    'npm run build',
  ]);
});

it.each(['npm run lint:fix', 'npm run build:docs', 'npm run test:e2e', 'yarn lint:CI'])(
  'What does something else, or belongs to another manager, replaces nothing: %s',
  async (run) => {
    expect(await commands(run)).toEqual(['npm run lint', 'npm run tsc', 'npm run build']);
  },
);

it('A linter that is among the tests by its name is one all the same', async () => {
  const manifest = { name: 'shop', scripts: { 'test:lint': 'eslint src' }, devDependencies: { eslint: '9' } };
  const unit = await theUnit({
    ...files('npm run test:lint'),
    'package.json': JSON.stringify(manifest, null, 1),
    'eslint.config.js': '',
  });
  expect(unit.commands.lint.map(({ run }) => run)).toEqual(['npm run test:lint']);
});

it('Tests that a pipeline starts end by themselves, and the lines of both are shown', async () => {
  const unit = await theUnit({
    ...files('npm run test:CI'),
    'package.json': JSON.stringify({ scripts: { ...SCRIPTS, test: 'jest' }, devDependencies: { jest: '1' } }, null, 1),
    'a.test.js': '',
  });
  expect(unit.commands.test.map(({ run }) => run)).toEqual(['npm run test:CI']);
  expect(linesOf(unit.commands.test[0])).toEqual(['.github/workflows/ci.yml:6', 'package.json:7']);
});

it.each([
  ['npm run dist', ['npm run dist']],
  ['npm run compile', ['npm run compile']],
  ['npm run pack', []],
])(
  'A script of another name makes the program where a pipeline starts it and none is called build: %s',
  async (run, build) => {
    const scripts = { dist: 'webpack', compile: 'ncc build a.ts', pack: 'vsce package' };
    const unit = await theUnit({ ...files(run), 'package.json': JSON.stringify({ name: 'shop', scripts }, null, 1) });
    expect(unit.commands.build.map((command) => command.run)).toEqual(build);
    if (run === 'npm run dist')
      expect(linesOf(unit.commands.build[0])).toEqual(['.github/workflows/ci.yml:6', 'package.json:4']);
  },
);

it('A script whose body a pipeline writes out is the one that it starts', async () => {
  const scripts = { check: 'vp check src', 'check:fix': 'vp check --fix src' };
  const lint = async (run: string) =>
    (
      await theUnit({ ...files(run), 'package.json': JSON.stringify({ name: 'shop', scripts }, null, 1) })
    ).commands.lint.map((command) => command.run);
  expect(await lint('npx vp check src')).toEqual(['npm run check']);
  expect(await lint('npm exec vp check src')).toEqual(['npm run check']);
  expect(await lint('npx vp check src test')).toEqual([]);
  expect(await lint('npx vp check --fix src')).toEqual([]);
});

const TYPED = { devDependencies: { typescript: '5', next: '16', '@biomejs/biome': '2', eslint: '9' } };

async function checks(scripts: Readonly<Record<string, string>>, ...runs: readonly string[]) {
  const unit = await theUnit({
    ...files(...runs),
    'package.json': JSON.stringify({ name: 'shop', scripts, ...TYPED }, null, 1),
    ...{ 'tsconfig.json': '{}', 'biome.json': '{}', 'src/a.ts': '' },
  });
  return unit.commands.lint.map(({ check, run }) => `${check}: ${run}`);
}

const TSC = 'typecheck: npx tsc --noEmit';
const BIOME = 'lint: npx biome ci .';

it('A script of another name that starts the very tool stands in its place, for what the tool does', async () => {
  const scripts = { 'ts:check': 'next typegen && tsc --noEmit', 'biome-check': 'biome check' };
  expect(await checks(scripts, 'npm ci')).toEqual([BIOME, TSC]);
  expect(await checks(scripts, 'npm run ts:check', 'npm run biome-check')).toEqual([
    'lint: npm run biome-check',
    'typecheck: npm run ts:check',
  ]);
});

it.each([
  ['it also mends', { look: 'biome check --write' }],
  ['it does something of its own before', { look: 'npm test && biome check' }],
  ['it does more behind', { look: 'biome check && vitest run' }],
  ['the tool does something else there', { look: 'biome format' }],
  ['it only starts it by another one', { look: 'concurrently "biome check"' }],
])('It does not where %s', async (_, scripts) => {
  expect(await checks(scripts, 'npm run look')).toEqual([BIOME, TSC]);
});

it('A script that is called a check, and looks at types alone, is one of types', async () => {
  const scripts = { typecheck: 'tsc -b', 'app-check': 'vue-tsc --noEmit -p app' };
  expect(await checks(scripts, 'npm run app-check', 'npm run typecheck')).toContain('typecheck: npm run app-check');
});
