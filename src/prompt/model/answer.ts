import * as z from 'zod/mini';
import { REFUSALS, type RefusalRule } from '../../domain/refusal.ts';
import { IntentSchema } from '../../domain/request.ts';
import { type Issue, issueOf } from './issues.ts';

const line = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const rules = Object.keys(REFUSALS) as [RefusalRule, ...RefusalRule[]];

/** What a model may say: what is wanted, what must be known first, and what nobody may ask for. */
export const ModelAnswerSchema = z.strictObject({
  intents: z.array(IntentSchema).check(z.maxLength(60)),
  questions: z
    .array(
      z.strictObject({
        about: line(200),
        text: line(500),
        choices: z.array(line(100)).check(z.maxLength(20)),
      }),
    )
    .check(z.maxLength(10)),
  refused: z.array(z.strictObject({ rule: z.enum(rules), words: line(300) })).check(z.maxLength(20)),
});
export type ModelAnswer = z.infer<typeof ModelAnswerSchema>;

/** The input of a call as an answer, or all that is wrong with its shape. A field that is null counts as left out: strict modes know no other way. */
export function parseAnswer(input: unknown): { readonly answer: ModelAnswer } | { readonly issues: readonly Issue[] } {
  const answer = ModelAnswerSchema.safeParse(withLists(withoutNulls(input)));
  if (answer.success) return { answer: answer.data };
  return { issues: answer.error.issues.map(issueOf) };
}

/** Deeper than any answer: what is nested further is nonsense, and the schema says so. */
const MOST_LEVELS = 12;

function withoutNulls(value: unknown, level = 0): unknown {
  if (level > MOST_LEVELS || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, level + 1));
  const given = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(given.map(([name, field]) => [name, withoutNulls(field, level + 1)]));
}

/** A list that is not there has nothing in it. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return { intents: [], questions: [], refused: [], ...value };
}
