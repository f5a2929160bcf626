import { baseName, directoryOf } from '../../paths.ts';
import { isHealthRoute } from './health-names.ts';
import type { SourceFile } from './routers.ts';
import type { Match } from './routes.ts';

const BLUEPRINT =
  /^(\w{1,60})(?:\s?:\s?[\w.]{1,60})?\s?=\s?(?:flask\.|apiflask\.|flask_smorest\.)?(?:API)?Blueprint\(((?:[^()]|\([^()]{0,200}\)){0,500})\)/gm;
const ROUTE =
  /^@(\w{1,60})\.(?:route|get)\(\s{0,40}(?:rule\s?=\s?)?["']([^"'<>\n]{0,100})["']((?:[^()]|\([^()]{0,200}\)){0,300})\)/gm;
const REGISTERED =
  /\.register_blueprint\(\s{0,40}(?:blueprint\s?=\s?)?([\w.]{1,120})((?:[^()]|\([^()]{0,200}\)){0,300})\)/g;

/**
 * Health routes of a file's blueprints, its own and those that it imports, with the prefix that the program, whose files are given, registers
 * each with, else its own. (flask.palletsprojects.com, "Modular Applications with Blueprints"; apiflask.com, "Basic Usage")
 */
export function blueprintRoutes(all: readonly SourceFile[]): (text: string, file: string) => Match[] {
  const flask = all.filter(({ text }) => text.includes('register_blueprint('));
  const registered = flask.flatMap(({ text }) => {
    const imports = importsIn(text);
    const calls = [...text.matchAll(REGISTERED)];
    return calls.map(([, reference = '', options = '']): Registered => ({ imports, reference, options }));
  });
  const defined = all.flatMap((it) => definedIn(it, registered));
  return (text, file) => {
    if (!file.endsWith('.py') || !/blueprint|\bimport\b/i.test(text)) return [];
    const prefixes = new Map([
      ...(defined.length === 0 ? [] : importedIn(text, defined)),
      ...definedIn({ text, file }, registered).map(({ name, prefix }) => [name, prefix] as const),
    ]);
    if (prefixes.size === 0) return [];
    return [...text.matchAll(ROUTE)].flatMap(({ 1: name = '', 2: path = '', 3: options = '', index }) => {
      const prefix = prefixes.get(name) ?? null;
      const isAsked = !/\bmethods\s?=/.test(options) || /["']GET["']/.test(options);
      const whole = prefix === null ? null : `${prefix.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
      return whole !== null && isAsked && isHealthRoute(whole) ? [{ value: whole, offset: index }] : [];
    });
  };
}

interface Defined {
  readonly module: string;
  readonly name: string;
  /** Null where it is no plain text. */
  readonly prefix: string | null;
}

function definedIn({ text, file }: SourceFile, registered: readonly Registered[]): Defined[] {
  if (!file.endsWith('.py') || !text.includes('Blueprint(')) return [];
  return [...text.matchAll(BLUEPRINT)].map(([, name = '', options = '']) => {
    const mounts = registered.filter((it) => isCalled(it, name, file)).map((it) => prefixIn(it.options));
    return { module: moduleOf(file), name, prefix: mounts.find((prefix) => prefix !== '') ?? prefixIn(options) };
  });
}

/** The blueprints of other files by what they are called here. */
function importedIn(text: string, defined: readonly Defined[]): (readonly [string, string | null])[] {
  return importsIn(text).flatMap(({ module, name, alias }) => {
    const found = defined.find((it) => it.module === module && it.name === name);
    return found ? [[alias, found.prefix] as const] : [];
  });
}

/** `url_prefix="/ops"`; empty where none is given, null where it is no plain text. */
function prefixIn(options: string): string | null {
  if (!/\burl_prefix\s?=/.test(options)) return '';
  const path = /\burl_prefix\s?=\s?["']\/?([\w./-]{0,100})["']/.exec(options)?.[1];
  return path === undefined ? null : path === '' ? '' : `/${path}`;
}

interface Registered {
  readonly imports: readonly Imported[];
  /** `bp`, `health.bp`, or the name that an import gives it. */
  readonly reference: string;
  readonly options: string;
}

interface Imported {
  /** The last step of its module's name. */
  readonly module: string;
  readonly name: string;
  /** What it is called here. */
  readonly alias: string;
}

const IMPORT = /^[^\S\n]{0,40}from[^\S\n]{1,20}([\w.]{1,200})[^\S\n]{1,20}import[^\S\n]{1,20}([^\n(]{1,300})/gm;

function importsIn(text: string): Imported[] {
  return [...text.matchAll(IMPORT)].flatMap(([, module = '', names = '']) =>
    names.split(',').flatMap((part) => {
      const [, name, alias = name] = /^\s{0,9}(\w{1,100})(?:\s{1,9}as\s{1,9}(\w{1,100}))?/.exec(part) ?? [];
      return name === undefined || alias === undefined ? [] : [{ module: module.replace(/^.*\./, ''), name, alias }];
    }),
  );
}

/** Whether that is the blueprint of a file: by the name of its module, or by an import from it. */
function isCalled({ imports, reference }: Registered, name: string, file: string): boolean {
  const module = moduleOf(file);
  return (
    reference === `${module}.${name}` ||
    reference.endsWith(`.${module}.${name}`) ||
    imports.some((it) => it.module === module && it.name === name && it.alias === reference)
  );
}

/** The last step of its name. */
function moduleOf(file: string): string {
  const stem = baseName(file).replace(/\.py$/, '');
  return stem === '__init__' ? baseName(directoryOf(file)) : stem;
}
