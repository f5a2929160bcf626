import { withoutPrivate } from './private.ts';
import { looksRandom } from './random.ts';
import { redact } from './redact.ts';

/** What stands in the place of a line that may hold a secret which no pattern knows. */
export const LEFT_OUT = '[a line was left out: it may hold a secret]';

/**
 * A text as it may leave the machine: without the values that are known to be secret, as `written` says; without what looks like a secret, passwords
 * by their name, e-mail addresses, IP addresses and home folders; a line that still looks as if chance had made a part of it is left out whole.
 * It is no promise: a password of plain words that is not known and stands by no such name goes out, as does one that has the form of a variable
 * (`$hunter`), is what a function is called with beside such a name (`password: fn("x")`), is encoded in another way, or is put together from parts.
 */
export async function outgoing(text: string, known: readonly string[]): Promise<string> {
  const clean = withoutPrivate(await redact(text, known.flatMap(written)));
  return clean
    .split('\n')
    .map((line) => (looksRandom(line) ? LEFT_OUT : line))
    .join('\n');
}

/** Shorter lines of a value, such as `}`, stand in any text. */
const SHORTEST_LINE = 8;

/** What tells a private key or a Secret of a cluster from other text: with it gone, those of others would not be known. */
const MARK = /^-----|^kind:/;

/** A value as it may be written: whole, and each of its lines, which may stand apart as in a diff. */
function written(value: string): string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  const apart = lines.length < 2 ? [] : lines.filter((line) => line.length >= SHORTEST_LINE && !MARK.test(line));
  return value.length < 4 ? [] : [value, ...apart].flatMap(encoded);
}

/** Itself, in a string of JSON, in an address, and in base64, as headers and secrets of clusters have it. */
function encoded(value: string): string[] {
  const base64 = Buffer.from(value).toString('base64');
  const plain = [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), base64];
  return [...plain, base64.replace(/=+$/, ''), ...inBase64(value), Buffer.from(value).toString('hex')];
}

/** Shorter pieces of base64 stand in other texts too. */
const SHORTEST_PIECE = 10;

/**
 * What base64 has of a value whatever stands before it and behind it, as in `name:password`: three forms, by how many bytes stand before it in
 * its first group of three. The alphabet is that of texts and that of addresses.
 */
function inBase64(value: string): string[] {
  const size = Buffer.byteLength(value);
  const pieces = [0, 1, 2].map((before) => {
    const all = Buffer.from(`${' '.repeat(before)}${value}`).toString('base64');
    return all.slice(before === 0 ? 0 : 4, Math.floor((before + size) / 3) * 4);
  });
  const long = pieces.filter((piece) => piece.length >= SHORTEST_PIECE);
  return [...long, ...long.map((piece) => piece.replaceAll('+', '-').replaceAll('/', '_'))];
}
