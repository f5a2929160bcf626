import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src/domain/request.ts';
import { faultsOf } from '../../../../src/prompt/model/warrant/faults.ts';
import type { Warrant } from '../../../../src/prompt/model/warrant/warrant.ts';
import { openingFor } from '../../../fakes/openings.ts';
import {
  CHECK_SENTENCES,
  DELIVERY_SENTENCES,
  EVENT_SENTENCES,
  RUN_SENTENCES,
  type Said,
  SEVERAL_SENTENCES,
  TYPO_SENTENCES,
} from '../../reader/sentences.ts';
import { SHOP } from '../../reader/shop.ts';

const SENTENCES: readonly Said[] = [
  ...CHECK_SENTENCES,
  ...RUN_SENTENCES,
  ...EVENT_SENTENCES,
  ...DELIVERY_SENTENCES,
  ...SEVERAL_SENTENCES,
  ...TYPO_SENTENCES,
].filter(([, ...intents]) => intents.length > 0);

/** Who names a language for its versions alone means its code, not everything. */
const ASKED = ['Test against Node 22 and 24'];

describe('The sentences that our own reader is tested with', () => {
  it.each(SENTENCES.map(([words, ...intents]) => ({ words, intents })).filter(({ words }) => !ASKED.includes(words)))(
    '“$words” is the warrant of what it means',
    ({ words, intents }) => {
      expect(faultsIn(words, intents)).toEqual([]);
    },
  );

  it('are hardly ever the warrant of what another one means, where that matters', () => {
    const tried = SENTENCES.flatMap(([words, ...own]) => {
      const known = new Set(own.map((intent) => JSON.stringify(intent)));
      const foreign = SENTENCES.flatMap(([, ...intents]) => intents).filter((it) => !known.has(JSON.stringify(it)));
      return foreign.filter(matters).map((intent) => faultsIn(words, [intent]).length > 0);
    });
    expect(tried.length).toBeGreaterThan(10_000);
    expect(tried.filter((isSeen) => !isSeen).length / tried.length).toBeLessThan(0.005);
  });
});

/** A check or a start of the pipeline more is the least that could be done to anybody. */
function matters(intent: Intent): boolean {
  return (intent.kind !== 'check' && intent.kind !== 'trigger') || !intent.ensure;
}

function faultsIn(words: string, intents: readonly Intent[]) {
  return faultsOf({ intents: [...intents], questions: [], refused: [] }, warrantOf(words));
}

const warrants = new Map<string, Warrant>();

/** Made once for each sentence: the table of languages is gone through for it. */
function warrantOf(words: string): Warrant {
  const known = warrants.get(words) ?? openingFor(words, SHOP).warrant;
  warrants.set(words, known);
  return known;
}
