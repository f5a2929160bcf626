import { linesOf } from '../../lines.ts';
import { oncePerText } from '../../once.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';

/** What a go.mod says. (go.dev/ref/mod#go-mod-file) */
export interface GoModule {
  readonly file: string;
  readonly directory: string;
  /** Null where it is missing. */
  readonly name: Word | null;
  /** The `go` line. */
  readonly language: Word | null;
  /** The `toolchain` line, without `go`. */
  readonly toolchain: Word | null;
  /** Modules that it requires by itself, lower case. */
  readonly requires: readonly { readonly name: string; readonly file: string; readonly line: number }[];
  /** Folders of modules that stand in for others. */
  readonly replaced: readonly string[];
  /** The first line that needs something from elsewhere; null where nothing does. */
  readonly needs: number | null;
}

/** Reads a go.mod; lines that are not understood are passed over, as newer versions of Go add to the language. */
export const readModule = oncePerText((snapshot: Snapshot, file: string): GoModule => {
  const directory = directoryOf(file);
  const lines = directives(snapshot.text(file) ?? '');
  const words = (verb: string) =>
    lines.filter((it) => it.verb === verb).map(({ rest, line }) => wordAt(rest, file, line));
  const requires = lines.flatMap(({ verb, rest, line, comment }) => {
    const name = verb === 'require' && !/\bindirect\b/.test(comment) ? rest.split(/\s+/)[0] : undefined;
    return name ? [{ name: name.toLowerCase(), file, line }] : [];
  });
  const [toolchain = null] = words('toolchain');
  return {
    file,
    directory,
    name: words('module')[0] ?? null,
    language: words('go')[0] ?? null,
    toolchain: toolchain && { ...toolchain, value: toolchain.value.replace(/^go/, '') },
    requires,
    replaced: lines.flatMap(({ verb, rest }) => (verb === 'replace' ? replacedFolder(directory, rest) : [])),
    needs: lines.find(({ verb }) => verb === 'require')?.line ?? null,
  };
});

interface Directive {
  readonly verb: string;
  readonly rest: string;
  readonly comment: string;
  readonly line: number;
}

/** `verb rest`, and each line of `verb ( … )`. */
function directives(text: string): Directive[] {
  const found: Directive[] = [];
  let block: string | null = null;
  for (const { text: whole, number: line } of linesOf(text)) {
    const at = whole.indexOf('//');
    const code = (at < 0 ? whole : whole.slice(0, at)).trim();
    const comment = at < 0 ? '' : whole.slice(at);
    const [verb = '', ...rest] = code.split(/\s+/);
    if (code === ')') block = null;
    else if (rest[0] === '(') block = verb;
    else if (block !== null && code !== '') found.push({ verb: block, rest: unquoted(code), comment, line });
    else if (rest.length > 0) found.push({ verb, rest: unquoted(rest.join(' ')), comment, line });
  }
  return found;
}

function unquoted(text: string): string {
  return text.replaceAll('"', '');
}

/** `replace x => ../y`: the other module is part of this one's sources. */
function replacedFolder(directory: string, rest: string): string[] {
  const [, target = ''] = rest.split('=>').map((side) => side.trim());
  return /^\.{1,2}(\/|$)/.test(target) ? [joinPath(directory, target) ?? []].flat() : [];
}
