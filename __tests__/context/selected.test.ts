import { describe, expect, it } from 'vitest';
import { pathSelector, selectedTree } from '../../src/context/selected.ts';
import type { Configuration } from '../../src/domain/configuration.ts';
import { memoryTree } from '../fakes/memory-tree.ts';

function configured(paths: NonNullable<Configuration['settings']['paths']>): Configuration {
  return { request: null, asked: [], settings: { paths }, places: new Map() };
}

describe('Paths that the configuration selects', () => {
  it.each<[string, Parameters<typeof configured>[0], readonly string[]]>([
    ['everything, where nothing is said', {}, ['.github/x.yml', 'docs/a.md', 'src/a.ts', 'src/old/b.ts']],
    ['what is included', { include: ['src/**'] }, ['src/a.ts', 'src/old/b.ts']],
    ['what is not excluded', { exclude: ['docs/**', '.github/**'] }, ['src/a.ts', 'src/old/b.ts']],
    ['what is included and not excluded', { include: ['src/**'], exclude: ['src/old/**'] }, ['src/a.ts']],
    ['nothing, where nothing fits', { include: ['lib/**'] }, []],
  ])('are %s', async (_, paths, expected) => {
    const tree = memoryTree({ '.github/x.yml': '', 'docs/a.md': '', 'src/a.ts': '', 'src/old/b.ts': '' });
    const { entries } = await selectedTree(tree, pathSelector(configured(paths))).list();
    expect(entries.map(({ path }) => path)).toEqual(expected);
  });

  it('are found in time that grows with them', () => {
    const isSelected = pathSelector(configured({ exclude: ['(a+)+b', `${'*a'.repeat(30)}b`] }));
    expect(isSelected('a'.repeat(250))).toBe(true);
  });

  it('can still be read by name where they are not listed', async () => {
    const tree = selectedTree(memoryTree({ 'a.txt': 'a' }), () => false);
    expect((await tree.read(['a.txt'], 10)).has('a.txt')).toBe(true);
  });

  it('are all paths without a configuration', () => {
    expect(pathSelector(null)('any/path')).toBe(true);
  });
});
