import { callsIn, type GivenRouter, type GoCall, type GoFile, type GoFunction, goFile } from './go-functions.ts';
import { stepOf } from './route-paths.ts';
import type { RouterPrefix } from './routers.ts';

/** No program hands more routers on; more functions are not looked into for their callers. */
const MOST = 40;

/**
 * What the routers of a Go program, whose texts are given, put before their routes: their groups, and where a function is given its router,
 * or hands one out, those of its callers.
 */
export function givenRouters(all: readonly string[]): (text: string) => RouterPrefix {
  const files = new Map<string, GoFile>();
  const fileOf = (text: string): GoFile => {
    const file = files.get(text) ?? goFile(text);
    files.set(text, file);
    return file;
  };
  const known = new Map<GivenRouter | GoFunction, string | null>();
  const beforeAll = (its: GoFunction, given: GivenRouter | undefined): string | null => {
    const asked = given ?? its;
    const found = known.get(asked);
    if (found !== undefined || known.size >= MOST) return found ?? null;
    known.set(asked, null); // who is asked again meanwhile calls itself
    const callers = all.filter((text) => text.includes(`${its.name}(`)).flatMap((text) => callsIn(fileOf(text), its));
    const before = fromCallers({ its, given, all, callers, prefixOf });
    known.set(asked, before);
    return before;
  };
  const prefixOf = (file: GoFile, router: string, offset: number): string | null => {
    const { root, path } = file.group(router);
    const its = file.functions.findLast(({ start }) => start <= offset);
    const given = its?.routers.find(({ name }) => name === root);
    const before = its && (given || its.isHandler) ? beforeAll(its, given) : '';
    return before === null ? null : before + path;
  };
  return (text) => (router, offset) => prefixOf(fileOf(text), router, offset);
}

interface Asked {
  readonly its: GoFunction;
  /** Undefined where it makes its router itself. */
  readonly given: GivenRouter | undefined;
  readonly all: readonly string[];
  readonly callers: readonly GoCall[];
  prefixOf(file: GoFile, router: string, offset: number): string | null;
}

/** What the callers of a function put before all of its routes. */
function fromCallers({ its, given, all, callers, prefixOf }: Asked): string | null {
  const prefixes = callers.flatMap((call) => {
    const router = given ? argument(call.given[given.place] ?? '') : call.mount;
    if (!router) return given ? [null] : [];
    const [before, around] = [prefixOf(call.file, router.router, call.offset), call.file.around(call.offset)];
    return [before === null || around === null ? null : before + around + stepOf(router.path)];
  });
  if (prefixes.length === 0) return given?.isGroup ? null : '';
  const first = prefixes.find((prefix) => prefix !== null) ?? null;
  const isOne = prefixes.every((prefix) => prefix === first) || !its.isMethod || declared(all, its.name) < 2;
  return isOne ? first : null;
}

/** How many methods have a name: who calls one of several is not known. */
function declared(all: readonly string[], name: string): number {
  const method = new RegExp(String.raw`^func \([^()\n]{1,130}\) ${name}\(`, 'gm');
  return all.reduce((sum, text) => sum + (text.match(method)?.length ?? 0), 0);
}

const ARGUMENT =
  /^&?(?:\w{1,60}\.){0,3}?(\w{1,60})(?:\.RouterGroup)?(?:\.(?:Group|PathPrefix)\(\s*"([\w./-]{0,100})"(?:(?!\.Group\()[^"]){0,200})?$/;

/** The router that an argument is, and what is put below it right there; null where it is written in another way. */
function argument(written: string): GoCall['mount'] {
  const [, router, path = ''] = ARGUMENT.exec(written) ?? [];
  return router === undefined ? null : { router, path };
}
