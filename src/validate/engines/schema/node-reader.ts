import type { ObjectReader } from '@actions/workflow-parser/templates/object-reader';
import {
  BooleanToken,
  type LiteralToken,
  MappingToken,
  NullToken,
  NumberToken,
  SequenceToken,
  StringToken,
} from '@actions/workflow-parser/templates/tokens/index';
import type { TokenRange } from '@actions/workflow-parser/templates/tokens/token-range';
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type LineCounter, type Node, type Scalar } from 'yaml';
import type { YamlNodes } from '../../../workflow/document.ts';

type Event =
  | { readonly kind: 'start' | 'end' | 'end of sequence' | 'end of mapping' }
  | { readonly kind: 'literal'; readonly token: LiteralToken }
  | { readonly kind: 'sequence'; readonly token: SequenceToken }
  | { readonly kind: 'mapping'; readonly token: MappingToken };

/**
 * The nodes of a document that is read already, as GitHub's parser takes them. Its own reader (YamlObjectReader) gives the same events,
 * and parses the text once more for them, which is half of what judging a workflow costs.
 */
export function nodeReader(file: number, nodes: YamlNodes): ObjectReader {
  const events = eventsOf(file, nodes);
  let next = events.next().value;
  const take = (): void => {
    next = events.next().value;
  };
  const allow = <K extends Event['kind']>(kind: K): Extract<Event, { kind: K }> | undefined => {
    if (next?.kind !== kind) return undefined;
    const found = next as Extract<Event, { kind: K }>;
    take();
    return found;
  };
  const expect = (kind: Event['kind']): void => {
    if (allow(kind) === undefined) throw new Error(`Expected ${kind} of the document`);
  };
  return {
    allowLiteral: () => allow('literal')?.token,
    allowSequenceStart: () => allow('sequence')?.token,
    allowSequenceEnd: () => allow('end of sequence') !== undefined,
    allowMappingStart: () => allow('mapping')?.token,
    allowMappingEnd: () => allow('end of mapping') !== undefined,
    validateStart: () => expect('start'),
    validateEnd: () => expect('end'),
  };
}

/** Nodes that are entered and not yet left; `alias` is the node that an alias stands for. */
interface Open {
  readonly items: readonly unknown[];
  at: number;
  readonly end?: Event;
  readonly alias?: Node;
}

/** A list of its own instead of recursion, for each event would be handed through all levels; an alias inside what it stands for is passed over. */
function* eventsOf(file: number, { document, lines }: YamlNodes): Generator<Event, undefined> {
  yield { kind: 'start' };
  const open: Open[] = [{ items: [document.contents], at: 0 }];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    if (level.at === level.items.length) {
      if (level.end) yield level.end;
      open.pop();
      continue;
    }
    const item = level.items[level.at++];
    if (isPair<Scalar, Node>(item)) yield { kind: 'literal', token: keyToken(file, item.key, lines) };
    const node = isPair(item) ? item.value : item;
    if (isScalar(node)) {
      yield { kind: 'literal', token: literalToken(file, node, lines) };
    } else if (isSeq(node)) {
      yield { kind: 'sequence', token: new SequenceToken(file, rangeOf(node, lines), undefined) };
      open.push({ items: node.items, at: 0, end: { kind: 'end of sequence' } });
    } else if (isMap(node)) {
      yield { kind: 'mapping', token: new MappingToken(file, rangeOf(node, lines), undefined) };
      open.push({ items: node.items, at: 0, end: { kind: 'end of mapping' } });
    } else if (isAlias(node)) {
      const alias = node.resolve(document as Document);
      if (alias && open.every((it) => it.alias !== alias)) open.push({ items: [alias], at: 0, alias });
    }
  }
  yield { kind: 'end' };
  return undefined;
}

/** Whatever stands as a key is given as it is: the parser says what it may be. */
function keyToken(file: number, key: Scalar, lines: LineCounter): StringToken {
  return new StringToken(file, rangeOf(key, lines), key.value as string, undefined);
}

function literalToken(file: number, node: Scalar, lines: LineCounter): LiteralToken {
  const range = rangeOf(node, lines);
  const { value } = node;
  if (value === null || value === undefined) return new NullToken(file, range, undefined);
  switch (typeof value) {
    case 'number':
      return new NumberToken(file, range, value, undefined);
    case 'boolean':
      return new BooleanToken(file, range, value, undefined);
    case 'string':
      return new StringToken(file, range, value, undefined, ...sourceOf(node));
    default:
      throw new Error(`A value is of the type ${typeof value}, which no workflow has`);
  }
}

/** How a text is written, and the `|` or `>` before it: the places of expressions inside it are counted from there. */
function sourceOf({ srcToken }: Scalar): [source?: string, header?: string] {
  if (!srcToken || !('source' in srcToken)) return [];
  if (srcToken.type !== 'block-scalar') return [srcToken.source];
  const header = srcToken.props.find(({ type }) => type === 'block-scalar-header');
  return header && 'source' in header && header.source ? [srcToken.source, header.source] : [srcToken.source];
}

function rangeOf(node: Node, lines: LineCounter): TokenRange | undefined {
  if (!node?.range) return undefined;
  const [start, end] = node.range;
  const [from, to] = [lines.linePos(start), lines.linePos(end)];
  return { start: { line: from.line, column: from.col }, end: { line: to.line, column: to.col } };
}
