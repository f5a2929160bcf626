import { agentsFor } from '../http/agents.ts';
import { exchange } from './exchange.ts';
import type { ModelSetting } from './setting.ts';

type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Before the second attempt. */
const BACKOFF = 500;

/**
 * What the SDKs send by: Node's own `https`, which takes the proxies that it is told, ends in time whatever is read, and says why in our
 * words. What it throws the SDKs wrap: see `spoken`.
 */
export function fetchFor({ endsAt, proxies }: ModelSetting): Fetch {
  const agents = agentsFor(proxies, 'MODEL_UNREACHABLE');
  const remaining = () => endsAt - performance.now();
  return async (url, init = {}) => {
    const { status, text } = await exchange(
      {
        method: init.method ?? 'GET',
        url: new URL(String(url)),
        headers: { ...Object.fromEntries(new Headers(init.headers)), 'content-length': `${lengthOf(init.body)}` },
        ...(typeof init.body === 'string' ? { body: init.body } : {}),
      },
      { agents, remaining, backoffMilliseconds: BACKOFF },
    );
    // Whatever it calls itself: an SDK would give any other text as it is.
    return new Response(status === 204 ? null : text, { status, headers: { 'content-type': 'application/json' } });
  };
}

function lengthOf(body: unknown): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : 0;
}
