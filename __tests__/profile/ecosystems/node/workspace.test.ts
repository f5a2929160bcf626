import { describe, expect, it } from 'vitest';
import { node } from '../../../../src/profile/ecosystems/node.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { packageText, scripts } from './package-text.ts';

const LOCK = { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" };
const PNPM = { 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' };

async function directories(files: MemoryFiles): Promise<string[]> {
  return (await detect(node, files)).units.map(({ directory }) => directory).sort();
}

describe('A Node workspace', () => {
  it.each<[string, MemoryFiles]>([
    ['npm', { 'package.json': packageText({ workspaces: ['packages/*'] }), 'package-lock.json': '{}' }],
    ['yarn', { 'package.json': packageText({ workspaces: { packages: ['packages/*'] } }), 'yarn.lock': '' }],
    ['bun', { 'package.json': packageText({ workspaces: ['packages/*'] }), 'bun.lock': '{}' }],
    ['pnpm', { 'package.json': packageText({ name: 'x' }), ...LOCK, ...PNPM }],
    ['pnpm without a package at its root', { ...LOCK, ...PNPM }],
  ])('of %s is one unit with its members', async (_, root) => {
    const unit = await detectOne(node, {
      ...root,
      'packages/a/package.json': packageText({ name: 'a', dependencies: { pg: '8' } }),
      'packages/b/package.json': packageText({ devDependencies: { Redis: '5' }, optionalDependencies: { bull: '4' } }),
    });
    expect(unit.directory).toBe('.');
    expect(unit.lockfile).not.toBeNull();
    expect(unit.dependencies).toEqual([
      { name: 'pg', file: 'packages/a/package.json', line: 4 },
      { name: 'redis', file: 'packages/b/package.json', line: 3 },
      { name: 'bull', file: 'packages/b/package.json', line: 6 },
    ]);
  });

  it('leaves packages that it does not list to themselves', async () => {
    const files = {
      'package.json': packageText({ workspaces: ['packages/*', '!packages/old'] }),
      'packages/a/package.json': scripts({}),
      'packages/old/package.json': scripts({}),
      'docs/package.json': scripts({}),
    };
    expect(await directories(files)).toEqual(['.', 'docs', 'packages/old']);
  });

  it('may lie below another one, with a lock file of its own', async () => {
    const files = {
      'package.json': packageText({ workspaces: ['apps/*'] }),
      'apps/a/package.json': packageText({ workspaces: ['parts/*'] }),
      'apps/a/parts/p/package.json': scripts({}),
    };
    expect(await directories({ ...files, 'apps/a/yarn.lock': '' })).toEqual(['.', 'apps/a']);
    expect(await directories(files)).toEqual(['.']);
  });

  it('of pnpm is not made by `workspaces`, nor one of npm by pnpm-workspace.yaml', async () => {
    const member = { 'packages/a/package.json': scripts({}) };
    const root = packageText({ workspaces: ['packages/*'] });
    expect(await directories({ 'package.json': root, ...LOCK, ...member })).toEqual(['.', 'packages/a']);
    const npm = { 'package.json': packageText({ dependencies: {} }), 'package-lock.json': '{}' };
    expect(await directories({ ...npm, ...PNPM, ...member })).toEqual(['.', 'packages/a']);
  });

  it('of pnpm would be installed in place of a package below it that is no member', async () => {
    const { units } = await detect(node, {
      ...LOCK,
      ...PNPM,
      'package.json': scripts({}),
      'docs/package.json': scripts({}),
      'docs/pnpm-lock.yaml': '',
    });
    expect(units.map((unit) => typed(unit).install)).toEqual([
      ['pnpm install --ignore-workspace --frozen-lockfile'],
      ['pnpm install --frozen-lockfile'],
    ]);
  });

  it('runs the scripts of its root, which stand for the whole', async () => {
    const unit = await detectOne(node, {
      ...PNPM,
      'package.json': scripts({ lint: 'pnpm -r lint', test: 'pnpm -r test', build: 'pnpm -r build' }),
      'packages/a/package.json': scripts({ lint: 'eslint .', test: 'vitest run', build: 'tsc', typecheck: 'tsc' }),
    });
    expect(typed(unit)).toMatchObject({
      lint: ['lint: pnpm run lint', 'typecheck: pnpm run typecheck'],
      test: ['pnpm test'],
      build: ['pnpm run build'],
    });
    expect(unit.commands.lint.map(({ directory }) => directory)).toEqual(['.', 'packages/a']);
  });

  it('runs those of its members where the root has none, what is depended on first', async () => {
    const member = (name: string, dependencies: readonly string[]) =>
      scripts({ build: 'tsc', test: name === 'c' ? 'echo no tests' : 'node --test' }, dependencies, { name });
    const unit = await detectOne(node, {
      'package.json': packageText({ workspaces: ['*'] }),
      'a/package.json': member('a', ['b']),
      'b/package.json': member('b', ['c', 'a']),
      'c/package.json': member('c', []),
    });
    expect(unit.commands.build.map(({ directory, run }) => `${directory}: ${run}`)).toEqual([
      'c: npm run build',
      'b: npm run build',
      'a: npm run build',
    ]);
    expect(unit.commands.build.map(cited)).toEqual([['c/package.json:3'], ['b/package.json:3'], ['a/package.json:3']]);
    expect(unit.commands.test.map(({ directory }) => directory)).toEqual(['b', 'a']);
  });

  it('does not depend on its own members, but on folders of others', async () => {
    const { units } = await detect(node, {
      'app/package.json': packageText({ workspaces: ['*'], dependencies: { lib: 'file:../lib', own: 'file:./own' } }),
      'app/a/package.json': packageText({ dependencies: { b: 'file:../b', zip: 'file:../../zip/x.tgz' } }),
      'app/b/package.json': packageText({ dependencies: { y: 'link:../../y', w: 'workspace:*', u: '../../u' } }),
      'lib/package.json': scripts({}),
    });
    const app = units.find(({ directory }) => directory === 'app');
    expect(app?.dependsOn).toEqual(['lib', 'zip/x', 'y', 'u']);
  });

  it('at the root depends on a package inside it that it does not list', async () => {
    const { units } = await detect(node, {
      'package.json': packageText({ dependencies: { sdk: 'file:sdk', out: 'file:../../out' } }),
      'sdk/package.json': scripts({}),
    });
    expect(units[0]?.dependsOn).toEqual(['sdk']);
  });
});

describe('Tasks of a workspace', () => {
  const MEMBERS = {
    'packages/a/package.json': scripts({ lint: 'eslint .', test: 'vitest run', build: 'tsc' }),
    'packages/b/package.json': scripts({ build: 'tsc' }),
  };

  it('are run by turbo where its root has no script, for what turbo.json declares and a member can do', async () => {
    const unit = await detectOne(node, {
      ...PNPM,
      ...MEMBERS,
      'package.json': scripts({ build: 'turbo run build' }, ['turbo']),
      'turbo.json': '{\n  // tasks\n  "tasks": {\n    "lint": {},\n    "build": {},\n    "typecheck": {},\n  }\n}\n',
    });
    expect(typed(unit)).toMatchObject({
      lint: ['lint: pnpm exec turbo run lint'],
      test: ['pnpm test'],
      build: ['pnpm run build'],
    });
    expect(cited(unit.commands.lint[0] ?? null)).toEqual([
      'turbo.json:4',
      'packages/a/package.json:3',
      'package.json:6',
    ]);
  });

  it('are not run by a turbo that is not installed, nor where one of them would watch', async () => {
    const turbo = { 'turbo.json': '{ "pipeline": { "lint": {}, "test": {} } }' };
    const bare = await detectOne(node, { ...PNPM, ...MEMBERS, ...turbo, 'package.json': scripts({}) });
    expect(typed(bare).lint).toEqual(['lint: pnpm run lint']);
    const watching = await detectOne(node, {
      ...PNPM,
      ...MEMBERS,
      ...turbo,
      'package.json': scripts({}, ['turbo']),
      'packages/b/package.json': scripts({ test: 'jest --watch' }),
    });
    expect(typed(watching)).toMatchObject({ lint: ['lint: pnpm exec turbo run lint'], test: ['pnpm test'] });
  });

  it('are run by nx for targets that projects write down', async () => {
    const unit = await detectOne(node, {
      'package.json': packageText({ devDependencies: { nx: '21' } }),
      'package-lock.json': '{}',
      'nx.json': '{}',
      'apps/a/project.json': '{\n  "targets": {\n    "lint": {},\n    "build": {}\n  }\n}\n',
    });
    expect(typed(unit)).toMatchObject({
      lint: ['lint: npx nx run-many -t lint'],
      test: [],
      build: ['npx nx run-many -t build'],
    });
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['apps/a/project.json:4', 'nx.json:1', 'package.json:3']);
  });
});

describe('A package.json', () => {
  it('that only says how files are loaded is no unit', async () => {
    const files = {
      'package.json': scripts({ test: 'node --test' }),
      'esm/package.json': '{ "type": "module" }',
      'entry/package.json': '{ "name": "x/entry", "main": "../index.js" }',
    };
    expect(await directories(files)).toEqual(['.']);
  });

  it('below another one is no unit where it is material of that one', async () => {
    const files = {
      'web/package.json': scripts({}),
      'web/__tests__/a/package.json': packageText({ name: 'a', scripts: { test: 'jest' } }),
      'web/templates/app/package.json': packageText({ name: 'b', scripts: { test: 'jest' } }),
      'web/e2e/case/package.json': packageText({ dependencies: { a: '1' } }),
      'web/e2e/case/yarn.lock': '',
    };
    expect(await directories(files)).toEqual(['web']);
    const own = {
      'web/service/package.json': packageText({ name: 'service', dependencies: {} }),
      'web/e2e/package.json': scripts({}, ['@playwright/test']),
      'web/lambda/package.json': packageText({ dependencies: {} }),
      'templates/app/package.json': packageText({ dependencies: { a: '1' } }),
    };
    expect(await directories({ ...files, ...own })).toEqual([
      'templates/app',
      'web',
      'web/e2e',
      'web/lambda',
      'web/service',
    ]);
  });

  it('without any command is a unit all the same', async () => {
    const unit = await detectOne(node, { 'a/package.json': packageText({ dependencies: { express: '5' } }) });
    expect(typed(unit)).toEqual({ install: ['npm install --no-audit --no-fund'], lint: [], test: [], build: [] });
    expect(cited(unit.commands.install[0] ?? null)).toEqual(['a/package.json:1']);
  });

  it.each([
    ['[]', 'a package.json holds an object; it is left out.', 1],
    ['null', 'a package.json holds an object; it is left out.', 1],
    ['"text"', 'a package.json holds an object; it is left out.', 1],
    ['{ "scripts": {\n"test": ', 'this is not JSON (value expected); it is left out.', 2],
  ])('that is %j is left out with a warning, and the rest goes on', async (text, message, line) => {
    const { units, warnings } = await detect(node, { 'a/package.json': text, 'b/package.json': scripts({}) });
    expect(units.map(({ directory }) => directory)).toEqual(['b']);
    expect(warnings).toEqual([{ file: 'a/package.json', line, message }]);
  });

  it('with fields of wrong types keeps the others', async () => {
    const { units, warnings } = await detect(node, {
      'package.json': packageText({
        scripts: { test: 5, lint: 'eslint .' },
        dependencies: ['pg'],
        engines: 'node 20',
        workspaces: 'packages/*',
        packageManager: null,
      }),
    });
    expect(units.map(typed)).toMatchObject([{ lint: ['lint: npm run lint'], test: [] }]);
    expect(units[0]).toMatchObject({ dependencies: [], version: null });
    expect(warnings.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: `scripts.test` is no text; it is left out.',
      '6: `dependencies` is no object; it is left out.',
      '9: `engines` is no object; it is left out.',
    ]);
  });

  it('is read alike with CRLF and a byte-order mark', async () => {
    const unit = await detectOne(node, {
      'package.json': `\uFEFF${scripts({ lint: 'eslint .', test: 'jest' }).replaceAll('\n', '\r\n')}`,
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['package.json:4']);
  });

  it('beside a pnpm-workspace.yaml that is no YAML is a package of its own, with a warning', async () => {
    const { units, warnings } = await detect(node, {
      'package.json': scripts({}),
      'pnpm-workspace.yaml': 'packages: [\n',
      'packages/a/package.json': scripts({}),
    });
    expect(units.map(({ directory }) => directory)).toEqual(['.', 'packages/a']);
    expect(warnings).toMatchObject([{ file: 'pnpm-workspace.yaml' }]);
  });
});
