/** A value of the file to be printed. Comments are ours, never the repository's own text. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly text: string; readonly comment: string | null }
  | { readonly kind: 'plain'; readonly text: string; readonly comment: string | null }
  | { readonly kind: 'block'; readonly lines: readonly string[] }
  | { readonly kind: 'flow'; readonly items: readonly string[]; readonly comment: string | null }
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

/** Text that becomes exactly itself again when it is read: quoted only where it must be. */
export function scalar(text: string, comment: string | null = null): YamlNode {
  if (
    text.includes('\n') &&
    !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text) &&
    !/^\s|\n\n?$/.test(text)
  ) {
    return { kind: 'block', lines: text.split('\n') };
  }
  return { kind: 'scalar', text, comment };
}

/** A number, a boolean or an expression that stands as it is. */
export function plain(text: string | number | boolean, comment: string | null = null): YamlNode {
  return { kind: 'plain', text: String(text), comment };
}

export function flow(items: readonly string[], comment: string | null = null): YamlNode {
  return { kind: 'flow', items, comment };
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
    case 'block':
      return [pad(indent) + inline(node)];
  }
}

function entryLines({ key, value, above, apart }: YamlEntry, indent: number): string[] {
  const head = `${pad(indent)}${keyText(key)}:`;
  const before = [...(apart ? [''] : []), ...above.map((line) => `${pad(indent)}# ${line}`)];
  if (value.kind === 'block')
    return [...before, `${head} |-`, ...value.lines.map((line) => (line === '' ? '' : pad(indent + 2) + line))];
  if (value.kind === 'map' && value.entries.length === 0) return [...before, `${head} {}`];
  if (value.kind === 'map' || value.kind === 'list') return [...before, head, ...linesOf(value, indent + 2)];
  return [...before, `${head} ${inline(value)}`.trimEnd()];
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

function inline(
  node: Exclude<YamlNode, { kind: 'map' | 'list' | 'block' }> | Extract<YamlNode, { kind: 'block' }>,
): string {
  switch (node.kind) {
    case 'scalar':
      return quoteIfNeeded(node.text) + comment(node.comment);
    case 'plain':
      return node.text + comment(node.comment);
    case 'flow':
      return `[${node.items.map((item) => quoteIfNeeded(item, true)).join(', ')}]${comment(node.comment)}`;
    case 'block':
      return JSON.stringify(node.lines.join('\n'));
  }
}

function comment(text: string | null): string {
  return text === null ? '' : ` # ${text}`;
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
    !/[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff]|[\ud800-\udfff]|:(?:\s|$)|\s#|\s$/.test(text) &&
    !/^-{3}|^\.{3}/.test(text) &&
    !(inFlow && /[,[\]{}:]/.test(text));
  return isPlain ? text : quote(text);
}

/** Single quotes where they suffice; double quotes, with escapes, for what no single-quoted text can hold. */
function quote(text: string): string {
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udfff]/.test(text)
    ? JSON.stringify(text).replace(
        /[\u007f-\u009f\u2028\u2029\ufeff]/g,
        (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : `'${text.replaceAll("'", "''")}'`;
}
