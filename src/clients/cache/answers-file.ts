import * as z from 'zod/mini';
import { type ModelReply, ModelReplySchema } from '../../domain/model.ts';

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const FileSchema = z.strictObject({
  form: z.number(),
  /** Of the conversation that they begin with. */
  opening: digest,
  answers: z.array(z.strictObject({ to: digest, reply: ModelReplySchema })).check(z.maxLength(20)),
});

/** Replies by the digest of the conversation. */
export type Answers = ReadonlyMap<string, ModelReply>;

export interface AnswersAbout {
  readonly form: number;
  readonly opening: string;
}

/** `why` is the end of a sentence about the entry. */
export function readAnswers(
  text: string,
  about: AnswersAbout,
): { readonly kind: 'answers'; readonly answers: Answers } | { readonly kind: 'unfit'; readonly why: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'unfit', why: 'the entry is no JSON' };
  }
  const file = FileSchema.safeParse(parsed);
  if (!file.success) return { kind: 'unfit', why: 'the entry has not the shape of one' };
  const { form, opening, answers } = file.data;
  if (form !== about.form || opening !== about.opening)
    return { kind: 'unfit', why: 'the entry answers something else than was asked' };
  return { kind: 'answers', answers: new Map(answers.map(({ to, reply }) => [to, reply])) };
}

/** The text of an entry; the same answers give the same bytes. */
export function answersText({ form, opening }: AnswersAbout, answers: ReadonlyMap<string, ModelReply>): string {
  return JSON.stringify({ form, opening, answers: [...answers].map(([to, reply]) => ({ to, reply })) });
}
