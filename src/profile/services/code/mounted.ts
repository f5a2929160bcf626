import { lineCounter } from '../../lines.ts';
import { oncePerFile } from '../../once.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';
import { expressRouters } from './express-routers.ts';
import { fastApiRouters } from './fastapi-routers.ts';
import { fastifyRouters } from './fastify-routers.ts';
import { isHealthRoute } from './health-names.ts';
import { honoRouters } from './hono-routers.ts';
import { isJavaScript } from './javascript-modules.ts';
import { routeBelow } from './route-paths.ts';
import type { RouterName, Routers } from './routers.ts';

/** No program puts more routers below each other. */
const DEEPEST = 6;

/** More files are not looked into for them. */
const MOST_FILES = 24;

/** More routers than these only take time. */
const MOST_ROUTERS = 300;

/**
 * Health routes of routers that an application takes in, or that a router of one does, with all that stands before them; those of the
 * application itself are not among them.
 */
export function mountedRoutes(snapshot: Snapshot, files: readonly string[]): Word[] {
  const all = routersIn(snapshot, files);
  return takenIn(all).flatMap((at) => {
    const routers = all.get(at.file);
    return routers && at.base !== null ? healthRoutes(snapshot, { ...at, base: at.base }, routers) : [];
  });
}

/**
 * What an application of JavaScript puts before its own routes; null for a router whose routes are said by `mountedRoutes`, since something
 * takes it in.
 */
export function javascriptPrefixes(
  snapshot: Snapshot,
  files: readonly string[],
): (file: string, router: string) => string | null {
  let taken: ReadonlySet<string> | undefined;
  return (file, router) => {
    taken ??= new Set(takenIn(routersIn(snapshot, files.filter(isJavaScript))).map((at) => `${at.file}\0${at.name}`));
    if (taken.has(`${file}\0${router}`)) return null;
    const own = routersOf(snapshot, file)?.prefixes.get(router);
    return own === null ? null : (own ?? '').replace(/\/$/, '');
  };
}

type AllRouters = ReadonlyMap<string, Routers | null>;

function routersIn(snapshot: Snapshot, files: readonly string[]): AllRouters {
  return new Map(files.map((file) => [file, routersOf(snapshot, file)]));
}

/** A router that another one takes in. */
interface Taken extends RouterName {
  /** All that stands before its routes; null where that is not plain. */
  readonly base: string | null;
}

function takenIn(all: AllRouters): Taken[] {
  const open = [...all].flatMap(([file, it]) =>
    (it?.roots ?? []).map((name): Open => ({ file, name, base: it?.prefixes.get(name) ?? '', depth: 0 })),
  );
  const found: Taken[] = [];
  for (const { file, name, base, depth } of open) {
    const routers = all.get(file);
    if (!routers || depth > DEEPEST || open.length > MOST_ROUTERS) continue;
    if (depth > 0) found.push({ file, name, base });
    for (const { prefix, child } of routers.mounts.filter(({ parent }) => parent === name)) {
      const router = madeAs(all, routers.named(child));
      if (!router) continue;
      const own = all.get(router.file)?.prefixes.get(router.name) ?? null;
      const isPlain = base !== null && own !== null && prefix !== null;
      open.push({ ...router, base: isPlain ? routeBelow(routeBelow(base, prefix), own) : null, depth: depth + 1 });
    }
  }
  return found;
}

interface Open extends Taken {
  readonly depth: number;
}

/** Further files in which the routers are made that these files take in; a package of Python hands on those of its modules. */
export function mountedFiles(snapshot: Snapshot, files: readonly string[]): string[] {
  const found = files.flatMap((file) => {
    const routers = routersOf(snapshot, file);
    return (routers?.mounts ?? []).flatMap(({ child }) => routers?.named(child)?.file ?? []);
  });
  const inside = found
    .filter((file) => baseName(file) === '__init__.py')
    .flatMap((file) => {
      const folder = directoryOf(file);
      return snapshot.namesIn(folder).flatMap((name) => (name.endsWith('.py') ? (joinPath(folder, name) ?? []) : []));
    });
  return [...new Set([...found, ...inside])].filter((file) => !files.includes(file)).slice(0, MOST_FILES);
}

const routersOf = oncePerFile((snapshot, file): Routers | null => {
  const text = snapshot.text(file);
  if (text === null) return null;
  if (file.endsWith('.py')) return fastApiRouters(snapshot, file, text);
  if (!isJavaScript(file)) return null;
  if (/\bnew (?:OpenAPI)?Hono\b/.test(text)) return honoRouters(snapshot, file, text);
  return /fastify/i.test(text) ? fastifyRouters(snapshot, file, text) : expressRouters(snapshot, file, text);
});

/** The router behind a name that files hand on to each other. */
function madeAs(all: AllRouters, named: RouterName | null): RouterName | null {
  let router = named;
  for (let step = 0; router && step < DEEPEST; step += 1) {
    const routers = all.get(router.file);
    if (!routers) return null;
    if (routers.prefixes.has(router.name)) return router;
    router = routers.named(router.name);
  }
  return null;
}

interface At extends RouterName {
  /** All that stands before its routes. */
  readonly base: string;
}

function healthRoutes(snapshot: Snapshot, { file, name, base }: At, { routes }: Routers): Word[] {
  const lineAt = lineCounter(snapshot.text(file) ?? '');
  return routes.flatMap(({ router, path, offset }) => {
    const whole = routeBelow(base, path);
    return router === name && isHealthRoute(whole) ? [wordAt(whole, file, lineAt(offset))] : [];
  });
}
