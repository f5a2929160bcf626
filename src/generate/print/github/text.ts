import { flow, scalar, type YamlNode } from '../yaml.ts';

/**
 * Text of the repository or of a request as a value: GitHub would read `${{` in it as an expression, with all that a job's token may do.
 * Wherever GitHub reads expressions, one that is a piece of text stays that text. (docs.github.com, "Literals")
 */
export function inert(text: string): string {
  return text.replaceAll('${{', "${{ '${{' }}");
}

/** Inert text as a value. */
export function literal(text: string, comment: string | null = null): YamlNode {
  return scalar(inert(text), comment);
}

/** Inert texts as a list in one line. */
export function literals(texts: readonly string[]): YamlNode {
  return flow(texts.map(inert));
}

/** A path that no program takes for an option. */
export function asPath(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}

const LONGEST = 110;

/** A sentence as lines that are read without scrolling. */
export function commentLines(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const cut = sentence.lastIndexOf(' ', LONGEST);
  return cut <= 0 ? [sentence] : [sentence.slice(0, cut), ...commentLines(sentence.slice(cut + 1))];
}
