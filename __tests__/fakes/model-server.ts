import type { ServerResponse } from 'node:http';
import type { Provider } from '../../src/domain/provider.ts';
import { type Extra, json } from './http-server.ts';

/** What a model says, whatever the protocol. */
export interface Saying {
  readonly text?: string;
  /** Inputs of the tool, each in a call of its own. */
  readonly calls?: readonly unknown[];
  /** The protocol's own word. */
  readonly stop?: string;
  readonly id?: string;
  readonly usage?: { readonly input: number; readonly output: number } | null;
}

/** Answers as the provider does. */
export function say(response: ServerResponse, provider: Provider, saying: Saying): void {
  json(response, provider === 'anthropic' ? message(saying) : completion(saying));
}

function message({ text, calls = [], stop = 'tool_use', id = 'toolu_', usage = { input: 10, output: 5 } }: Saying) {
  const said = text === undefined ? [] : [{ type: 'text', text }];
  const uses = calls.map((input, at) => ({ type: 'tool_use', id: `${id}${at}`, name: 'answer', input }));
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    content: [...said, ...uses],
    stop_reason: stop,
    ...(usage === null ? {} : { usage: { input_tokens: usage.input, output_tokens: usage.output } }),
  };
}

/** One call is an answer that is held to the schema; more can only be calls. */
function completion({ text, calls = [], stop, id = 'call_', usage = { input: 10, output: 5 } }: Saying) {
  const [only] = calls;
  const held = calls.length === 1 ? JSON.stringify(only) : text;
  const called = calls.map((input, at) => ({
    id: `${id}${at}`,
    type: 'function',
    function: { name: 'answer', arguments: JSON.stringify(input) },
  }));
  const message = calls.length > 1 ? { content: text ?? null, tool_calls: called } : { content: held ?? '' };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: stop ?? 'stop', message: { role: 'assistant', ...message } }],
    ...(usage === null ? {} : { usage: { prompt_tokens: usage.input, completion_tokens: usage.output } }),
  };
}

/** Refuses as the provider does. */
export function refuse(
  response: ServerResponse,
  status: number,
  error: Readonly<Record<string, unknown>>,
  headers: Extra['headers'] = {},
): void {
  json(response, { type: 'error', error }, { status, headers });
}
