/** No person's condition is longer, and none is read further than its parentheses may nest. */
const LONGEST = 500;

const TOKEN = /\s*(?:(\(|\)|==|!=|!)|'([^']*)'|(\$\((?:[^()]|\([^()]*\))*\))|([A-Za-z]\w*)(?![\w(]))/y;

interface Token {
  readonly kind: 'mark' | 'text' | 'word';
  readonly text: string;
}

/**
 * Whether a condition of MSBuild holds, by the properties that are known; null where it asks for more than those and plain comparisons.
 * (learn.microsoft.com, "MSBuild conditions")
 */
export function holds(condition: string, known: Known): boolean | null {
  return new Reader(tokensOf(condition), known).whole();
}

/** The value of a property where it is known. */
export type Known = (property: string) => string | null;

/** Reads a condition from left to right: `or` holds the least together, `!` the most. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #known: Known;
  #at = 0;
  #isBroken = false;

  constructor(tokens: readonly Token[], known: Known) {
    this.#tokens = tokens;
    this.#known = known;
  }

  whole(): boolean | null {
    const found = this.#either();
    return this.#isBroken || this.#at < this.#tokens.length ? null : found;
  }

  #either(): boolean | null {
    let found = this.#both();
    while (this.#takes('or')) found = negated(conjunction(negated(found), negated(this.#both())));
    return found;
  }

  #both(): boolean | null {
    let found = this.#one();
    while (this.#takes('and')) found = conjunction(found, this.#one());
    return found;
  }

  #one(): boolean | null {
    if (this.#takes('!')) return negated(this.#one());
    if (this.#takes('(')) {
      const found = this.#either();
      if (!this.#takes(')')) this.#isBroken = true;
      return found;
    }
    const left = this.#operand();
    const isEqual = this.#takes('==');
    if (!isEqual && !this.#takes('!=')) return left === 'true' || (left === 'false' ? false : null);
    const right = this.#operand();
    return left === null || right === null ? null : (left === right) === isEqual;
  }

  /** Compared without case. */
  #operand(): string | null {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined || token.kind === 'mark') this.#isBroken = true;
    return token === undefined ? null : (expanded(token.text, this.#known)?.toLowerCase() ?? null);
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    const isThere = token !== undefined && token.kind !== 'text' && token.text.toLowerCase() === text;
    if (isThere) this.#at += 1;
    return isThere;
  }
}

function negated(found: boolean | null): boolean | null {
  return found === null ? null : !found;
}

function conjunction(left: boolean | null, right: boolean | null): boolean | null {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

/** None where something stands in it that is no token. */
function tokensOf(condition: string): readonly Token[] {
  const text = condition.trim();
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (text.length <= LONGEST && pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return [];
    const [, mark, quoted, value, word] = match;
    if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'text', text: quoted ?? value ?? '' });
  }
  return tokens;
}

/** A property, or what one of these functions of its text says. */
const REFERENCE = /\$\((\w{1,80})(?:\.(Contains|EndsWith|StartsWith)\(\s*(['"`])([^'"`$]{0,200})\3\s*\))?\)/g;

/** The text with its properties put in; null where one of them is not known. */
function expanded(text: string, known: Known): string | null {
  let isKnown = true;
  const value = text.replace(REFERENCE, (_, name: string, asked?: string, __?: string, part?: string) => {
    const found = known(name);
    if (found === null) isKnown = false;
    if (found === null || part === undefined) return found ?? '';
    const wanted = part.replaceAll('\\', '/');
    if (asked === 'Contains') return String(found.includes(wanted));
    return String(asked === 'EndsWith' ? found.endsWith(wanted) : found.startsWith(wanted));
  });
  return isKnown && !/[$@%]\(/.test(value) ? value : null;
}
