import { expect, it } from 'vitest';
import { theUnit } from '../profiled.ts';

async function testOf(...runs: readonly string[]) {
  const steps = runs.map((run) => `      - run: ${run}\n`).join('');
  const unit = await theUnit({
    'requirements.txt': 'pytest\n',
    'tests/test_a.py': '',
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`,
  });
  return unit.commands.test.map(({ run }) => run);
}

it('A folder that a pipeline makes before the tests is made before them', async () => {
  expect(await testOf('mkdir coverage', 'pytest')).toEqual(['mkdir coverage', 'pytest']);
  expect(await testOf('mkdir -p out/reports', 'pytest --cov')).toEqual(['mkdir -p out/reports', expect.any(String)]);
});

it('A folder is made for tests that a script runs, too', async () => {
  const unit = await theUnit({
    'requirements.txt': 'pytest\n',
    'tests/test_a.py': '',
    'scripts/test.sh': 'pytest\n',
    '.github/workflows/ci.yml':
      'on: pull_request\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: mkdir out }, { run: bash scripts/test.sh }] } }\n',
  });
  expect(unit.commands.test.map(({ run }) => run)).toEqual(['mkdir out', 'bash scripts/test.sh']);
});

it.each([
  ['it is made after them', ['pytest', 'mkdir coverage']],
  ['no tests are run there', ['mkdir coverage', 'ruff check']],
  ['it is there', ['mkdir -p tests', 'pytest']],
  ['it is elsewhere', ['mkdir -p /tmp/x', 'pytest']],
  ['its name is no plain one', ['mkdir $OUT', 'pytest']],
])('No folder is made where %s', async (_, runs) => {
  expect(await testOf(...runs)).toEqual(['pytest']);
});

it('No folder is made for other tests than the own, where a job runs these without it, or for those of another job', async () => {
  const testOfJobs = async (...jobs: readonly string[]) => {
    const text = jobs.map((steps, at) => `  j${at}: { runs-on: ubuntu-24.04, steps: [${steps}] }\n`).join('');
    const unit = await theUnit({
      'package.json': JSON.stringify({
        scripts: { test: 'jest', 'test:pages': 'pa11y-ci' },
        devDependencies: { jest: '30' },
      }),
      ...{ 'package-lock.json': '{}', 'a.test.js': '' },
      '.github/workflows/ci.yml': `on: pull_request\njobs:\n${text}`,
    });
    return unit.commands.test.map(({ run }) => run);
  };
  const pages = '{ run: mkdir -p pictures }, { run: npm run test:pages }';
  expect(await testOfJobs(pages, '{ run: npm run test -- --coverage }')).toEqual(['npm test']);
  expect(await testOfJobs('{ run: mkdir -p pictures }', '{ run: npm test }')).toEqual(['npm test']);
  expect(await testOfJobs('{ run: mkdir -p pictures }, { run: npm test }')).toEqual(['mkdir -p pictures', 'npm test']);
});
