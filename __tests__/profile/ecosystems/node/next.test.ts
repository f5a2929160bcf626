import { describe, expect, it } from 'vitest';
import { node } from '../../../../src/profile/ecosystems/node.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { detect } from '../../detecting.ts';
import { packageText } from './package-text.ts';

const SOURCES: MemoryFiles = { 'package-lock.json': '{}', 'app/page.tsx': '' };

/** The checks of a program of that release of Next.js, and what is said of it. */
async function checksOf(next: string, fields: object, files: MemoryFiles = {}) {
  const text = packageText({ dependencies: { next }, ...fields });
  const { units, warnings } = await detect(node, { 'package.json': text, ...SOURCES, ...files });
  const lint = units.flatMap(({ commands }) => commands.lint.map(({ check, run }) => `${check}: ${run}`));
  return { lint, said: warnings.map(({ file, line, message }) => `${file}:${line} ${message}`) };
}

describe('The linter of Next.js', () => {
  const FIELDS = { scripts: { lint: 'next lint' }, devDependencies: { eslint: '9' } };

  it.each(['15.5.0', '^14', 'latest', 'workspace:*', '>=13'])('is run by its script with %s', async (release) => {
    expect(await checksOf(release, FIELDS)).toEqual({ lint: ['lint: npm run lint'], said: [] });
  });

  it.each(['16.3.1', '^16', '~17.0.0', '>= 16'])('is no command any more with %s, which is said', async (release) => {
    const { lint, said } = await checksOf(release, FIELDS, { 'eslint.config.mjs': '' });
    expect(lint).toEqual(['lint: npx eslint .']);
    expect(said).toEqual([
      expect.stringMatching(/^package\.json:\d+ the script lint is left out: .* no `next lint` since its release 16\./),
    ]);
    const fixing = { ...FIELDS, scripts: { lint: 'next lint --fix' } };
    expect((await checksOf(release, fixing)).lint).toEqual([]);
    for (const lint of ['cross-env CI=1 next lint', 'npm exec -- next lint', 'yarn next lint && tsc', 'A=1 next lint'])
      expect((await checksOf(release, { ...FIELDS, scripts: { lint } })).said).toHaveLength(1);
    for (const lint of ['next lint-all', 'echo "(next lint is gone)" && eslint .'])
      expect((await checksOf(release, { ...FIELDS, scripts: { lint } }, { 'eslint.config.mjs': '' })).said).toEqual([]);
  });

  it('has no settings that ESLint reads no more', async () => {
    const old = { '.eslintrc.json': '{}' };
    expect((await checksOf('16', FIELDS, old)).lint).toEqual([]);
    expect((await checksOf('16', { ...FIELDS, devDependencies: { eslint: '^8' } }, old)).lint).toEqual([
      'lint: npx eslint --ext .tsx .',
    ]);
  });
});

describe('The types of Next.js', () => {
  const FIELDS = { devDependencies: { typescript: '5' } };
  const CONFIG = { 'tsconfig.json': '{ "include": ["next-env.d.ts", "**/*.tsx"] }' };

  it('are made first where no checkout has them', async () => {
    const made = ['typecheck: npx next typegen && npx tsc --noEmit'];
    expect((await checksOf('15.5.2', FIELDS, CONFIG)).lint).toEqual(made);
    expect((await checksOf('^16', FIELDS, CONFIG)).lint).toEqual(made);
  });

  it('are not made by a release that cannot', async () => {
    expect((await checksOf('15.4.0', FIELDS, CONFIG)).lint).toEqual(['typecheck: npx tsc --noEmit']);
    expect((await checksOf('^14.2', FIELDS, CONFIG)).lint).toEqual(['typecheck: npx tsc --noEmit']);
  });

  it.each<[string, MemoryFiles]>([
    ['they are there', { ...CONFIG, 'next-env.d.ts': '' }],
    ['nothing includes them', { 'tsconfig.json': '{ "include": ["**/*.tsx"] }' }],
  ])('are not made where %s', async (_, files) => {
    expect((await checksOf('16', FIELDS, files)).lint).toEqual(['typecheck: npx tsc --noEmit']);
  });
});
