import { joinedPath } from './route-paths.ts';

/** A line of code, with what the blocks around it put before a route. */
export interface BlockLine {
  readonly code: string;
  /** Where its code begins. */
  readonly offset: number;
  /** Null where it is not known, or where not everybody is let in. */
  readonly prefix: string | null;
}

/** What stands before a route in a block that begins with a line, where `outer` stands before the block itself. */
export type PrefixIn = (code: string, outer: string | null) => string | null;

interface Block {
  readonly indent: number;
  readonly prefix: string | null;
}

/** The lines that hold code, by how they are indented: what is indented further stands in the block of what is less. */
export function linesInBlocks(text: string, prefixIn: PrefixIn, top = ''): BlockLine[] {
  const blocks: Block[] = [];
  const outer = () => {
    const block = blocks.at(-1);
    return block === undefined ? top : block.prefix;
  };
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const start = offset;
    offset += line.length + 1;
    const code = line.trimStart();
    const indent = line.length - code.length;
    if (code === '' || /^(?:#(?!\[)|\/\/|\*|\/\*)/.test(code)) return [];
    // What goes on with a chain of calls stands in the block of those before it.
    const least = code.startsWith('->') ? indent + 1 : indent;
    while ((blocks.at(-1)?.indent ?? -1) >= least) blocks.pop();
    const prefix = outer();
    blocks.push({ indent, prefix: prefixIn(code, prefix) });
    return [{ code, offset: start + indent, prefix }];
  });
}

/** What stands before the routes of one framework's blocks: how such a block begins, with its path, and how one that not everybody gets into. */
interface Nesting {
  readonly opens: RegExp;
  readonly closed?: RegExp;
}

const NESTINGS: ReadonlyMap<string, Nesting> = new Map([
  // hexdocs.pm, "Phoenix.Router": scope
  ['ex', { opens: /^scope[\s(]{1,4}(?:path:\s{0,4})?"([^"]{0,100})"/, closed: /^scope\b.{0,200}\bhost:/ }],
  // pkg.go.dev, "github.com/go-chi/chi/v5": Route
  ['go', { opens: /\.Route\(\s{0,4}"([^"]{0,100})",\s{0,4}func\b/ }],
  // ktor.io, "Routing"
  ['kt', { opens: /^route\(\s{0,4}"([^"]{0,100})"\)/, closed: /^authenticate\b/ }],
  // laravel.com, "Route Groups"
  [
    'php',
    {
      opens: /(?:Route::|->)prefix\(\s{0,4}["']([^"']{0,100})["']|['"]prefix['"]\s{0,4}=>\s{0,4}["']([^"']{0,100})["']/,
      closed: /\bmiddleware\b.{0,100}["']auth\b|\bdomain\(/,
    },
  ],
  // actix.rs, "Scopes"; docs.rs, "axum": Router::nest
  ['rs', { opens: /\b(?:scope|nest)\(\s{0,4}"([^"]{0,100})"/ }],
]);

/** Gives what the blocks around a place of the text put before a route there; null where that is not known. */
export function blockPrefixes(text: string, file: string): (offset: number) => string | null {
  const nesting = NESTINGS.get(file.slice(file.lastIndexOf('.') + 1));
  const top = API_ROUTES.test(file) ? '/api' : '';
  if (!nesting || (top === '' && !/\b(?:scope|Route|route|authenticate|prefix|middleware|domain|nest)\b/.test(text)))
    return () => top;
  const lines = new Map(
    linesInBlocks(text, (code, outer) => below(nesting, code, outer), top).map(({ offset, prefix }) => [
      offset,
      prefix,
    ]),
  );
  return (offset) => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const indent = /^\s*/.exec(text.slice(start, offset))?.[0].length ?? 0;
    const prefix = lines.get(start + indent);
    return prefix === undefined ? top : prefix;
  };
}

/** Laravel puts a prefix before all of this file. (laravel.com, "The Default Route Files") */
const API_ROUTES = /(?:^|\/)routes\/api\.php$/;

function below({ opens, closed }: Nesting, code: string, outer: string | null): string | null {
  if (outer === null || closed?.test(code)) return null;
  const [, first, path = first] = opens.exec(code) ?? [];
  return path === undefined ? outer : joinedPath(outer, path);
}
