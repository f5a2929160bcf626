import type { Tag } from '../meaning.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { readValue } from './values.ts';

/** `**web**`: stress, where no path or pattern could be meant. */
const BOLD = /(?<=^|[\s(])\*\*(?=[^\s*])([^*\n/]{1,200})(?<!\s)\*\*(?=$|[\s.,;:!?)'])/g;

/** Words without the stars that stress some of them. */
export function withoutBold(words: string): string {
  return words.replace(BOLD, '$1');
}

/** What has a name in the repository or the vocabulary, and is no command. */
const NAMED: readonly Tag[] = [
  ...(['selector', 'branch', 'language', 'environment', 'system', 'platform', 'host'] as const),
  ...(['database', 'packages', 'label', 'through'] as const),
];
const VALUES: readonly Tag[] = [
  ...(['host', 'number', 'versions', 'database', 'label', 'quantity', 'minutes', 'percent', 'time', 'system'] as const),
];
const RUN = /^(?:run|runs|running|execute|executes|executing|call|calls|invoke|command|command:|runs:|run:)$/;

const THING = /^(?:tests?|checks?|linter|jobs?|builds?)$/;

/** `lint \`web\``, `run CI on \`main\``, `check it with \`ruff\``: between the marks of code stands a name or a value; behind `run` it may be a command. */
export function withoutTicks(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  return tokens.flatMap((token, at): Token[] => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    // `run \`web\` tests`.
    const isCommand = RUN.test(before?.text ?? '') && !THING.test(next?.text ?? '');
    // `the image of \`web\`` and `\`web\`'s image`.
    if (/^['\u2019]s$/.test(token.text) && before?.kind === 'code') return [];
    if (token.kind === 'code' && isNameOfStep(tokens.slice(Math.max(0, at - 2), at)))
      return [{ ...token, kind: 'quoted' }];
    if (token.kind !== 'code' || isCommand || !isNamed(token, lexicon)) return [token];
    return [{ kind: 'word', text: token.text.toLowerCase(), raw: token.text }];
  });
}

/** `a step called \`web\``, `call it \`web\``: how a step is called, whatever else is called so. */
function isNameOfStep(before: readonly Token[]): boolean {
  return /^(?:step|as)$/.test(before.at(-1)?.text ?? '') || STEP.test(before.map(({ text }) => text).join(' '));
}

const STEP = /^(?:step (?:called|named|titled|name|:)|(?:call|name|label) (?:it|that))$/;

function isNamed({ text }: Token, lexicon: Lexicon): boolean {
  if (/\s/.test(text)) return false;
  const word = text.toLowerCase();
  const tag = lexicon.meanings.get(word)?.tag;
  if (tag !== undefined) return NAMED.includes(tag) || tag === 'tool';
  const value = readValue({ kind: 'word', text: word, raw: text })?.tag;
  return value === 'path' ? /\*|\/$/.test(text) : value !== undefined && VALUES.includes(value);
}
