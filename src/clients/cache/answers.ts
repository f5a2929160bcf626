import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Deadline } from '../../domain/deadline.ts';
import { type Conversation, type Model, type ModelReply, ModelReplySchema } from '../../domain/model.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { type Answers, answersText, readAnswers } from './answers-file.ts';
import type { KeptText } from './text-cache.ts';

/** Whose answers they are: what another model said, or the same one behind another address, is not its answer. */
export interface Answerer {
  readonly protocol: string;
  readonly model: string;
  /** Where it is asked; of a model on this machine the digest of its file. */
  readonly at: string;
}

export interface AnswerCacheOptions {
  readonly texts: KeptText;
  readonly answerer: Answerer;
  /** Whether a reply is an answer at all: what is none is neither kept nor given. */
  readonly accepts: (reply: ModelReply) => boolean;
  readonly deadline: Deadline;
}

/** What is to be kept for later runs, once it is known that the answers led to a proven file. */
export interface ToKeep {
  readonly key: string;
  readonly text: string;
}

export interface AnswerCache {
  /** The same model, asked only for what it has not said before. An answer that was kept uses no tokens and is no call. */
  readonly model: Model;
  /** Null where nothing new was said. */
  toKeep(): ToKeep | null;
  /** What a person should know of it, a sentence each. */
  notes(): readonly string[];
  /** How many answers were kept ones. */
  hits(): number;
}

/** Of the file, and of the key: another form of answers is another entry. */
const FORM = 1;

/**
 * A model whose answers are kept, under the digest of the whole conversation that they belong to. The entry is found by what a run says first;
 * all that was said after it stands in it too. An entry that is not what its key says is dropped, told, and the model is asked.
 */
export function answerCache(model: Model, { texts, answerer, accepts, deadline }: AnswerCacheOptions): AnswerCache {
  let entry: Promise<Entry> | undefined;
  let prefix = '';
  let hits = 0;
  const notes: string[] = [];
  /** Kept ones that were given again among them: the next entry stands in the place of this one. */
  const said = new Map<string, ModelReply>();
  let isNew = false;
  const open = async (opening: string): Promise<Entry> => {
    prefix = `agent-generate-answers-${FORM}-${opening}-`;
    const restored = await texts.restore(prefix, deadline);
    if (restored.kind === 'failed') notes.push(`Kept answers of the model could not be looked at: ${restored.why}.`);
    if (restored.kind !== 'restored') return NOTHING;
    const answers = readAnswers(restored.text, { form: FORM, opening });
    if (answers.kind === 'answers') return { answers: answers.answers, bytes: restored.text.length };
    notes.push(`Kept answers of the model were dropped, and the model was asked: ${answers.why}.`);
    return NOTHING;
  };
  const keptReply = async (digest: string): Promise<ModelReply | null> => {
    entry ??= open(digest);
    const { answers, bytes } = await entry;
    const told = answers.get(digest);
    if (told === undefined) return null;
    const reply = ModelReplySchema.safeParse(told);
    if (!reply.success || !accepts(reply.data)) {
      notes.push('A kept answer of the model was dropped, and the model was asked: it is no answer.');
      return null;
    }
    if (hits === 0) notes.push(`The model was not asked: its answer was kept by an earlier run (${bytes} bytes).`);
    hits += 1;
    said.set(digest, reply.data);
    return { ...reply.data, usage: NO_USAGE };
  };
  return {
    model: {
      reply: async (conversation, signal) => {
        const digest = digestFor(answerer, conversation);
        const kept = await keptReply(digest);
        if (kept !== null) return kept;
        const told = await model.reply(conversation, signal);
        const reply = ModelReplySchema.safeParse(told);
        if (!reply.success || !accepts(reply.data)) return told;
        said.set(digest, reply.data);
        isNew = true;
        return told;
      },
    },
    toKeep: () => {
      if (!isNew) return null;
      const opening = prefix.slice(0, -1).split('-').at(-1) ?? '';
      const text = answersText({ form: FORM, opening }, said);
      return { key: `${prefix}${hexOf(text).slice(0, 16)}`, text };
    },
    notes: () => notes,
    hits: () => hits,
  };
}

interface Entry {
  readonly answers: Answers;
  readonly bytes: number;
}

const NOTHING: Entry = { answers: new Map(), bytes: 0 };

/** Instructions, tool, schema, words and facts all stand in the conversation. */
function digestFor(answerer: Answerer, conversation: Conversation): string {
  return hexOf(canonicalize({ form: FORM, answerer, conversation }) ?? '');
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
