/** One part of a pattern: the characters that it takes, and how far on one may be without a character and after one. */
export interface Token {
  readonly takes: (character: string) => boolean;
  readonly skips: readonly number[];
  readonly steps: readonly number[];
}

/** Any number of characters. */
export const ANY: Token = { takes: () => true, skips: [1], steps: [0] };
/** Any number of characters of one name. */
export const IN_FOLDER: Token = { takes: isInName, skips: [1], steps: [0] };
/** Folders of any depth, or none: over the two tokens `**` and `/`. */
export const ANY_FOLDERS: Token = { takes: () => false, skips: [1, 3], steps: [] };

/** One character that passes. */
export function one(takes: Token['takes']): Token {
  return { takes, skips: [], steps: [1] };
}

/** Whether a character can be part of a name. */
export function isInName(character: string): boolean {
  return character !== '/';
}

/**
 * Whether the whole text is what the tokens say. All places in the pattern where one may be are followed at once: nothing is tried twice,
 * so that it takes time that grows with pattern times text, whatever the pattern is.
 */
export function accepts(tokens: readonly Token[], text: string): boolean {
  let places = withSkips(tokens, [0]);
  for (const character of text) {
    const next = [...places].flatMap((place) => {
      const token = tokens[place];
      return token?.takes(character) ? token.steps.map((step) => place + step) : [];
    });
    if (next.length === 0) return false;
    places = withSkips(tokens, next);
  }
  return places.has(tokens.length);
}

function withSkips(tokens: readonly Token[], places: readonly number[]): Set<number> {
  const all = new Set(places);
  for (const place of all) for (const skip of tokens[place]?.skips ?? []) all.add(place + skip);
  return all;
}
