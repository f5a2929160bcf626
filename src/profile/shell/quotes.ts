/**
 * The quote that is still open behind a line of a shell, where `open` was before it; empty where none is. What is escaped opens nothing, and
 * a comment says nothing. (POSIX, "Quoting")
 */
export function openQuote(line: string, open: string): string {
  let quote = open;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '\\' && quote !== "'") at += 1;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '#' && /^$|\s/.test(line.charAt(at - 1))) break;
  }
  return quote;
}

const DOCUMENT = /<<-?\s{0,40}(["'\\]?)(\w{1,60})(["']?)([\w"'\\]?)/g;

/** The line that ends what a command reads from those below it; one that never comes where several stand there, or its name is in pieces. (POSIX, "Here-Document") */
export function documentEnd(line: string): string | null {
  const [first, second] = [...line.matchAll(DOCUMENT)];
  if (first === undefined) return null;
  const [, opens = '', name = '', closes = '', more = ''] = first;
  const isWhole = more === '' && (closes === '' || closes === opens);
  return second === undefined && isWhole ? name : '\n';
}
