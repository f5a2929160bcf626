import type { AskedLayer, LayerAnswer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import { NO_USAGE } from '../domain/usage.ts';
import type { ResolvedWish, Wish } from '../domain/wish.ts';
import { findingOfRefusal } from './refusal-finding.ts';
import { readWithReplies } from './replies.ts';

/** What is still to be asked, as it was said: all of it for a model, which has one conversation with everybody. */
export function stillAsked(wishes: readonly ResolvedWish[]): Wish[] {
  return wishes.filter(({ fate }) => fate.kind !== 'accepted');
}

/** What is still to be asked, for our own reader: a layer for each wish, with its answers in its words. */
export function readerLayers(wishes: readonly ResolvedWish[], profile: ProjectProfile): AskedLayer[] {
  return wishes.flatMap((wish) => {
    if (wish.fate.kind !== 'asked') return [];
    const answers = wishes.filter((other) => isAnswerTo(other, wish)).map(({ words }) => words);
    const words = [...new Set([wish.fate.words, wish.words, ...answers])];
    return [{ ...readerLayer(wish.fate.words, profile), words }];
  });
}

function isAnswerTo({ fate }: ResolvedWish, { words, url }: Wish): boolean {
  return fate.kind === 'answer' && fate.to.words === words && fate.to.url === url;
}

/** The reader as a rung of the ladder. Nothing of it changes from round to round. */
export function readerLayer(words: string, profile: ProjectProfile): AskedLayer {
  return { rung: 'read', propose: () => answerTo(words, profile), otherwise: [] };
}

async function answerTo(words: string, profile: ProjectProfile): Promise<LayerAnswer> {
  const { request, questions, refused } = await readWithReplies(words, profile);
  if (refused.length > 0) return { kind: 'refused', findings: refused.map(findingOfRefusal), usage: NO_USAGE };
  if (questions.length > 0) return { kind: 'questions', questions, usage: NO_USAGE };
  return { kind: 'request', request, usage: NO_USAGE, again: null };
}
