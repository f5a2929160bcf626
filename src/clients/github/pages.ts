import { ActionError } from '../../domain/errors.ts';
import type { HttpAnswer, HttpRequest } from '../http/transport.ts';

/**
 * The request for the page after this one; null after the last. Throws GITHUB_UNREACHABLE where it would lie on another server, to which
 * the token must not go: half a list is worse than none.
 */
export function nextPage(request: HttpRequest, { headers }: HttpAnswer): HttpRequest | null {
  const { link } = headers;
  const target = typeof link === 'string' ? /<([^<>]+)>\s*;[^<]*\brel="?next"?/.exec(link)?.[1] : undefined;
  if (target === undefined) return null;
  const url = URL.parse(target, request.url.href);
  if (url?.origin === request.url.origin) return { ...request, url };
  throw new ActionError('GITHUB_UNREACHABLE', `${request.url.host} says that its next page lies on another server.`);
}
