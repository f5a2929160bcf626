import type { Snapshot } from '../../snapshot.ts';
import { exportedName, importsIn, WHOLE } from './javascript-modules.ts';
import type { Routers } from './routers.ts';

const ROOT = /\b(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?(?:express\(|new\sKoa\()/g;
const ROUTER =
  /\b(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?(?:new\s)?(?:express\.)?Router(?:<[\w.,\s]{0,100}>)?\(([^()]{0,300})/g;
/** What stands between the path and the router is asked before it; a name alone in the place of the path may be one. */
const USES =
  /\b(\w{1,60})\.use\(\s{0,40}(?:(["'`])([^"'`$\n]{0,100})\2\s{0,4},\s{0,40})?((?:[\w.]{1,60}(?:\([^()\n]{0,100}\))?\s{0,4},\s{0,40}){0,4})(?:(\w{1,60})(?:\.routes\(\))?|require\(\s?["']([^"'\n]{1,200})["']\s?\))\s{0,40}\)/g;
/** github.com/koajs/mount */
const MOUNTS =
  /\b(\w{1,60})\.use\(\s{0,40}mount\(\s{0,40}["'`]([^"'`$\n]{0,100})["'`]\s{0,4},\s{0,40}(\w{1,60})\.routes\(\)/g;
const ROUTE = /\b(\w{1,60})\.(?:get|head|all)\(\s{0,40}["'`]([^"'`$\n:*]{0,100})["'`]/g;

/**
 * The routers of Express and Koa in a file; of what a file hands out, only the one thing that stands for all of it is known. Null where it
 * has none. (expressjs.com, "Routing"; @koa/router, "API Reference")
 */
export function expressRouters(snapshot: Snapshot, file: string, text: string): Routers | null {
  if (!/\bRouter\b|\bexpress\(|\.use\(|exports|\bexport default\b/.test(text)) return null;
  const prefixes = new Map([...text.matchAll(ROUTER)].map(([, name = '', options = '']) => [name, prefixIn(options)]));
  const imported = importsIn(snapshot, file, text);
  return {
    roots: [...text.matchAll(ROOT)].map(([, name = '']) => name),
    prefixes,
    routes: [...text.matchAll(ROUTE)].map(({ 1: router = '', 2: path = '', index }) => ({
      router,
      path: path === '/' ? '' : path,
      offset: index,
    })),
    mounts: [
      ...[...text.matchAll(USES)].map(([, parent = '', , prefix, between = '', name = '', path = '']) => ({
        parent,
        prefix: prefix ?? (/^[\w.]+\s*,/.test(between) ? null : ''),
        child: name || path,
      })),
      ...[...text.matchAll(MOUNTS)].map(([, parent = '', prefix = '', child = '']) => ({ parent, prefix, child })),
    ],
    named: (name) => {
      const own = name === WHOLE ? (exportedName(text) ?? '') : name;
      return prefixes.has(own) ? { file, name: own } : imported(own);
    },
  };
}

/** `{ prefix: '/api' }`; empty where none is given, null where it is no plain text. */
export function prefixIn(options: string): string | null {
  if (!/\bprefix\b/.test(options)) return '';
  return /\bprefix\s?:\s?["'`]([\w./-]{0,100})["'`]/.exec(options)?.[1] ?? null;
}
