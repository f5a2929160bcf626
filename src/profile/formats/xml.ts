import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { lineCounter } from '../lines.ts';
import { oncePerText } from '../once.ts';
import type { Found, Snapshot } from '../snapshot.ts';

/** An element: its name, its attributes, its own text trimmed, its children in order, and where it begins. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
  /** From 1. */
  readonly line: number;
}

/** Deeper than any manifest; the parser calls itself once a level, so that a hostile file could exhaust the stack. */
const MAX_DEPTH = 200;
const TOO_DEEP = `its elements are nested more than ${MAX_DEPTH} deep`;

/**
 * The root element of an XML file; null, with a warning, where it cannot be parsed.
 * Document types are skipped and their entities stay as written (`&name;`), so no text can grow and no other file is read.
 */
export const readXml = oncePerText((snapshot: Snapshot, file: string): Found<Element | null> => {
  const text = snapshot.text(file) ?? '';
  const lineAt = lineCounter(text);
  const leftOut = (offset: number, why: string): Found<null> => ({
    value: null,
    warnings: [{ file, line: lineAt(offset), message: `this is not XML that can be read (${why}); it is left out.` }],
  });
  const tooDeep = offsetBeyond(text, MAX_DEPTH);
  if (tooDeep !== null) return leftOut(tooDeep, TOO_DEEP);
  try {
    const { root } = parseXml(text, { includeOffsets: true, ignoreUndefinedEntities: true });
    return root ? { value: elementOf(root, lineAt), warnings: [] } : leftOut(0, 'it is empty');
  } catch (thrown) {
    // What is no XmlError is the stack's end: attributes that hold `/>` hide the depth from the count above.
    return thrown instanceof XmlError ? leftOut(thrown.pos, reasonOf(thrown)) : leftOut(0, TOO_DEEP);
  }
});

/** Where the nesting first exceeds `limit`; null where it never does. Comments and CDATA are counted too: they hold balanced markup, or none. */
function offsetBeyond(text: string, limit: number): number | null {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/<\/|<[A-Za-z_]|\/>/g)) {
    depth += mark === '</' || mark === '/>' ? -1 : 1;
    if (depth > limit) return index;
  }
  return null;
}

/** The parser's own sentence, without the excerpt and the position that it appends. */
function reasonOf({ message }: XmlError): string {
  return (message.split('\n')[0] ?? '').replace(/ \(line \d+, column \d+\)$/, '');
}

function elementOf(element: XmlElement, lineAt: (offset: number) => number): Element {
  const children = element.children.filter((child) => child instanceof XmlElement);
  const text = element.children.flatMap((child) => (child instanceof XmlText ? [child.text] : [])).join('');
  return {
    name: element.name,
    attributes: element.attributes,
    text: text.trim(),
    children: children.map((child) => elementOf(child, lineAt)),
    line: lineAt(element.start),
  };
}

/** The first child of that name along the path; null where there is none. */
export function childAt(element: Element | null, ...path: readonly string[]): Element | null {
  return path.reduce<Element | null>((at, name) => at?.children.find((child) => child.name === name) ?? null, element);
}

/** All children of that name. */
export function childrenNamed(element: Element | null, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}
