import type { AskedLayer, LayerAnswer } from '../../domain/layer.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { Wish } from '../../domain/wish.ts';
import { refusalsIn } from '../reader/asks/refusals.ts';
import { findingOfRefusal } from '../refusal-finding.ts';
import { withoutInvisible } from './invisible.ts';
import { MOST_CHARACTERS } from './warrant/utterances.ts';

/** What needs no model: words that are refused whatever it would say, and words that are too many. Null where one is to be asked. */
export function preflight({ wishes }: { readonly wishes: readonly Wish[] }): LayerAnswer | null {
  const refused = wishes.flatMap(refusalsOf);
  if (refused.length > 0) return { kind: 'refused', findings: refused.map(findingOfRefusal), usage: NO_USAGE };
  const length = wishes.reduce((sum, { words }) => sum + words.length, 0);
  if (length <= MOST_CHARACTERS) return null;
  const text = `The words have ${length} characters, and at most ${MOST_CHARACTERS} are read. Say it shorter.`;
  return { kind: 'questions', questions: [{ about: 'the words', text, choices: [] }], usage: NO_USAGE };
}

/** A wish that is refused whatever a model would say, as a layer of its own: what others ask for is done without it. Null where it is to be asked. */
export function refusedLayer(wish: Wish): AskedLayer | null {
  const refused = refusalsOf(wish);
  if (refused.length === 0) return null;
  const findings = refused.map(findingOfRefusal);
  return {
    rung: 'read',
    propose: async () => ({ kind: 'refused', findings, usage: NO_USAGE }),
    otherwise: [],
    words: [wish.words],
  };
}

function refusalsOf({ words }: Wish) {
  return refusalsIn(withoutInvisible(words));
}
