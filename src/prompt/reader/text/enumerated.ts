import type { Token } from './tokens.ts';

const STOP: Token = { kind: 'stop', text: '\n', raw: '\n' };
const COMMA: Token = { kind: 'mark', text: ',', raw: ',' };
/** More items than anybody counts in words that are read. */
const ITEM = /^(?:\d{1,2}|[a-h])$/;
const BULLET = /^(?:[*\-+\u2022\u2013\u2014]|->)$/;

/** `1) lint web 2) test cart`, `1. Lint web`, `- lint web`, `First, lint web`: what counts the items of a list says nothing of them, but where one ends. */
export function withoutListMarks(tokens: readonly Token[]): Token[] {
  let isBracketed = false;
  let isOfTopic = false;
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isFirst = read.length === 0 || read.at(-1)?.kind === 'stop';
    const length = isBracketed ? 0 : markAt(tokens, at, isFirst);
    if (/^[()]$/.test(token.text)) isBracketed = token.text === '(';
    if (length === 0) {
      if (isFirst) isOfTopic = false;
      read.push(token);
      continue;
    }
    const isBegun = isFirst && isTopic(read);
    if (isOfTopic || isBegun) read.splice(-1, 1, ...(isBegun ? [] : [COMMA]));
    else if (!isFirst) read.push(STOP);
    isOfTopic ||= isBegun;
    at += length - 1;
  }
  return read;
}

/** `for web:` or `web:` on a line of its own, and `we object to`: all items below it are for that, or against it. */
function isTopic(read: readonly Token[]): boolean {
  const [colon, stop] = read.slice(-2);
  if (stop?.text !== '\n') return false;
  const begin = read.slice(0, -1).findLastIndex(({ kind }) => kind === 'stop') + 1;
  if (read.slice(begin).some(({ text }) => OPPOSES.test(text))) return true;
  if (colon?.text !== ':') return false;
  const line = read.slice(begin, -2);
  return (
    /^(?:for|in)$/.test(line[0]?.text ?? '') ||
    (line.length === 1 && !/^(?:please|add|todo)$/.test(line[0]?.text ?? ''))
  );
}

const OPPOSES = /^(?:against|object|objects|opposed?|reject|rejects|rejected|refuse|refused|disagree|veto|vetoed)$/;

/** How many tokens only count; a bracket ends an item anywhere, all else at the beginning of a sentence alone. */
function markAt(tokens: readonly Token[], at: number, isFirst: boolean): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind === 'word' && ITEM.test(token.text) && next?.text === ')') return 2;
  // `two things: first, lint web`.
  if (tokens[at - 1]?.text === ':' && ORDER.test(token?.text ?? '')) return ordinalAt(tokens, at);
  if (!isFirst || token === undefined) return 0;
  if (/^\d{1,2}$/.test(token.text) && next?.text === '.') return 2;
  if (BULLET.test(token.text) && next !== undefined) return 1;
  return ordinalAt(tokens, at);
}

const ORDINAL = /^(?:firstly|secondly|thirdly|lastly|finally)$/;
const COUNT = /^(?:first|second|third|fourth|next|then|last)$/;
const ORDER = /^(?:first|firstly)$/;
const VERB = /^(?:lint|format|test|typecheck|build|compile|audit|scan|add|run|check|set|make|use)$/;

/** `First, lint web`, `first lint web`, `first of all`; `the first job` and `next week` are something else. */
function ordinalAt(tokens: readonly Token[], at: number): number {
  const [word = '', second = '', third = ''] = tokens.slice(at, at + 3).map(({ text }) => text);
  const isOfAll = word === 'first' && second === 'of' && third === 'all';
  const isTold = ORDINAL.test(word) || (COUNT.test(word) && (second === ',' || second === ':' || VERB.test(second)));
  if (!isOfAll && !isTold) return 0;
  const length = isOfAll ? 3 : 1;
  const comma = tokens[at + length]?.text ?? '';
  return comma === ',' || comma === ':' ? length + 1 : length;
}
