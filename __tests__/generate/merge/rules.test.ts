import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/generate/merge/lines.ts';
import { regenerate } from '../../../src/generate/merge/regenerate.ts';
import { EDIT_RULES } from '../../../src/generate/merge/rules.ts';
import { unwanted } from '../../../src/generate/merge/unwanted.ts';
import { generated, PATH } from './editing.ts';

type Id = (typeof EDIT_RULES)[number]['id'];

const TWO_JOBS =
  'jobs:\n  test:\n    steps:\n      - name: Test\n        run: go test ./...\n  lint:\n    steps:\n      - name: Lint\n        run: go vet ./...\n';

/** What was generated before, where it is not the good example, and what is generated now; null where nothing is. */
const SCENES: Readonly<Record<Id, { readonly base?: string | null; readonly printed: string | null }>> = {
  EDITED_BY_HAND: { printed: 'name: pipeline\n' },
  EDIT_IN_CONFLICT: { printed: 'name: pipeline\n' },
  EDITED_OUT: { base: TWO_JOBS, printed: TWO_JOBS },
  PIN_REPLACED: { printed: `steps:\n  - uses: actions/checkout@${'c'.repeat(40)} # v7.1.0\n` },
  BASE_NOT_FOUND: { base: null, printed: 'name: pipeline\n' },
  MERGE_NOT_PROVEN: { printed: 'name: pipeline\n' },
  EDITED_NOT_WANTED: { printed: null },
  DIFFERENCE_LEFT: { base: null, printed: 'name: pipeline\n' },
  MORE_NOT_SHOWN: { printed: EDIT_RULES[8].good.replaceAll('CI', 'pipeline') },
  KEEP_BLOCK_UNCLEAR: { base: 'name: CI\n', printed: 'name: pipeline\n' },
  KEEP_BLOCK_MOVED: {
    base: 'jobs:\n  cart-test:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n',
    printed: 'jobs:\n  mill-test:\n    runs-on: ubuntu-22.04\n    timeout-minutes: 6\n',
  },
};

describe.each(EDIT_RULES)('The rule $id', ({ id, good, bad, level, help }) => {
  const { base = good, printed } = SCENES[id];
  const findings = (body: string, known: string | null) => {
    const previous = generated(base ?? good, body);
    if (printed === null) return unwanted(PATH, previous)?.findings ?? [];
    return regenerate({
      path: PATH,
      previous,
      printed: generated(printed),
      base: known === null ? null : linesOf(known),
    }).findings;
  };

  it('finds its bad example, in its own words', () => {
    const found = findings(bad, base).find(({ rule }) => rule === id);
    expect(found).toMatchObject({ rule: id, level, help, file: PATH });
    expect(found?.message).not.toMatch(/\{\w+\}/);
  });

  it('finds nothing in its good example', () => {
    expect(findings(good, base).map(({ rule }) => rule)).not.toContain(id);
  });
});
