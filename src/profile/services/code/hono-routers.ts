import type { Snapshot } from '../../snapshot.ts';
import { exportedName, importsIn, WHOLE } from './javascript-modules.ts';
import type { Routers } from './routers.ts';

const APP =
  /\b(\w{1,60})\s?=\s?new\s(?:OpenAPI)?Hono(?:<[^()]{0,300}>)?\([^()]{0,200}\)(?:\s{0,40}\.basePath\(\s?(?:["'`]([^"'`$\n]{0,100})["'`])?)?/g;
/** A call on an application, or on what such a call gives. */
const ROUTE = /(?:\b(\w{1,60})|\))\s{0,40}\.(?:get|all)\(\s{0,40}["'`]([^"'`$\n:*]{0,100})["'`]/g;
const MOUNT =
  /(?:\b(\w{1,60})|\))\s{0,40}\.route\(\s{0,40}(?:["'`]([^"'`$\n:*]{0,100})["'`]|[\w.]{1,60})\s{0,4},\s{0,40}(\w{1,60})/g;

/** The applications of Hono in a file: each serves by itself, and may be a part of another one. (hono.dev, "Routing", "Grouping") */
export function honoRouters(snapshot: Snapshot, file: string, text: string): Routers {
  const apps = [...text.matchAll(APP)];
  const prefixes = new Map(
    apps.map(([all, name = '', path]) => [name, path ?? (all.includes('.basePath(') ? null : '')]),
  );
  const imported = importsIn(snapshot, file, text);
  const appAt = (offset: number) => apps.findLast(({ index }) => index <= offset)?.[1] ?? '';
  return {
    roots: [...prefixes.keys()],
    prefixes,
    routes: [...text.matchAll(ROUTE)].map(({ 1: router, 2: path = '', index }) => ({
      router: router ?? appAt(index),
      path: path === '/' ? '' : path,
      offset: index,
    })),
    mounts: [...text.matchAll(MOUNT)].map(({ 1: parent, 2: prefix, 3: child = '', index }) => ({
      parent: parent ?? appAt(index),
      prefix: prefix ?? null,
      child,
    })),
    named: (name) => {
      const own = name === WHOLE ? (exportedName(text) ?? [...prefixes.keys()][0] ?? '') : name;
      return prefixes.has(own) ? { file, name: own } : imported(own);
    },
  };
}
