/** The language of a block that is meant for us. */
const LANGUAGE = 'agent-generate';

/**
 * The words in the fenced blocks of a text that are meant for us: begun at the edge of the text, so that a block inside of a quotation, a list or
 * another block is none, and neither is one inside of a comment, as templates of pull requests have them. Trimmed, none of them empty.
 * (spec.commonmark.org, "Fenced code blocks")
 */
export function blocksIn(text: string): string[] {
  const blocks: string[] = [];
  let open: Fence | null = null;
  let isHidden = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (open !== null) {
      if (!isEnd(line, open)) open.lines.push(line);
      else {
        if (open.isOurs) blocks.push(open.lines.join('\n').trim());
        open = null;
      }
    } else {
      isHidden = isHiddenAfter(line, isHidden);
      open = isHidden ? null : fenceIn(line);
    }
  }
  return blocks.filter((words) => words !== '');
}

interface Fence {
  readonly mark: string;
  readonly isOurs: boolean;
  readonly lines: string[];
}

function fenceIn(line: string): Fence | null {
  const [, indent = '', mark = '', info = ''] = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? [];
  return mark === '' ? null : { mark, isOurs: indent === '' && info.trim() === LANGUAGE, lines: [] };
}

function isEnd(line: string, { mark }: Fence): boolean {
  const [, end = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
  return end.startsWith(mark);
}

/** Whether a comment of HTML is open where a line ends. */
function isHiddenAfter(line: string, isHidden: boolean): boolean {
  const begin = line.lastIndexOf('<!--');
  const end = line.lastIndexOf('-->');
  return begin < 0 && end < 0 ? isHidden : begin > end;
}
