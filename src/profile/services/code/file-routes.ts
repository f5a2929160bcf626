import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Units } from '../../units.ts';
import { type Word, wordAt } from '../../word.ts';
import type { ImageBuild } from '../image-build.ts';
import { isMoved } from './base-paths.ts';
import { programFolders } from './built-folders.ts';
import { HEALTH_NAME } from './health-names.ts';

/** A framework in which the place of a file is the path that it answers. */
interface FileRouting {
  readonly framework: RegExp;
  /** Files that answer requests, with the path that they answer. */
  readonly routes: readonly (readonly [place: RegExp, path: (found: string) => string])[];
  /** A setting by which all paths stand below another one, and the file in which it is made. */
  readonly base: { readonly file: RegExp; readonly setting: string };
}

const FOLDERS = String.raw`((?:[\w()@.-]{1,60}\/){0,6}`;
const NAME = `${HEALTH_NAME})`;

/** Next.js leaves out of the path what stands in parentheses. */
const plain = (path: string) => `/${path.replace(/\([^()/]{1,60}\)\//g, '')}`;
/** A dot stands for a stroke, and so does a folder that ends with a plus. */
const flat = (path: string) => `/${path.replace(/\+?\/|\./g, '/')}`;

const ROUTINGS: readonly FileRouting[] = [
  {
    // nextjs.org, "Route Handlers", "API Routes", "basePath"
    framework: /^next$/,
    routes: [
      [new RegExp(String.raw`^(?:src\/)?app\/${FOLDERS}${NAME}\/route\.[jt]sx?$`), plain],
      [new RegExp(String.raw`^(?:src\/)?pages\/(api\/(?:[\w.-]{1,60}\/){0,6}${NAME}(?:\/index)?\.[jt]sx?$`), plain],
    ],
    base: { file: /^next\.config\.[cm]?[jt]s$/, setting: 'basePath' },
  },
  {
    // nuxt.com, "server/": api, routes
    framework: /^nuxt$/,
    routes: [
      [new RegExp(String.raw`^server\/(api\/(?:[\w.-]{1,60}\/){0,6}${NAME}(?:\.get)?\.[jt]s$`), plain],
      [new RegExp(String.raw`^server\/routes\/${FOLDERS}${NAME}(?:\.get)?\.[jt]s$`), plain],
    ],
    base: { file: /^nuxt\.config\.[cm]?[jt]s$/, setting: 'baseURL' },
  },
  {
    // svelte.dev, "Routing": +server
    framework: /^@sveltejs\/kit$/,
    routes: [[new RegExp(String.raw`^src\/routes\/${FOLDERS}${NAME}\/\+server\.[jt]s$`), plain]],
    base: { file: /^svelte\.config\.[cm]?js$/, setting: 'base' },
  },
  {
    // remix.run, "Resource Routes", "Route File Naming"; the packages remix-flat-routes and remix-hono
    framework: /^(?:@remix-run\/(?:react|node|serve)|react-router|@react-router\/(?:node|serve))$/,
    routes: [[new RegExp(String.raw`^app\/routes\/((?:[\w-]{1,60}(?:\+?\/|\.)){0,6}${NAME}\.[jt]sx?$`), flat]],
    base: { file: /^(?:vite|react-router)\.config\.[cm]?[jt]s$/, setting: 'basename' },
  },
];

/** Files of a program that may put all of its paths elsewhere. */
export function routingSettings(snapshot: Snapshot, build: ImageBuild): string[] {
  return programFolders(snapshot, build).flatMap((folder) =>
    ROUTINGS.flatMap(({ base }) => settingsIn(snapshot, folder, base)),
  );
}

function settingsIn(snapshot: Snapshot, directory: string, { file }: FileRouting['base']): string[] {
  return snapshot.namesIn(directory).flatMap((name) => (file.test(name) ? (joinPath(directory, name) ?? []) : []));
}

/** Health routes that a program answers by where its files stand, those of the fewest steps first; none where a setting puts all of its paths elsewhere. */
export function fileRoutes(snapshot: Snapshot, build: ImageBuild, units: Units): Word[] {
  const dockerfile = snapshot.text(build.facts.file) ?? '';
  return programFolders(snapshot, build).flatMap((folder) => routesBelow({ snapshot, units, dockerfile }, folder));
}

interface Repository {
  readonly snapshot: Snapshot;
  readonly units: Units;
  /** The text of the Dockerfile that makes the image. */
  readonly dockerfile: string;
}

function routesBelow({ snapshot, units, dockerfile }: Repository, directory: string): Word[] {
  const dependencies = units.dependenciesNear(directory);
  const routing = ROUTINGS.find(({ framework }) => dependencies.some(({ name }) => framework.test(name)));
  if (!routing) return [];
  const { routes, base } = routing;
  const settings = settingsIn(snapshot, directory, base).map((file) => snapshot.text(file) ?? '');
  if (settings.some((text) => isMoved(text, base.setting, dockerfile))) return [];
  const start = directory === '.' ? 0 : directory.length + 1;
  const found = snapshot.within(directory).flatMap((file) =>
    routes.flatMap(([place, path]) => {
      const at = place.exec(file.slice(start))?.[1];
      return at === undefined ? [] : [wordAt(path(at), file, 1)];
    }),
  );
  const stepsOf = ({ value }: Word) => value.split('/').length;
  return found.sort((a, b) => stepsOf(a) - stepsOf(b));
}
