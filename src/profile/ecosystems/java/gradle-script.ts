import { type Line, linesOf } from '../../lines.ts';

/** The lines of a Gradle script with its comments blanked, so that what was commented out is not taken for said. Line numbers stay. */
export function codeLines(text: string): Line[] {
  return linesOf(withoutComments(text));
}

/** Strings are kept whole: an address holds `//`. One pass over the text, for Groovy and Kotlin alike. */
function withoutComments(text: string): string {
  let code = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const isComment = token.startsWith('//') || token.startsWith('/*');
    code += isComment ? token.replace(/[^\n]/g, '') : token;
  }
  return code;
}

/** A string that is never closed ends with its line, or the file. Every character is in exactly one token. */
const TOKEN =
  /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[^"'/]+|[\s\S]/g;
