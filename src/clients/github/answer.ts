import type * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { HttpAnswer, HttpRequest } from '../http/transport.ts';
import { nameOf } from './exchange.ts';

/** What an answer holds, as its schema has it. Throws GITHUB_UNREACHABLE: whoever answered so was not GitHub, or was cut off. */
export function parseAnswer<T>(request: HttpRequest, answer: HttpAnswer, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(jsonOf(request, answer));
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  const place = path === '' ? '' : ` ('${path}')`;
  throw new ActionError('GITHUB_UNREACHABLE', `${nameOf(request)}: the answer is not what GitHub documents${place}.`);
}

function jsonOf(request: HttpRequest, { headers, text }: HttpAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const isJson = /\bjson\b/.test(headers['content-type'] ?? '');
    const fault = isJson ? 'was cut off or is damaged' : 'is no JSON: something on the way has answered in its place';
    throw new ActionError('GITHUB_UNREACHABLE', `${nameOf(request)}: the answer ${fault}.`);
  }
}
