import type * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';

/** The payload of the event `name` as its schema has it. Throws EVENT_INVALID with the path that is wrong. */
export function parsePayload<T>(name: string, schema: z.ZodMiniType<T>, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const fault = issue ? faultOf(issue, payload) : 'does not have the shape that GitHub documents';
  throw new ActionError('EVENT_INVALID', `The event file is no ${name} event: ${fault}.`);
}

function faultOf(issue: z.core.$ZodIssue, payload: unknown): string {
  const path = issue.path.map(String);
  const place = path.length === 0 ? 'the file' : `'${path.join('.')}'`;
  if (issue.code !== 'invalid_type') return `${place} ${issue.message}`;
  return valueAt(payload, path) === undefined ? `${place} is missing` : `${place} is not of type ${issue.expected}`;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (at !== null && typeof at === 'object' ? (at as Readonly<Record<string, unknown>>)[step] : undefined),
    value,
  );
}
