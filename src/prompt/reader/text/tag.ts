import { type Atom, FILLER, type Meaning, type Tag } from '../meaning.ts';
import { expanded } from './contractions.ts';
import type { Lexicon } from './lexicon.ts';
import { withoutTicks } from './marked.ts';
import { corrected, correctedBehind } from './spelling.ts';
import type { Token } from './tokens.ts';
import { readValue } from './values.ts';

/** Gives every token its meaning, the longest phrase first; what has none is `unknown`. Sentences are told apart by null. */
export function tag(tokens: readonly Token[], lexicon: Lexicon): (Atom | null)[] {
  const whole = expanded(withoutTicks(tokens, lexicon));
  const words = whole
    .flatMap((token, at) => (isLabel(whole, at, lexicon) ? [token] : spelled(token, whole[at - 1], lexicon)))
    .map((token, at, all) => (isFrom(all, at, lexicon) ? { ...token, text: 'from' } : token));
  const atoms: (Atom | null)[] = [];
  let at = 0;
  while (at < words.length) {
    const found = phraseAt(words, at, lexicon);
    atoms.push(found.atom);
    at += found.length;
  }
  return atoms;
}

/** `the runner labelled gpu-large`: a label is one word, whatever its parts mean. */
function isLabel(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const text = tokens[at]?.text ?? '';
  const before = tokens.slice(0, at);
  const sentence = before.slice(before.findLastIndex(({ kind }) => kind === 'stop') + 1);
  return (
    /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text) &&
    !lexicon.meanings.has(text) &&
    sentence.some((one) => /^(?:label|labels|labelled|labeled)$/.test(one.text))
  );
}

/** `deploy form main`: before a branch the word that exists is the slip. */
function isFrom(words: readonly Token[], at: number, { meanings }: Lexicon): boolean {
  if (words[at]?.text !== 'form') return false;
  const behind = words.slice(at + 1, at + 4).map(({ text }) => text);
  return behind.some((_, end) => meanings.get(behind.slice(0, end + 1).join(' '))?.tag === 'branch');
}

/** Words in the spelling of the vocabulary; compounds whose parts are words of it as those. */
function spelled(token: Token, before: Token | undefined, lexicon: Lexicon): Token[] {
  if (token.kind !== 'word' || lexicon.words.has(token.text) || readValue(token) !== null) return [token];
  const parts = token.text.split(/[-\u2013\u2014]/);
  if (parts.length > 1 && parts.every((part) => lexicon.words.has(part) || /^\d+$/.test(part)))
    return parts.map((text) => ({ kind: 'word', text, raw: text }));
  const [, tool] = /^([a-z][a-z0-9-]{1,30})(?:-ed|'d|-clean|-compliant|-formatted|-checked)$/.exec(token.text) ?? [];
  if (tool !== undefined && lexicon.meanings.get(tool)?.tag === 'tool')
    return [
      { ...token, text: tool },
      { kind: 'word', text: 'clean', raw: 'clean' },
    ];
  const text = corrected(token.text, lexicon) ?? correctedBehind(before?.text ?? '', token.text, lexicon);
  if (text === null) return [token];
  // What only holds a sentence together is told by its spelling later on.
  const isGlue = GLUED.includes(lexicon.meanings.get(text)?.tag ?? 'unknown');
  return [isGlue ? { ...token, text, raw: text } : { ...token, text }];
}

const GLUED: readonly Tag[] = ['filler', 'do', 'remove', 'with', 'when', 'join', 'only', 'except', 'also', 'pronoun'];

function phraseAt(words: readonly Token[], at: number, lexicon: Lexicon): { atom: Atom | null; length: number } {
  const first = words[at];
  if (!first || first.kind === 'stop') return { atom: null, length: 1 };
  if (first.kind === 'word' && isReference(words, at))
    return { atom: { meaning: FILLER, words: first.raw }, length: 1 };
  if (first.kind !== 'word') return { atom: { meaning: meaningOf(first), words: first.raw }, length: 1 };
  let phrases: readonly string[] = [];
  let found: { meaning: Meaning; length: number } | null = null;
  for (let length = 1; length <= lexicon.longest && words[at + length - 1]?.kind === 'word'; length += 1) {
    const word = words[at + length - 1]?.text ?? '';
    phrases = length === 1 ? [word] : longer(phrases, word);
    const whole = WHOSE.test(word) ? phrases.slice(0, 1) : phrases;
    const meaning = lexicon.meanings.get(whole.find((phrase) => lexicon.meanings.has(phrase)) ?? '');
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

const WHOSE = /^(?:our|my|your|their|its)$/;

/** One word more; whose something is makes no other phrase: `exercised by its tests`, `covered by our unit tests`. */
function longer(phrases: readonly string[], word: string): readonly string[] {
  const [phrase = ''] = phrases;
  if (phrases.length > 1 || !WHOSE.test(word)) return phrases.map((one) => `${one} ${word}`);
  return [`${phrase} ${word}`, `${phrase} the`, ...(/(?:^| )(?:by|for|in|into|of)$/.test(phrase) ? [phrase] : [])];
}

/** Hands that ask or thank, rockets and smiles: what a crossed sign or a thumb that points down would turn is none of them. */
const PLEASED =
  /^(?:[\u{1f64f}\u{1f44d}\u{1f680}\u{1f389}\u{1f600}-\u{1f60a}\u{1f642}\u{1f44f}\u{1f4af}\u{1f525}\u{1f916}\u2728\u2764\u263a][\u{1f3fb}-\u{1f3ff}\ufe0f]?){1,4}$/u;

/** `@somebody` at the beginning of a sentence, and `#12`: who is spoken to, and where more is said. */
function isReference(words: readonly Token[], at: number): boolean {
  const text = words[at]?.text ?? '';
  const before = words.slice(0, at).findLast(({ text: word }) => !/^(?:hi|hey|hello|,)$/.test(word));
  const isFirst = before === undefined || before.kind === 'stop' || before.text.startsWith('@');
  const isAsked = /^(?:please|pls|plz|can|could|would|,|:)$/.test(words[at + 1]?.text ?? '');
  return /^#\d{1,7}$/.test(text) || (isFirst && isAsked && /^@[\w/-]{1,60}$/.test(text));
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
      if (/^(?:>=?|\u2265)$/.test(text)) return { tag: 'bound' };
      return /^[,&:+/]$/.test(text)
        ? { tag: 'join' }
        : PLEASED.test(text) || /^[()[\]{}\-\u2013\u2014\u2026'"]+$/.test(text)
          ? FILLER
          : { tag: 'unknown' };
  }
}
