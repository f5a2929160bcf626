import { hasInvisible, replaceInvisible } from '../../domain/invisible.ts';

/** A value of the file to be printed. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly text: string; readonly comment: string | null }
  | { readonly kind: 'plain'; readonly text: string; readonly comment: string | null }
  | { readonly kind: 'block'; readonly lines: readonly string[] }
  | { readonly kind: 'folded'; readonly lines: readonly string[] }
  | { readonly kind: 'flow'; readonly items: readonly string[] }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[] }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] };

export interface YamlEntry {
  readonly key: string;
  readonly value: YamlNode;
  /** Lines above the entry, without `#`. */
  readonly above: readonly string[];
  /** An empty line above it. */
  readonly apart: boolean;
}

/** Text that becomes exactly itself again when it is read: quoted only where it must be, a block where it has several plain lines. */
export function scalar(text: string, comment: string | null = null): YamlNode {
  const isBlock = text.includes('\n') && !hasInvisible(text.replace(/[\n\t]/g, '')) && !/^\s|\n\n?$/.test(text);
  return isBlock ? { kind: 'block', lines: text.split('\n') } : { kind: 'scalar', text, comment };
}

/** Words in one value that is read with a space between each: our own, which need no quotes. */
export function folded(lines: readonly string[]): YamlNode {
  return { kind: 'folded', lines };
}

/** A number, a boolean or an expression that stands as it is. */
export function plain(text: string | number | boolean, comment: string | null = null): YamlNode {
  return { kind: 'plain', text: String(text), comment };
}

/** Texts in one line. */
export function flow(items: readonly string[]): YamlNode {
  return { kind: 'flow', items };
}

export function list(items: readonly YamlNode[]): YamlNode {
  return { kind: 'list', items };
}

/** A key without a value. */
export const NOTHING: YamlNode = plain('');

/** A mapping of those entries that are there. */
export function map(entries: readonly (YamlEntry | null)[]): YamlNode {
  return { kind: 'map', entries: entries.filter((it) => it !== null) };
}

/** The same node with every scalar's text changed; keys and comments stay. */
export function withTexts(node: YamlNode, change: (text: string) => string): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return { ...node, text: change(node.text) };
    case 'block':
    case 'folded':
      return { ...node, lines: node.lines.map(change) };
    case 'map':
      return { ...node, entries: node.entries.map((it) => ({ ...it, value: withTexts(it.value, change) })) };
    case 'list':
      return { ...node, items: node.items.map((item) => withTexts(item, change)) };
    case 'plain':
    case 'flow':
      return node;
  }
}

export function entry(
  key: string,
  value: YamlNode,
  { above = [], apart = false }: { above?: readonly string[]; apart?: boolean } = {},
): YamlEntry {
  return { key, value, above, apart };
}

/** The text of a document, ended by a newline. */
export function printYaml(node: YamlNode): string {
  return `${linesOf(node, 0).join('\n')}\n`;
}

function linesOf(node: YamlNode, indent: number): string[] {
  switch (node.kind) {
    case 'map':
      return node.entries.flatMap((it) => entryLines(it, indent));
    case 'list':
      return node.items.flatMap((item) => itemLines(item, indent));
    case 'scalar':
    case 'plain':
    case 'flow':
      return [pad(indent) + inline(node)];
    case 'block':
    case 'folded':
      return [pad(indent) + opening(node), ...node.lines.map((line) => indented(line, indent + 2))];
  }
}

function entryLines({ key, value, above, apart }: YamlEntry, indent: number): string[] {
  const before = [...(apart ? [''] : []), ...above.map((line) => `${pad(indent)}# ${commentText(line)}`)];
  return [...before, ...valueLines(`${pad(indent)}${keyText(key)}:`, value, indent)];
}

function valueLines(head: string, value: YamlNode, indent: number): string[] {
  switch (value.kind) {
    case 'map':
      return value.entries.length === 0 ? [`${head} {}`] : [head, ...linesOf(value, indent + 2)];
    case 'list':
      return value.items.length === 0 ? [`${head} []`] : [head, ...linesOf(value, indent + 2)];
    case 'block':
    case 'folded':
      return [`${head} ${opening(value)}`, ...value.lines.map((line) => indented(line, indent + 2))];
    case 'scalar':
    case 'plain':
    case 'flow':
      return [`${head} ${inline(value)}`.trimEnd()];
  }
}

function opening({ kind }: Extract<YamlNode, { kind: 'block' | 'folded' }>): string {
  return kind === 'block' ? '|-' : '>-';
}

function indented(line: string, indent: number): string {
  return line === '' ? '' : pad(indent) + line;
}

/** `on` is text to YAML 1.2, which GitHub reads; every workflow in the world has it bare. */
function keyText(key: string): string {
  return key === 'on' ? key : quoteIfNeeded(key);
}

/** A mapping in a list begins behind the dash. */
function itemLines(item: YamlNode, indent: number): string[] {
  const lines = linesOf(item, indent + 2);
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  return lines.map((line, index) =>
    index === first ? `${pad(indent)}- ${line.trimStart()}` : index < first && line !== '' ? line.slice(2) : line,
  );
}

function inline(node: Extract<YamlNode, { kind: 'scalar' | 'plain' | 'flow' }>): string {
  switch (node.kind) {
    case 'scalar':
      return quoteIfNeeded(node.text) + comment(node.comment);
    case 'plain':
      return node.text + comment(node.comment);
    case 'flow':
      return `[${node.items.map((item) => quoteIfNeeded(item, true)).join(', ')}]`;
  }
}

function comment(text: string | null): string {
  return text === null ? '' : ` # ${commentText(text)}`;
}

/** A name of a file in a comment must neither end the comment nor hide what stands beside it. */
function commentText(text: string): string {
  return replaceInvisible(text, escaped);
}

function pad(indent: number): string {
  return ' '.repeat(indent);
}

/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const RESERVED = /^(?:~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan|<<|=)$/i;
const NUMBER_LIKE = /^[-+.]?\d[\d_.:eExXoOa-fA-F+-]*$|^[-+]?\.\d/;
const LEADING = /^[\s\-?:,[\]{}#&*!|>'"%@`]/;

function quoteIfNeeded(text: string, inFlow = false): string {
  const isPlain =
    text !== '' &&
    !RESERVED.test(text) &&
    !NUMBER_LIKE.test(text) &&
    (!LEADING.test(text) || /^-[^\s-]/.test(text)) &&
    !/:(?:\s|$)|\s#|\s$/.test(text) &&
    !hasInvisible(text) &&
    !(inFlow && /[,[\]{}:]/.test(text));
  return isPlain ? text : quote(text);
}

/**
 * As formatters of YAML have it by default (Prettier, Biome), so that a repository which checks its format need not change this file: double
 * quotes, and single ones where those would need escapes. What should not stand in a file as it is is escaped.
 */
function quote(text: string): string {
  if (!hasInvisible(text)) return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return replaceInvisible(JSON.stringify(text), escaped);
}

/** As double-quoted YAML has it. */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
