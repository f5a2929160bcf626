export type PatternKind = 'ref' | 'path';

export interface PatternFault {
  /** GitHub refuses the workflow; otherwise the pattern matches nothing. */
  readonly isRefused: boolean;
  readonly why: string;
}

/** The first thing that is wrong with a pattern of a filter; null where it can match. An empty one is none. */
export function patternFault(pattern: string, kind: PatternKind): PatternFault | null {
  if (pattern === '') return null;
  const body = pattern.startsWith('!') ? pattern.slice(1) : pattern;
  const unread = syntaxFault(body);
  if (unread !== null) return unread;
  const why = kind === 'ref' ? noRef(body) : noPath(body);
  return why === null ? null : { isRefused: false, why };
}

/** `?` and `+` repeat what stands before them, `[…]` is one of its characters, `\` takes a meaning away. */
function syntaxFault(body: string): PatternFault | null {
  if (body === '') return { isRefused: false, why: 'there is nothing behind the !' };
  let repeats = false;
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at] ?? '';
    if ((character === '?' || character === '+') && !repeats) {
      return { isRefused: true, why: `nothing stands before ${character} to be repeated` };
    }
    repeats = !'*?+'.includes(character);
    if (character === '\\') at += 1;
    if (character !== '[') continue;
    const end = body.indexOf(']', at);
    if (end < 0) return { isRefused: true, why: 'a [ has no ]' };
    const fault = setFault(body.slice(at + 1, end));
    if (fault !== null) return fault;
    at = end;
  }
  return null;
}

/** What stands between `[` and `]`. */
function setFault(set: string): PatternFault | null {
  if (set === '') return { isRefused: false, why: 'nothing stands between [ and ]' };
  for (let at = 0; at < set.length; at += 1) {
    if (set[at + 1] !== '-') continue;
    const [from = '', to = ''] = [set[at], set[at + 2]];
    if (to === '') return { isRefused: true, why: `the range ${from}- has no end` };
    if (from > to) return { isRefused: false, why: `the range ${from}-${to} goes backwards` };
    at += 2;
  }
  return null;
}

/** What no name of a branch or tag has. (git check-ref-format) */
function noRef(body: string): string | null {
  if (body.startsWith('/')) return 'no name of a branch or tag begins with /';
  if (/[/.]$/.test(body)) return `no name of a branch or tag ends with ${body.at(-1)}`;
  const [character] = /[\s~^:]/.exec(withoutSets(body)) ?? [];
  if (character !== undefined) {
    return `no name of a branch or tag has ${/\s/.test(character) ? 'a space' : `a ${character}`} in it`;
  }
  return /\\(?![+!*?[\]])/.test(body) ? 'patterns are no regular expressions, and no name has a \\ in it' : null;
}

/** A set may name what nothing has. One without an end reaches to the end, so that the search goes over each character once. */
function withoutSets(body: string): string {
  return body.replace(/\[[^\]]*(?:\]|$)/g, '');
}

function noPath(body: string): string | null {
  if (body !== body.trim()) return 'there is a space around it';
  return /^\.\.?(?:\/|$)/.test(body)
    ? 'paths are written from the root of the repository, without a . before them'
    : null;
}
