import type { Deadline } from '../domain/deadline.ts';
import { ActionError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { AskedLayer, LayerAnswer } from '../domain/layer.ts';
import { type Model, ModelReplySchema, type Prompt } from '../domain/model.ts';
import { GenerationRequestSchema } from '../domain/request.ts';

/** Makes the words for one round: `findings` are what the judges said of the last answer. */
export type WritePrompt = (findings: readonly Finding[]) => Prompt;

/**
 * The model as a rung of the ladder. Rejects with MODEL_FAILED when it throws, MODEL_ANSWER_INVALID when what it says is no request,
 * DEADLINE_EXCEEDED when it is late.
 */
export function modelLayer(model: Model, writePrompt: WritePrompt): AskedLayer {
  return {
    rung: 'model',
    propose: async (findings, deadline) => readReply(await ask(model, writePrompt(findings), deadline)),
  };
}

async function ask(model: Model, prompt: Prompt, deadline: Deadline): Promise<unknown> {
  try {
    return await deadline.race((signal) => model.fill(prompt, signal));
  } catch (thrown) {
    if (thrown instanceof ActionError) throw thrown;
    throw new ActionError('MODEL_FAILED', 'the model failed before it answered.', { cause: thrown });
  }
}

function readReply(answer: unknown): LayerAnswer {
  const reply = ModelReplySchema.safeParse(answer);
  const request = GenerationRequestSchema.safeParse(reply.data?.request);
  if (reply.success && request.success) return { kind: 'request', request: request.data, usage: reply.data.usage };
  const issue = request.error?.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw new ActionError('MODEL_ANSWER_INVALID', `the model's answer is not a request of version 1${where}.`);
}
