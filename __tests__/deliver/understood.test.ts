import { expect, it } from 'vitest';
import { understoodLines } from '../../src/deliver/understood.ts';
import type { Effect } from '../../src/domain/proposal.ts';

const WEB = { service: 'web' };
const tests = (subject: { service: string }, does: Effect['does'], ensure = true): Effect => ({
  intent: { kind: 'check', for: subject, check: 'test', ensure },
  does,
});
const matrix: Effect = { intent: { kind: 'matrix', for: WEB, systems: ['windows'] }, does: 'changes' };

it('says of tests that are there where they run, and not that they are', () => {
  expect(understoodLines([tests(WEB, 'nothing'), matrix])).toEqual(['test and build web on windows alone']);
});

it('says them where they are new, or are those of somebody else', () => {
  expect(understoodLines([tests(WEB, 'changes'), matrix])).toHaveLength(2);
  expect(understoodLines([tests({ service: 'cart' }, 'nothing'), matrix])).toHaveLength(2);
  expect(understoodLines([tests(WEB, 'nothing')])).toEqual(['test web: it is so already, nothing changes']);
});
