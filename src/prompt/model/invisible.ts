import { replaceInvisible } from '../../domain/invisible.ts';

/** Prose without characters that nobody sees: they mean nothing to a person, and may say something to a model. Line breaks and tabs stay. */
export function withoutInvisible(prose: string): string {
  return replaceInvisible(prose, (character) => (isLayout(character) ? character : isSpace(character) ? ' ' : ''));
}

/** Code with its hidden characters to be seen, `\u{200b}`, and whether there were any: in code they may be meant. */
export function withInvisibleEscaped(code: string): { readonly text: string; readonly hasInvisible: boolean } {
  const text = replaceInvisible(code, (character) =>
    isLayout(character) || isSpace(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return { text, hasInvisible: text !== code };
}

function isLayout(character: string): boolean {
  return character === '\n' || character === '\t';
}

/** Also one that does not break, and one of another width. */
function isSpace(character: string): boolean {
  return /^\p{Zs}$/u.test(character);
}
