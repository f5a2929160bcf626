import { describe, expect, it } from 'vitest';
import { type OwnCommands, ownCommands, type Unit } from '../../../scripts/bench-run/own.ts';
import { ownJobs } from '../../../scripts/bench-run/own-ci.ts';
import { plannedJobs } from '../../../scripts/bench-run/planned.ts';

const CI = '.github/workflows/ci.yml';

const UNIT: Unit = {
  directory: 'api',
  manager: 'npm',
  install: ['npm ci'],
  targets: [],
  checks: [
    { run: 'npm run test', because: [{ file: 'api/package.json', line: 4 }] },
    { run: 'npx eslint .', because: [{ file: CI, line: 14 }] },
  ],
};

describe('The own commands for a job', () => {
  it('are those of the CI step that the profile gives as evidence, with what runs before it', () => {
    const [first] = own('npx eslint .', workflow('run: npm install', 'run: npm run check'));
    expect(first).toMatchObject({ from: 'ci', where: `${CI}:14` });
    expect(runs(first)).toEqual(['npm install', 'npm run check']);
  });

  it('are those of a step that runs the same program in the same folder', () => {
    const [first] = own('npm run test', workflow('run: npm install', 'run: CI=1 npm run test -- --coverage'));
    expect(first).toMatchObject({ from: 'ci', where: `${CI}:14` });
  });

  it('are those of a step whose script runs the program', () => {
    const script = { 'api/scripts/check.sh': 'set -e\nnpm run test\n' };
    const [first] = own('npm run test', workflow('run: npm install', 'run: ./scripts/check.sh'), script);
    expect(first).toMatchObject({ from: 'ci' });
  });

  it('are those of a step whose script, or whose command, goes to the folder', () => {
    const script = { 'bin/web': 'cd "$ROOT"/api\nnpm run test "$@"\n' };
    const at = (run: string) =>
      own('npm run test', workflow('run: npm install', `{ working-directory: ., run: ${run} }`), script);
    expect(at('bin/web test')[0]).toMatchObject({ from: 'ci', where: `${CI}:14` });
    expect(at('cd api && npm run test -- -v')[0]).toMatchObject({ from: 'ci' });
    expect(at('npm run test')[0]).toMatchObject({ from: 'plain' });
  });

  it.each([
    ['uv build', 'uv run pre-commit'],
    ['npx biome ci .', 'npx biome migrate'],
  ])('are not those of a step that does something else with the same program: %s', (check, other) => {
    expect(own(check, workflow('run: npm install', `run: ${other}`))[0]).toMatchObject({ from: 'plain' });
  });

  it('are what people type where the CI has no such step, or one that only GitHub can run', () => {
    const only = own('npm run test', workflow('run: npm install', 'run: npm run test ${{ secrets.KEY }}'));
    expect(only).toHaveLength(1);
    expect(only[0]).toMatchObject({ from: 'plain' });
    expect(runs(only[0])).toEqual(['npm install', 'npm run test']);
  });

  it('are those of the makefile where the CI has no such step', () => {
    const unit = { ...UNIT, targets: ['test', 'lint'] };
    const [planned] = plannedJobs(generated('npm run test'), {});
    if (planned === undefined) throw new Error('there is no job');
    const all = ownCommands(planned, unit, { jobs: [], read: () => undefined });
    expect(all.map(({ from, where }) => `${from} ${where}`)).toEqual(['task make test', 'plain ']);
    expect(runs(all[0])).toEqual(['npm install', 'make test']);
    const ci = { jobs: ownJobs(CI, workflow('run: npm install', 'run: npm run test')), read: () => undefined };
    expect(ownCommands(planned, unit, ci).map(({ from }) => from)).toEqual(['ci', 'plain']);
  });

  it('are the same where the job runs them word for word', () => {
    const [first] = own('npm run test', workflow('run: npm ci', 'run: npm run test'));
    expect(first).toMatchObject({ from: 'same', where: `${CI}:14` });
  });

  it('leave out steps of the CI that run under a condition', () => {
    const [first] = own(
      'npm run test',
      workflow("{ if: github.ref == 'x', run: npm run deploy }", 'run: npm run test'),
    );
    expect(runs(first)).toEqual(['npm run test']);
  });
});

function own(check: string, ci: string, files: Readonly<Record<string, string>> = {}): readonly OwnCommands[] {
  const [planned] = plannedJobs(generated(check), {});
  if (planned === undefined) throw new Error('there is no job');
  const unit = { ...UNIT, checks: [...UNIT.checks, { run: check, because: [] }] };
  return ownCommands(planned, unit, { jobs: ownJobs(CI, ci), read: (path) => files[path] });
}

function runs(commands: OwnCommands | undefined): readonly string[] | undefined {
  return commands?.commands.map(({ run }) => run);
}

function generated(check: string): string {
  return `jobs:
  changes:
    steps: []
  api-test:
    defaults: { run: { working-directory: api } }
    steps:
      - uses: actions/checkout@v1
      - run: npm ci
      - run: ${check}
`;
}

/** The second step is at line 14. */
function workflow(first: string, second: string): string {
  return `name: CI
on: push
jobs:
  test:
    strategy:
      matrix:
        node: [20, 22]
    defaults:
      run:
        working-directory: api
    steps:
      - uses: actions/checkout@v1
      - ${first}
      - ${second}
`;
}
