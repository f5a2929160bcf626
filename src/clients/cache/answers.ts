import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Deadline } from '../../domain/deadline.ts';
import { ANSWERS_KEY } from '../../domain/kept.ts';
import { type Conversation, type Model, type ModelReply, ModelReplySchema } from '../../domain/model.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { Answerer } from './answerer.ts';
import { type Answers, answersText, readAnswers } from './answers-file.ts';
import type { KeptText } from './text-cache.ts';

export interface AnswerCacheOptions {
  readonly texts: KeptText;
  readonly answerer: Answerer;
  /** Whether a reply is a whole answer: an entry without one is neither kept nor given. */
  readonly accepts: (reply: ModelReply) => boolean;
  readonly deadline: Deadline;
}

/** What is to be kept for later runs, once it is known that the answers led to a proven file. */
export interface ToKeep {
  readonly key: string;
  readonly text: string;
}

/** Of the file, and of the key: another form of answers is another entry. */
const FORM = 1;

/**
 * A model whose answers are kept, under the digest of the whole conversation that they belong to; it is asked only for what it has not said
 * before. The entry is found by what a run says first; all that was said after it stands in it too. An entry that is not what its key says
 * is dropped, told, and the model is asked.
 */
export class AnswerCache implements Model {
  /** What a person should know of it, a sentence each. */
  readonly notes: string[] = [];
  readonly #model: Model;
  readonly #options: AnswerCacheOptions;
  /** Kept ones that were given again among them: the next entry stands in the place of this one. */
  readonly #said = new Map<string, ModelReply>();
  #entry: Promise<Entry> | undefined;
  #opening = '';
  #isNew = false;
  #hits = 0;

  constructor(model: Model, options: AnswerCacheOptions) {
    this.#model = model;
    this.#options = options;
  }

  /** How many answers were kept ones. */
  get hits(): number {
    return this.#hits;
  }

  /** An answer that was kept uses no tokens and is no call. Rejects with what the model does. */
  async reply(conversation: Conversation, signal: AbortSignal): Promise<unknown> {
    const digest = digestFor(this.#options.answerer, conversation);
    const kept = await this.#kept(digest);
    if (kept !== null) return kept;
    const told = await this.#model.reply(conversation, signal);
    const reply = ModelReplySchema.safeParse(told);
    if (!reply.success) return told;
    // Also what had to be said again: without it a later run would not come to what was said then.
    this.#said.set(digest, withoutWords(reply.data));
    this.#isNew = true;
    return told;
  }

  /** Null where nothing new was said, or nothing that is an answer. */
  toKeep(): ToKeep | null {
    if (!this.#isNew || ![...this.#said.values()].some(this.#options.accepts)) return null;
    const text = answersText({ form: FORM, opening: this.#opening }, this.#said);
    return { key: `${prefixOf(this.#opening)}${hexOf(text).slice(0, 16)}`, text };
  }

  async #kept(digest: string): Promise<ModelReply | null> {
    this.#entry ??= this.#open(digest);
    const { answers, bytes } = await this.#entry;
    const reply = answers.get(digest);
    if (reply === undefined) return null;
    if (this.#hits === 0)
      this.notes.push(
        `The model was not asked again: what it says to this was kept by an earlier run (${bytes} bytes).`,
      );
    this.#hits += 1;
    this.#said.set(digest, reply);
    return { ...reply, usage: NO_USAGE };
  }

  async #open(opening: string): Promise<Entry> {
    this.#opening = opening;
    const restored = await this.#options.texts.restore(prefixOf(opening), this.#options.deadline);
    if (restored.kind === 'failed')
      this.notes.push(`Kept answers of the model could not be looked at: ${restored.why}.`);
    if (restored.kind !== 'restored') return NOTHING;
    const read = readAnswers(restored.text, { form: FORM, opening });
    const isFit = read.kind === 'answers' && [...read.answers.values()].some(this.#options.accepts);
    if (isFit) return { answers: read.answers, bytes: Buffer.byteLength(restored.text) };
    const why = read.kind === 'unfit' ? read.why : 'there is no answer in the entry';
    this.notes.push(`Kept answers of the model were dropped, and the model was asked: ${why}.`);
    return NOTHING;
  }
}

function prefixOf(opening: string): string {
  return `${ANSWERS_KEY}${FORM}-${opening}-`;
}

interface Entry {
  readonly answers: Answers;
  readonly bytes: number;
}

const NOTHING: Entry = { answers: new Map(), bytes: 0 };

/** Where there is a call, nobody reads what is said beside it; and it may be long. */
function withoutWords<T extends { readonly text: string; readonly calls: readonly unknown[] }>(said: T): T {
  return said.calls.length === 0 ? said : { ...said, text: '' };
}

/** Instructions, tool, schema, words and facts all stand in the conversation; what is not kept must not count. */
function digestFor(answerer: Answerer, conversation: Conversation): string {
  const turns = conversation.turns.map((turn) => (turn.speaker === 'model' ? withoutWords(turn) : turn));
  return hexOf(canonicalize({ form: FORM, answerer, conversation: { ...conversation, turns } }) ?? '');
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
