import { withoutPrivate } from './private.ts';
import { looksRandom } from './random.ts';
import { redact } from './redact.ts';

/** What stands in the place of a line that may hold a secret which no pattern knows. */
export const LEFT_OUT = '[a line was left out: it may hold a secret]';

/**
 * A text as it may leave the machine: without the values that are known to be secret, without what looks like a secret, without passwords by their
 * name, e-mail addresses, IP addresses and home folders; a line that still looks as if chance had made a part of it is left out whole.
 */
export async function outgoing(text: string, known: readonly string[]): Promise<string> {
  const clean = withoutPrivate(await redact(text, known.flatMap(written)));
  return clean
    .split('\n')
    .map((line) => (looksRandom(line) ? LEFT_OUT : line))
    .join('\n');
}

/** A value as it may be written: itself, in an address, and in base64, as headers and secrets of clusters have it. */
function written(value: string): string[] {
  const encoded = Buffer.from(value).toString('base64');
  return value.length < 4 ? [] : [value, encodeURIComponent(value), encoded, encoded.replace(/=+$/, '')];
}
