import type { ProjectProfile } from '../../src/domain/profile.ts';
import type { Wish } from '../../src/domain/wish.ts';
import type { Opening } from '../../src/prompt/model/opening.ts';
import { utterancesOf } from '../../src/prompt/model/warrant/utterances.ts';
import { OPENING } from './model-replies.ts';

const EMPTY: ProjectProfile = { units: [], services: [], tasks: [], ignored: [], warnings: [] };

/** What a model is told first, where only the words matter, and what the repository has. */
export function openingFor(words: string, profile: ProjectProfile = EMPTY): Opening {
  const wishes: readonly Wish[] = [{ from: 'command-line', words, by: null, url: null }];
  return {
    conversation: OPENING,
    wishes,
    warrant: { utterances: utterancesOf(wishes), profile, defaultBranch: 'main' },
    notes: [],
    promptDigest: 'sha256:0',
    clean: async (text) => text,
  };
}
