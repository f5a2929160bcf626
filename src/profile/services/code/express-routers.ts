import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Routers } from './routers.ts';

const ROOT = /\b(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?express\(\)/g;
const ROUTER = /\b(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?(?:new\s)?(?:express\.)?Router\(/g;
/** What stands between the path and the router is asked before it; a name alone in the place of the path may be one. */
const USES =
  /\b(\w{1,60})\.use\(\s{0,40}(?:(["'`])([^"'`$\n]{0,100})\2\s{0,4},\s{0,40})?((?:[\w.]{1,60}(?:\([^()\n]{0,100}\))?\s{0,4},\s{0,40}){0,4})(?:(\w{1,60})|require\(\s?["']([^"'\n]{1,200})["']\s?\))\s{0,40}\)/g;
const ROUTE = /\b(\w{1,60})\.(?:get|head|all)\(\s{0,40}["'`]([^"'`$\n:*]{0,100})["'`]/g;
const IMPORT =
  /\b(?:const|let|var)\s+(\w{1,60})\s*=\s*require\(\s?["'](\.[^"'\n]{0,200})["']\s?\)|\bimport\s+(\w{1,60})\s+from\s+["'](\.[^"'\n]{0,200})["']/g;
const EXPORT = /\b(?:module\.exports|export\s+default)\s*=?\s*(\w{1,60})/;

/** The routers of Express in a file; of what a file hands out, only the one thing that stands for all of it is known. Null where it has none. */
export function expressRouters(snapshot: Snapshot, file: string, text: string): Routers | null {
  if (!/\bRouter\(|\bexpress\(|\.use\(|exports|\bexport default\b/.test(text)) return null;
  const prefixes = new Map([...text.matchAll(ROUTER)].map(([, name = '']) => [name, '']));
  const imports = new Map(
    [...text.matchAll(IMPORT)].map(([, required, from = '', name = required ?? '', path = from]) => [name, path]),
  );
  return {
    roots: [...text.matchAll(ROOT)].map(([, name = '']) => name),
    prefixes,
    routes: [...text.matchAll(ROUTE)].map(({ 1: router = '', 2: path = '', index }) => ({
      router,
      path: path === '/' ? '' : path,
      offset: index,
    })),
    mounts: [...text.matchAll(USES)].map(([, parent = '', , prefix, between = '', name = '', path = '']) => ({
      parent,
      prefix: prefix ?? (/^[\w.]+\s*,/.test(between) ? null : ''),
      child: name || path,
    })),
    named: (name) => {
      const own = name === WHOLE ? (EXPORT.exec(text)?.[1] ?? '') : name;
      if (prefixes.has(own)) return { file, name: own };
      const path = imports.get(own) ?? (own.startsWith('.') ? own : undefined);
      const from = path === undefined ? null : moduleFile(snapshot, file, path);
      return from === null ? null : { file: from, name: WHOLE };
    },
  };
}

/** What a file hands out as a whole. */
const WHOLE = 'module.exports';

const ENDINGS = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '/index.js', '/index.ts'];

/** TypeScript may be imported under the name of what is made of it. */
function moduleFile(snapshot: Snapshot, file: string, path: string): string | null {
  const found = joinPath(directoryOf(file), path);
  const candidates = found === null ? [] : [...ENDINGS.map((ending) => found + ending), found.replace(/\.js$/, '.ts')];
  return candidates.find((candidate) => snapshot.has(candidate)) ?? null;
}
