import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import type { Range } from '../domain/finding.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { isTooDeep, withoutVersion } from './hostile-text.ts';

export interface DocumentProblem {
  /** Without a full stop. */
  readonly message: string;
  readonly level: 'error' | 'warning';
  readonly range: Range;
}

/** The message about a text that is a stream where one document is read. */
export const MORE_THAN_ONE = 'The text holds more than one document';

const TOO_DEEP = 'The text is nested too deeply';

/** What is said of a text that is not even parsed. */
export function tooDeep(): DocumentProblem {
  const start = { line: 1, column: 1 };
  return problem('error', TOO_DEEP, { start, end: start });
}

/** How every text is read: problems stay where they are found, and the check of keys is our own. */
export const READING = { prettyErrors: false, uniqueKeys: false } as const;

/** What is wrong with a document's text: syntax, and keys that stand twice. */
export function problemsOf(document: Document.Parsed, lines: LineCounter): DocumentProblem[] {
  return [
    ...document.errors.map((it) => problem('error', sayPlainly(it.message), rangeIn(lines, ...it.pos))),
    ...duplicateKeys(document).map((key) =>
      problem(
        'error',
        `Map keys must be unique: ${String(key.value)} stands here again`,
        rangeIn(lines, key.range?.[0] ?? 0, key.range?.[1] ?? 0),
      ),
    ),
    ...document.warnings.map((it) => problem('warning', it.message, rangeIn(lines, ...it.pos))),
  ];
}

/** What is wrong with a text that may hold several documents, such as a Kubernetes manifest. Never throws. */
export function streamProblems(text: string): DocumentProblem[] {
  if (isTooDeep(text)) return [tooDeep()];
  const lines = new LineCounter();
  const documents = parseAllDocuments(withoutVersion(text), { ...READING, lineCounter: lines });
  return 'empty' in documents ? [] : documents.flatMap((document) => problemsOf(document, lines));
}

/** The range between two offsets in UTF-16 units. */
export function rangeIn(lines: LineCounter, start: number, end: number): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** The words of the library, where they are about itself or about the engine that it runs on, in ours. */
export function sayPlainly(message: string): string {
  if (message.includes('call stack')) return TOO_DEEP;
  if (message.startsWith('Excessive alias count')) return 'The aliases stand for too many copies';
  if (message.startsWith('Source contains multiple documents')) return MORE_THAN_ONE;
  return message;
}

function problem(level: DocumentProblem['level'], message: string, range: Range): DocumentProblem {
  return { level, message, range };
}

function positionAt(lines: LineCounter, offset: number) {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
