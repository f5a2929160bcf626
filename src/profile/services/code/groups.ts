/** Gives what a router puts before its routes, where the same text says so; empty where it does not. */
export type GroupPrefix = (router: string) => string;

/** `api := r.Group("/api")` of Gin and Echo, `PathPrefix("/api").Subrouter()` of gorilla/mux, `MapGroup("/api")` of ASP.NET. */
const GROUP = /\b(\w{1,60})\s{0,4}:?=\s{0,4}(\w{1,60})\.(?:Group|PathPrefix|MapGroup)\(\s{0,4}"(\/?[\w./-]{0,100})"/g;

/** No program nests more of them. */
const DEEPEST = 8;

/** The groups of routes that a text makes of each other. */
export function groupPrefixes(text: string): GroupPrefix {
  const groups = new Map(
    [...text.matchAll(GROUP)].map(([, name = '', parent = '', path = '']) => [name, { parent, path }]),
  );
  const prefixOf = (router: string, depth: number): string => {
    const group = depth < DEEPEST ? groups.get(router) : undefined;
    if (!group) return '';
    const path = group.path.replace(/^\/?(.*?)\/?$/, '$1');
    const before = group.parent === router ? '' : prefixOf(group.parent, depth + 1);
    return before + (path === '' ? '' : `/${path}`);
  };
  return (router) => prefixOf(router, 0);
}
