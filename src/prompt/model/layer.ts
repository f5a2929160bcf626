import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import type { Finding } from '../../domain/finding.ts';
import type { AskedLayer, LayerAnswer } from '../../domain/layer.ts';
import { type Conversation, type Model, type ModelReply, ModelReplySchema, type ToolCall } from '../../domain/model.ts';
import { refusal } from '../../domain/refusal.ts';
import { findingOf } from '../refused.ts';
import { type Answer, AnswerSchema } from './answer.ts';

export interface ModelAsking {
  readonly model: Model;
  /** What it is told first. */
  readonly opening: Conversation;
  /** Who is asked where it fails. */
  readonly otherwise: readonly AskedLayer[];
}

/**
 * A model as a rung of the ladder. Rejects with MODEL_FAILED when it throws, MODEL_ANSWER_INVALID when what it says is no answer,
 * DEADLINE_EXCEEDED when it is late.
 */
export function modelLayer({ model, opening, otherwise }: ModelAsking): AskedLayer {
  return { rung: 'model', propose: (deadline) => converse(model, opening, deadline), otherwise };
}

async function converse(model: Model, conversation: Conversation, deadline: Deadline): Promise<LayerAnswer> {
  const reply = readReply(await ask(model, conversation, deadline));
  const call = reply.calls[0];
  if (call === undefined) throw new ActionError('MODEL_ANSWER_INVALID', 'the model called no tool.');
  const { intents, questions, refused } = readAnswer(call);
  const { usage } = reply;
  if (refused.length > 0)
    return { kind: 'refused', findings: refused.map(({ rule }) => findingOf(refusal(rule))), usage };
  if (questions.length > 0) return { kind: 'questions', questions, usage };
  const again = (findings: readonly Finding[], left: Deadline) =>
    converse(model, answered(conversation, reply, call, findings), left);
  return { kind: 'request', request: { version: 1, intents }, usage, again };
}

async function ask(model: Model, conversation: Conversation, deadline: Deadline): Promise<unknown> {
  try {
    return await deadline.race((signal) => model.reply(conversation, signal));
  } catch (thrown) {
    if (thrown instanceof ActionError) throw thrown;
    throw new ActionError('MODEL_FAILED', 'the model failed before it answered.', { cause: thrown });
  }
}

function readReply(told: unknown): ModelReply {
  const reply = ModelReplySchema.safeParse(told);
  if (reply.success) return reply.data;
  throw new ActionError('MODEL_ANSWER_INVALID', 'what came back of the model is no reply.');
}

function readAnswer({ input }: ToolCall): Answer {
  const answer = AnswerSchema.safeParse(input);
  if (answer.success) return answer.data;
  const issue = answer.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw new ActionError('MODEL_ANSWER_INVALID', `the model's answer has not the shape of the tool${where}.`);
}

function answered(
  conversation: Conversation,
  { text, calls }: ModelReply,
  call: ToolCall,
  findings: readonly Finding[],
): Conversation {
  const wrong = findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
  const turns = [
    ...conversation.turns,
    { speaker: 'model', text, calls } as const,
    { speaker: 'tool', call: call.id, text: wrong } as const,
  ];
  return { ...conversation, turns };
}
