import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { DocumentPath } from '../../domain/finding.ts';
import { lineCounter } from '../lines.ts';
import { oncePerText } from '../once.ts';
import { baseName } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { type Manifest, manifestOf } from './manifest.ts';

/** Files whose own readers take JSON to the letter (RFC 8259). All others may hold comments and trailing commas, as tsconfig.json does. */
const STRICT = new Set(['package.json', 'composer.json']);

/**
 * A JSON file. The value is undefined where it is not there or cannot be parsed; the latter is a warning. Of a key that stands twice the
 * last one counts, as with JSON.parse; that is a warning too.
 */
export const readJson = oncePerText((snapshot: Snapshot, file: string): Found<Manifest> => {
  const text = snapshot.text(file);
  const nothing = manifestOf(snapshot, file, undefined, () => 1);
  if (text === null) return { value: nothing, warnings: [] };
  const lineAt = lineCounter(text);
  const parsed = parse(text, STRICT.has(baseName(file)));
  if ('why' in parsed) {
    const message = `this is not JSON (${parsed.why}); it is left out.`;
    return { value: nothing, warnings: [{ file, line: lineAt(parsed.offset), message }] };
  }
  const { value, offsetOf, duplicate } = parsed;
  return {
    value: manifestOf(snapshot, file, value, (path) => lineAt(offsetOf(path))),
    warnings: duplicate ? [{ file, line: lineAt(duplicate.offset), message: messageOf(duplicate) }] : [],
  };
});

interface Fault {
  readonly why: string;
  readonly offset: number;
}

interface Parsed {
  readonly value: unknown;
  /** The offset of the key at a path, or of its nearest ancestor's. */
  readonly offsetOf: (path: DocumentPath) => number;
  /** The first property that stands twice in its object. */
  readonly duplicate: Node | null;
}

function parse(text: string, isStrict: boolean): Parsed | Fault {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: !isStrict, disallowComments: isStrict });
    const [error] = errors;
    if (error) return { why: wordsOf(error), offset: error.offset };
    return root ? { value: getNodeValue(root), ...indexOf(root) } : { why: 'it is empty', offset: 0 };
  } catch (thrown) {
    if (thrown instanceof RangeError) return { why: 'it is nested too deeply', offset: 0 };
    throw thrown;
  }
}

/** `CommaExpected` as words. */
function wordsOf({ error }: ParseError): string {
  const words = printParseErrorCode(error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return words.toLowerCase().replace('comment token', 'comment').replace('symbol', 'word');
}

/** Properties by name, so that a manifest of thousands of lines is not searched from its start for each of them. */
function indexOf(root: Node): Pick<Parsed, 'offsetOf' | 'duplicate'> {
  const objects = new Map<Node, ReadonlyMap<string, Node>>();
  let duplicate: Node | null = null;
  const note = (node: Node): void => {
    const properties = new Map<string, Node>();
    for (const child of node.children ?? []) {
      if (node.type === 'object') {
        const name = nameOf(child);
        if (properties.has(name)) duplicate ??= child;
        properties.set(name, child);
      }
      note(child);
    }
    if (node.type === 'object') objects.set(node, properties);
  };
  note(root);
  const offsetOf = (path: DocumentPath) => {
    let at = root;
    for (const step of path) {
      const value = at.type === 'property' ? at.children?.[1] : at;
      const next =
        value?.type === 'array' ? value.children?.[Number(step)] : value && objects.get(value)?.get(String(step));
      if (!next) break;
      at = next;
    }
    return at.offset;
  };
  return { offsetOf, duplicate };
}

function nameOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

function messageOf(duplicate: Node): string {
  return `the key ${JSON.stringify(nameOf(duplicate))} stands twice; the last one counts.`;
}
