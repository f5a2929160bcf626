import { ancestors, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { RouterName, Routers } from './routers.ts';

const ROOT = /^[^\S\n]{0,40}(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?(?:fastapi\.)?FastAPI\(/gm;
/** An application that a function is given. */
const GIVEN =
  /\bdef\s\w{1,80}\((?:[^()]{0,300},)?\s{0,20}(?:(\w{1,60})\s?:\s?(?:fastapi\.)?FastAPI|(app|application))\s{0,4}[,)]/g;
const ROUTER =
  /^(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?(?:fastapi\.)?APIRouter\(((?:[^()]|\([^()]{0,200}\)){0,500})\)/gm;
const INCLUDES =
  /\b(\w{1,60})\.include_router\(\s{0,40}(?:router\s?=\s?)?([\w.]{1,120})((?:[^()]|\([^()]{0,200}\)){0,500})\)/g;
const ROUTE = /@(\w{1,60})\.(?:get|head|api_route)\(\s{0,40}(?:path\s?=\s?)?["']([^"'{}\n]{0,100})["']/g;
const IMPORT =
  /^[^\S\n]{0,40}from[^\S\n]{1,20}(\.{1,6}[\w.]{0,200}|\w[\w.]{0,200})[^\S\n]{1,20}import[^\S\n]{1,20}(?:\(([^()]{0,2000})\)|([^\n#(]{1,500}))/gm;

/** The routers of FastAPI in a file. (fastapi.tiangolo.com, "Bigger Applications") */
export function fastApiRouters(snapshot: Snapshot, file: string, text: string): Routers {
  const prefixes = new Map([...text.matchAll(ROUTER)].map(([, name = '', options = '']) => [name, prefixIn(options)]));
  const imports = importedNames(text);
  return {
    roots: [...new Set([...text.matchAll(ROOT), ...text.matchAll(GIVEN)].map(([, typed, name = '']) => typed ?? name))],
    prefixes,
    routes: [...text.matchAll(ROUTE)].map(({ 1: router = '', 2: path = '', index }) => ({
      router,
      path,
      offset: index,
    })),
    mounts: [...text.matchAll(INCLUDES)].map(([, parent = '', child = '', options = '']) => ({
      parent,
      prefix: prefixIn(options),
      child,
    })),
    named: (name) => (prefixes.has(name) ? { file, name } : imported(snapshot, file, imports, name)),
  };
}

/** `prefix="/api"`; empty where none is given, null where it is no plain text. */
function prefixIn(options: string): string | null {
  if (!/\bprefix\s?=/.test(options)) return '';
  return /\bprefix\s?=\s?["']([\w./-]{0,100})["']/.exec(options)?.[1] ?? null;
}

interface Imported {
  readonly module: string;
  readonly name: string;
}

/** What each imported name is called where it comes from. */
function importedNames(text: string): ReadonlyMap<string, Imported> {
  return new Map(
    [...text.matchAll(IMPORT)].flatMap(([, module = '', many = '', one = '']) =>
      (many || one).split(',').flatMap((part): [string, Imported][] => {
        const [, name, as] = /^\s*(\w{1,100})(?:\s+as\s+(\w{1,100}))?/.exec(part) ?? [];
        return name === undefined ? [] : [[as ?? name, { module, name }]];
      }),
    ),
  );
}

/** `health.router` of `from .api import health`, or `router` of `from .api.health import router`. */
function imported(
  snapshot: Snapshot,
  file: string,
  imports: ReadonlyMap<string, Imported>,
  reference: string,
): RouterName | null {
  const [first = '', ...attributes] = reference.split('.');
  const from = imports.get(first);
  if (!from || attributes.length > 1) return null;
  const asModule = moduleFile(snapshot, file, `${from.module}${from.module.endsWith('.') ? '' : '.'}${from.name}`);
  if (attributes[0] !== undefined) return asModule === null ? null : { file: asModule, name: attributes[0] };
  const module = moduleFile(snapshot, file, from.module);
  return module === null ? null : { file: module, name: from.name };
}

/** The file of a module: beside the file or above it, as the folder is that a program starts from. */
function moduleFile(snapshot: Snapshot, file: string, module: string): string | null {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const path = module.slice(dots).replaceAll('.', '/');
  const above = ancestors(directoryOf(file));
  const folders = dots > 0 ? above.slice(dots - 1, dots) : above;
  return (
    folders
      .flatMap((folder) =>
        [`${path}.py`, `${path}/__init__.py`].flatMap((name) => joinPath(folder, name.replace(/^\//, '')) ?? []),
      )
      .find((candidate) => snapshot.has(candidate)) ?? null
  );
}
