import { expect, it } from 'vitest';
import { profiled } from '../../profiled.ts';

const files = (script: string, run: string) => ({
  'package.json': JSON.stringify({ name: 'shop', scripts: { test: 'turbo run test' } }),
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  'pnpm-workspace.yaml': 'packages: [apps/*]\n',
  'apps/api/package.json': JSON.stringify({ name: 'api', scripts: { test: script } }),
  'apps/api/a.test.ts': '',
  '.github/workflows/ci.yml': [
    'on: pull_request',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-24.04',
    '    steps:',
    '      - uses: denoland/setup-deno@v2',
    '        with: { deno-version: 2.9.4 }',
    `      - run: ${run}`,
    '',
  ].join('\n'),
});

async function deno(script: string, run = 'pnpm test') {
  const { units } = await profiled(files(script, run));
  return units.map(({ versions }) => versions.find(({ tool }) => tool === 'deno'));
}

it('A runtime that scripts of a workspace start is known by the job that sets it up for them', async () => {
  const [found] = await deno('deno test -A');
  expect([found?.value, found?.because.map(({ file, line }) => `${file}:${line}`)]).toEqual([
    '2.9.4',
    ['.github/workflows/ci.yml:7'],
  ]);
});

it.each([
  ['no script starts it', 'node --test', 'pnpm test'],
  ['its job starts no script', 'deno test -A', 'echo done'],
])('It is none of the unit where %s', async (_, script, run) => {
  expect(await deno(script, run)).toEqual([undefined]);
});
