import { isInName, one, type Token } from './automaton.ts';

/** A token, and where the pattern goes on after what it was made of. */
export interface Part {
  readonly tokens: readonly Token[];
  readonly end: number;
}

/** A member of a set; `last` may begin a range. */
interface Member {
  readonly has: (character: string) => boolean;
  readonly last: string | null;
  readonly end: number;
}

/** As git knows them: of ASCII alone, and no vertical space. */
const CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /[0-9A-Za-z]/],
  ['alpha', /[A-Za-z]/],
  ['blank', /[ \t]/],
  ['cntrl', /\p{Cc}/u],
  ['digit', /[0-9]/],
  ['graph', /[!-~]/],
  ['lower', /[a-z]/],
  ['print', /[ -~]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['space', /[ \t\n\r]/],
  ['upper', /[A-Z]/],
  ['xdigit', /[0-9A-Fa-f]/],
]);

/** The set whose `[` stands at a place. One that does not end, or names a class that is not known, matches nothing. (git, wildmatch.c) */
export function setAt(signs: readonly string[], start: number): Part {
  const isNegated = signs[start + 1] === '!' || signs[start + 1] === '^';
  const members: Member[] = [];
  let at = start + (isNegated ? 2 : 1);
  do {
    const member = memberAt(signs, at, members.at(-1)?.last ?? null);
    if (member === null) return { tokens: [one(() => false)], end: signs.length };
    members.push(member);
    at = member.end;
  } while (signs[at] !== ']');
  const takes = (character: string) => isInName(character) && members.some(({ has }) => has(character)) !== isNegated;
  return { tokens: [one(takes)], end: at + 1 };
}

function memberAt(signs: readonly string[], at: number, before: string | null): Member | null {
  const sign = signs[at];
  const next = signs[at + 1];
  if (sign === undefined) return null;
  if (sign === '\\') return next === undefined ? null : literal(next, at + 2);
  if (sign === '-' && before !== null && next !== undefined && next !== ']') return rangeTo(signs, at + 1, before);
  if (sign === '[' && next === ':') return classAt(signs, at);
  return literal(sign, at + 1);
}

function literal(sign: string, end: number): Member {
  return { has: (character) => character === sign, last: sign, end };
}

function rangeTo(signs: readonly string[], at: number, from: string): Member | null {
  const end = signs[at] === '\\' ? at + 1 : at;
  const to = signs[end];
  return to === undefined
    ? null
    : { has: (character) => from <= character && character <= to, last: null, end: end + 1 };
}

/** `[:digit:]`; what only begins like a class is a bracket like any other sign. */
function classAt(signs: readonly string[], at: number): Member | null {
  const close = signs.indexOf(']', at + 2);
  if (close < 0) return null;
  if (close === at + 2 || signs[close - 1] !== ':') return literal('[', at + 1);
  const known = CLASSES.get(signs.slice(at + 2, close - 1).join(''));
  return known === undefined ? null : { has: (character) => known.test(character), last: null, end: close + 1 };
}
