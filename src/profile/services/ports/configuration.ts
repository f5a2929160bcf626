import type { DocumentPath } from '../../../domain/finding.ts';
import { readJson } from '../../formats/json.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';
import { readToml } from '../../formats/toml.ts';
import { readYamlDocuments } from '../../formats/yaml.ts';
import { firstMatch } from '../../lines.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';
import { broughtSettings } from '../code/files.ts';
import type { FoundPort, Listening } from './listening.ts';

/** Settings of Spring, Quarkus, Micronaut and Ktor, and those that people choose for their own programs. */
const SETTINGS: readonly DocumentPath[] = [
  ['server', 'port'],
  ['quarkus', 'http', 'port'],
  ['micronaut', 'server', 'port'],
  ['ktor', 'deployment', 'port'],
  ['application', 'port'],
  ['app', 'port'],
  ['http', 'port'],
  ['web', 'port'],
  ['port'],
];

/** A setting for the port in a configuration file of the program. */
export function byConfiguration({ snapshot, files, build }: Listening): FoundPort[] {
  for (const file of files) {
    const word = /\.conf(\.\w+)?$/.test(file)
      ? nginxListen(snapshot, file, build.facts.base.value)
      : settingIn(snapshot, file);
    const port = word && /^(?:\$\{[\w.]{1,60}:)?(\d{2,5})\}?$/.exec(word.value)?.[1];
    if (word && port) return [{ port: Number(port), transport: 'tcp', word }];
  }
  return [];
}

/** A setting that a framework of Java reads by itself, in a file of its own, and that nothing else fills in. */
export function byFrameworkSetting({ snapshot, files, build }: Listening): FoundPort[] {
  const own = [...files, ...broughtSettings(snapshot, build)].filter((file) => /(?:^|\/)application\.\w+$/.test(file));
  const word = own.map((file) => settingIn(snapshot, file)).find((found) => found !== null);
  return word && /^\d{2,5}$/.test(word.value) ? [{ port: Number(word.value), transport: 'tcp', word }] : [];
}

/** Whether such a setting leaves the port to the machine (0, in Micronaut -1), or has the program listen on none (in Spring -1). */
export function isLeftOpen({ snapshot, files }: Listening): boolean {
  return files.some((file) => {
    const word = /\.conf(\.\w+)?$/.test(file) ? null : settingIn(snapshot, file);
    return word !== null && /^(?:\$\{[\w.]{1,60}:)?(?:-1|0)\}?$/.test(word.value);
  });
}

function settingIn(snapshot: Snapshot, file: string): Word | null {
  return file.endsWith('.properties') ? propertyIn(snapshot, file, PORTS) : firstSetting(snapshot, file, SETTINGS);
}

function firstSetting(snapshot: Snapshot, file: string, paths: readonly DocumentPath[]): Word | null {
  for (const manifest of readSettings(snapshot, file)) {
    for (const path of paths) {
      const value = manifest.scalar(path);
      if (value !== null) return wordAt(value, file, manifest.lineOf(path));
    }
  }
  return null;
}

const BASE_PATH = ['management', 'endpoints', 'web', 'base-path'];

/** Where Spring's endpoints lie, where that is not below `/actuator`. (docs.spring.io, "Monitoring over HTTP") */
export function actuatorPath(snapshot: Snapshot, files: readonly string[]): Word | null {
  return pathSetting(snapshot, files, [BASE_PATH]);
}

/** What a server of Java has before all its routes: of Spring, Spring WebFlux, Quarkus and Micronaut. */
const CONTEXT_PATHS: readonly (readonly string[])[] = [
  ['server', 'servlet', 'context-path'],
  ['spring', 'webflux', 'base-path'],
  ['quarkus', 'http', 'root-path'],
  ['micronaut', 'server', 'context-path'],
];

/** What stands before every route of the program; null where nothing does. */
export function contextPath(snapshot: Snapshot, files: readonly string[]): Word | null {
  return pathSetting(snapshot, files, CONTEXT_PATHS);
}

/** Where Spring's endpoints have a port of their own, they have nothing of the others' path. */
export function hasOwnManagement(snapshot: Snapshot, files: readonly string[]): boolean {
  return files.some((file) => written(snapshot, file, [['management', 'server', 'port']]) !== null);
}

/** The path that one of these settings has in the first file that has one. */
function pathSetting(
  snapshot: Snapshot,
  files: readonly string[],
  settings: readonly (readonly string[])[],
): Word | null {
  for (const file of files) {
    const word = written(snapshot, file, settings);
    const path = word && /^(?:\$\{[\w.]{1,60}:)?(\/[\w./-]{0,100})\}?$/.exec(word.value)?.[1];
    if (word && path) return { ...word, value: path };
  }
  return null;
}

function written(snapshot: Snapshot, file: string, settings: readonly (readonly string[])[]): Word | null {
  const text = snapshot.text(file) ?? '';
  const marked = settings.filter((path) => text.includes(path.at(-1) ?? ''));
  if (marked.length === 0 || /\.conf(\.\w+)?$/.test(file)) return null;
  if (!file.endsWith('.properties'))
    return firstSetting(
      snapshot,
      file,
      marked.flatMap((path) => [path, [path.join('.')]]),
    );
  const names = marked.map((path) => path.join('.').replaceAll('.', '\\.')).join('|');
  return propertyIn(snapshot, file, new RegExp(`^\\s*(?:${names})\\s*[=:]\\s*(\\S+)`));
}

function readSettings(snapshot: Snapshot, file: string): readonly Manifest[] {
  if (/(^|\/)package\.json$/.test(file)) return [];
  if (file.endsWith('.json')) return [readJson(snapshot, file).value];
  if (file.endsWith('.toml')) return [readToml(snapshot, file).value];
  return /\.ya?ml$/.test(file) ? readYamlDocuments(snapshot, file).filter(holdsAlways) : [];
}

/** Spring writes the settings of its profiles as further documents of one file. */
function holdsAlways(document: Manifest): boolean {
  return PROFILES.every((path) => document.at(path) === undefined || isMapping(document.at(path)));
}

const PROFILES: readonly DocumentPath[] = [
  ['spring', 'config', 'activate', 'on-profile'],
  ['spring', 'profiles'],
];

const PORTS = /^\s*(?:server\.port|quarkus\.http\.port|micronaut\.server\.port)\s*[=:]\s*(\S+)/;

function propertyIn(snapshot: Snapshot, file: string, pattern: RegExp): Word | null {
  const found = firstMatch(snapshot.text(file) ?? '', pattern);
  return found?.match[1] ? wordAt(found.match[1], file, found.line) : null;
}

/** `listen 8080;` of a site, where the image runs nginx; not the one for TLS. */
function nginxListen(snapshot: Snapshot, file: string, base: string): Word | null {
  if (!/nginx|openresty/.test(base)) return null;
  const found = firstMatch(
    snapshot.text(file) ?? '',
    /^\s*listen\s+(?:\[::\]:|0\.0\.0\.0:|\*:)?(\d{2,5})\b(?!.*\bssl\b)/,
  );
  return found?.match[1] ? wordAt(found.match[1], file, found.line) : null;
}
