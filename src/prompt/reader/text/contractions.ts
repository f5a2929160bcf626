import type { Token } from './tokens.ts';

/** What somebody runs together, as the words that it is. Those that deny are words of their own in the tables. */
const CONTRACTIONS: Readonly<Record<string, readonly [string, string]>> = {
  "it's": ['it', 'is'],
  "they're": ['they', 'are'],
  "you're": ['you', 'are'],
  "there's": ['there', 'is'],
  "he's": ['he', 'is'],
  "she's": ['she', 'is'],
  "who's": ['who', 'is'],
  "what's": ['what', 'is'],
  "i've": ['i', 'have'],
  "we've": ['we', 'have'],
  "they've": ['they', 'have'],
  "you've": ['you', 'have'],
  "that's": ['that', 'is'],
  "it'll": ['it', 'will'],
  "they'll": ['they', 'will'],
};

/** `before they're pushed`; `it's own` is a slip of `its own`. */
export function expanded(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at): Token[] => {
    const own = Object.hasOwn(CONTRACTIONS, token.text) ? CONTRACTIONS[token.text] : undefined;
    if (token.kind !== 'word' || own === undefined || tokens[at + 1]?.text === 'own') return [token];
    const [first, second] = own;
    return [
      { ...token, text: first, raw: token.raw.slice(0, first.length) },
      { ...token, text: second, raw: second },
    ];
  });
}
