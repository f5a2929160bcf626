import * as z from 'zod/mini';
import type { Tool } from '../../domain/model.ts';
import { ModelAnswerSchema } from './answer.ts';

type Json = Readonly<Record<string, unknown>>;

/** The one tool of a model: strict, so that a server that can constrain its output leaves it no other words. */
export const TOOL: Tool = {
  name: 'answer',
  description:
    'Says what the words ask of the pipeline, as intents; what must be known first, as questions; and what may not be asked for, as refused.',
  input: portable(z.toJSONSchema(ModelAnswerSchema)),
};

/**
 * The schema in the words that every server knows: `anyOf`, for of the kinds of an intent only one fits anyway, and no pattern, since grammars are
 * made of few of them. Every text and list keeps its bound: a small model ends nowhere else.
 */
function portable(schema: Json): Record<string, unknown> {
  const entries = Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'pattern');
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key === 'oneOf' ? 'anyOf' : key,
      key === 'properties' ? inside(value) : deep(value),
    ]),
  );
}

/** Names of properties are no keywords. */
function inside(properties: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties as Json).map(([name, schema]) => [name, deep(schema)]));
}

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep);
  return typeof value === 'object' && value !== null ? portable(value as Json) : value;
}
