import { isHealthRoute } from './health-names.ts';
import type { Match } from './routes.ts';

/** What the controllers of NestJS answer that is called for health, in a program whose texts are given; of one of them. (docs.nestjs.com, "Controllers") */
export function nestRoutes(all: readonly string[]): (text: string) => Match[] {
  const prefix = nestPrefix(all);
  return (text) => (prefix === null || !text.includes('@nestjs/common') ? [] : controllerRoutes(text, all, prefix));
}

function controllerRoutes(text: string, all: readonly string[], prefix: Prefix): Match[] {
  const controllers = [...text.matchAll(CONTROLLER)];
  return controllers.flatMap(({ 1: own = '', index }, at) => {
    const part = text.slice(index, controllers[at + 1]?.index);
    const answered = [
      ...methodsIn(part).map(({ path, offset }) => ({ path, offset: path === '' ? index : index + offset })),
      // What it has from a class of another file is cited where it gets its own path.
      ...methodsIn(parentOf(part, all)).map(({ path }) => ({ path, offset: index })),
    ];
    return answered.flatMap(({ path, offset }) => {
      const route = `${own}/${path}`.replace(/^\/{1,4}|\/{1,4}$/g, '').replace(/\/{2,4}/g, '/');
      return isHealthRoute(route) ? [{ value: `${prefix(route)}/${route}`, offset }] : [];
    });
  });
}

function methodsIn(text: string): { readonly path: string; readonly offset: number }[] {
  return [...text.matchAll(GET)].map(({ 1: path = '', index }) => ({ path, offset: index }));
}

/** The text of the class that a controller extends, where that is no controller itself; empty where it extends none. */
function parentOf(controller: string, all: readonly string[]): string {
  const [, parent] = /\bclass\s{1,4}\w{1,80}\s{1,40}extends\s{1,40}(\w{1,80})/.exec(controller) ?? [];
  const declared = parent === undefined ? [] : [`class ${parent} `, `class ${parent}<`];
  const text = all.find((it) => declared.some((start) => it.includes(start)));
  return text === undefined || text.includes('@Controller(') ? '' : text;
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
