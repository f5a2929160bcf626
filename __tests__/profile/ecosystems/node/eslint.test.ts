import { describe, expect, it } from 'vitest';
import { node } from '../../../../src/profile/ecosystems/node.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { detect } from '../../detecting.ts';
import { packageText } from './package-text.ts';

const RUNS = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm run lint\n';

async function linted(lint: string, eslint: string, files: MemoryFiles = {}) {
  const manifest = packageText({ scripts: { lint }, devDependencies: { eslint } });
  const sources = { 'package.json': manifest, 'package-lock.json': '{}', '.eslintrc.json': '{}', 'a.js': '' };
  const { units, warnings } = await detect(node, { ...sources, ...files });
  return {
    lint: units.flatMap(({ commands }) => commands.lint.map(({ run }) => run)),
    said: warnings.map(({ file, message }) => `${file}: ${message}`),
  };
}

describe('A script that calls ESLint without the settings that it reads', () => {
  it.each([
    ['eslint . --ext .ts', '^9.1.0'],
    ['tsc --noEmit && npx eslint src', '9'],
    ['npm run lint:js', '10.0.0'],
  ])('is left out, which is said: %s', async (lint, eslint) => {
    const manifest = packageText({ scripts: { lint, 'lint:js': 'eslint .' }, devDependencies: { eslint } });
    const found = await linted(lint, eslint, { 'package.json': manifest });
    expect(found.lint).toEqual([]);
    expect(found.said).toEqual([
      expect.stringMatching(/^package\.json: the script lint is left out: .* and there is none/),
    ]);
  });

  it.each<[string, string, string, MemoryFiles]>([
    ['it is of a release that reads old ones', 'eslint .', '^8.57.0', {}],
    ['nobody knows its release', 'eslint .', 'catalog:', {}],
    ['they are there', 'eslint .', '9', { 'eslint.config.mjs': '' }],
    ['they are where it goes', 'cd web && eslint .', '9', { 'web/eslint.config.js': '' }],
    ['a pipeline runs it', 'eslint .', '9', { '.github/workflows/ci.yml': RUNS }],
    ['it is told to read old ones', 'ESLINT_USE_FLAT_CONFIG=false eslint .', '9', {}],
    ['it is told where they are', 'eslint -c config/eslint.js .', '9', {}],
    ['it is another program', 'eslint_d .', '9', {}],
  ])('is run where %s', async (_, lint, eslint, files) => {
    expect(await linted(lint, eslint, files)).toEqual({ lint: ['npm run lint'], said: [] });
  });

  it('of a member is left out alone, and finds settings of the folders above', async () => {
    const root = packageText({ workspaces: ['web'] });
    const member = packageText({ name: 'web', scripts: { lint: 'eslint .' }, devDependencies: { eslint: '9' } });
    const files = { 'package.json': root, 'web/package.json': member, 'web/a.js': '' };
    const bare = await linted('', '', files);
    expect(bare.lint).toEqual([]);
    expect(bare.said).toEqual([expect.stringContaining('web/package.json: the script lint is left out')]);
    expect((await linted('', '', { ...files, 'eslint.config.js': '' })).lint).toEqual(['npm run lint']);
  });
});
