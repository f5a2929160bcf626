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
