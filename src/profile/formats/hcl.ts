/**
 * The part of HCL that build files are written in: blocks, and attributes whose value is written out. An expression stays unknown. A
 * parser for all of it is a megabyte of compiled Go, which is too much to load for a file of twenty lines. (hashicorp/hcl, "spec.md")
 */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly line: number;
  readonly attributes: ReadonlyMap<string, HclValue>;
}

/** `unknown` is an expression that nobody but HCL evaluates. */
export type HclValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly HclValue[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, HclValue])[] }
  | { readonly kind: 'unknown' };

interface Token {
  readonly text: string;
  readonly line: number;
}

/** Deeper values are nobody's. */
const DEEPEST = 20;
const UNKNOWN: HclValue = { kind: 'unknown' };

/** The blocks at the top of a file; blocks in blocks are passed over. */
export function readHcl(text: string): HclBlock[] {
  const reader = new Reader(tokensOf(text));
  const blocks: HclBlock[] = [];
  while (reader.next !== null) {
    const block = reader.block();
    if (block) blocks.push(block);
  }
  return blocks;
}

/** Line ends are tokens, since they end an attribute; comments are none. Every character is in exactly one match. */
const TOKEN =
  /\n|\/\*[\s\S]*?(?:\*\/|$)|(?:#|\/\/)[^\n]*|"(?:[^"\\\n]|\\.)*"?|[A-Za-z_][\w.-]*|[0-9][\w.]*|[^\S\n]+|[\s\S]/g;

function tokensOf(text: string): Token[] {
  let line = 1;
  const tokens: Token[] = [];
  for (const [found] of text.matchAll(TOKEN)) {
    const isComment = /^(?:\/\*|#|\/\/)/.test(found);
    if (!isComment && !/^[^\S\n]+$/.test(found)) tokens.push({ text: found, line });
    for (let at = found.indexOf('\n'); at >= 0; at = found.indexOf('\n', at + 1)) line += 1;
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token | null {
    return this.#tokens[this.#at] ?? null;
  }

  /** A block, or null with what is none passed over. */
  block(): HclBlock | null {
    const start = this.#take();
    if (!/^[A-Za-z_]/.test(start.text)) return null;
    const labels: string[] = [];
    while (this.next && /^["A-Za-z_]/.test(this.next.text)) labels.push(unquoted(this.#take().text));
    if (this.next?.text !== '{') {
      this.#skipLine();
      return null;
    }
    this.#take();
    return { type: start.text, labels, line: start.line, attributes: new Map(this.#attributes(0)) };
  }

  /** Up to the closing brace, which is taken. */
  #attributes(depth: number): [string, HclValue][] {
    const found: [string, HclValue][] = [];
    while (this.next && this.next.text !== '}') {
      const name = this.#take();
      if (name.text === '\n' || name.text === ',') continue;
      const sign = this.next?.text;
      if (sign === '=' || sign === ':') {
        this.#take();
        found.push([unquoted(name.text), this.#value(depth)]);
      } else if (sign === '{') this.#skipNested();
    }
    this.#take();
    return found;
  }

  /** A value that is whole is known; what goes on behind it makes it an expression. */
  #value(depth: number): HclValue {
    const value = depth > DEEPEST ? UNKNOWN : this.#written(depth);
    if (this.next === null || /^[\n,}\]]$/.test(this.next.text)) return value;
    this.#skipExpression();
    return UNKNOWN;
  }

  #written(depth: number): HclValue {
    const { text } = this.#take();
    if (text.startsWith('"')) return { kind: 'text', text: unquoted(text) };
    if (/^[0-9]/.test(text)) return { kind: 'text', text };
    if (/^[A-Za-z_]/.test(text)) return { kind: 'name', name: text };
    if (text === '{') return { kind: 'map', entries: this.#attributes(depth + 1) };
    if (text !== '[') return UNKNOWN;
    const items: HclValue[] = [];
    while (this.next && this.next.text !== ']') {
      if (/^[\n,]$/.test(this.next.text)) this.#take();
      else items.push(this.#value(depth + 1));
    }
    this.#take();
    return { kind: 'list', items };
  }

  /** Up to what ends an expression, brackets in it closed. */
  #skipExpression(): void {
    for (let open = 0; this.next; this.#take()) {
      const { text } = this.next;
      if (open === 0 && /^[\n,}\]]$/.test(text)) return;
      if (/^[([{]$/.test(text)) open += 1;
      else if (/^[)\]}]$/.test(text)) open -= 1;
    }
  }

  #skipNested(): void {
    let open = 0;
    do {
      const { text } = this.#take();
      open += text === '{' ? 1 : text === '}' ? -1 : 0;
    } while (this.next && open > 0);
  }

  #skipLine(): void {
    while (this.next && this.next.text !== '\n') this.#take();
    this.#take();
  }

  #take(): Token {
    const token = this.next ?? { text: '', line: 0 };
    this.#at += 1;
    return token;
  }
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1') : text;
}
