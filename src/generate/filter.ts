/**
 * Whether GitHub lets a name pass a filter of branches or paths: the last pattern that matches decides, `!` takes out. In time that grows
 * with pattern times name, whatever the pattern is. (docs.github.com, "Filter pattern cheat sheet")
 */
export function passesFilter(patterns: readonly string[], name: string): boolean {
  return patterns.reduce((passes, written) => {
    const isOut = written.startsWith('!');
    return matches(tokensOf(isOut ? written.slice(1) : written), name) ? !isOut : passes;
  }, false);
}

/** One part of a pattern: the characters that it takes, and how far on one may be without a character and after one. */
interface Token {
  readonly takes: (character: string) => boolean;
  readonly skips: readonly number[];
  readonly steps: readonly number[];
}

const ANY = { takes: () => true, skips: [1], steps: [0] };
const IN_FOLDER = { takes: (character: string) => character !== '/', skips: [1], steps: [0] };
/** Folders of any depth, or none: over the two tokens `**` and `/`. */
const ANY_FOLDERS = { takes: () => false, skips: [1, 3], steps: [] };

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
    else tokens.push({ takes: takerOf(part), skips: [], steps: [1] });
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

/** All places in the pattern where one may be are followed at once: nothing is tried twice. */
function matches(tokens: readonly Token[], name: string): boolean {
  let places = withSkips(tokens, [0]);
  for (const character of name) {
    const next = [...places].flatMap((place) => {
      const token = tokens[place];
      return token?.takes(character) ? token.steps.map((step) => place + step) : [];
    });
    places = withSkips(tokens, next);
  }
  return places.has(tokens.length);
}

function withSkips(tokens: readonly Token[], places: readonly number[]): Set<number> {
  const all = new Set(places);
  for (const place of all) for (const skip of tokens[place]?.skips ?? []) all.add(place + skip);
  return all;
}
