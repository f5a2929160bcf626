import { hasInvisible, replaceInvisible } from '../../../domain/invisible.ts';

/**
 * Text as one word of bash, whatever is in it: in quotes, and where it holds what a reader would not see or would take for an expansion,
 * in quotes with escapes. No such word holds `${{`, which GitHub would read before bash does.
 */
export function shellWord(text: string): string {
  if (!hasInvisible(text) && !/[$`]/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  return `$'${replaceInvisible(text.replace(/[\\']/g, '\\$&').replace(/[$`]/g, bytes), bytes)}'`;
}

/** As UTF-8, so that it means the same in every locale. */
function bytes(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
