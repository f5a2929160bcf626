import OpenAI from 'openai';
import * as z from 'zod/mini';
import type { Conversation, ModelReply, Turn } from '../../domain/model.ts';
import { strictSchema } from '../../domain/strict-schema.ts';
import { fetchFor } from './fetch.ts';
import { objectIn } from './object-in.ts';
import { replyOf } from './reply.ts';
import type { ModelSetting } from './setting.ts';
import { firstTaken, MOST_MILLISECONDS, spoken } from './spoken.ts';
import { plainTurns, type Shown, shownTurns } from './turns.ts';

type Request = OpenAI.ChatCompletionCreateParamsNonStreaming;
/** How a request is put: servers take more or less of it. */
type Terms = Omit<Request, 'model'>;

/** The chat completions of OpenAI. Throws the codes that begin with `MODEL_`. */
export async function askOpenai(conversation: Conversation, setting: ModelSetting): Promise<ModelReply> {
  const { access } = setting;
  const client = new OpenAI({
    apiKey: access.key ?? 'none',
    baseURL: access.baseUrl ?? OWN,
    defaultHeaders: access.key === null ? { authorization: null } : {},
    fetch: fetchFor(setting),
    // Asked again is inside of `fetch`, which knows how much time is left.
    maxRetries: 0,
    // It ends by itself, in time, and with our own words.
    timeout: MOST_MILLISECONDS,
    logLevel: 'off',
  });
  const { host } = new URL(client.baseURL);
  const ask = (terms: Terms) => spoken(client.chat.completions.create({ model: access.model, ...terms }), host);
  return readCompletion(await firstTaken(termsFor(conversation, setting), ask), conversation);
}

const OWN = 'https://api.openai.com/v1';

/**
 * First an answer that is held to the schema: OpenAI's own models, and small servers, which make a grammar of it, both keep to it, and some
 * take no tools here. A server that refuses that is asked for a forced call.
 */
function termsFor(conversation: Conversation, { access: { baseUrl } }: ModelSetting): readonly Terms[] {
  const { tool, turns, instructions, mostOutputTokens } = conversation;
  const { name, description } = tool;
  const isOwn = baseUrl === null;
  const schema = isOwn ? strictSchema(tool.input) : tool.input;
  const held: Terms = {
    messages: [{ role: 'system', content: instructions }, ...plainMessages(turns)],
    response_format: { type: 'json_schema', json_schema: { name, schema, strict: isOwn } },
    // Servers of others know the older name alone.
    ...(isOwn
      ? { max_completion_tokens: mostOutputTokens, reasoning_effort: 'low' }
      : { max_tokens: mostOutputTokens }),
  };
  const called: Terms = {
    messages: [{ role: 'system', content: instructions }, ...messagesOf(turns)],
    tools: [{ type: 'function', function: { name, description, parameters: tool.input } }],
    tool_choice: { type: 'function', function: { name } },
    max_completion_tokens: mostOutputTokens,
  };
  return [held, called];
}

function plainMessages(turns: readonly Turn[]): OpenAI.ChatCompletionMessageParam[] {
  return plainTurns(turns).map(({ speaker, text }) =>
    speaker === 'model' ? { role: 'assistant', content: text } : { role: 'user', content: text },
  );
}

function messagesOf(turns: readonly Turn[]): OpenAI.ChatCompletionMessageParam[] {
  return shownTurns(turns).map(messageOf);
}

function messageOf(turn: Shown): OpenAI.ChatCompletionMessageParam {
  switch (turn.speaker) {
    case 'person':
      return { role: 'user', content: turn.text };
    case 'tool':
      return { role: 'tool', tool_call_id: turn.call, content: turn.text };
    case 'model': {
      const { text, calls } = turn;
      if (calls.length === 0) return { role: 'assistant', content: text };
      const called = calls.map(({ id, name, input }) => ({
        id,
        type: 'function' as const,
        function: { name, arguments: JSON.stringify(input) },
      }));
      return { role: 'assistant', content: text, tool_calls: called };
    }
  }
}

const tokens = z.nullish(z.number());

/** Of gateways and small servers too: no member is sure to be there. */
const CompletionSchema = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.nullish(z.string()),
      message: z.object({
        content: z.nullish(z.string()),
        refusal: z.nullish(z.string()),
        tool_calls: z.nullish(
          z.array(
            z.object({
              id: z.nullish(z.string()),
              function: z.object({ name: z.nullish(z.string()), arguments: z.unknown() }),
            }),
          ),
        ),
      }),
    }),
  ),
  usage: z.nullish(z.object({ prompt_tokens: tokens, completion_tokens: tokens })),
});

const STOPS: Readonly<Record<string, ModelReply['stop']>> = { length: 'cut-off', content_filter: 'refused' };

function readCompletion(given: unknown, { tool }: Conversation): ModelReply {
  const completion = CompletionSchema.safeParse(given).data;
  const choice = completion?.choices[0];
  const { content, refusal, tool_calls } = choice?.message ?? {};
  const called = (tool_calls ?? []).map((call) => ({
    id: call.id,
    name: call.function.name,
    input: argumentsOf(call.function.arguments),
  }));
  const held = objectIn(content ?? '');
  const isHeld = called.length === 0 && held !== null;
  return replyOf({
    isReply: choice !== undefined,
    text: refusal ?? (isHeld ? '' : (content ?? '')),
    calls: isHeld ? [{ name: tool.name, input: held }] : called,
    stop: refusal ? 'refused' : (STOPS[choice?.finish_reason ?? ''] ?? 'done'),
    inputTokens: completion?.usage?.prompt_tokens ?? 0,
    outputTokens: completion?.usage?.completion_tokens ?? 0,
  });
}

/** A text of JSON by the protocol; some servers give the object itself. What is no JSON is shown as it is to whoever judges it. */
function argumentsOf(given: unknown): unknown {
  return typeof given === 'string' ? (objectIn(given) ?? given) : given;
}
