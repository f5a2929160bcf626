import { getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import type { DocumentPath } from '../domain/finding.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import type { Found, Snapshot } from './snapshot.ts';

type Program = ReturnType<typeof parseTOML>;

/** A TOML 1.0 file. The value is undefined, with a warning, where it cannot be parsed or is not there. */
export function readToml(snapshot: Snapshot, file: string): Found<Manifest> {
  const text = snapshot.text(file) ?? '';
  try {
    const program = parseTOML(text);
    const lines = keyLines(program);
    return {
      value: manifestOf(snapshot, file, getStaticTOMLValue(program), (path) => lineOf(lines, path)),
      warnings: [],
    };
  } catch (thrown) {
    const line = thrown instanceof ParseError ? thrown.lineNumber : 1;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      value: manifestOf(snapshot, file, undefined, () => 1),
      warnings: [{ file, line, message: `this is not TOML (${why}); it is left out.` }],
    };
  }
}

/** The line of each key and table, by its path. */
function keyLines(program: Program): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const note = (path: DocumentPath, line: number) => {
    const key = JSON.stringify(path.map(String));
    if (!lines.has(key)) lines.set(key, line);
  };
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLTable') {
      note(node.resolvedKey, node.loc.start.line);
      for (const pair of node.body) notePair(node.resolvedKey, pair, note);
    } else {
      notePair([], node, note);
    }
  }
  return lines;
}

type Pair = Extract<Program['body'][0]['body'][number], { type: 'TOMLKeyValue' }>;

function notePair(above: DocumentPath, pair: Pair, note: (path: DocumentPath, line: number) => void): void {
  const path = [...above, ...pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value))];
  note(path, pair.loc.start.line);
  noteValue(path, pair.value, note);
}

function noteValue(path: DocumentPath, value: Pair['value'], note: (path: DocumentPath, line: number) => void): void {
  if (value.type === 'TOMLInlineTable') for (const pair of value.body) notePair(path, pair, note);
  if (value.type === 'TOMLArray') {
    for (const [index, item] of value.elements.entries()) {
      note([...path, index], item.loc.start.line);
      noteValue([...path, index], item, note);
    }
  }
}

function lineOf(lines: ReadonlyMap<string, number>, path: DocumentPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(JSON.stringify(path.slice(0, length).map(String)));
    if (line !== undefined) return line;
  }
  return 1;
}
