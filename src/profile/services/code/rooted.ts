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

/** What comes before every route of a NestJS program; null where that is not plain. (docs.nestjs.com, "Global prefix") */
function nestPrefix(all: readonly string[]): string | null {
  const calls = all.flatMap((text) => text.match(/\.(?:setGlobalPrefix|enableVersioning)\([^\n]{0,200}/g) ?? []);
  const [call] = calls;
  if (call === undefined) return '';
  const prefix = /^\.setGlobalPrefix\(\s*["'`]\/?([\w/-]{1,60})["'`]\s*\)/.exec(call)?.[1];
  return prefix === undefined || calls.length > 1 ? null : `/${prefix.replace(/\/$/, '')}`;
}

const CONTROLLER = /@Controller\(\s*(?:["'`]([\w/-]{0,100})["'`]\s*)?\)/g;
const GET = /@Get\(\s*(?:["'`]([\w/-]{0,100})["'`]\s*)?\)/g;

/** What the controllers of NestJS answer that is called for health. (docs.nestjs.com, "Controllers") */
function nestRoutes(text: string, prefix: string): Match[] {
  if (!text.includes('@nestjs/common')) return [];
  const controllers = [...text.matchAll(CONTROLLER)];
  return controllers.flatMap(({ 1: own = '', index }, at) => {
    const end = controllers[at + 1]?.index ?? text.length;
    return [...text.slice(index, end).matchAll(GET)].flatMap(({ 1: path = '', index: offset }) => {
      const parts = `${own}/${path}`.split('/').filter((part) => part !== '');
      return isHealthRoute(parts.join('/'))
        ? [{ value: `${prefix}/${parts.join('/')}`, offset: path === '' ? index : index + offset }]
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
