import Anthropic from '@anthropic-ai/sdk';
import * as z from 'zod/mini';
import type { Conversation, ModelReply, Turn } from '../../domain/model.ts';
import { fetchFor } from './fetch.ts';
import { replyOf } from './reply.ts';
import type { ModelSetting } from './setting.ts';
import { firstTaken, MOST_MILLISECONDS, spoken } from './spoken.ts';
import { plainTurns, type Shown, shownTurns } from './turns.ts';

/** How a request is put: servers take more or less of it. */
type Terms = Pick<Anthropic.MessageCreateParamsNonStreaming, 'tool_choice' | 'output_config' | 'system' | 'messages'>;

/** Anthropic's Messages. Throws the codes that begin with `MODEL_`. */
export async function askAnthropic(conversation: Conversation, setting: ModelSetting): Promise<ModelReply> {
  const { access } = setting;
  const client = new Anthropic({
    // A client without one would look for one on the disk.
    apiKey: access.key ?? 'none',
    baseURL: access.baseUrl,
    defaultHeaders: headersFor(setting),
    fetch: fetchFor(setting),
    // Asked again is inside of `fetch`, which knows how much time is left.
    maxRetries: 0,
    // It ends by itself, in time, and with our own words.
    timeout: MOST_MILLISECONDS,
    logLevel: 'off',
    openTelemetry: false,
  });
  const { host } = new URL(client.baseURL);
  const { tool, mostOutputTokens } = conversation;
  const tools = [{ name: tool.name, description: tool.description, input_schema: inputOf(tool.input) }];
  const base = { model: access.model, max_tokens: mostOutputTokens, tools };
  const ask = (terms: Terms) => spoken(client.messages.create({ ...base, ...terms }), host);
  return readMessage(await firstTaken(termsFor(conversation, setting), ask));
}

/** Servers of others know the key by the name that Anthropic gave it first. */
function headersFor({ access: { key, baseUrl } }: ModelSetting): Record<string, string | null> {
  if (key === null) return { authorization: null };
  return baseUrl === null ? {} : { 'x-api-key': key };
}

function inputOf(schema: Conversation['tool']['input']): Anthropic.Tool.InputSchema {
  return { ...schema, type: 'object' };
}

/**
 * No model since Claude 5 that thinks by itself takes a forced call; and `strict` takes at most 24 properties that may be left out, where our
 * vocabulary has more. What comes back is held to our own schema in any case.
 */
const THINKS_BY_ITSELF = /^claude-(fable|mythos|opus|sonnet)-5-\d/;

const MARKED = { cache_control: { type: 'ephemeral' } } as const;

function termsFor({ instructions, tool, turns }: Conversation, { access }: ModelSetting): readonly Terms[] {
  const free = { type: 'auto', disable_parallel_tool_use: true } as const;
  const forced = { type: 'tool', name: tool.name, disable_parallel_tool_use: true } as const;
  const rich: Terms = {
    // Tools stand before it: what is marked holds for both.
    system: [{ type: 'text', text: instructions, ...MARKED }],
    messages: messagesOf(turns),
    tool_choice: THINKS_BY_ITSELF.test(access.model) ? free : forced,
    // To think longer costs tokens of the answer: the vocabulary is closed, and the words are few.
    ...(access.baseUrl === null ? { output_config: { effort: 'low' } } : {}),
  };
  const plain: Terms = {
    system: instructions,
    messages: plainTurns(turns).map(({ speaker, text }) => ({ role: ROLES[speaker], content: text })),
    tool_choice: free,
  };
  return [rich, plain];
}

const ROLES = { person: 'user', model: 'assistant', tool: 'user' } as const;

function messagesOf(turns: readonly Turn[]): Anthropic.MessageParam[] {
  return shownTurns(turns).map(messageOf);
}

function messageOf(turn: Shown, at: number): Anthropic.MessageParam {
  switch (turn.speaker) {
    case 'person':
      // The first turn is the longest, and stays as it is from round to round.
      return { role: 'user', content: [{ type: 'text', text: turn.text, ...(at === 0 ? MARKED : {}) }] };
    case 'tool': {
      const result = { type: 'tool_result', tool_use_id: turn.call, content: turn.text, is_error: true } as const;
      return { role: 'user', content: [result] };
    }
    case 'model': {
      const said = turn.text === '' ? [] : [{ type: 'text', text: turn.text } as const];
      const called = turn.calls.map((call) => ({ type: 'tool_use', ...call }) as const);
      return { role: 'assistant', content: [...said, ...called] };
    }
  }
}

const tokens = z.nullish(z.number());

/** Of gateways and small servers too: no member is sure to be there. */
const MessageSchema = z.object({
  content: z.nullish(z.array(z.looseObject({ type: z.string() }))),
  stop_reason: z.nullish(z.string()),
  usage: z.nullish(
    z.object({
      input_tokens: tokens,
      cache_creation_input_tokens: tokens,
      cache_read_input_tokens: tokens,
      output_tokens: tokens,
    }),
  ),
});

const TextSchema = z.object({ type: z.literal('text'), text: z.string() });
const ToolUseSchema = z.object({
  type: z.literal('tool_use'),
  id: z.nullish(z.string()),
  name: z.nullish(z.string()),
  input: z.unknown(),
});

const STOPS: Readonly<Record<string, ModelReply['stop']>> = {
  max_tokens: 'cut-off',
  model_context_window_exceeded: 'cut-off',
  refusal: 'refused',
};

function readMessage(given: unknown): ModelReply {
  const message = MessageSchema.safeParse(given).data;
  const blocks = message?.content ?? [];
  const usage = message?.usage;
  return replyOf({
    isReply: message?.content !== undefined,
    text: blocks.flatMap((block) => TextSchema.safeParse(block).data?.text ?? []).join('\n'),
    calls: blocks.flatMap((block) => ToolUseSchema.safeParse(block).data ?? []),
    stop: STOPS[message?.stop_reason ?? ''] ?? 'done',
    inputTokens:
      (usage?.input_tokens ?? 0) + (usage?.cache_creation_input_tokens ?? 0) + (usage?.cache_read_input_tokens ?? 0),
    outputTokens: usage?.output_tokens ?? 0,
  });
}
