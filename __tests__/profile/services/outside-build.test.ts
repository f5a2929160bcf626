import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { profiled } from '../profiled.ts';

const GRADLE: MemoryFiles = {
  'settings.gradle.kts': 'include("api")\n',
  'api/build.gradle.kts': 'plugins { application }\n',
};

const NODE: MemoryFiles = {
  'package.json': '{ "packageManager": "pnpm@10.0.0", "workspaces": ["web"], "devDependencies": { "turbo": "2.0.0" } }',
  'pnpm-workspace.yaml': 'packages: [web]\n',
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  'turbo.json': '{ "tasks": { "build": { "outputs": ["dist"] }, "pack": {} } }',
  'web/package.json': '{ "name": "@shop/web", "scripts": { "build": "vite build", "pack": "pnpm deploy dist" } }',
};

async function builds(files: MemoryFiles) {
  const { services } = await profiled(files);
  return services.map(({ name, image: { builtBy, madeFirst } }) => [name, builtBy, madeFirst?.map(({ run }) => run)]);
}

const copying = (path: string) => `FROM a\nCOPY ${path} /app\n`;

describe('What makes what a Dockerfile copies from outside', () => {
  it.each([
    ['build/install/*/lib', 'gradle installDist'],
    ['build/install/api', 'gradle installDist'],
    ['build/install/api-shadow', 'gradle installShadowDist'],
    ['build/install/api build/libs/agent.jar', 'gradle assemble installDist'],
  ])('is the task of Gradle that installs %s', async (path, run) => {
    expect(await builds({ ...GRADLE, 'api/Dockerfile': copying(path) })).toEqual([['api', 'gradle', [run]]]);
  });

  it('is what assembles where nothing that is installed is copied', async () => {
    const files = { ...GRADLE, 'api/Dockerfile': copying('build/libs/*.jar') };
    expect(await builds(files)).toEqual([['api', undefined, undefined]]);
  });

  it('is the unit whose manifest lies where it is written, of several in one folder', async () => {
    const files = {
      ...GRADLE,
      ...NODE,
      'api/Dockerfile': copying('build/libs/*.jar'),
      'web/Dockerfile': copying('./dist'),
    };
    expect(await builds(files)).toEqual([
      ['api', 'gradle', undefined],
      ['web', 'pnpm', undefined],
    ]);
    expect(await builds({ ...NODE, 'web/Dockerfile': copying('./dist') })).toEqual([['web', undefined, undefined]]);
  });

  it('is the task of Turborepo that writes it, where the one that builds writes something else', async () => {
    const own = (build: string, pack = 'dist/**') =>
      `{ "extends": ["//"], "tasks": { "build": ${build}, "pack": { "outputs": ["${pack}"] } } }`;
    const told = async (turbo: string) =>
      builds({ ...NODE, 'web/Dockerfile': copying('./dist'), 'web/turbo.json': turbo });
    expect(await told(own('{ "outputs": ["build"] }'))).toEqual([
      ['web', 'pnpm', ['pnpm exec turbo run pack --filter=@shop/web']],
    ]);
    for (const turbo of [own('{}'), own('{ "outputs": ["dist"] }'), own('{ "outputs": ["build"] }', 'out')])
      expect(await told(turbo)).toEqual([['web', undefined, undefined]]);
  });
});
