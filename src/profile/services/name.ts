import type { ImageFacts } from '../docker/dockerfile.ts';
import { readModule } from '../ecosystems/go/module.ts';
import { readJson } from '../formats/json.ts';
import { readToml } from '../formats/toml.ts';
import { childAt, readXml } from '../formats/xml.ts';
import { firstMatch } from '../lines.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { saysVariant } from './variant-words.ts';

/** Where a project writes its own name, the likelier first. */
const NAMES: readonly ((snapshot: Snapshot) => string | null | undefined)[] = [
  (snapshot) => withoutDomain(readModule(snapshot, 'go.mod').name?.value),
  (snapshot) => readJson(snapshot, 'package.json').value.text(['name']),
  (snapshot) => readToml(snapshot, 'Cargo.toml').value.text(['package', 'name']),
  onlyDefaultMember,
  (snapshot) => readToml(snapshot, 'pyproject.toml').value.text(['project', 'name']),
  (snapshot) => readToml(snapshot, 'pyproject.toml').value.text(['tool', 'poetry', 'name']),
  (snapshot) => setupName(snapshot, 'setup.py'),
  (snapshot) => setupName(snapshot, 'setup.cfg'),
  (snapshot) => gradleName(snapshot, 'settings.gradle.kts'),
  (snapshot) => gradleName(snapshot, 'settings.gradle'),
  (snapshot) => childAt(readXml(snapshot, 'pom.xml').value, 'artifactId')?.text,
];

/** `shop.app/v2` is a domain alone, and the shop. (go.dev/ref/mod, "Module paths") */
function withoutDomain(module: string | undefined): string | undefined {
  return module?.replace(/^([\w-]{1,80})\.[a-z]{2,20}(?:\/v\d{1,6})?$/, '$1');
}

/** The one package that a workspace runs where none is named. (doc.rust-lang.org/cargo, "The default-members field") */
function onlyDefaultMember(snapshot: Snapshot): string | undefined {
  const [member, ...others] = readToml(snapshot, 'Cargo.toml').value.texts(['workspace', 'default-members']);
  return others.length > 0 ? undefined : member;
}

/** As setup.py hands it over, or setup.cfg has it. (setuptools.pypa.io, "Keywords", "name") */
const SET_UP =
  /^\s{0,20}name\s{0,4}=\s{0,4}["']([\w.-]{1,80})["']\s{0,4},?\s{0,4}$|^name\s{0,4}=\s{0,4}([\w.-]{1,80})\s{0,4}$/;

function setupName(snapshot: Snapshot, file: string): string | undefined {
  const [, handed, written] = firstMatch(snapshot.text(file) ?? '', SET_UP)?.match ?? [];
  return handed ?? (file.endsWith('.cfg') ? written : undefined);
}

function gradleName(snapshot: Snapshot, file: string): string | undefined {
  return firstMatch(snapshot.text(file) ?? '', /^\s*rootProject\.name\s*=\s*["']([^"']+)["']/)?.match[1];
}

/** Names that say where sources or Dockerfiles lie, and nothing of the program. */
const GENERIC =
  /^(\.?docker(files?)?|containers?|images?|src|build|package|packaging|deploy(ments?)?|prod|production|release|jvm|main|ops|infra|hack|scripts)$/i;

/** Folders in which Dockerfiles are kept. */
const KEEPS = /^(?:\.?docker(?:files?)?|containers?|images?|build|packag(?:e|es|ing)|release)$/i;

/** Whether a name only says what an image stands on, or that it is built, and nothing of the program. */
export function saysBase(name: string): boolean {
  return name.toLowerCase() === 'build' || saysVariant(name);
}

/** The nearest name of a folder or of one above it that tells one program from another; null where none does. */
export function tellingFolder(directory: string): string | null {
  const isBase = (step: string, above: string | undefined) =>
    above !== undefined && KEEPS.test(above) && saysBase(step);
  const [name] = directory
    .split('/')
    .filter((step, at, all) => step !== '.' && !GENERIC.test(step) && !isBase(step, all[at - 1]))
    .slice(-1);
  return name ?? null;
}

/** What the project at the root calls itself; `app` where it does not. */
export function projectName(snapshot: Snapshot): string {
  return ownName(snapshot) ?? 'app';
}

/** Names that only say that others are held, and of whom: `@shop/root`. */
const HOLDS = /^(?:root|monorepo|workspaces?|repo(?:sitory)?|source)$/i;
const OF_OWNER = /^@([\w.-]{1,60})\/(?:root|monorepo|workspaces?|repo(?:sitory)?|source)$/i;

/** The same, without its owner, its major version and what only says that it holds others; null where it does not. */
export function ownName(snapshot: Snapshot): string | null {
  for (const nameIn of NAMES) {
    const name = nameIn(snapshot)
      ?.replace(OF_OWNER, '$1')
      .replace(/\/v\d+$/, '')
      .replace(/^.*\//, '')
      .replace(/(?<=.)-(?:parent|aggregator|reactor|monorepo)$/, '');
    if (name !== undefined && /^[\w.-]+$/.test(name) && !HOLDS.test(name)) return name;
  }
  return null;
}

/** What starts a program. */
const STARTS = /^(?:tini|dumb-init|env|exec|s6-svscan|init|-{1,2}[\w-]{0,20})$/;

/** What tells nothing of the program that is started, or is one of everybody's. */
const TELLS_NOTHING =
  /^(?:(?:ba|a|da)?sh|node|bun|deno|python[\d.]*|java|ruby|php|dotnet|nginx|supervisord|app|application|main|server|service|start|run|entrypoint|docker-entrypoint|binary|program)$/;

/** The program of its own that an image starts by its whole path: `CMD /bin/shop`; null where that is none, or tells nothing. */
export function startedProgram({ holdsBuilt, commands }: Pick<ImageFacts, 'holdsBuilt' | 'commands'>): string | null {
  const words = holdsBuilt
    ? commands.flatMap(({ value }) => value.split(/[\s"',[\]]+/).filter((word) => word !== ''))
    : [];
  const started = words.find((word) => !STARTS.test(baseName(word))) ?? '';
  const name = /^(?:\/[\w.-]{1,60}){1,8}$/.test(started) ? baseName(started) : '';
  return /^[a-z][a-z\d]*(?:[-_][a-z\d]+)*$/.test(name) && !TELLS_NOTHING.test(name) ? name : null;
}
