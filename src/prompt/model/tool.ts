import * as z from 'zod/mini';
import type { Tool } from '../../domain/model.ts';
import { AnswerSchema } from './answer.ts';

/** The one tool of a model: strict, so that a server that can constrain its output leaves it no other words. */
export const TOOL: Tool = {
  name: 'answer',
  description:
    'Says what the words ask of the pipeline, as intents; what must be known first, as questions; and what may not be asked for, as refused.',
  input: z.toJSONSchema(AnswerSchema),
};
