/** The expressions in a text: what stands between `${{` and `}}`. A quoted `}}` inside does not end one. */
export function expressionsIn(text: string): string[] {
  return partsOf(text).flatMap((part) => (part.kind === 'expression' ? [part.source] : []));
}

/** A piece of a text: as it stands, or what is put in when the workflow runs. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string };

/** The text in pieces, in order, none of them empty. What is opened and never closed is text, as it is for GitHub. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let open = text.indexOf('${{'); open >= 0; open = text.indexOf('${{', from)) {
    const close = endOf(text, open + 3);
    if (close < 0) break;
    if (open > from) parts.push({ kind: 'text', text: text.slice(from, open) });
    parts.push({ kind: 'expression', source: text.slice(open + 3, close).trim() });
    from = close + 2;
  }
  return from < text.length ? [...parts, { kind: 'text', text: text.slice(from) }] : parts;
}

/** The offset of the `}}` that ends an expression, or -1. Read once from left to right: a hostile text costs no more than a plain one. */
function endOf(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('}}', at)) return at;
  }
  return -1;
}
