/**
 * Control characters, those that hide or reorder text, and those that are drawn as nothing or as the plain space, such as the blank of Braille and the space that does not break: whoever reads a file, a
 * page or an answer must see them as escapes. The selector behind a picture that asks for its colours is part of the picture.
 */
const INVISIBLE =
  /(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])[\u0000-\u001f\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\ufff9-\ufffb\u{13441}\u{13442}\u{1d159}\p{Default_Ignorable_Code_Point}\p{Surrogate}]/u;
const ALL = new RegExp(INVISIBLE, 'gu');

export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

export function replaceInvisible(text: string, replace: (character: string) => string): string {
  return text.replace(ALL, replace);
}
