import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isHealthRoute } from './health-names.ts';
import type { Match } from './routes.ts';

/** Health routes below what the whole program, whose texts are given, puts before its routes, as far as that is written down; of one file. */
export function rootedRoutes(snapshot: Snapshot, all: readonly string[]): (text: string, file: string) => Match[] {
  const prefix = nestPrefix(all);
  return (text, file) => {
    if (/\.[jt]s$/.test(file)) return prefix === null ? [] : nestRoutes(text, prefix);
    return file.endsWith('/urls.py') && isDjangoRoot(snapshot, file) ? djangoRoutes(text) : [];
  };
}

/** Gives what comes before a route of a NestJS program, which is given without it. */
type Prefix = (path: string) => string;

/** Null where that is not plain. Versions in paths stand before those routes only that name one, unless there is one for all. (docs.nestjs.com, "Global prefix", "Versioning") */
function nestPrefix(all: readonly string[]): Prefix | null {
  const calls = all.flatMap((text) => [...text.matchAll(SETS)].map(({ index }) => text.slice(index, index + 400)));
  const prefixes = calls.filter((call) => call.startsWith('.set')).map((call) => PREFIX.exec(call));
  const [first] = prefixes;
  const isOne = prefixes.every((it) => it !== null && it[1] === first?.[1]);
  if (!isOne || calls.some((call) => call.startsWith('.enable') && !BY_URI.test(call))) return null;
  if (!first) return () => '';
  const left = prefixes.flatMap((it) =>
    [...(it?.[2] ?? '').matchAll(/["'`]\/?([\w/-]{1,60})["'`]/g)].map(([, path]) => path),
  );
  return (path) => (left.includes(path) ? '' : `/${(first[1] ?? '').replace(/\/$/, '')}`);
}

const SETS = /\.(?:setGlobalPrefix|enableVersioning)\(/g;
const BY_URI = /^\.enableVersioning\(\s*\{\s*type:\s*VersioningType\.URI\s*,?\s*\}\s*\)/;
/** The prefix, and the routes that it is not put before. */
const PREFIX =
  /^\.setGlobalPrefix\(\s*["'`]\/?([\w/-]{1,60})["'`]\s*(?:\)|,\s*\{\s*exclude:\s*\[([^[\]]{0,300})\][\s,]*\}\s*\))/;

const CONTROLLER = /@Controller\(\s*(?:["'`]([\w/-]{0,100})["'`]\s*)?\)/g;
const GET = /@Get\(\s*(?:["'`]([\w/-]{0,100})["'`]\s*)?\)/g;

/** What the controllers of NestJS answer that is called for health. (docs.nestjs.com, "Controllers") */
function nestRoutes(text: string, prefix: Prefix): Match[] {
  if (!text.includes('@nestjs/common')) return [];
  const controllers = [...text.matchAll(CONTROLLER)];
  return controllers.flatMap(({ 1: own = '', index }, at) => {
    const end = controllers[at + 1]?.index ?? text.length;
    return [...text.slice(index, end).matchAll(GET)].flatMap(({ 1: path = '', index: offset }) => {
      const route = `${own}/${path}`.replace(/^\/{1,4}|\/{1,4}$/g, '').replace(/\/{2,4}/g, '/');
      return isHealthRoute(route)
        ? [{ value: `${prefix(route)}/${route}`, offset: path === '' ? index : index + offset }]
        : [];
    });
  });
}

/** The folder of a Django project holds the routes that all others are included in. (docs.djangoproject.com, "ROOT_URLCONF") */
function isDjangoRoot(snapshot: Snapshot, file: string): boolean {
  const beside = (name: string) => snapshot.has(joinPath(directoryOf(file), name) ?? name);
  return beside('wsgi.py') || beside('asgi.py');
}

const DJANGO =
  /(?:^|\[)[^\S\n]*(?:path|re_path|url)\(\s*r?["']\^?((?:[\w-]{1,40}\/){0,4}(?:_?healthz?|health[_-]?check|livez|readyz|ready|up|ping)\/?)\??\$?["']/gm;

function djangoRoutes(text: string): Match[] {
  return [...text.matchAll(DJANGO)].map(({ 1: path = '', index }) => ({ value: `/${path}`, offset: index }));
}
