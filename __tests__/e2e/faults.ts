import { expect } from 'vitest';
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/domain/errors.ts';
import type { Ran } from '../fakes/built.ts';

/** How a run that could not be done ends, as a person sees it: the code, where, and what to do; no result, and nothing of our insides. */
export function expectFault(ran: Ran, code: ErrorCode, ...words: readonly string[]): void {
  const { blame, help } = ERROR_CATALOGUE[code];
  expect(ran.stderr).toMatch(new RegExp(`^error ${code}: .+\n {2}`, 's'));
  expect(ran.stderr.endsWith(`\n  ${help}\n`)).toBe(true);
  for (const word of words) expect(ran.stderr).toContain(word);
  expect(ran.stderr).not.toMatch(/\n\s+at |node:internal|file:\/\/|undefined|\[object/);
  expect(ran.stdout).toBe('');
  expect(ran.code).toBe(blame === 'input' ? 2 : 3);
}
