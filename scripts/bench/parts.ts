/**
 * A page with one part of it replaced, or added at its end: parts are made by different commands, each of which leaves the others as they are.
 * A page without parts counts as one that is not there.
 */
export function replacePart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const part = `${begin}\n${text.trim()}\n${end}\n`;
  const [start, stop] = [page.indexOf(begin), page.indexOf(end)];
  if (start >= 0 && stop > start) return `${page.slice(0, start)}${part}${page.slice(stop + end.length + 1)}`;
  return /^<!-- [\w-]+: begin -->$/m.test(page) ? `${page.trimEnd()}\n\n${part}` : part;
}
