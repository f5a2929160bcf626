import type { AskedLayer, LayerAnswer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { findingOf } from './refused.ts';
import { readWithReplies } from './replies.ts';

/** The reader as a rung of the ladder. Nothing of it changes from round to round. */
export function wordsLayer(words: string, profile: ProjectProfile): AskedLayer {
  return { rung: 'read', propose: () => answerTo(words, profile), otherwise: [] };
}

async function answerTo(words: string, profile: ProjectProfile): Promise<LayerAnswer> {
  const { request, questions, refused } = await readWithReplies(words, profile);
  if (refused.length > 0) return { kind: 'refused', findings: refused.map(findingOf), usage: NO_USAGE };
  if (questions.length > 0) return { kind: 'questions', questions, usage: NO_USAGE };
  return { kind: 'request', request, usage: NO_USAGE, again: null };
}
