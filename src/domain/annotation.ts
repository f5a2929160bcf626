import type { Finding, Level, Range } from './finding.ts';
import { printable } from './paint.ts';

/** What GitHub shows at a place of a diff, or beside a run. Lines and columns from 1, ends inclusive. */
export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  /** Null where it is about no file. */
  readonly place: AnnotatedPlace | null;
}

export interface AnnotatedPlace {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** Null where both ends are not on one line: GitHub reads columns only there. */
  readonly columns: { readonly col: number; readonly endColumn: number } | null;
}

export function annotationOf({ rule, level, message, file, range, help }: Finding): Annotation {
  const { start, end } = range;
  const columns =
    start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) } : null;
  const place = { file, line: start.line, endLine: lastLine(range), columns };
  return { level, title: rule, message: `${message} ${help}`, place };
}

/** A range that ends before the first column of a line does not reach into it. */
function lastLine({ start, end }: Range): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** The workflow command for it, without a line end: a runner reads it from standard output. (github.com/actions/toolkit, packages/core/src/command.ts) */
export function workflowCommand({ level, title, message, place }: Annotation): string {
  const properties = { ...(place && placeProperties(place)), title };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[level]} ${listed.join(',')}::${escapeData(message)}`;
}

function placeProperties({ file, line, endLine, columns }: AnnotatedPlace) {
  return { file, line, endLine, ...columns };
}

/** The runner reads a command to the end of its line: a line break in a file's name would begin another command. */
function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
