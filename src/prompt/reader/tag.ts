import type { Lexicon } from './lexicon.ts';
import { type Atom, FILLER, type Meaning } from './meaning.ts';
import { corrected } from './spelling.ts';
import type { Token } from './tokens.ts';
import { readValue } from './values.ts';

/** Gives every token its meaning, the longest phrase first; what has none is `unknown`. Sentences are told apart by null. */
export function tag(tokens: readonly Token[], lexicon: Lexicon): (Atom | null)[] {
  const words = tokens.flatMap((token) => spelled(token, lexicon));
  const atoms: (Atom | null)[] = [];
  let at = 0;
  while (at < words.length) {
    const found = phraseAt(words, at, lexicon);
    atoms.push(found.atom);
    at += found.length;
  }
  return atoms;
}

/** Words in the spelling of the vocabulary; compounds whose parts are words of it as those. */
function spelled(token: Token, lexicon: Lexicon): Token[] {
  if (token.kind !== 'word' || lexicon.words.has(token.text) || readValue(token) !== null) return [token];
  const parts = token.text.split(/[-\u2013\u2014]/);
  if (parts.length > 1 && parts.every((part) => lexicon.words.has(part) || /^\d+$/.test(part)))
    return parts.map((text) => ({ kind: 'word', text, raw: text }));
  const text = corrected(token.text, lexicon);
  return [text === null ? token : { ...token, text }];
}

function phraseAt(words: readonly Token[], at: number, lexicon: Lexicon): { atom: Atom | null; length: number } {
  const first = words[at];
  if (!first || first.kind === 'stop') return { atom: null, length: 1 };
  if (first.kind !== 'word') return { atom: { meaning: meaningOf(first), words: first.raw }, length: 1 };
  let phrase = '';
  let found: { meaning: Meaning; length: number } | null = null;
  for (let length = 1; length <= lexicon.longest && words[at + length - 1]?.kind === 'word'; length += 1) {
    phrase = length === 1 ? first.text : `${phrase} ${words[at + length - 1]?.text}`;
    const meaning = lexicon.meanings.get(phrase);
    if (meaning) found = { meaning, length };
  }
  const { meaning, length } = found ?? { meaning: readValue(first) ?? { tag: 'unknown' }, length: 1 };
  return {
    atom: {
      meaning,
      words: words
        .slice(at, at + length)
        .map(({ raw }) => raw)
        .join(' '),
    },
    length,
  };
}

function meaningOf({ kind, text }: Token): Meaning {
  switch (kind) {
    case 'code':
      return { tag: 'code', text };
    case 'quoted':
      return { tag: 'quoted', text };
    case 'cron':
      return { tag: 'cron', cron: text };
    default:
      return /^[,&:+]$/.test(text)
        ? { tag: 'join' }
        : /^[()[\]{}\-\u2013\u2014\u2026'"]+$/.test(text)
          ? FILLER
          : { tag: 'unknown' };
  }
}
