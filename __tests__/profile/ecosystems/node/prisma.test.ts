import { expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, theUnit } from '../../profiled.ts';

const SCHEMA = { 'prisma/schema.prisma': 'generator client {\n}\n' };
const manifest = (more: object = {}) => ({
  'package.json': JSON.stringify({ devDependencies: { prisma: '6' }, scripts: { test: 'node --test' }, ...more }),
});

async function install(files: MemoryFiles): Promise<string[]> {
  return (await theUnit(files)).commands.install.map(({ run, directory }) => `${directory}: ${run}`);
}

it('Prisma’s client is written after the installation, by what its schema shows', async () => {
  const { commands } = await theUnit({ ...manifest(), ...SCHEMA, 'package-lock.json': '{}' });
  expect(commands.install.map(({ run }) => run)).toEqual(['npm ci', 'npx prisma generate']);
  expect(linesOf(commands.install[1])).toEqual(['package.json:1', 'prisma/schema.prisma:1']);
});

it('Prisma’s client is written in the folder of the member that has the schema', async () => {
  const files = {
    'package.json': '{"private": true}',
    'pnpm-workspace.yaml': 'packages: [packages/*]\n',
    'pnpm-lock.yaml': '',
    'packages/db/package.json': manifest({ prisma: { schema: 'db/main.prisma' } })['package.json'],
    'packages/db/db/main.prisma': '',
  };
  expect(await install(files)).toEqual(['.: pnpm install --frozen-lockfile', 'packages/db: pnpm exec prisma generate']);
});

it.each([
  ['there is no schema', manifest()],
  ['it is no dependency', { 'package.json': '{"devDependencies": {"typescript": "5"}}', ...SCHEMA }],
  [
    'a script of the installation writes it',
    { ...manifest({ scripts: { postinstall: 'prisma generate' } }), ...SCHEMA },
  ],
])('Prisma’s client is not written where %s', async (_, files) => {
  expect(await install({ 'package-lock.json': '{}', ...files })).toEqual(['.: npm ci']);
});

const CI = `on: pull_request
env:
  DATABASE_URL: postgresql://user:pass@localhost:5432/dummy
  MODE: plain
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: npm test
`;

it.each<[string, MemoryFiles, string]>([
  [
    'that its settings name',
    { 'prisma.config.ts': "export default defineConfig({ datasource: { url: env('DATABASE_URL') } });\n" },
    'DATABASE_URL=postgresql://user:pass@localhost:5432/dummy npx prisma generate',
  ],
  ['that nothing names', { 'prisma.config.ts': 'export default {};\n' }, 'npx prisma generate'],
  [
    'that no pipeline sets',
    { 'prisma.config.mjs': "export default { datasource: { url: env('OTHER_URL') } };\n" },
    'npx prisma generate',
  ],
])('Prisma’s client is written behind a variable %s', async (_, files, run) => {
  const all = { ...manifest(), ...SCHEMA, 'package-lock.json': '{}', '.github/workflows/ci.yml': CI, ...files };
  expect(await install(all)).toEqual(['.: npm ci', `.: ${run}`]);
});
