import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { DocumentPath, Range } from '../domain/finding.ts';
import { isEndless } from './endless.ts';
import { isTooDeep, withoutVersion } from './hostile-text.ts';
import { type DocumentProblem, problemsOf, READING, rangeIn, sayPlainly, tooDeep } from './problems.ts';

/** Aliases that one document may resolve. GitHub's own limit on nodes is far higher; hand-written files stay under twenty. */
const MAX_ALIASES = 100;

/** The nodes of a document, and where its lines begin. */
export interface YamlNodes {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A YAML or JSON text with exact positions: every reader of YAML in this project goes through here. */
export interface YamlDocument {
  /** The value as plain data; undefined when there are errors. */
  readonly value: unknown;
  readonly problems: readonly DocumentProblem[];
  /** For a reader that takes nodes instead of a value. */
  readonly nodes: YamlNodes;
  /** The range of the value at `path`; of its nearest ancestor that exists, if there is none. */
  rangeOf(path: DocumentPath): Range;
  /** The range of the key at `path`; of the value where it has no key of its own. */
  keyRangeOf(path: DocumentPath): Range;
  /** The comment behind the value on its own line, without `#`, or null. */
  commentOf(path: DocumentPath): string | null;
}

/**
 * Reads one YAML 1.2 document. Never throws: what is wrong stands in `problems`.
 * `mergeKeys` gives `<<` its meaning of YAML 1.1: compose files use it, GitHub's workflows do not have it. `sources` keeps with each node
 * how it was written.
 */
export function readYaml(text: string, { mergeKeys = false, sources = false } = {}): YamlDocument {
  const lines = new LineCounter();
  const options = { ...READING, lineCounter: lines, merge: mergeKeys, keepSourceTokens: sources };
  const isDeep = isTooDeep(text);
  const document = parseDocument(isDeep ? '' : withoutVersion(text), options);
  const problems = isDeep ? [tooDeep()] : problemsOf(document, lines);
  const plain = problems.some(({ level }) => level === 'error')
    ? { value: undefined, problem: null }
    : plainValue(document, rangeIn(lines, 0, 1));
  const rangeOfNode = (node: Node | null): Range => {
    const at = node?.range;
    return at ? rangeIn(lines, at[0], at[1]) : rangeIn(lines, 0, 0);
  };
  return {
    value: plain.value,
    problems: plain.problem ? [...problems, plain.problem] : problems,
    nodes: { document, lines },
    rangeOf: (path) => rangeOfNode(resolve(document, path).value),
    keyRangeOf: (path) => {
      const found = resolve(document, path);
      return rangeOfNode(found.key ?? found.value);
    },
    commentOf: (path) => {
      const { value, exact } = resolve(document, path);
      return exact && value?.comment ? value.comment.trim() : null;
    },
  };
}

const ENDLESS = 'An alias stands inside of what it names.';

/** Aliases are resolved here, with a bound: a few lines can otherwise stand for billions of nodes. */
function plainValue(document: Document, start: Range): { value: unknown; problem: DocumentProblem | null } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (!isEndless(value)) return { value, problem: null };
    return { value: undefined, problem: { level: 'error', message: ENDLESS, range: start } };
  } catch (cause) {
    const message = sayPlainly(cause instanceof Error ? cause.message : String(cause));
    return { value: undefined, problem: { level: 'error', message, range: start } };
  }
}

interface Resolved {
  readonly key: Node | null;
  readonly value: Node | null;
  readonly exact: boolean;
}

/** Walks `path` as far as it exists. An alias is followed only when the path goes on below it, so that its own place is reported. */
function resolve(document: Document, path: DocumentPath): Resolved {
  let found: Resolved = {
    key: null,
    value: isNode(document.contents) ? document.contents : null,
    exact: path.length === 0,
  };
  for (const [index, step] of path.entries()) {
    const below = isAlias(found.value) ? targetOf(document, found.value) : found.value;
    const next = child(below, step);
    if (!next) return { ...found, exact: false };
    found = { ...next, exact: index === path.length - 1 };
  }
  return found;
}

/** What an alias stands for. Found once: the library walks through the whole document for each. */
function targetOf(document: Document, alias: Alias): Node | null {
  const known = TARGETS.get(alias);
  if (known !== undefined) return known;
  const target = alias.resolve(document) ?? null;
  TARGETS.set(alias, target);
  return target;
}

const TARGETS = new WeakMap<Alias, Node | null>();

function child(node: Node | null, step: string | number): { key: Node | null; value: Node | null } | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { key: null, value: item } : null;
  }
  if (!isMap(node)) return null;
  const pair = indexOf(node).get(String(step));
  return pair ? { key: pair.key, value: isNode(pair.value) ? pair.value : pair.key } : null;
}

type KeyedPair = Pair & { readonly key: Scalar };

/** The entries of a mapping by their keys, of two alike the first. Made once: of a thousand jobs each may have a finding. */
function indexOf(map: YAMLMap): ReadonlyMap<string, KeyedPair> {
  const known = INDICES.get(map);
  if (known) return known;
  const pairs = map.items.filter((pair): pair is KeyedPair => isPair(pair) && isScalar(pair.key));
  const index = new Map(pairs.toReversed().map((pair) => [String(pair.key.value), pair]));
  INDICES.set(map, index);
  return index;
}

const INDICES = new WeakMap<YAMLMap, ReadonlyMap<string, KeyedPair>>();
