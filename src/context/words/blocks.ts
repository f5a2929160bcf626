import { type CodeFence, endsFence, fenceIn } from './code-fence.ts';
import { withoutCode } from './unseen.ts';

/** The language of a block that is meant for us. */
const OUR_LANGUAGE = 'agent-generate';

/**
 * The words in the fenced blocks of a text that are meant for us: begun at the edge of the text, so that a block inside of a quotation, a list or
 * another block is none, and neither is one inside of HTML that is not shown, such as the comments that templates of pull requests have. Trimmed, none of them empty.
 * (spec.commonmark.org, "Fenced code blocks")
 */
export function blocksIn(text: string): string[] {
  const blocks: string[] = [];
  let open: OpenBlock | null = null;
  let until: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (open !== null) {
      if (!endsFence(line, open)) open.lines.push(line);
      else {
        if (open.isOurs) blocks.push(open.lines.join('\n').trim());
        open = null;
      }
    } else {
      until = hiddenUntil(line, until);
      const fence = until === null ? fenceIn(line) : null;
      open = fence === null ? null : { ...fence, isOurs: fence.indent === 0 && fence.info === OUR_LANGUAGE, lines: [] };
    }
  }
  return blocks.filter((words) => words !== '');
}

interface OpenBlock extends CodeFence {
  readonly isOurs: boolean;
  readonly lines: string[];
}

/** What begins something that a page does not show, or only when it is asked to. */
const HIDES =
  /<(?:!--|\?|!\[CDATA\[|![a-z]|(?:script|style|textarea|title|template|details|noscript|iframe|object|svg|math)\b)/gi;
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![cdata[': ']]>' };

/** What would end the hidden text that is open where a line ends; null where none is. */
function hiddenUntil(line: string, before: string | null): string | null {
  const text = withoutCode(line).toLowerCase();
  let until = before;
  let at = 0;
  for (;;) {
    if (until !== null) {
      const end = text.indexOf(until, at);
      if (end < 0) return until;
      at = end + until.length;
      until = null;
    }
    HIDES.lastIndex = at;
    const found = HIDES.exec(text);
    if (found === null) return null;
    at = found.index + found[0].length;
    until = ENDS[found[0]] ?? (/^<[a-z]/.test(found[0]) ? `</${found[0].slice(1)}` : '>');
  }
}
