import { firstWhere } from '../sorted.ts';

/** A text that was joined from lines of a file, with the line that each place of it comes from. */
export interface JoinedText {
  readonly value: string;
  /** The line, from 1, of the character at `offset`. */
  lineAt(offset: number): number;
}

/** An instruction as it is written, its lines joined. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** Of its keyword. */
  readonly line: number;
  /** `--name` and `--name=value` before the arguments. */
  readonly flags: readonly Flag[];
  /** What stands behind the flags. */
  readonly content: JoinedText;
}

export interface Flag {
  readonly name: string;
  /** Empty where it has none. */
  readonly value: string;
  readonly line: number;
}

/**
 * The instructions of a Dockerfile, as BuildKit joins their lines: an escape at the end goes on in the next line, comments and empty lines
 * between are passed over, and a here-document belongs to the instruction that begins it. In time that grows with the text.
 * (moby/buildkit, frontend/dockerfile/parser/parser.go)
 */
export function readInstructions(text: string): Instruction[] {
  const lines = text.split('\n');
  const sign = escapeOf(lines);
  const endOf = documentEnds(text.includes('<<') ? lines : []);
  const found: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const { joined, end } = joinedFrom(lines, at, sign);
    const instruction = instructionOf(joined);
    at = instruction ? afterHereDocuments(instruction, end, endOf) : end;
    if (instruction) found.push(instruction);
  }
  return found;
}

/** `# escape=`, among the directives that stand before anything else. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = /^\s*#\s*([A-Za-z]\w*)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === 'escape' && (value === '`' || value === '\\')) return value;
  }
  return '\\';
}

interface Part {
  readonly text: string;
  readonly line: number;
}

/** The lines of one instruction: none of a line that is empty or a comment. `end` is the index of the line after them. */
function joinedFrom(lines: readonly string[], start: number, sign: string): { joined: JoinedText; end: number } {
  const parts: Part[] = [];
  let at = start;
  for (let isOpen = true; isOpen && at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^\s*(?:#|$)/.test(line)) {
      if (parts.length === 0) return { joined: joinedText([]), end: at + 1 };
      continue;
    }
    const { text, goesOn } = withoutEscape(parts.length === 0 ? line.trimStart() : line, sign);
    parts.push({ text, line: at + 1 });
    isOpen = goesOn;
  }
  return { joined: joinedText(parts), end: at };
}

/** One escape at the end, and not two of them, goes on in the next line. */
function withoutEscape(line: string, sign: string): { readonly text: string; readonly goesOn: boolean } {
  const text = line.trimEnd();
  const goesOn = text.endsWith(sign) && text.at(-2) !== sign;
  return goesOn ? { text: text.slice(0, -1), goesOn } : { text: line, goesOn };
}

function joinedText(parts: readonly Part[]): JoinedText {
  let length = 0;
  const ends = parts.map(({ text }) => {
    length += text.length;
    return length;
  });
  return {
    value: parts.map(({ text }) => text).join(''),
    lineAt: (offset) => parts[firstWhere(ends, (end) => end > offset)]?.line ?? 1,
  };
}

/** The same text from `from` on, without blanks at its end. */
function textFrom({ value, lineAt }: JoinedText, from: number): JoinedText {
  return { value: value.slice(from).trimEnd(), lineAt: (offset) => lineAt(from + offset) };
}

const FLAG = /--([\w-]+)(?:=((?:"[^"]*"|'[^']*'|[^\s"'])*))?(?:\s+|$)/y;

function instructionOf(joined: JoinedText): Instruction | null {
  const [start, keyword] = /^\s*(\S+)\s*/.exec(joined.value) ?? [];
  if (start === undefined || keyword === undefined) return null;
  const flags: Flag[] = [];
  let at = start.length;
  FLAG.lastIndex = at;
  for (let flag = FLAG.exec(joined.value); flag; flag = FLAG.exec(joined.value)) {
    const [, name = '', value = ''] = flag;
    flags.push({ name, value: value.replace(/["']/g, ''), line: joined.lineAt(flag.index) });
    at = FLAG.lastIndex;
  }
  return { keyword: keyword.toUpperCase(), line: joined.lineAt(0), flags, content: textFrom(joined, at) };
}

/** Of instructions that may hold them. */
const WITH_DOCUMENTS = new Set(['RUN', 'COPY', 'ADD']);
/** A word of a shell, with its quotes; and one that begins a here-document. */
const WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/gs;
const DOCUMENT = /^\d{0,3}<<(-?)(["']?)([A-Za-z_][\w.-]*)\2$/;

/**
 * The index of the line after the here-documents that an instruction begins: each ends at a line with its name alone. One that does not end is
 * none: nothing that stands below it is lost for it.
 */
function afterHereDocuments({ keyword, content }: Instruction, start: number, endOf: DocumentEnds): number {
  if (!WITH_DOCUMENTS.has(keyword) || !content.value.includes('<<')) return start;
  let at = start;
  for (const [word] of content.value.matchAll(WORD)) {
    const [, dash, , name] = DOCUMENT.exec(word) ?? [];
    if (name === undefined) continue;
    const end = endOf({ name, start: at, isIndented: dash === '-' });
    if (end === null) return at;
    at = end;
  }
  return at;
}

/** The index of the line after the one that ends a here-document which begins at `start`; null where none does. */
type DocumentEnds = (document: { name: string; start: number; isIndented: boolean }) => number | null;

/** Names that end nothing below are known, so that they are not looked for line by line. */
function documentEnds(lines: readonly string[]): DocumentEnds {
  const plain = lines.map((line) => line.replace(/^\t+/, ''));
  const last = new Map(plain.map((line, index) => [line, index]));
  return ({ name, start, isIndented }) => {
    const end = (last.get(name) ?? -1) < start ? -1 : (isIndented ? plain : lines).indexOf(name, start);
    return end < 0 ? null : end + 1;
  };
}
