import { expect } from 'vitest';
import type { ProjectProfile } from '../../../src/domain/profile.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { SHOP } from './shop.ts';

/** That words come to the same as others, which are understood for certain. */
export function expectSame(words: string, plain: string, profile: ProjectProfile = SHOP): void {
  const want = sorted(read(plain, profile).request.intents);
  expect(want).not.toEqual([]);
  expect({ questions: read(words, profile).questions, got: sorted(read(words, profile).request.intents) }).toEqual({
    questions: [],
    got: want,
  });
}

function sorted(intents: readonly Intent[]): string[] {
  return intents.map((intent) => JSON.stringify(Object.entries(intent).sort())).sort();
}
