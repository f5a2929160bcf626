import { expect, it } from 'vitest';
import { profiled } from '../../profiled.ts';

const MANIFEST = {
  devDependencies: { eslint: '9', prettier: '3', typescript: '5', 'vue-tsc': '3', '@biomejs/biome': '2' },
};

/** The checks of a package whose pipeline runs these commands. */
async function checks(runs: readonly string[], scripts: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const steps = runs.map((run) => `      - run: ${run}\n`).join('');
  const { units } = await profiled({
    'package.json': JSON.stringify({ ...MANIFEST, scripts: { test: 'node --test', ...scripts } }),
    'package-lock.json': '{}',
    'a.test.js': 'test()',
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`,
  });
  return units.flatMap(({ commands }) => commands.lint.map(({ check, run }) => `${check}: ${run}`));
}

it.each([
  ['npx eslint .', 'lint: npx eslint .'],
  ['npm exec -- eslint src --max-warnings 0', 'lint: npm exec -- eslint src --max-warnings 0'],
  ['npx prettier . --check', 'format: npx prettier . --check'],
  ['npx tsc --noEmit -p .', 'typecheck: npx tsc --noEmit -p .'],
  ['npx biome ci', 'lint: npx biome ci'],
  ['./node_modules/.bin/eslint src', 'lint: ./node_modules/.bin/eslint src'],
  ['node node_modules/eslint/bin/eslint.js src', 'lint: node node_modules/eslint/bin/eslint.js src'],
])('A program of the package that a pipeline starts is a check: %s', async (run, expected) => {
  expect(await checks([run])).toEqual([expected]);
});

it('A program that a pipeline starts by its path is one check, where a script of its name would change files', async () => {
  const script = { eslint: './node_modules/eslint/bin/eslint.js "src/**" --fix' };
  expect(await checks(['./node_modules/eslint/bin/eslint.js src'], script)).toEqual([
    'lint: ./node_modules/eslint/bin/eslint.js src',
  ]);
});

it.each([
  ['npx eslint . --fix', 'changes files'],
  ['npx prettier --write .', 'changes files'],
  ['npx prettier .', 'prints'],
  ['npx tsc', 'builds'],
  ['npx stylelint .', 'is not installed'],
  ['eslint .', 'is another one'],
])('No check is %s, which %s', async (run) => {
  expect(await checks([run])).toEqual([]);
});

it('A program is not started twice', async () => {
  const scripts = { typecheck: 'vue-tsc --noEmit' };
  expect(await checks(['npx vue-tsc --noEmit -p .'], scripts)).toEqual(['typecheck: npm run typecheck']);
  expect(await checks(['npx eslint a', 'npx eslint b'])).toEqual(['lint: npx eslint a']);
});

it('A program that is set up is called as the repository calls it, where that is one way', async () => {
  const files = {
    'package.json': JSON.stringify(MANIFEST),
    'package-lock.json': '{}',
    'biome.json': '{}',
    'mise.toml': '[tasks.lint]\nrun = "npx biome check src"\n',
  };
  const lint = async (more: Record<string, string>) =>
    (await profiled({ ...files, ...more })).units[0]?.commands.lint.map(({ run }) => run);
  expect(await lint({})).toEqual(['npx biome check src']);
  expect(await lint({ 'mise.toml': '[tasks.lint]\nrun = ["npx biome check a", "npx biome check b"]\n' })).toEqual([
    'npx biome ci .',
  ]);
  expect(await lint({ 'mise.toml': '[tasks.lint]\nrun = "npx biome check --write src"\n' })).toEqual([
    'npx biome ci .',
  ]);
});
