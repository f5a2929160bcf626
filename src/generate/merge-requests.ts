import type { GenerationRequest, Intent, Selector } from '../domain/request.ts';

/**
 * One request out of a stack, lowest layer first. Intents amend: one of equal identity overrides the earlier field by field, in the
 * earlier's place; absent fields keep their value. `ensure: false` stays as an intent, since it removes what a wider one asks for.
 * (docs/requests.md)
 */
export function mergeRequests(stack: readonly GenerationRequest[]): GenerationRequest {
  const merged = new Map<string, Intent>();
  for (const intent of stack.flatMap(({ intents }) => intents)) {
    const key = identityOf(intent);
    const earlier = merged.get(key);
    merged.set(key, earlier ? amend(earlier, intent) : intent);
  }
  return { version: 1, intents: [...merged.values()] };
}

/** Two intents of equal identity speak of the same thing. */
export function identityOf(intent: Intent): string {
  return JSON.stringify([intent.kind, 'for' in intent ? selectorKey(intent.for) : null, ...ownKey(intent)]);
}

function selectorKey(selector: Selector): readonly string[] {
  const [entry] = Object.entries(selector);
  return entry ? [entry[0], String(entry[1])] : [];
}

function ownKey(intent: Intent): readonly string[] {
  switch (intent.kind) {
    case 'check':
      return [intent.check];
    case 'matrix':
      return [intent.tool ?? ''];
    case 'service':
      return [intent.service];
    case 'trigger':
      return [intent.on];
    case 'publish':
      return [intent.registry];
    case 'deploy':
      return [intent.environment];
    case 'custom':
      return [intent.name];
    case 'image':
    case 'chart':
    case 'runner':
    case 'timeout':
      return [];
  }
}

function amend<T extends Intent>(earlier: Intent, later: T): T {
  return { ...earlier, ...later };
}
