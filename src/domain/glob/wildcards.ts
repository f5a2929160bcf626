import { ANY, ANY_FOLDERS, accepts, IN_FOLDER, isInName, one, type Token } from './automaton.ts';
import { type Part, setAt } from './character-set.ts';

/**
 * A test for whole paths against a pattern in which `*`, `?` and `[…]` stand for what is in one name, and `**` between slashes for folders
 * of any depth; everything else is what it is. (gitglossary, "pathspec", `glob`)
 */
export function wildcardMatcher(pattern: string): (path: string) => boolean {
  const tokens = tokensOf([...pattern]);
  return (path) => accepts(tokens, path);
}

function tokensOf(signs: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < signs.length; ) {
    const part = partAt(signs, at);
    tokens.push(...part.tokens);
    at = part.end;
  }
  return tokens;
}

function partAt(signs: readonly string[], at: number): Part {
  switch (signs[at]) {
    case '*':
      return starsAt(signs, at);
    case '?':
      return { tokens: [one(isInName)], end: at + 1 };
    case '[':
      return setAt(signs, at);
    case '\\':
      return { tokens: [literal(signs[at + 1])], end: at + 2 };
    default:
      return { tokens: [literal(signs[at])], end: at + 1 };
  }
}

/** Two and more stars that are not alone between slashes mean no more than one. */
function starsAt(signs: readonly string[], at: number): Part {
  let end = at;
  while (signs[end] === '*') end += 1;
  const isBefore = end === signs.length || signs[end] === '/' || (signs[end] === '\\' && signs[end + 1] === '/');
  const isAlone = (at === 0 || signs[at - 1] === '/') && isBefore;
  if (end - at === 1 || !isAlone) return { tokens: [IN_FOLDER], end };
  return { tokens: signs[end] === '/' ? [ANY_FOLDERS, ANY] : [ANY], end };
}

function literal(sign: string | undefined): Token {
  return one((character) => character === sign);
}
