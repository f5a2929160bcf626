import { directoryOf, joinPath, pathFrom, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { prefixIn } from './express-routers.ts';
import { importsIn, isJavaScript, WHOLE } from './javascript-modules.ts';
import type { Mount, Routers } from './routers.ts';

const ROOT =
  /\b(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?(?:await\s)?(?:[Ff]astify(?:<[\w.,\s]{0,200}>)?|require\(\s?["']fastify["']\s?\))\(/g;
const ROUTE =
  /\b(\w{1,60})\.(?:(?:get|head|all)(?:<[^()]{0,200}>)?\(\s{0,40}|route\(\s{0,4}\{(?:[^{}]{0,200},)?\s{0,40}url:\s?)["'`]([^"'`$\n:*]{0,100})["'`]/g;
const PLUGIN =
  /\b(\w{1,60})\.register\(\s{0,40}(?:import\(\s?["']([^"'\n]{1,200})["']\s?\)|require\(\s?["']([^"'\n]{1,200})["']\s?\)|(\w{1,60}))\s{0,4}(?:,\s{0,40}\{([^{}]{0,300})\}?)?/g;
/** A plugin that is written where it is registered. */
const INLINE =
  /\.register\(\s{0,40}(?:async\s{1,4})?(?:function\s{0,4}\w{0,60}\s{0,4})?\(?\s{0,4}(\w{1,60})[^()=]{0,100}(?:\)\s{0,4}(?:=>\s{0,4})?\{|=>)/g;
/** A function that is given an instance. */
const FUNCTION =
  /\bfunction\s{1,4}(\w{1,60})(?:<[^()]{0,100}>)?\(\s{0,40}(\w{1,60})|\b(?:const|let)\s{1,4}(\w{1,60})(?:\s?:\s?[^=\n]{1,100})?\s?=\s?(?:fp\()?(?:async\s)?(?:function\s?\w{0,60})?\(?\s{0,40}(\w{1,60})/g;

/** @fastify/autoload: a folder of plugins, each below the path of its own folder. */
const FOLDER =
  /\bdir:\s?(?:path\.)?(?:join|resolve)\(\s?(?:__dirname|import\.meta\.dirname)\s?,\s?["']([\w./-]{1,100})["']\s?\)/;

/** The instances of Fastify in a file: the application, and what its plugins are given. (fastify.dev, "Plugins", "Route Prefixing") */
export function fastifyRouters(snapshot: Snapshot, file: string, text: string): Routers {
  const inline = new Set([...text.matchAll(INLINE)].map(([, name = '']) => name));
  const roots = [...text.matchAll(ROOT)].map(([, name = '']) => name).filter((name) => !inline.has(name));
  const routes = [...text.matchAll(ROUTE)].map(({ 1: router = '', 2: path = '', index }) => ({
    router,
    path: path === '/' ? '' : path,
    offset: index,
  }));
  const plugins = [...text.matchAll(PLUGIN)];
  const given = [...routes.map(({ router }) => router), ...plugins.map(([, parent = '']) => parent)];
  const prefixes = new Map(
    given.filter((name) => !roots.includes(name)).map((name) => [name, inline.has(name) ? null : '']),
  );
  const functions = new Map(
    [...text.matchAll(FUNCTION)].map(([, name = '', one = '', other = name, two = one]) => [other, two]),
  );
  const imported = importsIn(snapshot, file, text);
  const loaded = new Set<string>();
  return {
    roots,
    prefixes,
    routes,
    mounts: plugins.flatMap(({ 1: parent = '', 2: lazy, 3: required, 4: name = '', 5: options = '', index }) => {
      const child = lazy ?? required ?? name;
      const near = upToNext(text, index);
      const [, folder] = FOLDER.exec(near) ?? [];
      if (folder === undefined || loaded.size >= MOST.folders) return [{ parent, prefix: prefixIn(options), child }];
      const isKnown = loaded.has(folder);
      loaded.add(folder);
      const before = prefixIn(near);
      return (isKnown ? [] : filesBelow(snapshot, file, folder)).map(
        ({ path, step }): Mount => ({ parent, prefix: before === null ? null : before + step, child: path }),
      );
    }),
    named: (name) => {
      const [first = ''] = prefixes.keys();
      const own = name === WHOLE ? first : (functions.get(name) ?? name);
      return prefixes.has(own) ? { file, name: own } : imported(name);
    },
  };
}

/** No program loads more folders, or more plugins of one. */
const MOST = { folders: 10, files: 200 };

/** A call with what it is told, up to the next one. */
function upToNext(text: string, index: number): string {
  const near = text.slice(index, index + 400);
  const next = near.indexOf('.register(', near.indexOf('.register(') + 1);
  return next < 0 ? near : near.slice(0, next);
}

/** The files that are loaded of a folder, as they are imported from a file, and what stands before their routes. */
function filesBelow(
  snapshot: Snapshot,
  file: string,
  folder: string,
): { readonly path: string; readonly step: string }[] {
  const root = joinPath(directoryOf(file), folder);
  if (root === null) return [];
  return snapshot
    .within(root)
    .filter((path) => isJavaScript(path) && !/\.(?:test|spec|d)\.\w+$/.test(path))
    .slice(0, MOST.files)
    .map((path) => {
      const below = relativeTo(root, directoryOf(path));
      return { path: `./${pathFrom(directoryOf(file), path)}`, step: below === '' || below === '.' ? '' : `/${below}` };
    });
}
