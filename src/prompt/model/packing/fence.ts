import { digestOf } from '../../../workflow/digest.ts';
import type { Section } from './section.ts';

/**
 * Sections between lines that nobody who wrote them could have written: the lines carry a digest of everything that stands between them. To hold
 * its own digest a text would have to be a fixed point of SHA-256. The same sections have the same fence.
 */
export function fenced(sections: readonly Section[]): { readonly nonce: string; readonly text: string } {
  const nonce = digestOf(JSON.stringify(sections)).slice('sha256:'.length, 'sha256:'.length + NONCE);
  const text = sections
    .map(({ title, text: inside }) => `<data ${nonce}> ${title}\n${inside}\n</data ${nonce}>`)
    .join('\n\n');
  return { nonce, text };
}

/** Half of a digest: 128 bits. */
const NONCE = 32;
