import type { AST } from 'toml-eslint-parser';
import type { DocumentPath } from '../../domain/finding.ts';
import { tomlSteps } from './toml-value.ts';

/** A function that gives the line of the key or table at a path, or of its nearest ancestor; 1 where there is none. */
export function tomlLines(program: AST.TOMLProgram): (path: DocumentPath) => number {
  let known: ReadonlyMap<string, number> | null = null;
  return (path) => {
    known ??= linesByPath(program);
    for (let length = path.length; length > 0; length -= 1) {
      const line = known.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

type Note = (path: DocumentPath, line: number) => void;

/** Of a table that only longer names imply, the line of the first of them. */
function linesByPath({ body: [top] }: AST.TOMLProgram): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const note: Note = (path, line) => {
    for (let length = path.length; length > 0; length -= 1) {
      const key = keyOf(path.slice(0, length));
      if (lines.has(key)) return;
      lines.set(key, line);
    }
  };
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') {
      notePair([], node, note);
    } else {
      note(node.resolvedKey, node.loc.start.line);
      for (const pair of node.body) notePair(node.resolvedKey, pair, note);
    }
  }
  return lines;
}

function notePair(above: DocumentPath, pair: AST.TOMLKeyValue, note: Note): void {
  const path = [...above, ...tomlSteps(pair.key)];
  note(path, pair.loc.start.line);
  noteValue(path, pair.value, note);
}

function noteValue(path: DocumentPath, value: AST.TOMLContentNode, note: Note): void {
  if (value.type === 'TOMLInlineTable') for (const pair of value.body) notePair(path, pair, note);
  if (value.type === 'TOMLArray') {
    for (const [index, item] of value.elements.entries()) {
      note([...path, index], item.loc.start.line);
      noteValue([...path, index], item, note);
    }
  }
}

function keyOf(path: DocumentPath): string {
  return JSON.stringify(path.map(String));
}
