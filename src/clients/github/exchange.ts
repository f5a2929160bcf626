import { setTimeout as sleep } from 'node:timers/promises';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import type { Agents } from '../http/agents.ts';
import { isLasting } from '../http/reasons.ts';
import { type HttpAnswer, type HttpRequest, send } from '../http/transport.ts';
import { connectionFault, faultOf } from './faults.ts';
import { waitOf } from './rate-limit.ts';

export interface ExchangeOptions {
  readonly agents: Agents;
  readonly deadline: Deadline;
  /** Told of every request that is sent. */
  readonly count: () => void;
  /** Before the second attempt, and twice that before the third. */
  readonly backoffMilliseconds: number;
}

/** A request and the answer to it, whatever it takes: all that is thrown is an ActionError. */
export interface Exchange {
  /** What may be asked twice. */
  read(request: HttpRequest): Promise<HttpAnswer>;
  write(request: HttpRequest): Promise<HttpAnswer>;
}

const ATTEMPTS = 3;

/** A single attempt is given up after this, so that one that hangs does not take the time of all that follow. */
const ATTEMPT_MILLISECONDS = 30_000;

/** Where a gateway before GitHub is at fault, or GitHub is being mended. */
const PASSING = new Set([502, 503, 504]);

/** Throws GITHUB_UNAUTHORIZED, GITHUB_REFUSED, GITHUB_NOT_FOUND, GITHUB_INVALID, GITHUB_RATE_LIMITED, GITHUB_UNREACHABLE. */
export function exchangeOver(options: ExchangeOptions): Exchange {
  return {
    read: async (request) => {
      for (let attempt = 1; ; attempt++) {
        const outcome = await attemptOnce(request, options);
        const pause = attempt < ATTEMPTS ? pauseAfter(outcome, options.backoffMilliseconds * attempt) : null;
        if (pause === null || pause >= options.deadline.remaining()) return answerOf(request, outcome);
        await sleep(pause);
      }
    },
    write: async (request) => answerOf(request, await attemptOnce(request, options)),
  };
}

type Outcome =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  | { readonly kind: 'failure'; readonly host: string; readonly cause: unknown };

async function attemptOnce(request: HttpRequest, options: ExchangeOptions): Promise<Outcome> {
  const limit = options.deadline.within(ATTEMPT_MILLISECONDS);
  let { url } = request;
  try {
    const answer = await limit.race(async (signal) => {
      const follow = async (asked: HttpRequest, left: number): Promise<HttpAnswer> => {
        url = asked.url;
        options.count();
        const given = await send(asked, options.agents, signal);
        const next = redirected(asked, given);
        if (next === null) return given;
        if (left > 0) return follow(next, left - 1);
        throw new ActionError('GITHUB_UNREACHABLE', `${nameOf(request)}: ${url.host} sends us round in circles.`);
      };
      return follow(request, REDIRECTS);
    });
    return { kind: 'answer', answer };
  } catch (cause) {
    return { kind: 'failure', host: url.host, cause };
  }
}

const REDIRECTS = 3;

/** Where a reading request is sent on to; the token stays with the host that it was given for. */
function redirected(request: HttpRequest, { status, headers }: HttpAnswer): HttpRequest | null {
  if (request.method !== 'GET' || ![301, 302, 303, 307, 308].includes(status) || !headers.location) return null;
  const url = URL.parse(headers.location, request.url.href);
  if (url === null || !/^https?:$/.test(url.protocol) || isDowngrade(request.url, url)) return null;
  if (url.origin === request.url.origin) return { ...request, url };
  const { authorization: _, ...others } = request.headers;
  return { ...request, url, headers: others };
}

function isDowngrade(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol !== 'https:';
}

/** For how many milliseconds to wait before asking again; null where that is of no use. */
function pauseAfter(outcome: Outcome, backoff: number): number | null {
  if (outcome.kind === 'failure') return isLasting(outcome.cause) ? null : backoff;
  const { answer } = outcome;
  const wait = waitOf(answer);
  if (wait !== null) return wait * 1000;
  if (!PASSING.has(answer.status)) return null;
  const advice = Number(answer.headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(advice) ? Math.max(0, advice) * 1000 : backoff;
}

function answerOf(request: HttpRequest, outcome: Outcome): HttpAnswer {
  const name = nameOf(request);
  if (outcome.kind === 'failure') throw connectionFault(name, outcome.host, outcome.cause);
  const { answer } = outcome;
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (answer.status >= 300 && answer.status < 400)
    throw new ActionError('GITHUB_NOT_FOUND', `${name}: GitHub answered ${answer.status} and names another address.`);
  throw faultOf(name, withoutToken(request, answer));
}

/** Whoever answers has seen the token, and may say it again; messages go to public logs. */
function withoutToken({ headers }: HttpRequest, answer: HttpAnswer): HttpAnswer {
  const token = headers.authorization?.replace(/^Bearer /, '') ?? '';
  return token === '' ? answer : { ...answer, text: answer.text.replaceAll(token, '***') };
}

export function nameOf({ method, url }: Pick<HttpRequest, 'method' | 'url'>): string {
  return `${method} ${url.pathname}`;
}
