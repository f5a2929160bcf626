import type { Tree } from '../../../../workflow/expressions/tree.ts';
import type { Fault } from '../check.ts';

/** `format` with a placeholder too many, which fails the run, or a value that no placeholder takes; `fromJSON` of a text that is no JSON. */
export function formatFault(tree: Tree): Omit<Fault, 'path'> | null {
  if (tree.kind !== 'call') return null;
  const [first, ...values] = tree.arguments;
  if (first?.kind !== 'literal' || typeof first.value !== 'string') return null;
  if (tree.name === 'format') return placeholderFault(first.value, values.length);
  return tree.name === 'fromjson' && !isJson(first.value) ? fault('fromJSON is given a text that is no JSON') : null;
}

function placeholderFault(template: string, count: number): Omit<Fault, 'path'> | null {
  const used = new Set(
    [...template.matchAll(/\{\{|\}\}|\{(\d+)\}/g)].flatMap(([, index]) => (index === undefined ? [] : [Number(index)])),
  );
  const missing = [...used].filter((index) => index >= count).sort((a, b) => a - b)[0];
  if (missing !== undefined) return fault(`format is given no value for its placeholder ${missing}`);
  const idle = [...Array(count).keys()].find((index) => !used.has(index));
  return idle === undefined ? null : { ...fault(`format has no placeholder ${idle} for a value`), level: 'warning' };
}

function fault(problem: string): Omit<Fault, 'path'> {
  return { rule: 'function-argument', params: { problem } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
