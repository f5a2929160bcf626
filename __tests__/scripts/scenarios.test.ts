import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenariosPage } from '../../scripts/scenarios/page.ts';
import { GROUPS } from '../e2e/action/groups.ts';

const page = readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8');

describe('docs/scenarios.md', () => {
  it('is what node scripts/scenarios.ts makes of the scenarios', () => {
    expect(page).toBe(scenariosPage(GROUPS));
  });

  it('has each sentence once, and each is one', () => {
    const sentences = [...page.matchAll(/^- (.+)$/gm)].map(([, sentence = '']) => sentence);
    expect(sentences.length).toBeGreaterThanOrEqual(50);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\S.*[^.]\.$/);
  });
});
