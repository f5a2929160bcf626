import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withBlocks } from '../../../scripts/pages/blocks.ts';
import { PAGES, readPage } from '../../../scripts/pages/pages.ts';

describe('A page for users', () => {
  it.each(PAGES)('stands as its script makes it: %s', (path) => {
    const { text, made } = readPage(path);
    expect(text, 'run `node scripts/action-pages.ts`, and commit what it makes').toBe(made);
  });

  it.each(['action.yml', 'validate/action.yml'])('has a row for every input and output of %s', (action) => {
    const described = readFileSync(new URL(`../../../${action}`, import.meta.url), 'utf8');
    const names = [...described.matchAll(/^ {2}([\w-]+):$/gm)].map(([, name]) => name);
    const { text } = readPage('docs/action.md');
    for (const name of names) expect(text).toContain(`| \`${name}\` |`);
  });

  it('gets what is made between its marks, and keeps the rest', () => {
    const page = 'before\n<!-- made: table -->\nold\n<!-- end -->\nafter\n';
    const made = 'before\n<!-- made: table -->\nnew\n<!-- end -->\nafter\n';
    expect(withBlocks(page, new Map([['table', 'new']]))).toBe(made);
  });

  it('may not ask for a block that nothing makes', () => {
    expect(() => withBlocks('<!-- made: tabel -->\n<!-- end -->', new Map())).toThrow("'tabel'");
  });
});
