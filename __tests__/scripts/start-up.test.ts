import { describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';

const { files } = await bundle('cli', '/nowhere');

describe('The built program', () => {
  it('loads no module of Node in the way that evaluates all of it', () => {
    const imported = files.flatMap(({ text }) => [...text.matchAll(/\b(?:from|import)\s*["'](node:[^"']+)["']/g)]);
    expect(imported.map(([, name]) => name)).toEqual(['node:module']);
  });

  it('is ASCII, of which a text takes half the memory', () => {
    expect(files.filter(({ text }) => /[^\0-\x7f]/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
