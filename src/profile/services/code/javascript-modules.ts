import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { RouterName } from './routers.ts';

const DEFAULT =
  /\bimport\s{1,4}(\w{1,60})\s{0,4}(?:,\s{0,4}\{[^{}]{0,500}\}\s{0,4})?from\s{1,4}["'](\.[^"'\n]{0,200})["']/g;
const NAMED =
  /\bimport\s{1,4}(?:\w{1,60}\s{0,4},\s{0,4})?\{([^{}]{0,1000})\}\s{0,4}from\s{1,4}["'](\.[^"'\n]{0,200})["']/g;
const REQUIRED =
  /\b(?:const|let|var)\s{1,4}(?:(\w{1,60})|\{([^{}]{0,1000})\})\s{0,4}=\s{0,4}require\(\s?["'](\.[^"'\n]{0,200})["']\s?\)/g;
const EXPORT = /\b(?:module\.exports|export\s{1,4}default)\s{0,4}=?\s{0,4}(?:\w{1,20}\()?(\w{1,60})\)?\s{0,4}(?:;|$)/m;

/** Whether a file holds JavaScript or TypeScript, without markup. */
export function isJavaScript(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file);
}

/** What a file hands out as a whole. */
export const WHOLE = 'module.exports';

/** The name that a file hands out as a whole; null where that has none. */
export function exportedName(text: string): string | null {
  return EXPORT.exec(text)?.[1] ?? null;
}

/** Gives what a name, or a relative path, of a JavaScript file means in the file that it is imported from; null where that is not known. */
export function importsIn(snapshot: Snapshot, file: string, text: string): (name: string) => RouterName | null {
  const all = new Map([
    ...[...text.matchAll(DEFAULT)].map(([, name = '', path = '']) => [name, { path, name: WHOLE }] as const),
    ...[...text.matchAll(NAMED)].flatMap(([, names = '', path = '']) => listed(names, path)),
    ...[...text.matchAll(REQUIRED)].flatMap(([, name, names = '', path = '']) =>
      name === undefined ? listed(names, path) : [[name, { path, name: WHOLE }] as const],
    ),
  ]);
  return (name) => {
    const found = all.get(name) ?? (name.startsWith('.') ? { path: name, name: WHOLE } : null);
    const from = found && moduleFile(snapshot, file, found.path);
    return found && from ? { file: from, name: found.name } : null;
  };
}

/** `{ router, routes as health, status: probe }` */
function listed(names: string, path: string): (readonly [string, { readonly path: string; readonly name: string }])[] {
  return names.split(',').flatMap((part) => {
    const [, name, as] = /^\s*(?:type\s+)?(\w{1,60})(?:\s*(?:\bas\b|:)\s*(\w{1,60}))?\s*$/.exec(part) ?? [];
    return name === undefined ? [] : [[as ?? name, { path, name: name === 'default' ? WHOLE : name }] as const];
  });
}

const ENDINGS = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '/index.js', '/index.ts'];

/** TypeScript may be imported under the name of what is made of it. */
function moduleFile(snapshot: Snapshot, file: string, path: string): string | null {
  const found = joinPath(directoryOf(file), path);
  const candidates = found === null ? [] : [...ENDINGS.map((ending) => found + ending), found.replace(/\.js$/, '.ts')];
  return candidates.find((candidate) => snapshot.has(candidate)) ?? null;
}
