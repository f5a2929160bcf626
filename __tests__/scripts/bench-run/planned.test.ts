import { expect, it } from 'vitest';
import { demandsOf, workingAction } from '../../../scripts/bench-run/demands.ts';
import { lastLines } from '../../../scripts/bench-run/lines.ts';
import { plannedJobs, rowsOf } from '../../../scripts/bench-run/planned.ts';
import { asked, pythonRange } from '../../../scripts/bench-run/versions.ts';

const WORKFLOW = `jobs:
  changes:
    steps: [{ id: changes, run: 'true' }]
  go-lint:
    needs: changes
    strategy:
      matrix:
        include: \${{ fromJSON(needs.changes.outputs.go) }}
    defaults:
      run:
        working-directory: \${{ matrix.directory }}
    steps:
      - uses: actions/setup-go@abc # v7
        with:
          go-version-file: \${{ matrix.directory }}/go.mod
      - run: go vet ./...
  ci-gate:
    steps: []
`;

const ROWS = '[{"unit":"cart","directory":"src/cart"},{"unit":"web","directory":"src/web"}]';

it('Each combination of a matrix is a job, and what checks nothing is none', () => {
  const jobs = plannedJobs(WORKFLOW, { go: ROWS });
  expect(jobs.map(({ name, directory }) => `${name} in ${directory}`)).toEqual([
    'go-lint (cart) in src/cart',
    'go-lint (web) in src/web',
  ]);
  expect(jobs[1]?.workflow).toContain('directory: src/web');
  expect(jobs[1]?.workflow).not.toContain('src/cart');
});

it('A matrix that is written out is multiplied', () => {
  expect(rowsOf({ os: ['a', 'b'], node: [1, 2] }, {})).toHaveLength(4);
  expect(rowsOf({ include: [{ node: 1 }, { node: 2 }] }, {})).toEqual([{ node: 1 }, { node: 2 }]);
  expect(rowsOf(undefined, {})).toEqual([{}]);
});

it('What a job sets up is read from its steps, and from the files that they name', () => {
  const [job] = plannedJobs(WORKFLOW, { go: ROWS });
  const read = (path: string) => (path === 'src/cart/go.mod' ? 'module cart\n\ngo 1.24.1\n' : undefined);
  expect(demandsOf(job?.job.steps ?? [], read)).toEqual([{ tool: 'go', version: '1.24.1' }]);
});

it('The version of pnpm is that of the package.json where the step names none', () => {
  const read = () => '{ "packageManager": "pnpm@10.19.0+sha512.abc", "engines": { "node": ">=22" } }';
  expect(demandsOf([{ uses: 'pnpm/action-setup@v4' }], read)).toEqual([{ tool: 'pnpm', version: '10.19.0' }]);
});

it('A job is not run whose work an action does', () => {
  expect(workingAction([{ uses: 'actions/checkout@v1' }, { uses: 'actions/setup-go@v1' }])).toBeUndefined();
  expect(workingAction([{ uses: 'a/scan@v1' }])).toBe('a/scan');
});

it.each([
  ['>=3.10,<4.0', '>=3.10 <4.0'],
  ['~=3.9', '^3.9'],
  ['^3.9', '^3.9'],
  ['metadata.get(', '*'],
  ['', '*'],
])('%s of Python is %s', (version, range) => {
  expect(pythonRange(version)).toBe(range);
});

it.each([
  ['21', '21'],
  ['21.0.2', '21'],
  ['temurin-17', '17'],
  ['1.8', '8'],
])('%s of Java is %s', (version, major) => {
  expect(asked(version)).toBe(major);
});

it('Last lines have nothing of the machine in them', () => {
  const printed = ['\u001b[31mred\u001b[0m at /tmp/x/clone/a.go:1\r\n', 'GET https://registry.example/pkg failed\n\n'];
  expect(lastLines(printed, ['/tmp/x', '/tmp/x/clone'])).toEqual(['red at …/a.go:1', 'GET https://…/pkg failed']);
  expect(lastLines([Array.from({ length: 50 }, (_, index) => String(index)).join('\n')], [])).toHaveLength(12);
});
