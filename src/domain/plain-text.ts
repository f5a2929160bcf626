import type { FileContent } from './tree.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Text, or the sentence that says why the bytes are none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * The text of a file: UTF-8, or UTF-16 with its byte-order mark; the mark is taken off and CRLF becomes LF, so that lines count the same.
 * Anything else is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return { kind: 'unreadable', why: 'it holds NUL bytes, so it is no text.' };
    return { kind: 'text', text: text.replace(/\r\n?/g, '\n'), encoding };
  } catch {
    return { kind: 'unreadable', why: `it is not ${encoding.toUpperCase()} text.` };
  }
}

/** The text of what a tree has read; null where there is none, it is too large, or it is no text. */
export function textIn(content: FileContent | undefined): string | null {
  const decoded = content?.kind === 'content' ? decodeText(content.bytes) : null;
  return decoded?.kind === 'text' ? decoded.text : null;
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
