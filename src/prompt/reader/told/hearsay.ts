import { has } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';
import { TELLER } from './tellers.ts';

const HEAR =
  /^(?:hear|hear about|hear about it|hear of|learn|learn about|find out|find out about|read|read about|know|get to know)$/i;
const AROUND =
  /^(?:only|just|always|usually|ever|it|that|them|this|about|of|in|on|from|via|through|by|out|the|our|a|too late|late|later|afterwards)$/i;

/**
 * Leaves out where people hear of what was told before: `recommender keeps breaking on Windows, and we only hear about it in Slack`. It tells of now; that they
 * want to hear of it there is a wish, and stays.
 */
export function withoutHearsay(sentence: readonly Atom[]): readonly Atom[] {
  const joint = sentence.findIndex(
    ({ meaning }, at) => at > 1 && meaning.tag === 'join' && sentence[at + 1]?.meaning.tag !== 'join',
  );
  const behind = sentence.slice(joint + 1);
  const end = sentence[joint - 1]?.meaning.tag === 'join' ? joint - 1 : joint;
  return joint > 0 && isHearsay(behind) ? sentence.slice(0, end) : sentence;
}

function isHearsay([who, ...rest]: readonly Atom[]): boolean {
  const verb = rest.findIndex(({ words }) => HEAR.test(words));
  const isOfNow = who !== undefined && TELLER.test(who.words) && verb >= 0 && rest.slice(0, verb).every(isAround);
  const behind = rest.slice(verb + 1);
  const places = behind.filter((atom) => !isAround(atom));
  const isPlace = places.length < 2 && places.every((atom) => has([atom], 'unavailable', 'unknown'));
  // `lint web, and we hear about it in Slack` may wish that.
  const isSo = rest.slice(0, verb).some(({ words }) => /^(?:only|just|always|usually|ever)$/i.test(words));
  return isOfNow && isSo && isPlace;
}

function isAround({ words }: Atom): boolean {
  return AROUND.test(words);
}
