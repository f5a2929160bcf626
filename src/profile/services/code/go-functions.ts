import { blockPrefixes } from './blocks.ts';
import { type Group, groupsIn } from './groups.ts';

/** A file of a Go program, as far as its routers go. */
export interface GoFile {
  readonly package: string;
  readonly text: string;
  readonly group: (router: string) => Group;
  readonly around: (offset: number) => string | null;
  readonly functions: readonly GoFunction[];
}

/** A function that adds routes to a router that it is given, or to one that it hands out. */
export interface GoFunction {
  readonly package: string;
  readonly name: string;
  readonly isMethod: boolean;
  readonly start: number;
  readonly routers: readonly GivenRouter[];
  /** Whether what it returns answers requests. */
  readonly isHandler: boolean;
}

/** A router by its name in the function that is given it. */
export interface GivenRouter {
  readonly name: string;
  /** Its place among the arguments. */
  readonly place: number;
  /** Whether it is always a group of another one, never the router of all. */
  readonly isGroup: boolean;
}

const FUNCTION =
  /^func (\(\w{0,60} ?\*?\w{1,60}(?:\[[^\]\n]{0,60}\])?\) )?(\w{1,80})(?:\[[^\]\n]{0,100}\])?\((?:[^()]|\([^()]{0,200}\)){0,500}\) ?([^{\n]{0,100})\{/gm;

/** What a program hands a function that adds routes to it. (pkg.go.dev: gin, echo, fiber, chi, gorilla/mux) */
const ROUTER =
  /\s\*?(?:(gin\.RouterGroup|echo\.Group)|gin\.IRouter|gin\.IRoutes|fiber\.Router|chi\.Router|mux\.Router)$/;
const HANDLER = /(?:chi\.Router|chi\.Mux|http\.Handler|http\.ServeMux|mux\.Router)\b/;

/** What a text of Go shows of its functions. */
export function goFile(text: string): GoFile {
  const name = /^package (\w{1,60})/m.exec(text)?.[1] ?? '';
  return {
    package: name,
    text,
    group: groupsIn(text),
    around: blockPrefixes(text, '.go'),
    functions: [...text.matchAll(FUNCTION)].map(
      ({ 0: all, 1: receiver = '', 2: called = '', 3: results = '', index }) => ({
        package: name,
        name: called,
        isMethod: receiver !== '',
        start: index,
        routers: routersAmong(listedAt(text, index + all.indexOf('(', 'func '.length + receiver.length) + 1)),
        isHandler: HANDLER.test(results),
      }),
    ),
  };
}

function routersAmong(parameters: readonly string[]): GivenRouter[] {
  return parameters.flatMap((parameter, place) => {
    const [found, group] = ROUTER.exec(parameter) ?? [];
    return found === undefined
      ? []
      : [{ name: parameter.slice(0, -found.length), place, isGroup: group !== undefined }];
  });
}

/** A call of a function, and what it is given there. */
export interface GoCall {
  readonly file: GoFile;
  readonly offset: number;
  readonly given: readonly string[];
  /** The router that is given all that the function hands out, and below what; null where that is not written. */
  readonly mount: { readonly router: string; readonly path: string } | null;
}

/** What a call may stand in that puts all that it hands out below a path. (pkg.go.dev: chi, Mount; net/http, StripPrefix) */
const MOUNTED = String.raw`(?:\b(\w{1,60})\.(?:Mount\(|Handle\([^()\n]{1,100}http\.StripPrefix\()\s{0,4}"(/[\w./-]{0,100})",\s{0,4})?`;

/** Where a file calls a function: in its own package by its name, elsewhere by that of its package; a method by any value. */
export function callsIn(file: GoFile, { package: home, name, isMethod }: GoFunction): GoCall[] {
  const call = new RegExp(String.raw`${MOUNTED}(?<![\w.])((?:\w{1,60}\.){0,3})${name}\(`, 'g');
  return [...file.text.matchAll(call)].flatMap(({ 0: all, 1: router, 2: path = '', 3: value = '', index }) => {
    const isCalled = isMethod ? value !== '' : value === '' ? file.package === home : value === `${home}.`;
    const isDeclared = /^func /.test(lineAt(file.text, index));
    if (!isCalled || isDeclared) return [];
    const mount = router === undefined ? null : { router, path };
    return [{ file, offset: index, given: listedAt(file.text, index + all.length), mount }];
  });
}

function lineAt(text: string, index: number): string {
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
}

/** Longer lists are not read to their end. */
const LONGEST = 500;

/** What stands between commas from an offset to the end of its parentheses. */
function listedAt(text: string, offset: number): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of text.slice(offset, offset + LONGEST)) {
    if ('({['.includes(letter)) depth += 1;
    if (')}]'.includes(letter)) depth -= 1;
    if (depth < 0) break;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim());
}
