import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { nestRoutes } from './nest-controllers.ts';
import type { Match } from './routes.ts';

/** Health routes below what the whole program, whose texts are given, puts before its routes, as far as that is written down; of one file. */
export function rootedRoutes(snapshot: Snapshot, all: readonly string[]): (text: string, file: string) => Match[] {
  const nest = nestRoutes(all);
  return (text, file) => {
    if (/\.[jt]s$/.test(file)) return nest(text);
    return file.endsWith('/urls.py') && isDjangoRoot(snapshot, file) ? djangoRoutes(text) : [];
  };
}

/** The folder of a Django project holds the routes that all others are included in. (docs.djangoproject.com, "ROOT_URLCONF") */
function isDjangoRoot(snapshot: Snapshot, file: string): boolean {
  const beside = (name: string) => snapshot.has(joinPath(directoryOf(file), name) ?? name);
  return beside('wsgi.py') || beside('asgi.py');
}

const DJANGO =
  /(?:^|\[)[^\S\n]*(?:path|re_path|url)\(\s*r?["']\^?((?:[\w-]{1,40}\/){0,4}(?:_?healthz?|health[_-]?check|livez|readyz|ready|up|ping)\/?)\??\$?["']/gm;

/** codingjoe.dev/django-health-check */
const HEALTH_PACKAGE =
  /(?:^|\[)[^\S\n]*(?:path|re_path|url)\(\s*r?["']\^?([\w/-]{1,60})["'],\s*include\(\s*["']health_check\.urls["']/gm;

function djangoRoutes(text: string): Match[] {
  return [...text.matchAll(DJANGO), ...text.matchAll(HEALTH_PACKAGE)].map(({ 1: path = '', index }) => ({
    value: `/${path}`,
    offset: index,
  }));
}
