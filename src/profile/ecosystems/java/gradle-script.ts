import { type Line, linesOf } from '../../lines.ts';

/** The lines of a Gradle script with its comments blanked, so that what was commented out is not taken for said. Line numbers stay. */
export function codeLines(text: string): Line[] {
  return boundedLines(withoutComments(text));
}

/** The lines of a text, those blanked that are longer than any person's: patterns that go through a line must not be made to crawl. */
export function boundedLines(text: string): Line[] {
  return linesOf(text).map((line) => (line.text.length > MAX_LINE ? { ...line, text: '' } : line));
}

const MAX_LINE = 1_000;

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
