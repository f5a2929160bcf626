import type { GenerationRequest, Selector } from '../domain/request.ts';

/** A request as policies see it: each intent with the words for what it is about. */
export function requestFacts({ intents }: GenerationRequest): unknown {
  return {
    kind: 'request',
    intents: intents.map((intent) => ({ ...intent, target: 'for' in intent ? targetOf(intent.for) : 'the pipeline' })),
  };
}

function targetOf(selector: Selector): string {
  if ('all' in selector) return 'everything';
  if ('ecosystem' in selector) return `the ${selector.ecosystem} code`;
  return 'service' in selector ? selector.service : selector.path;
}
