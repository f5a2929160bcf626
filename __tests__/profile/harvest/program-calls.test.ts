import { expect, it } from 'vitest';
import { profiled } from '../profiled.ts';

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
])('A program of the package that a pipeline starts is a check: %s', async (run, expected) => {
  expect(await checks([run])).toEqual([expected]);
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
