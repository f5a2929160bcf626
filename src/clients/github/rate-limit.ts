import type { HttpAnswer } from '../http/transport.ts';

/** GitHub's advice where a secondary limit names no time. (docs.github.com, "Rate limits for the REST API") */
const WAIT_WITHOUT_ADVICE = 60;

/**
 * For how many seconds GitHub wants not to be asked; null where the answer is about something else. A 403 is a limit where it says so,
 * by its headers or words: otherwise a permission is missing.
 */
export function waitOf({ status, headers, text }: HttpAnswer): number | null {
  if (status !== 403 && status !== 429) return null;
  const advice = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(advice)) return Math.max(0, advice);
  if (headers['x-ratelimit-remaining'] === '0') return secondsUntil(Number(headers['x-ratelimit-reset']));
  return status === 429 || /secondary rate limit|abuse detection/i.test(text) ? WAIT_WITHOUT_ADVICE : null;
}

function secondsUntil(epochSeconds: number): number {
  const seconds = Math.ceil(epochSeconds - Date.now() / 1000);
  return Number.isFinite(seconds) ? Math.max(1, seconds) : WAIT_WITHOUT_ADVICE;
}
