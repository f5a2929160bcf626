import { joinedLines, type Line } from '../lines.ts';
import { documentEnd, openQuote } from './quotes.ts';

const OPENS = /^(?:if|for|while|until|case|select|function)\b|[{(]\s*$|\b(?:then|do)\s*$/;
const CLOSES = /^(?:fi|done|esac)\b|^[})]/;

/** Lines outside of branches, loops, functions, documents and texts of several lines, without comments; what ends with `\` is one line with the next. */
export function plainLines(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  let depth = 0;
  let document: string | null = null;
  let quote = '';
  for (const { text, number } of joinedLines(lines)) {
    const line = text.trim();
    const isInText = quote !== '';
    if (document === null) quote = openQuote(line, quote);
    if (isInText) continue;
    if (document !== null) {
      if (line === document) document = null;
    } else if (CLOSES.test(line)) depth = Math.max(0, depth - 1);
    else if (OPENS.test(line)) depth += /;\s{0,8}(?:fi|done|esac)$/.test(line) || /^(?:then|do)$/.test(line) ? 0 : 1;
    else {
      document = documentEnd(line);
      if (depth === 0 && document === null && line !== '' && !line.startsWith('#')) found.push({ text: line, number });
    }
  }
  return found;
}
