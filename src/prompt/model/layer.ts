import type { Deadline } from '../../domain/deadline.ts';
import { ActionError, toActionError } from '../../domain/errors.ts';
import type { Finding } from '../../domain/finding.ts';
import { firstOfEach } from '../../domain/grouped.ts';
import { type AskedLayer, type LayerAnswer, REPAIR_ROUNDS } from '../../domain/layer.ts';
import { type Conversation, type Model, type ModelReply, ModelReplySchema } from '../../domain/model.ts';
import { refusal } from '../../domain/refusal.ts';
import type { Intent, Question } from '../../domain/request.ts';
import { addUsage, NO_USAGE, type Usage } from '../../domain/usage.ts';
import { read as readWords } from '../reader/read.ts';
import { findingOfRefusal } from '../refusal-finding.ts';
import type { ModelAnswer } from './answer.ts';
import type { Opening } from './opening.ts';
import { preflight } from './preflight.ts';
import { readReply } from './read-reply.ts';
import { onFaults, onFindings } from './repair.ts';
import type { Fault } from './warrant/fault.ts';
import type { Utterances } from './warrant/utterances.ts';

export interface ModelAsking {
  readonly model: Model;
  /** What it is told first, and what its answers are held against. */
  readonly opening: Opening;
}

/**
 * A model as a rung of the ladder. What the words ask may be refused before it is asked. Rejects with MODEL_FAILED when it throws, and
 * DEADLINE_EXCEEDED when it is late; fails with MODEL_ANSWER_INVALID when what it says is no answer.
 */
export function modelLayer({ model, opening }: ModelAsking): AskedLayer {
  const talk: Talk = { model, opening, left: REPAIR_ROUNDS, usage: NO_USAGE, faults: null };
  return {
    rung: 'model',
    propose: async (deadline) =>
      preflight(opening) ?? { ...(await converse(talk, opening.conversation, deadline)), notes: opening.notes },
    otherwise: [],
  };
}

interface Talk {
  readonly model: Model;
  readonly opening: Opening;
  /** Rounds of repair that are left. */
  readonly left: number;
  /** Of this asking so far. */
  readonly usage: Usage;
  /** How many faults the last answer had; null before the first one. */
  readonly faults: number | null;
}

async function converse(talk: Talk, conversation: Conversation, deadline: Deadline): Promise<LayerAnswer> {
  const reply = await replyTo(talk, conversation, deadline);
  if (reply instanceof ActionError) return { kind: 'failed', error: reply, usage: talk.usage };
  const usage = addUsage(talk.usage, reply.usage);
  const read = readReply(reply, talk.opening.warrant);
  if (read.kind === 'refused') return failed('the model refused to answer.', usage);
  if (read.kind === 'faults')
    return await repair({ ...talk, usage }, { conversation, reply, faults: read.faults }, deadline);
  return settle({ ...talk, usage }, { conversation, reply, answer: read.answer });
}

/** Throws where nothing has been used yet that would have to be told. */
async function replyTo(
  { model, usage }: Talk,
  conversation: Conversation,
  deadline: Deadline,
): Promise<ModelReply | ActionError> {
  try {
    return parseReply(await ask(model, conversation, deadline));
  } catch (thrown) {
    if (usage === NO_USAGE) throw thrown;
    return toActionError(thrown);
  }
}

async function ask(model: Model, conversation: Conversation, deadline: Deadline): Promise<unknown> {
  try {
    return await deadline.race((signal) => model.reply(conversation, signal));
  } catch (thrown) {
    if (thrown instanceof ActionError) throw thrown;
    throw new ActionError('MODEL_FAILED', 'the model failed before it answered.', { cause: thrown });
  }
}

function parseReply(value: unknown): ModelReply {
  const reply = ModelReplySchema.safeParse(value);
  if (reply.success) return reply.data;
  throw new ActionError('MODEL_ANSWER_INVALID', 'what came back of the model is no reply.');
}

/** A reply, and the conversation that it ends. */
interface Exchange {
  readonly conversation: Conversation;
  readonly reply: ModelReply;
}

interface AnsweredExchange extends Exchange {
  readonly answer: ModelAnswer;
}

/** What an answer without faults comes to: where anything is asked or refused, nothing is done. */
function settle(talk: Talk, { conversation, reply, answer }: AnsweredExchange): LayerAnswer {
  const { intents, questions, refused } = answer;
  const { usage, left, opening } = talk;
  if (refused.length > 0 && isFullyUnderstood(opening)) return failed('the model refused what may be said.', usage);
  if (refused.length > 0)
    return { kind: 'refused', findings: refused.map(({ rule }) => findingOfRefusal(refusal(rule))), usage };
  if (questions.length > 0) return { kind: 'questions', questions, usage };
  const again = async (findings: readonly Finding[], deadline: Deadline) => {
    const next = onFindings(conversation, reply, findings, opening.clean);
    return await converse({ ...talk, left: left - 1, usage: NO_USAGE, faults: null }, await next, deadline);
  };
  const named = intents.map((intent) => withSaidName(intent, opening.warrant.utterances));
  return { kind: 'request', request: { version: 1, intents: named }, usage, again: left > 0 ? again : null };
}

/** Whether our own reader understands every word: then nothing in them is to be refused, whoever has a model say so. */
function isFullyUnderstood({ wishes, warrant }: Opening): boolean {
  return wishes.every(({ words }) => readWords(words, warrant.profile).request.intents.length > 0);
}

/** A step is called as somebody has said it, or by its command: a model gives it no name of its own. */
function withSaidName(intent: Intent, utterances: Utterances): Intent {
  return intent.kind === 'custom' && !utterances.quotes(intent.name)
    ? { ...intent, name: intent.command.slice(0, 100) }
    : intent;
}

interface FaultyExchange extends Exchange {
  readonly faults: readonly Fault[];
}

/** Goes back to the model as long as its faults get fewer; then to a person, where each of them is something to ask about. */
async function repair(
  talk: Talk,
  { conversation, reply, faults }: FaultyExchange,
  deadline: Deadline,
): Promise<LayerAnswer> {
  const shrinks = talk.faults === null || faults.length < talk.faults;
  if (shrinks && talk.left > 0 && deadline.remaining() > 0) {
    const next = await onFaults(conversation, reply, faults, talk.opening.clean);
    return await converse({ ...talk, left: talk.left - 1, faults: faults.length }, next, deadline);
  }
  const questions = faults.flatMap(({ question }) => question ?? []);
  if (questions.length === faults.length)
    return { kind: 'questions', questions: distinct(questions), usage: talk.usage };
  const first = faults.find(({ question }) => question === null);
  const where = first?.at ? ` at ${first.at}` : '';
  return failed(`what the model answered cannot be used${where}: ${first?.text ?? ''}`, talk.usage);
}

const MOST_QUESTIONS = 10;

function distinct(questions: readonly Question[]): Question[] {
  return firstOfEach(questions, (one) => JSON.stringify(one)).slice(0, MOST_QUESTIONS);
}

function failed(message: string, usage: Usage): LayerAnswer {
  return { kind: 'failed', error: new ActionError('MODEL_ANSWER_INVALID', message), usage };
}
