import { stepOf } from './route-paths.ts';

/** The router that a group of routes begins with, and what the groups put before its routes. */
export interface Group {
  readonly root: string;
  readonly path: string;
}

/** `api := r.Group("/api")` of Gin, Echo and Fiber, `PathPrefix("/api").Subrouter()` of gorilla/mux, `MapGroup("/api")` of ASP.NET. */
const GROUP =
  /\b(\w{1,60})\s{0,4}:?=\s{0,4}(?:\w{1,60}\.){0,3}(\w{1,60})\.(?:Group|PathPrefix|MapGroup)\(\s{0,4}"(\/?[\w./-]{0,100})"/g;

/** chi puts a router that is made already below another one. (pkg.go.dev, "github.com/go-chi/chi/v5": Mount) */
const MOUNT = /\b(\w{1,60})\.Mount\(\s{0,4}"(\/[\w./-]{0,100})",\s{0,4}(\w{1,60})\)/g;

/** No program nests more of them. */
const DEEPEST = 8;

/** The groups of routes that a text makes of each other: gives what a router is in the end; a router that is no group is that itself. */
export function groupsIn(text: string): (router: string) => Group {
  const groups = new Map<string, Group>();
  for (const [, parent = '', path = '', name = ''] of text.matchAll(MOUNT)) groups.set(name, { root: parent, path });
  for (const [, name = '', parent = '', path = ''] of text.matchAll(GROUP)) groups.set(name, { root: parent, path });
  const groupOf = (router: string, depth: number): Group => {
    const group = depth < DEEPEST ? groups.get(router) : undefined;
    if (!group) return { root: router, path: '' };
    const outer = group.root === router ? { root: router, path: '' } : groupOf(group.root, depth + 1);
    return { root: outer.root, path: outer.path + stepOf(group.path) };
  };
  return (router) => groupOf(router, 0);
}
