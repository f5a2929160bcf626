import { expect, it } from 'vitest';
import { linesOf, profiled } from '../../profiled.ts';

interface Shape {
  readonly lock?: string;
  readonly root?: object;
}

const MEMBER = { scripts: { check: 'tsc --noEmit', build: 'tsc', test: 'vitest' }, devDependencies: { vitest: '3' } };

function files(run: string, { lock = 'pnpm-lock.yaml', root = {} }: Shape = {}) {
  const member = (name: string) => JSON.stringify({ name, ...MEMBER }, null, 1);
  return {
    'package.json': JSON.stringify({ workspaces: ['packages/*'], scripts: root }, null, 1),
    ...(lock === 'pnpm-lock.yaml' ? { 'pnpm-workspace.yaml': 'packages: [packages/*]\n' } : {}),
    [lock]: '{}',
    'packages/a/package.json': member('a'),
    'packages/b/package.json': member('b'),
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v5\n      - run: ${run}\n`,
  };
}

async function found(run: string, shape: Shape = {}) {
  const { units, coverage } = await profiled(files(run, shape));
  const { lint = [], test = [], build = [] } = units[0]?.commands ?? {};
  const covered = (coverage?.runs ?? []).flatMap((one) => (one.kind === 'command' ? [one.run] : []));
  return { commands: [...lint, ...test, ...build].map((it) => `${it.run} in ${it.directory}`), covered, build };
}

const TESTS = ['pnpm test --run in packages/a', 'pnpm test --run in packages/b'];
const BUILDS = ['pnpm run build in packages/a', 'pnpm run build in packages/b'];

it('A script that a pipeline runs in all members at once is one command', async () => {
  const { commands, covered } = await found('pnpm -r --parallel check');
  expect(commands).toEqual(['pnpm -r --parallel check in .', ...TESTS, ...BUILDS]);
  expect(covered).toEqual(['pnpm -r --parallel check']);
});

it('So is one that a script of the root runs in them, by whatever name, with the lines of both', async () => {
  const { commands, covered, build } = await found('pnpm ci:build', { root: { 'ci:build': 'pnpm -r run build' } });
  expect(commands.slice(-1)).toEqual(['pnpm ci:build in .']);
  expect(linesOf(build[0])).toEqual(['.github/workflows/ci.yml:7', 'package.json:6']);
  expect(covered).toEqual(['pnpm ci:build']);
});

it.each([
  ['pnpm --recursive --if-present run test', 'pnpm-lock.yaml'],
  ['pnpm recursive run test', 'pnpm-lock.yaml'],
  ['yarn workspaces foreach -Apt run test', 'yarn.lock'],
  ['yarn workspaces run test', 'yarn.lock'],
  ['npm run test --workspaces --if-present', 'package-lock.json'],
  ['npm test -ws', 'package-lock.json'],
  ["bun run --filter '*' test", 'bun.lock'],
  ['npx turbo run test --concurrency=4', 'package-lock.json'],
  ['pnpm turbo test', 'pnpm-lock.yaml'],
  ['npx lerna run test --stream', 'package-lock.json'],
  ['npx nx run-many --target=test --parallel', 'package-lock.json'],
])('Of every manager, and of what runs the scripts of members: %s', async (run, lock) => {
  const { commands, covered } = await found(JSON.stringify(run), { lock });
  expect(commands.filter((one) => one.includes('test'))).toEqual([`${run} in .`]);
  expect(covered).toEqual([run]);
});

it.each([
  'pnpm -r --filter ./packages/a check',
  'pnpm -r check --watch',
  'pnpm -r exec check',
  'pnpm run check -r',
  'pnpm turbo run check --affected',
  'pnpm turbo run check build',
  'pnpm exec nx affected -t check',
])('What chooses among members, or says more, is none: %s', async (run) => {
  const { commands, covered } = await found(run);
  expect(commands.slice(0, 2)).toEqual(['pnpm run check in packages/a', 'pnpm run check in packages/b']);
  expect(covered).toEqual([]);
});

it('A script of the root that does more than that stands for itself', async () => {
  const { commands } = await found('pnpm ci:build', {
    root: { 'ci:build': 'pnpm -r build && pnpm -r --filter a check' },
  });
  expect(commands.slice(-2)).toEqual(BUILDS);
});

it('It is not where one of them mends what it finds, or has tests that need more than is there', async () => {
  const all = async (run: string, scripts: Readonly<Record<string, string>>) => {
    const more = { name: 'c', scripts, devDependencies: { eslint: '9', '@playwright/test': '1' } };
    const { units } = await profiled({
      ...files(run),
      'packages/c/package.json': JSON.stringify(more, null, 1),
      ...{ 'packages/c/playwright.config.ts': '', 'packages/c/eslint.config.js': '' },
    });
    const { lint = [], test = [] } = units[0]?.commands ?? {};
    return [...lint, ...test].map((it) => `${it.run} in ${it.directory}`);
  };
  expect(await all('pnpm -r check', { check: 'eslint --fix && tsc --noEmit' })).not.toContain('pnpm -r check in .');
  expect(await all('pnpm -r check', { check: 'tsc --noEmit' })).toContain('pnpm -r check in .');
  expect(await all('pnpm -r test', { test: 'playwright test' })).not.toContain('pnpm -r test in .');
  expect(await all('pnpm -r test', { test: 'echo none' })).toContain('pnpm -r test in .');
});

it('The same is covered in another spelling', async () => {
  const { commands, covered } = await found('pnpm -r run --stream check', { root: { typecheck: 'pnpm -r check' } });
  expect(commands[0]).toBe('pnpm run typecheck in .');
  expect(covered).toEqual(['pnpm run typecheck']);
});

it.each([
  ['npx turbo run check build --concurrency=4', ['npx turbo run check', 'npx turbo run build']],
  ['npx turbo check test', ['npx turbo run check', 'npx turbo run test']],
  ['npx turbo run check build --affected', []],
  ['npx turbo run check build -- --fix', []],
])('Each of several scripts that are run in all members is covered: %s', async (run, expected) => {
  const tasks = JSON.stringify({ tasks: { check: {}, build: {}, test: {} } });
  const root = { devDependencies: { turbo: '2' }, workspaces: ['packages/*'] };
  const { coverage } = await profiled({
    ...files(run, { lock: 'package-lock.json' }),
    ...{ 'package.json': JSON.stringify(root, null, 1), 'turbo.json': tasks },
  });
  expect((coverage?.runs ?? []).map((one) => (one.kind === 'command' ? one.run : one.kind))).toEqual(expected);
});
