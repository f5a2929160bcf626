import { ANY, ANY_FOLDERS, accepts, IN_FOLDER, one, type Token } from '../domain/glob/automaton.ts';

/**
 * Whether GitHub lets a name pass a filter of branches or paths: the last pattern that matches decides, `!` takes out. In time that grows
 * with pattern times name, whatever the pattern is. (docs.github.com, "Filter pattern cheat sheet")
 */
export function passesFilter(patterns: readonly string[], name: string): boolean {
  return patterns.reduce((passes, written) => {
    const isOut = written.startsWith('!');
    return accepts(tokensOf(isOut ? written.slice(1) : written), name) ? !isOut : passes;
  }, false);
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  const parts = pattern.match(/\*\*|\[[^\]]+\]|\\.|[\s\S]/g) ?? [];
  parts.forEach((part, index) => {
    const last = tokens.at(-1);
    if (part === '**') {
      const isWhole = (index === 0 || parts[index - 1] === '/') && parts[index + 1] === '/';
      tokens.push(...(isWhole ? [ANY_FOLDERS, ANY] : [ANY]));
    } else if (part === '*') tokens.push(IN_FOLDER);
    else if (part === '?' && last) tokens[tokens.length - 1] = { ...last, skips: [1] };
    else if (part === '+' && last) tokens[tokens.length - 1] = { ...last, steps: [0, 1] };
    else tokens.push(one(takerOf(part)));
  });
  return tokens;
}

function takerOf(part: string): Token['takes'] {
  if (part.length > 2 && part.startsWith('[')) {
    const ranges = part.slice(1, -1).match(/.-.|[\s\S]/g) ?? [];
    return (character) =>
      ranges.some((range) =>
        range.length === 3 ? character >= (range[0] ?? '') && character <= (range[2] ?? '') : character === range,
      );
  }
  const literal = part.length === 2 ? part.slice(1) : part;
  return (character) => character === literal;
}
