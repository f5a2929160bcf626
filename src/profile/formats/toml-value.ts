import type { AST } from 'toml-eslint-parser';
import type { DocumentPath } from '../../domain/finding.ts';

interface Table {
  [key: string]: unknown;
}

type Container = Table | unknown[];

/**
 * A parsed file as plain data, dates as they are written. The parser's own conversion lets `[__proto__]` write into the prototype of every
 * object of the program; these tables have no prototype.
 */
export function tomlValue({ body: [top] }: AST.TOMLProgram): unknown {
  const root = emptyTable();
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') {
      put(root, node);
    } else {
      const table = containerAt(root, node.resolvedKey);
      for (const pair of node.body) put(table, pair);
    }
  }
  return root;
}

/** The steps of a key, dotted or not. */
export function tomlSteps({ keys }: AST.TOMLKey): string[] {
  return keys.map((step) => (step.type === 'TOMLBare' ? step.name : step.value));
}

function emptyTable(): Table {
  return Object.create(null);
}

function put(container: Container, { key, value }: AST.TOMLKeyValue): void {
  const steps = tomlSteps(key);
  set(containerAt(container, steps.slice(0, -1)), steps.at(-1) ?? '', plainOf(value));
}

/** What stands at a path whose numbers are places in arrays of tables; made where it is missing. */
function containerAt(root: Container, path: DocumentPath): Container {
  let at = root;
  for (const [index, step] of path.entries()) {
    const known = Array.isArray(at) ? at[Number(step)] : at[step];
    if (isContainer(known)) {
      at = known;
    } else {
      const made = typeof path[index + 1] === 'number' ? [] : emptyTable();
      set(at, step, made);
      at = made;
    }
  }
  return at;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function set(container: Container, step: string | number, value: unknown): void {
  if (Array.isArray(container)) container[Number(step)] = value;
  else container[step] = value;
}

function plainOf(node: AST.TOMLContentNode): unknown {
  if (node.type === 'TOMLArray') return node.elements.map(plainOf);
  if (node.type === 'TOMLInlineTable') {
    const table = emptyTable();
    for (const pair of node.body) put(table, pair);
    return table;
  }
  return 'datetime' in node ? node.datetime : node.value;
}
