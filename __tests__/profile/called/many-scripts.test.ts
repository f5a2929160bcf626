import { describe, expect, it } from 'vitest';
import { profiled } from '../profiled.ts';

const LONG = 't'.repeat(90);

/** What a workflow covers whose one step runs all that the script `ci` does. */
async function coveredBy(ci: string, manager = 'npm'): Promise<string[]> {
  const scripts = {
    ci,
    'lint:js': 'eslint .',
    'types:all': 'tsc',
    test: 'jest',
    'test:e2e:all': 'cypress run',
    [LONG]: 'jest',
  };
  const head = 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n';
  const { coverage } = await profiled({
    'package.json': JSON.stringify({ scripts, packageManager: `${manager}@10.0.0` }),
    [manager === 'npm' ? 'package-lock.json' : 'pnpm-lock.yaml']: manager === 'npm' ? '{}' : '',
    'a.test.js': '',
    '.github/workflows/ci.yml': `${head}      - uses: actions/checkout@v5\n      - run: ${manager} run ci\n`,
  });
  const names = coverage?.runs.flatMap((run) => (run.kind === 'task' && run.name !== 'ci' ? [run.name] : [])) ?? [];
  return names.sort();
}

const BOTH = ['lint:js', 'test'];

describe('Scripts that another one starts by their names', () => {
  it.each([
    'run-s lint:js test',
    'run-p --silent -l "lint:*" test',
    'npx npm-run-all --parallel --max-parallel=2 lint:js test',
    'echo a && npm-run-all2 -p lint:** test',
    'concurrently npm:lint:js "npm:test"',
    'concurrently -n a,b --prefix-colors=red,blue --kill-others-on-fail "npm run lint:*" "npm test"',
  ])('are covered with it: %s', async (ci) => {
    expect(await coveredBy(ci)).toEqual(BOTH);
  });

  it('are started by the manager that started it', async () => {
    expect(await coveredBy('run-s lint:js test', 'pnpm')).toEqual(BOTH);
  });

  it('are those that a pattern names', async () => {
    expect(await coveredBy('run-s "test:*"')).toEqual([]);
    expect(await coveredBy('run-s "test:**"')).toEqual(['test:e2e:all']);
    expect(await coveredBy('run-s "t*st" "lint:j*"')).toEqual(BOTH);
  });

  it('are found in time that grows with a pattern, however many stars it has', async () => {
    expect(await coveredBy(`run-s "${'t*'.repeat(40)}b"`)).toEqual([]);
  });

  it.each([
    'run-s -c lint:js test',
    'run-p --race lint:js test',
    'run-s "lint:js -- --fix" test',
    'run-s lint:js test || true',
    'concurrently --success first npm:lint:js npm:test',
    'concurrently -k npm:lint:js npm:test',
    'echo run-s lint:js test',
  ])('are not covered where it forgives, or starts something else: %s', async (ci) => {
    expect(await coveredBy(ci)).toEqual([]);
  });
});
