import type { IntentOf } from '../../../../domain/request.ts';
import { type Objection, unsaidUnless } from '../objection.ts';
import type { Passage } from '../passage.ts';

/** Minutes are a span that was said, or where there is none, one of the numbers or hours of them; where none was said, the words told it otherwise (`half an hour`). */
export function timeoutObjections(intent: IntentOf<'timeout'>, own: Passage): Objection[] {
  const { minutes } = intent;
  const numbers = own.numbers.map(Number);
  const isCounted = numbers.some((one) => one === minutes || one * 60 === minutes);
  const isSaid =
    own.minutes.length > 0 && !isVague(own)
      ? own.minutes.includes(minutes) || isElliptic(minutes, own)
      : numbers.length === 0 || isVague(own) || isCounted;
  return unsaidUnless(own.speaksOf('time') && isSaid, 'minutes', intent, 'How many minutes may it take?');
}

/** `give cart 10 minutes, 40 for ledger`. */
function isElliptic(minutes: number, { text }: Passage): boolean {
  return new RegExp(`(?:^|\\n) *(?:and )?${minutes} (?:for|für|pour|para|per|voor|dla) `, 'u').test(text);
}

/** `an hour and a half`, `three quarters of an hour`: no number says it. */
function isVague({ text }: Passage): boolean {
  return /(?<!\p{L})(?:half|quarters?|halbe|anderthalb|demi|media|mezz)/u.test(text);
}
