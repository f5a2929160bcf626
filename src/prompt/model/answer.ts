import * as z from 'zod/mini';
import { REFUSALS, type RefusalRule } from '../../domain/refusal.ts';
import { IntentSchema } from '../../domain/request.ts';

const line = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const rules = Object.keys(REFUSALS) as [RefusalRule, ...RefusalRule[]];

/** What a model may say: what is wanted, what must be known first, and what nobody may ask for. */
export const AnswerSchema = z.strictObject({
  intents: z.array(IntentSchema).check(z.maxLength(100)),
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
export type Answer = z.infer<typeof AnswerSchema>;
