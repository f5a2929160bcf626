import { Lexer, type Token, TokenType } from '@actions/expressions/lexer';
import type { DocumentPath } from '../../domain/finding.ts';

/** What an expression reads, as it is written: `['github', 'event', 'issue', 'title']`; `*` for an index that is not a plain name. */
export type ContextPath = readonly string[];

export interface Expression {
  readonly path: DocumentPath;
  readonly source: string;
  readonly contexts: readonly ContextPath[];
}

/** The expressions in a text, between `${{` and `}}`. A quoted `}}` inside does not end one. */
export function expressionsIn(text: string, path: DocumentPath): Expression[] {
  return [...text.matchAll(/\$\{\{((?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*)\}\}/g)].map(([, body = '']) =>
    readExpression(body, path),
  );
}

/** An expression without its braces, as `if` has it. */
export function readExpression(source: string, path: DocumentPath): Expression {
  return { path, source: source.trim(), contexts: contextsOf(tokensOf(source)) };
}

/** What cannot be read has no contexts here; the schema engine reports it. */
function tokensOf(source: string): readonly Token[] {
  try {
    return new Lexer(source).lex().tokens;
  } catch {
    return [];
  }
}

function contextsOf(tokens: readonly Token[]): ContextPath[] {
  const found: ContextPath[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const before = tokens[at - 1]?.type;
    if (
      tokens[at]?.type !== TokenType.IDENTIFIER ||
      before === TokenType.DOT ||
      tokens[at + 1]?.type === TokenType.LEFT_PAREN
    )
      continue;
    const { path, end } = readPath(tokens, at);
    found.push(path);
    at = end;
  }
  return found;
}

/** `a.b`, `a['b']`, `a[0]`, `a.*`: the steps behind a name. An index that is computed ends the path with `*`, and is read for itself. */
function readPath(tokens: readonly Token[], start: number): { readonly path: ContextPath; readonly end: number } {
  const path = [lower(tokens[start])];
  let at = start + 1;
  for (;;) {
    const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (token?.type === TokenType.DOT && next) {
      path.push(next.type === TokenType.STAR ? '*' : lower(next));
      at += 2;
    } else if (
      token?.type === TokenType.LEFT_BRACKET &&
      next?.type === TokenType.STRING &&
      after?.type === TokenType.RIGHT_BRACKET
    ) {
      path.push(String(next.value ?? '').toLowerCase());
      at += 3;
    } else if (
      token?.type === TokenType.LEFT_BRACKET &&
      after?.type === TokenType.RIGHT_BRACKET &&
      next?.type !== TokenType.IDENTIFIER
    ) {
      path.push('*');
      at += 3;
    } else {
      if (token?.type === TokenType.LEFT_BRACKET) path.push('*');
      return { path, end: at - 1 };
    }
  }
}

function lower(token: Token | undefined): string {
  return (token?.lexeme ?? '').toLowerCase();
}
