import type { Line } from '../../lines.ts';

/** A line of a manifest, with how far it is indented; the dash of an item counts as its indentation. */
export interface ManifestLine extends Line {
  readonly indent: number;
  /** Whether an item of a list begins there. */
  readonly isItem: boolean;
}

/** The lines of a manifest, or of a template of one for Helm or Handlebars, that say something: no comments, and nothing that only steers the template. */
export function manifestLines(lines: readonly Line[]): ManifestLine[] {
  return lines.flatMap(({ text, number }) => {
    const [, space = '', dashes = '', rest = ''] = /^( {0,200})((?:- {1,8}){0,3})(.*)$/.exec(text) ?? [];
    const isSilent = rest === '' || rest.startsWith('#') || STEERS.test(rest);
    const indent = space.length + dashes.length;
    return isSilent ? [] : [{ text: rest.trimEnd(), number, indent, isItem: dashes !== '' }];
  });
}

const STEERS = /^\{\{-?\s{0,8}(?:if|else|end|with|range|define|\/|#|\$)/;

/** The lines below a key: those that follow it and stand further in, or the items that stand where it does. */
export function linesBelow(lines: readonly ManifestLine[], at: number): readonly ManifestLine[] {
  const { indent = 0 } = lines[at] ?? {};
  let end = at + 1;
  while ((lines[end]?.indent ?? -1) > indent) end += 1;
  return lines.slice(at + 1, end);
}

/** The items of a list, each with its lines. */
export function itemsOf(lines: readonly ManifestLine[]): ManifestLine[][] {
  const [first] = lines;
  if (!first?.isItem) return [];
  const items: ManifestLine[][] = [];
  for (const line of lines) {
    if (line.isItem && line.indent === first.indent) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return items;
}

/** What stands behind the key of an item or of a mapping, and the lines below it; null where it has no such key. */
export function entryOf(
  lines: readonly ManifestLine[],
  key: string,
): { readonly value: string; readonly line: ManifestLine; readonly below: readonly ManifestLine[] } | null {
  const indent = lines[0]?.indent;
  const at = lines.findIndex((line) => line.indent === indent && line.text.startsWith(`${key}:`));
  const line = lines[at];
  return line ? { value: line.text.slice(key.length + 1).trim(), line, below: linesBelow(lines, at) } : null;
}
