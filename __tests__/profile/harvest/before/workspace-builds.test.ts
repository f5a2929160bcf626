import { expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { profiled } from '../../profiled.ts';

const workspace = (main: string): MemoryFiles => ({
  'web/package.json': JSON.stringify({
    workspaces: ['packages/*'],
    scripts: {
      'compile:dev': 'tsc --build',
      bootstrap: 'lerna exec -- yarn',
      build: 'vite build',
      test: 'vitest run',
      lint: 'eslint .',
    },
  }),
  'web/yarn.lock': '__metadata:\n  version: 8\n',
  'web/packages/core/package.json': JSON.stringify({ name: '@shop/core', main }),
  'web/packages/core/src/index.ts': '',
  'web/packages/app/package.json': JSON.stringify({ name: 'app', dependencies: { '@shop/core': 'workspace:^' } }),
});

const job = (...runs: string[]) =>
  `{ steps: [${runs.map((run) => `{ run: ${run}, working-directory: web }`).join(', ')}] }`;

const ci = (...jobs: string[]): MemoryFiles => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n${jobs.map((text, index) => `  j${index}: ${text}\n`).join('')}`,
});

async function install(files: MemoryFiles) {
  const { units } = await profiled(files);
  return units.map(({ commands }) => commands.install.map(({ run }) => run));
}

const PLAIN = ['yarn install --immutable'];
const COMPILED = [...PLAIN, 'yarn run compile:dev'];

it('What every job compiles before the tests of a workspace is made where packages import what is not there', async () => {
  const tested = job('yarn run compile:dev', "'yarn run test:coverage'");
  const linted = job('yarn run compile:dev', 'yarn lint');
  expect(await install({ ...workspace('dist/index.js'), ...ci(linted, tested) })).toEqual([COMPILED]);
});

it('What installs in every package is run before what compiles them', async () => {
  const tested = job('yarn bootstrap', 'yarn run compile:dev', 'yarn test');
  const made = ['yarn run bootstrap', 'yarn run compile:dev'];
  expect(await install({ ...workspace('dist/index.js'), ...ci(tested) })).toEqual([[...PLAIN, ...made]]);
});

it('What compiles is run for the tests alone where a job lints without it', async () => {
  const { units } = await profiled({
    ...workspace('dist/index.js'),
    ...ci(job('yarn lint', 'yarn compile:dev', 'yarn test')),
  });
  const { install = [], test = [] } = units[0]?.commands ?? {};
  expect([install, test].map((commands) => commands.map(({ run }) => run))).toEqual([
    PLAIN,
    ['yarn run compile:dev', 'yarn test'],
  ]);
});

it('What is compiled before has the variables that the job sets for it', async () => {
  const compiled =
    "{ run: 'yarn run compile:dev', working-directory: web, env: { SHOP_API: 'http://localhost:3000' } }";
  const jobs = `{ steps: [${compiled}, { run: yarn test, working-directory: web }] }`;
  const run = 'SHOP_API=http://localhost:3000 yarn run compile:dev';
  expect(await install({ ...workspace('dist/index.js'), ...ci(jobs) })).toEqual([[...PLAIN, run]]);
});

it('What is compiled before the tests is made though another job runs other tests without it', async () => {
  const jobs = [job('yarn run compile:dev', 'yarn test'), job("'yarn run test:e2e'")];
  expect(await install({ ...workspace('dist/index.js'), ...ci(...jobs) })).toEqual([COMPILED]);
});

it('What is compiled before is made once, whatever jobs that are seldom started do', async () => {
  const seldom = `{ if: github.event_name == 'schedule', steps: [{ run: yarn test, working-directory: web }] }`;
  const jobs = [job('yarn run compile:dev', 'yarn run compile:dev', 'yarn test'), seldom];
  expect(await install({ ...workspace('dist/index.js'), ...ci(...jobs) })).toEqual([COMPILED]);
});

const packed = (root: object, own: object): MemoryFiles => ({
  'package.json': JSON.stringify({ scripts: { ...root, lint: 'eslint .', test: 'vitest run' } }),
  'pnpm-workspace.yaml': 'packages: [packages/*]\n',
  'pnpm-lock.yaml': '{}',
  'packages/core/package.json': JSON.stringify({ name: '@shop/core', main: 'dist/index.js', scripts: own }),
  'packages/core/src/index.ts': '',
  'packages/app/package.json': JSON.stringify({ name: 'app', dependencies: { '@shop/core': 'workspace:^' } }),
});

const steps = (...runs: string[]) => `{ steps: [${runs.map((run) => `{ run: ${run} }`).join(', ')}] }`;

async function made(files: MemoryFiles, ...jobs: string[]) {
  const { units } = await profiled({ ...files, ...ci(...jobs) });
  const { install = [], test = [] } = units[0]?.commands ?? {};
  return [install, test].map((commands) => commands.map(({ run }) => run));
}

it('What is packed in all members before checks is made for these, and what the tests have made of their own for them', async () => {
  const own = { prepack: 'tsc', 'build:test': 'tsc -p tsconfig.test.json' };
  const files = packed({ prepack: 'pnpm -r prepack' }, own);
  const tested = steps('pnpm -r build:test', 'pnpm test');
  expect(await made(files, steps('pnpm prepack', 'pnpm lint'), tested)).toEqual([
    ['pnpm install --frozen-lockfile', 'pnpm run prepack'],
    ['pnpm -r build:test', 'pnpm test'],
  ]);
  const named = packed({ 'ci:test': 'pnpm -r test' }, own);
  expect(await made(named, steps('pnpm -r prepack', 'pnpm lint'), steps('pnpm -r build:test', 'pnpm ci:test'))).toEqual(
    [
      ['pnpm install --frozen-lockfile', 'pnpm -r prepack'],
      ['pnpm -r build:test', 'pnpm ci:test'],
    ],
  );
  expect(await made(files, steps('pnpm -r prepack', 'pnpm lint'), steps('pnpm -r prepack', 'pnpm test'))).toEqual([
    ['pnpm install --frozen-lockfile', 'pnpm -r prepack'],
    ['pnpm test'],
  ]);
});

it.each([
  ['pnpm prepare', { prepare: 'husky' }, { prepare: 'tsc' }],
  ['pnpm -r prepack', {}, { prepack: 'tsc --watch' }],
  ['pnpm -r prepack', {}, {}],
  ['pnpm -r deploy', {}, { deploy: 'tsc' }],
])('What makes nothing in the members is not done before: %s', async (run, root, own) => {
  expect(await made(packed(root, own), steps(run, 'pnpm test'))).toEqual([
    ['pnpm install --frozen-lockfile'],
    ['pnpm test'],
  ]);
});

const untested = (more: MemoryFiles = {}, named: object = { '@shop/core': 'workspace:^' }): MemoryFiles => ({
  'package.json': JSON.stringify({ name: 'shop', dependencies: named }),
  'pnpm-workspace.yaml': 'packages: [packages/*, apps/*]\n',
  'pnpm-lock.yaml': '{}',
  'packages/core/package.json': JSON.stringify({
    ...{ name: '@shop/core', main: 'dist/index.js', scripts: { build: 'tsc' } },
    dependencies: { '@shop/base': 'workspace:^', '@shop/plain': 'workspace:^' },
  }),
  'packages/base/package.json': JSON.stringify({ name: '@shop/base', main: 'lib/a.js', scripts: { build: 'tsup' } }),
  'packages/plain/package.json': JSON.stringify({ name: '@shop/plain', main: 'a.js', scripts: { build: 'tsc' } }),
  'packages/plain/a.js': '',
  'packages/other/package.json': JSON.stringify({ name: '@shop/other', main: 'lib/a.js', scripts: { build: 'tsc' } }),
  'apps/web/package.json': JSON.stringify({ name: 'web', scripts: { test: 'jest' } }),
  ...more,
});

it('Members that tests import are built before where no pipeline tests: those that are compiled, in the order in which they need each other', async () => {
  const tests = async (files: MemoryFiles) => {
    const { units } = await profiled(files);
    return units[0]?.commands.test.map(({ run, directory }) => `${run} in ${directory}`);
  };
  const own = 'pnpm test in apps/web';
  const built = ['pnpm run build in packages/base', 'pnpm run build in packages/core', own];
  expect(await tests(untested())).toEqual(built);
  expect(await tests(untested(ci(steps('pnpm lint'))))).toEqual(built);
  const web = { name: 'web', scripts: { test: 'jest' }, devDependencies: { '@shop/base': 'workspace:^' } };
  const named = { 'apps/web/package.json': JSON.stringify(web) };
  expect(await tests(untested(named, {}))).toEqual(['pnpm run build in packages/base', own]);
  expect(await tests(untested({}, {}))).toEqual([own]);
  expect(
    await tests(untested(ci('{ defaults: { run: { working-directory: apps/web } }, steps: [{ run: pnpm test }] }'))),
  ).toEqual([own]);
});

it('Nothing is compiled before where no package needs another one', async () => {
  const files = { ...workspace('dist/index.js'), 'web/packages/app/package.json': JSON.stringify({ name: 'app' }) };
  expect(await install({ ...files, ...ci(job('yarn run compile:dev', 'yarn test')) })).toEqual([PLAIN]);
});

it('Nothing is compiled before where another pipeline tests without it', async () => {
  const other = `test:\n  script: [cd web && yarn test]\n`;
  const files = { ...workspace('dist/index.js'), ...ci(job('yarn run compile:dev', 'yarn test')) };
  expect(await install({ ...files, '.gitlab-ci.yml': other })).toEqual([PLAIN]);
});

it.each<[string, string, string[]]>([
  ['packages import what is there', 'src/index.ts', [job('yarn run compile:dev', 'yarn test')]],
  [
    'packages import what is there, by a name without its ending',
    'src/index',
    [job('yarn run compile:dev', 'yarn test')],
  ],
  ['another job tests without it', 'dist/index.js', [job('yarn run compile:dev', 'yarn test'), job('yarn test')]],
  ['it is compiled after the tests', 'dist/index.js', [job('yarn test', 'yarn run compile:dev')]],
  ['nothing is tested there', 'dist/index.js', [job('yarn run compile:dev', 'yarn lint')]],
  ['no script has that name', 'dist/index.js', [job('yarn run compile', 'yarn test')]],
])('Nothing is compiled before where %s', async (_, main, jobs) => {
  expect(await install({ ...workspace(main), ...ci(...jobs) })).toEqual([PLAIN]);
});

it('What the tasks of a workspace compile before its tests is made where no pipeline tests it', async () => {
  const Makefile = 'compile:\n\tyarn compile:dev\nlint: compile\n\tyarn lint\ntest: compile\n\tyarn test\n';
  const files = { ...workspace('dist/index.js'), 'web/Makefile': Makefile };
  expect(await install(files)).toEqual([COMPILED]);
  expect(await install({ ...files, ...ci(job('yarn lint')) })).toEqual([COMPILED]);
  expect(await install({ ...files, ...ci(job('yarn test')) })).toEqual([PLAIN]);
  expect(await install({ ...files, 'web/Makefile': 'test:\n\tyarn test\n' })).toEqual([PLAIN]);
});
