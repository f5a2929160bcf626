import { printableLine } from '../../domain/paint.ts';

/**
 * The one place where untrusted text becomes GitHub's Markdown. Nothing that it gives holds an element, a link, a mention, a reference to
 * an issue or a commit, or an emoji that is not ours; each piece stands on one line, and may begin it.
 */

/** Longest text that is shown of a name or a command; the whole of it stands in the artifact. */
const MOST_CODE = 200;
const MOST_PROSE = 600;

/** Inline code: GitHub reads nothing inside it. Hidden characters become visible. */
export function code(text: string, most: number = MOST_CODE): string {
  const shown = shorten(printableLine(text), most);
  // Of nothing but spaces no code can be made.
  if (shown.trim() === '') return '*(empty)*';
  const fence = '`'.repeat(longestRun(shown, '`') + 1);
  // One space at both ends belongs to the fence, not to the text.
  const needsRoom = /^[` ]|[` ]$/.test(shown);
  return needsRoom ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** The same for a cell of a table, where a bar would begin the next cell whatever stands before it. */
export function cellCode(text: string): string {
  return code(text.replaceAll('|', '\\u{7c}'));
}

/** A sentence that quotes what others wrote: what Markdown or GitHub could read in it is shown as code, everything else as it is. */
export function prose(text: string, most: number = MOST_PROSE): string {
  const line = shorten(printableLine(text.replace(/\s+/g, ' ').trim()), most);
  return line
    .split(/(`+[^`]+`+|\$\{\{.*?\}\})/)
    .map((piece, index) => (index % 2 === 1 ? code(piece.replace(/^`+|`+$/g, ''), most) : sentence(piece, most)))
    .reduce(sideBySide, '')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}

/** The fences of two codes must not become one. */
function sideBySide(left: string, right: string): string {
  return left.endsWith('`') && right.startsWith('`') ? `${left} ${right}` : left + right;
}

/** Letters and digits, joined by what is no syntax in between; quotes and brackets of language around them. */
const PLAIN =
  /^["'\u201c\u2018(]*[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019.,/-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*%?["'\u201d\u2019).,:;?!\u2026]*$/u;

/** Plain to Markdown, but not to GitHub: addresses, tickets, commits. */
const LINKED = /(?:^|[^\p{L}\p{N}])(?:www\.|[a-z][a-z0-9]*-\d|[0-9a-f]{7,}(?![\p{L}\p{N}]))/iu;

function sentence(text: string, most: number): string {
  const pieces: { isPlain: boolean; text: string }[] = [];
  for (const word of text.split(' ')) {
    const isPlain =
      word === '' ||
      /^(?:[\u2013\u2014\u2026.,:;!?]|\)[.,:;]?)$/.test(word) ||
      (PLAIN.test(word) && !LINKED.test(word));
    const last = pieces.at(-1);
    if (last && last.isPlain === isPlain) last.text += ` ${word}`;
    else pieces.push({ isPlain, text: word });
  }
  return pieces.map((it) => (it.isPlain ? it.text : quoted(it.text, most))).join(' ');
}

/** The mark that ends a sentence is not part of what is quoted in it. */
function quoted(text: string, most: number): string {
  const [, core = '', end = ''] = /^(.*?)([.,;:?!]?)$/s.exec(text) ?? [];
  return core === '' ? code(text, most) : `${code(core, most)}${end}`;
}

/** GitHub's parser keeps the length of a fence in one byte (cmark-gfm, `fence_length`): of a longer one it closes too early. */
const LONG_RUN = /`{100,}/g;

/** A block in which nothing is read; `info` is ours. A run of backticks that no fence can hold is written as a number. */
export function fenced(info: string, lines: readonly string[]): string {
  const text = lines.join('\n').replace(LONG_RUN, (run) => `\\u{60} × ${run.length}`);
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return [`${fence}${info}`, text, fence].join('\n');
}

/** A link with Markdown of ours as its text; the text alone where the address is none of the web. */
export function link(markdown: string, url: string | null): string {
  if (url === null || !/^https?:\/\/[\w.:[\]-]+(?:\/|$)/.test(url) || url.length > 1000) return markdown;
  return `[${markdown}](<${url.replace(/[^\w.~:/?#@!$&()+,;=%-]/gu, encoded)}>)`;
}

function encoded(character: string): string {
  return encodeURIComponent(wellFormed(character));
}

/** Half a character, which no address can hold, as the sign for what is none. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The longest run of one character. */
function longestRun(text: string, character: string): number {
  let longest = 0;
  // One by one: there may be more of them than a call takes arguments.
  for (const [run] of text.matchAll(new RegExp(`${character}+`, 'g'))) longest = Math.max(longest, run.length);
  return longest;
}

/** At most so many UTF-16 units, no character cut in two. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
