import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../scripts/detection/guides.ts';
import { detectionPage } from '../../scripts/detection/page.ts';
import { MANAGERS } from '../../src/domain/profile.ts';
import { ECOSYSTEM_LIST } from '../../src/profile/ecosystems.ts';

const page = readFileSync(new URL('../../docs/detection.md', import.meta.url), 'utf8');
const [, index = ''] = page.split('## Ecosystems');

describe('docs/detection.md', () => {
  it('stands as its script makes it', () => {
    expect(page, 'run `node scripts/detection-page.ts`, and commit what it makes').toBe(detectionPage());
  });

  it.each(ECOSYSTEM_LIST.map(({ name }) => name))('has a section for %s, with all of its orders', (name) => {
    const { title, versions, choice } = GUIDES[name];
    const [, after = ''] = page.split(`\n### ${title}\n`);
    const [section = ''] = after.split('\n### ');
    const shown = [...section.matchAll(/^\d+\. (.+)$/gm)].map(([, from]) => from);
    expect(section).toMatch(/^\| reads \| \S/m);
    expect(shown).toEqual([choice, ...versions.map(({ sources }) => sources)].flat().map(({ from }) => from));
  });

  it.each(MANAGERS)('names the manager %s', (manager) => {
    const cells = [...index.matchAll(/^\| \[.+\| (.+) \|$/gm)].flatMap(([, names = '']) => names.split(', '));
    expect(cells).toContain(manager);
  });

  it('links only to its own headings', () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(' ', '-'),
    );
    for (const [, target] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(target);
  });

  it('shows no pattern that should be words', () => {
    expect(page).not.toMatch(/undefined|\[object|`\(\?|``/);
  });
});
