import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import type { ProfileWarning } from '../domain/profile.ts';
import { lineCounter } from './lines.ts';
import type { Found, Snapshot } from './snapshot.ts';

/** An element: its name, its own text trimmed, its children in order, and where it begins. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
  /** From 1. */
  readonly line: number;
}

/** The root element of an XML file; null, with a warning, where it cannot be parsed. Document types are not read, so no entity can grow. */
export function readXml(snapshot: Snapshot, file: string): Found<Element | null> {
  const text = snapshot.text(file) ?? '';
  const lineAt = lineCounter(text);
  try {
    const { root } = parseXml(text, { includeOffsets: true, ignoreUndefinedEntities: true });
    return { value: root ? elementOf(root, lineAt) : null, warnings: [] };
  } catch (thrown) {
    const line = thrown instanceof XmlError ? thrown.line : 1;
    const why =
      thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '').replace(/ \(line \d+.*$/, '') : String(thrown);
    const warning: ProfileWarning = { file, line, message: `this is not XML (${why}); it is left out.` };
    return { value: null, warnings: [warning] };
  }
}

function elementOf(element: XmlElement, lineAt: (offset: number) => number): Element {
  const children = element.children.filter((child) => child instanceof XmlElement);
  const text = element.children.flatMap((child) => (child instanceof XmlText ? [child.text] : [])).join('');
  return {
    name: element.name,
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
