import type { ChatCompletionRequest } from '@copilotkit/aimock';
import { LLMock } from '@copilotkit/aimock';

/** A provider of models on loopback, by every protocol that it is spoken to. */
export interface ModelProvider extends AsyncDisposable {
  readonly url: string;
  /** Begins anew: what came only the first time comes again. */
  reset(): void;
}

/** What a model of the provider says; a model is called by what it does. */
export interface Behaviour {
  readonly model: string;
  /** The input of the one tool; by a protocol without tools it is the text. */
  readonly input?: unknown;
  readonly text?: string;
  readonly error?: { readonly status: number; readonly message: string; readonly retryAfter?: number };
  /** When it says so: the first time that it is asked, or once it has been told what was wrong. Always, where nothing is said. */
  readonly when?: 'first' | 'told';
}

const USAGE = { prompt_tokens: 100, completion_tokens: 20, input_tokens: 100, output_tokens: 20 };

/** The more special of two behaviours of a model stands first. */
export async function startProvider(behaviours: readonly Behaviour[]): Promise<ModelProvider> {
  const provider = new LLMock({ host: '127.0.0.1', port: 0 });
  for (const behaviour of behaviours)
    for (const hasTools of [true, false])
      provider.addFixture({
        match: {
          model: behaviour.model,
          predicate: (request) => isAskedSo(request, hasTools) && isTime(request, behaviour.when),
          ...(behaviour.when === 'first' ? { sequenceIndex: 0 } : {}),
        },
        response: responseOf(behaviour, hasTools),
      });
  const url = await provider.start();
  return {
    url,
    reset: () => provider.resetMatchCounts(),
    [Symbol.asyncDispose]: () => provider.stop(),
  };
}

function isAskedSo({ tools }: ChatCompletionRequest, hasTools: boolean): boolean {
  return (tools?.length ?? 0) > 0 === hasTools;
}

function isTime({ messages }: ChatCompletionRequest, when: Behaviour['when']): boolean {
  return when !== 'told' || messages.some(({ role }) => role === 'assistant');
}

function responseOf({ input, text, error }: Behaviour, hasTools: boolean) {
  if (error !== undefined) {
    const { status, message, retryAfter } = error;
    return { error: { message, type: 'error' }, status, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  if (input === undefined) return { content: text ?? '', usage: USAGE };
  const json = JSON.stringify(input);
  return hasTools
    ? { toolCalls: [{ name: 'answer', arguments: json }], usage: USAGE }
    : { content: json, usage: USAGE };
}
