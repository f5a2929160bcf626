import { ActionError, type ErrorCode } from '../../domain/errors.ts';
import type { HttpAnswer } from '../http/transport.ts';

/** What the refusal of a model's server means for us. `host` names the server. */
export function faultOf(host: string, answer: HttpAnswer): ActionError {
  const { status } = answer;
  const said = saidBy(answer);
  if (status >= 300 && status < 400) return new ActionError('MODEL_UNKNOWN', sentOn(host, answer));
  const words = said.message === '' ? `${host} answered ${status}` : `${host} answered ${status}, ${said.message}`;
  return new ActionError(codeOf(status, said), `${words}.`);
}

/** What names another address is not followed: the key, and all that is told, are for this one. */
function sentOn(host: string, { status, headers: { location } }: HttpAnswer): string {
  const to = location !== undefined && URL.canParse(location) ? new URL(location).host : '';
  const where = to === '' || to === host ? 'another address' : to.slice(0, 100);
  return `${host} answered ${status}: it sends on to ${where}, where the key is not taken; set base-url to the address that answers itself.`;
}

interface Said {
  readonly message: string;
  /** Types and codes that the server gives the fault, each in small letters. */
  readonly kinds: readonly string[];
}

const CONTEXT =
  /context[ _](length|window|size)|prompt is too long|too many tokens|maximum context|exceed_context|exceeds the maximum number of tokens|request_too_large/;
const NO_CREDIT = /insufficient_quota|billing|credit balance|exceeded your current quota/;

function codeOf(status: number, { message, kinds }: Said): ErrorCode {
  const about = `${kinds.join(' ')} ${message.toLowerCase()}`;
  if (status === 413 || ((status === 400 || status === 422) && CONTEXT.test(about))) return 'MODEL_CONTEXT_TOO_LONG';
  if (status < 500 && NO_CREDIT.test(about)) return 'MODEL_ACCESS_REFUSED';
  if (status === 404 || status < 300 || /model_not_found|not_found_error/.test(about)) return 'MODEL_UNKNOWN';
  if (status >= 500) return 'MODEL_OVERLOADED';
  switch (status) {
    case 401:
      return 'MODEL_UNAUTHORIZED';
    case 402:
    case 403:
    case 451:
      return 'MODEL_ACCESS_REFUSED';
    case 429:
      return 'MODEL_RATE_LIMITED';
    default:
      return 'MODEL_REQUEST_REFUSED';
  }
}

/** What is shown of it is cut where the key has been taken out: a part of one would be found by nobody. */
const MOST_SAID = 4000;

/** The server's own words where it has some: their first line, for some put a trace of their calls below it. */
function saidBy({ text }: HttpAnswer): Said {
  const { message, kinds } = wordsOf(text);
  const line = (message.trim().split('\n')[0] ?? '')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return { message: line.slice(0, MOST_SAID), kinds: kinds.map((kind) => kind.toLowerCase()) };
}

/** Anthropic and OpenAI both put it into `error`; some servers have a text there, or the words beside it. */
function wordsOf(text: string): Said {
  const error = memberOf(parsed(text), 'error') ?? parsed(text);
  if (typeof error === 'string') return { message: error, kinds: [] };
  const kinds = ['type', 'code'].map((name) => memberOf(error, name));
  const message = memberOf(error, 'message');
  return {
    message: typeof message === 'string' ? message : '',
    kinds: kinds.filter((kind) => typeof kind === 'string'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A gateway answers in HTML, of which nobody wants to read the source.
    return null;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** For how many seconds the server wants not to be asked; null where it does not say. (RFC 9110, section 10.2.3) */
export function adviceOf({ headers }: HttpAnswer): number | null {
  const advice = headers['retry-after'];
  if (typeof advice !== 'string' || advice === '') return null;
  const seconds = /^\d+(\.\d+)?$/.test(advice) ? Number(advice) : (Date.parse(advice) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
