import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ActionError } from '../../domain/errors.ts';
import type { Agents } from '../http/agents.ts';
import { connectionReason, errorCodeOf } from '../http/reasons.ts';
import { begin, type HttpAnswer, type HttpRequest, readAnswer } from '../http/transport.ts';
import { adviceOf, faultOf } from './faults.ts';

export interface ExchangeOptions {
  readonly agents: Agents;
  /** Milliseconds that are left. */
  readonly remaining: () => number;
  /** Before the second attempt, and twice that before the third. */
  readonly backoffMilliseconds: number;
}

const ATTEMPTS = 3;

/** An answer of 4096 tokens has some 20 KB; whatever is longer costs memory that grows much faster than it does. */
const MOST_BYTES = 512 * 1024;

/** Where the server may do what it was asked in a moment; 529 is Anthropic's word for being overloaded. */
const PASSING = new Set([408, 429, 500, 502, 503, 504, 529]);

/**
 * A request and its answer, asked again where that may help, inside what is left of the time: a server that wants to be left alone for longer
 * is not waited for at all. Throws the codes that begin with `MODEL_`.
 */
export async function exchange(request: HttpRequest, options: ExchangeOptions): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(request, options);
    if (outcome.answer !== null && outcome.answer.status >= 200 && outcome.answer.status < 300) return outcome.answer;
    const fault = outcome.fault ?? faultOf(request.url.host, outcome.answer);
    const pause = pauseAfter(outcome, options.backoffMilliseconds * attempt);
    // An account that has nothing left has nothing in a moment either.
    const isRefused = fault.code === 'MODEL_ACCESS_REFUSED';
    if (pause === null || isRefused || attempt === ATTEMPTS) throw fault;
    if (pause >= options.remaining()) throw notWaitedFor(fault, outcome.answer, options.remaining());
    await sleep(pause);
  }
}

type Outcome =
  | { readonly answer: HttpAnswer; readonly fault: null }
  /** `isCutOff`: the server ended the connection, which it may not do again. */
  | { readonly answer: null; readonly fault: ActionError; readonly isCutOff: boolean };

async function attemptOnce(request: HttpRequest, { agents, remaining }: ExchangeOptions): Promise<Outcome> {
  const signal = AbortSignal.timeout(Math.max(0, Math.floor(remaining())));
  let answer: IncomingMessage | undefined;
  try {
    answer = await begin(request, agents, signal);
    return { answer: await readAnswer(answer, MOST_BYTES), fault: null };
  } catch (cause) {
    const late = answer === undefined ? 'it did not answer in time' : 'its answer was not complete in time';
    const why = signal.aborted ? late : connectionReason(errorCodeOf(cause));
    const fault = new ActionError('MODEL_UNREACHABLE', `${request.url.host} cannot be reached: ${why}.`, { cause });
    return { answer: null, fault, isCutOff: !signal.aborted && CUT_OFF.has(errorCodeOf(cause)) };
  }
}

/** A server that refuses connections does so a second later too, and so it is with names and certificates. */
const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'EAI_AGAIN']);

/** For how many milliseconds to wait before asking again; null where that is of no use. */
function pauseAfter(outcome: Outcome, backoff: number): number | null {
  const { answer } = outcome;
  if (answer === null) return outcome.isCutOff ? backoff : null;
  if (!PASSING.has(answer.status) || answer.headers['x-should-retry'] === 'false') return null;
  const advice = adviceOf(answer);
  return advice === null ? backoff : advice * 1000;
}

/** The fault, with what the server wanted, where it wanted something. */
function notWaitedFor(fault: ActionError, answer: HttpAnswer | null, left: number): ActionError {
  const advice = answer === null ? null : adviceOf(answer);
  if (advice === null) return fault;
  const wait = `it wants to be asked again in ${Math.ceil(advice)} s, and ${Math.max(0, Math.floor(left / 1000))} s are left`;
  return new ActionError(fault.code, `${fault.message.replace(/\.$/, '')}; ${wait}.`);
}
