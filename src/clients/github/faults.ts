import type { IncomingHttpHeaders } from 'node:http';
import { ActionError, type ErrorCode } from '../../domain/errors.ts';
import { connectionReason, errorCodeOf } from '../http/reasons.ts';
import type { HttpAnswer } from '../http/transport.ts';
import { waitOf } from './rate-limit.ts';

/** What GitHub's refusal means for us. `what` names the request: its method and path. */
export function faultOf(what: string, answer: HttpAnswer): ActionError {
  const { status, headers } = answer;
  const said = messageOf(answer);
  const wait = waitOf(answer);
  if (wait !== null)
    return new ActionError('GITHUB_RATE_LIMITED', `${what}: ${said}; it may be asked again in ${wait} s.`);
  if (status === 403) return new ActionError('GITHUB_REFUSED', `${what}: ${said}${permissionOf(headers)}.`);
  return new ActionError(codeOf(status), `${what}: ${said}.`);
}

function codeOf(status: number): ErrorCode {
  if (status >= 500) return 'GITHUB_UNREACHABLE';
  switch (status) {
    case 401:
      return 'GITHUB_UNAUTHORIZED';
    case 404:
    // A repository without commits answers so.
    case 409:
    case 410:
      return 'GITHUB_NOT_FOUND';
    case 451:
      return 'GITHUB_REFUSED';
    default:
      return 'GITHUB_INVALID';
  }
}

/** GitHub names what it would have taken, as `issues=write; pull_requests=write`: any one of them. */
function permissionOf(headers: IncomingHttpHeaders): string {
  const accepted = headers['x-accepted-github-permissions'];
  if (typeof accepted !== 'string' || accepted === '') return '';
  const permissions = accepted
    .split(';')
    .map((it) => it.trim().replaceAll('_', '-').replaceAll('=', ': ').replaceAll(',', ' and '));
  return ` (it takes the permission ${permissions.map((it) => `'${it}'`).join(' or ')})`;
}

/** The status, and GitHub's own words where it has some: one line of them. */
function messageOf({ status, text }: HttpAnswer): string {
  const words = wordsOf(text)
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 200);
  return words === '' ? `GitHub answered ${status}` : `GitHub answered ${status}, ${words}`;
}

function wordsOf(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    if (answer === null || typeof answer !== 'object' || !('message' in answer)) return '';
    return typeof answer.message === 'string' ? answer.message : '';
  } catch {
    // A gateway answers in HTML, of which nobody wants to read the source.
    return '';
  }
}

/** What went wrong before there was a whole answer. Node's own messages are left out: they may hold the proxy's password. */
export function connectionFault(what: string, host: string, cause: unknown): ActionError {
  if (cause instanceof ActionError && cause.code !== 'DEADLINE_EXCEEDED') return cause;
  const code = cause instanceof ActionError ? cause.code : errorCodeOf(cause);
  return new ActionError('GITHUB_UNREACHABLE', `${what}: ${host} cannot be reached: ${connectionReason(code)}.`, {
    cause,
  });
}
