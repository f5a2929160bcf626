import { expect } from 'vitest';
import type { ProjectProfile } from '../../../src/domain/profile.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { SHOP } from './shop.ts';

/** That words are asked about, and nothing of them is done or refused. */
export function expectQuestion(words: string, profile: ProjectProfile = SHOP): void {
  const { request, questions, refused } = read(words, profile);
  expect({ intents: request.intents, refused }).toEqual({ intents: [], refused: [] });
  expect(questions).not.toEqual([]);
}
