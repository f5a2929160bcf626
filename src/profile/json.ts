import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { DocumentPath } from '../domain/finding.ts';
import { lineCounter } from './lines.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import type { Found, Snapshot } from './snapshot.ts';

/** A JSON file, comments and trailing commas allowed. The value is undefined, with a warning, where it cannot be parsed or is not there. */
export function readJson(snapshot: Snapshot, file: string): Found<Manifest> {
  const text = snapshot.text(file) ?? '';
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const lineAt = lineCounter(text);
  const [error] = errors;
  if (error || !root) {
    const message = `this is not JSON (${error ? printParseErrorCode(error.error) : 'it is empty'}); it is left out.`;
    return {
      value: manifestOf(snapshot, file, undefined, () => 1),
      warnings: [{ file, line: lineAt(error?.offset ?? 0), message }],
    };
  }
  return {
    value: manifestOf(snapshot, file, getNodeValue(root), (path) => lineAt(offsetOf(root, path))),
    warnings: [],
  };
}

/** The offset of the key at `path`, or of the nearest ancestor's. */
function offsetOf(root: Node, path: DocumentPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return root.offset;
}
