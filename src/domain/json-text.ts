import { replaceInvisible } from './invisible.ts';

/**
 * A value as one JSON document, ended by a newline. What nobody would see, and what a terminal would obey, is escaped: names and texts in it
 * are not ours. So is the mark of a runner's old commands, which it obeys wherever in a line it stands.
 */
export function jsonDocument(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replaceAll('##[', '##\\u005b');
  return `${replaceInvisible(text, (character) => (character === '\n' ? character : escaped(character)))}\n`;
}

/** JSON has escapes for UTF-16 units alone. */
function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
