import type { AskedLayer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { HeardWish, Wish } from '../domain/wish.ts';
import { wordsLayer } from './words.ts';

/** What is still to be asked, as it was said: all of it for a model, which has one conversation with everybody. */
export function stillAsked(heard: readonly HeardWish[]): Wish[] {
  return heard.filter(({ fate }) => fate.kind !== 'accepted');
}

/** What is still to be asked, for our own reader: a layer for each wish, with its answers in its words. */
export function readerLayers(heard: readonly HeardWish[], profile: ProjectProfile): AskedLayer[] {
  return heard.flatMap((wish) => {
    if (wish.fate.kind !== 'asked') return [];
    const said = [wish.words, ...heard.filter((other) => isAnswerTo(other, wish)).map(({ words }) => words)];
    return [{ ...wordsLayer(wish.fate.words, profile), words: [...new Set([wish.fate.words, ...said])] }];
  });
}

function isAnswerTo({ fate }: HeardWish, { words, url }: Wish): boolean {
  return fate.kind === 'answer' && fate.to.words === words && fate.to.url === url;
}
