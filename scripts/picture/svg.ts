/** One run of characters in one style. */
interface Span {
  readonly text: string;
  readonly classes: readonly string[];
}

/** What the sequences of src/domain/paint.ts mean; 22 and 39 end what 1 and 2, and the colours, began. */
const STYLES: Readonly<Record<string, string>> = {
  '1': 'bold',
  '2': 'dim',
  '31': 'red',
  '32': 'green',
  '33': 'yellow',
  '36': 'cyan',
};

const CELL = { width: 7.8, height: 18, margin: 16 };
const COLUMNS = 122;

/** Lines with ANSI styles as an SVG picture of a terminal; what is wider than it is cut. */
export function terminalPicture(lines: readonly string[]): string {
  const width = Math.round(COLUMNS * CELL.width + 2 * CELL.margin);
  const height = lines.length * CELL.height + 2 * CELL.margin;
  const rows = lines.map((line, index) => {
    const y = CELL.margin + (index + 1) * CELL.height - 5;
    return `<text x="${CELL.margin}" y="${y}">${spansOf(line).map(tspan).join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:space="preserve">
<title>What make agent-run prints</title>
<style>
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #d6deeb; }
.bold { font-weight: 700; } .dim { fill: #8a96a8; }
.red { fill: #ef6b73; } .green { fill: #7fd88f; } .yellow { fill: #ecc48d; } .cyan { fill: #7fdbca; }
</style>
<rect width="100%" height="100%" rx="8" fill="#0f1720"/>
${rows.join('\n')}
</svg>
`;
}

function spansOf(line: string): Span[] {
  let left = COLUMNS;
  let open: string[] = [];
  return line.split(/(\u001b\[\d+m)/).flatMap((piece): Span[] => {
    const code = /^\u001b\[(\d+)m$/.exec(piece)?.[1];
    if (code !== undefined) {
      open = restyle(open, code);
      return [];
    }
    const text = [...piece].slice(0, left).join('');
    left -= [...text].length;
    return text === '' ? [] : [{ text, classes: open }];
  });
}

function restyle(open: readonly string[], code: string): string[] {
  const style = STYLES[code];
  if (style !== undefined) return [...open, style];
  const isWeight = (name: string) => name === 'bold' || name === 'dim';
  return open.filter((name) => (code === '22' ? !isWeight(name) : isWeight(name)));
}

function tspan({ text, classes }: Span): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return classes.length === 0 ? escaped : `<tspan class="${classes.join(' ')}">${escaped}</tspan>`;
}
