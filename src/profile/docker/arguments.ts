import { type Word, wordAt } from '../word.ts';
import type { Instruction, JoinedText } from './instructions.ts';

/** The words of an instruction's arguments, each with the line that it stands on. */
export function wordsOf({ value, lineAt }: JoinedText, file: string): Word[] {
  return [...value.matchAll(/\S+/g)].map(({ 0: word, index }) => wordAt(unquoted(word), file, lineAt(index)));
}

/** `NAME=value NAME="a value"` of ENV and ARG, and `NAME the rest` of ENV; the value is null where ARG gives none. */
export function pairsOf({ keyword, content }: Instruction, file: string): [string, Word | null][] {
  const { value, lineAt } = content;
  const [old, name = '', rest = ''] = keyword === 'ENV' ? (/^([^\s=]+)\s+(.*)$/s.exec(value) ?? []) : [];
  if (old !== undefined) return [[name, wordAt(unquoted(rest), file, lineAt(0))]];
  return [...value.matchAll(/([^\s=]+)(?:=((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'])*))?/gs)].map(
    ({ 1: key = '', 2: written, index }) => [
      key,
      written === undefined ? null : wordAt(unquoted(written), file, lineAt(index)),
    ],
  );
}

/** Without quotes, and without the escapes of what they would end at. */
function unquoted(text: string): string {
  return text.replace(/\\(["' \\])|["']/g, '$1');
}
