import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GenerationRequestSchema } from '../../src/domain/request.ts';
import { WORKFLOW_PATH } from '../../src/generate/generate.ts';
import { EDIT_RULES } from '../../src/generate/merge/rules.ts';
import { GENERATION_RULES } from '../../src/generate/rules.ts';
import { generateOver } from './generating.ts';
import { profileOf, service, unit } from './profiles.ts';

const cart = unit({ directory: 'cart' });

/** Those of edits need to know what was generated last, and two need the change (run.test.ts); one is about a manifest (out-of-range.test.ts). */
const elsewhere = new Set<string>([
  ...EDIT_RULES.map(({ id }) => id),
  ...['COVERED_ONCE_MERGED', 'UNREAD_IN_CHANGE', 'VERSION_OUT_OF_RANGE'],
]);

describe.each(GENERATION_RULES.filter(({ id }) => !elsewhere.has(id)))(
  'The rule $id',
  ({ id, good, bad, kind, level, help }) => {
    const findings = (example: string) => {
      const asked = kind === 'request' ? GenerationRequestSchema.parse({ version: 1, ...parse(example) }) : undefined;
      const existing = new Map(kind === 'workflow' ? [[WORKFLOW_PATH, example] as const] : []);
      // What is pushed is an image.
      const profile = profileOf([cart], id === 'SETUP_NEEDED' ? [service('cart')] : []);
      return generateOver(profile, asked, { existing }).findings;
    };

    it('finds its bad example, in its own words', () => {
      expect(findings(bad)).toMatchObject([{ rule: id, level, help, file: WORKFLOW_PATH }]);
      expect(findings(bad)[0]?.message).not.toMatch(/\{\w+\}/);
    });

    it('finds nothing in its good example', () => {
      expect(findings(good)).toEqual([]);
    });
  },
);
