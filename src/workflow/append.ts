import { isMap, isNode, isSeq, type Node, type YAMLSeq } from 'yaml';
import { readYaml } from './document.ts';

/** An entry of a list, in one line, as a flow mapping. */
export type FlowText = string;

/**
 * The text of a YAML mapping with entries added at the end of the list at `path`: every other byte stays as it is, comments too. Null where the
 * list stands in a form that nothing can be added to; a list that is not there is made at the end. Whoever takes the text reads it again.
 */
export function appendTo(text: string, path: readonly string[], items: readonly FlowText[]): string | null {
  const { document } = readYaml(text).nodes;
  const root = document.contents;
  if (!isMap(root) || items.length === 0) return items.length === 0 ? text : null;
  const list = document.getIn(path, true);
  if (isSeq(list)) return list.flow === true ? intoFlow(text, list, items) : belowLast(text, list, items);
  if (list !== undefined || root.flow === true) return null;
  return document.hasIn(path.slice(0, 1)) ? null : atEnd(text, path, items);
}

/** The text with another scalar at `path`, in double quotes; null where no scalar stands there. */
export function replaceScalar(text: string, path: readonly (string | number)[], value: string): string | null {
  const range = rangeOf(readYaml(text).nodes.document.getIn(path, true));
  if (!range) return null;
  return `${text.slice(0, range[0])}${JSON.stringify(value)}${text.slice(range[1])}`;
}

function rangeOf(node: unknown): Node['range'] {
  return isNode(node) && !isMap(node) && !isSeq(node) ? node.range : null;
}

/** Each on a line of its own, below the line on which the last one ends. */
function belowLast(text: string, list: YAMLSeq, items: readonly FlowText[]): string | null {
  const last = list.items.at(-1);
  const range = isNode(last) ? last.range : null;
  if (!list.range || !range) return null;
  const indent = ' '.repeat(list.range[0] - (text.lastIndexOf('\n', list.range[0] - 1) + 1));
  const end = text.indexOf('\n', range[1] - 1);
  const before = end < 0 ? `${text}\n` : text.slice(0, end + 1);
  const after = end < 0 ? '' : text.slice(end + 1);
  return `${before}${items.map((item) => `${indent}- ${item}\n`).join('')}${after}`;
}

function intoFlow(text: string, list: YAMLSeq, items: readonly FlowText[]): string | null {
  const last = list.items.at(-1);
  if (!list.range) return null;
  const at = isNode(last) && last.range ? last.range[1] : list.range[0] + 1;
  const joined = items.join(', ');
  return `${text.slice(0, at)}${last === undefined ? joined : `, ${joined}`}${text.slice(at)}`;
}

function atEnd(text: string, path: readonly string[], items: readonly FlowText[]): string {
  const keys = path.map((key, depth) => `${'  '.repeat(depth)}${key}:\n`).join('');
  const indent = '  '.repeat(path.length);
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${start}${keys}${items.map((item) => `${indent}- ${item}\n`).join('')}`;
}
