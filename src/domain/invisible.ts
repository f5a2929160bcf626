/** Control characters, and those that hide or reorder text: whoever reads a file, a page or an answer must see them as escapes. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e0fff}]/u;
const ALL = new RegExp(INVISIBLE, 'gu');

export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

export function replaceInvisible(text: string, replace: (character: string) => string): string {
  return text.replace(ALL, replace);
}
