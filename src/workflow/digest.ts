import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** `sha256:` over the bytes of a text in UTF-8, or over bytes. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** `sha256:` over the RFC 8785 form of a JSON value: the order of keys does not matter. */
export function digestOfJson(value: unknown): string {
  return digestOf(canonicalize(value) ?? 'null');
}

/** The id that git gives a blob of this text: anybody can check it with `git hash-object`. */
export function gitBlobId(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
