import type { ImageFacts } from '../docker/dockerfile.ts';
import { readModule } from '../ecosystems/go/module.ts';
import { readJson } from '../formats/json.ts';
import { readToml } from '../formats/toml.ts';
import { childAt, readXml } from '../formats/xml.ts';
import { firstMatch } from '../lines.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** Where a project writes its own name, the likelier first. */
const NAMES: readonly ((snapshot: Snapshot) => string | null | undefined)[] = [
  (snapshot) => withoutDomain(readModule(snapshot, 'go.mod').name?.value),
  (snapshot) => readJson(snapshot, 'package.json').value.text(['name']),
  (snapshot) => readToml(snapshot, 'Cargo.toml').value.text(['package', 'name']),
  onlyDefaultMember,
  (snapshot) => readToml(snapshot, 'pyproject.toml').value.text(['project', 'name']),
  (snapshot) => readToml(snapshot, 'pyproject.toml').value.text(['tool', 'poetry', 'name']),
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

function gradleName(snapshot: Snapshot, file: string): string | undefined {
  return firstMatch(snapshot.text(file) ?? '', /^\s*rootProject\.name\s*=\s*["']([^"']+)["']/)?.match[1];
}

/** Names that say where sources or Dockerfiles lie, and nothing of the program. */
const GENERIC =
  /^(\.?docker(files?)?|containers?|images?|src|build|package|packaging|deploy(ments?)?|prod|production|release|jvm|main|ops|infra|hack|scripts)$/i;

/** Systems and machines that images are made for, of which one program may have several. */
const BASE =
  /^(?:(?:alpine|debian|ubuntu|bullseye|bookworm|trixie|focal|jammy|noble|distroless|static|slim|scratch|busybox|ubi|rhel|wolfi|centos|fedora|musl|glibc|nonroot|rootless|multi-?arch|amd64|arm64|armv\d|build)(?:[\d.]{0,6}(?:[._-]|$)))+$/i;

/** Whether a name only says what an image stands on, or that it is built, and nothing of the program. */
export function saysBase(name: string): boolean {
  return BASE.test(name);
}

/** The nearest name of a folder or of one above it that tells one program from another; null where none does. */
export function tellingFolder(directory: string): string | null {
  const isBase = (step: string, above: string | undefined) =>
    above !== undefined && GENERIC.test(above) && saysBase(step);
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

/** The same, without its owner and major version; null where it does not. */
export function ownName(snapshot: Snapshot): string | null {
  for (const nameIn of NAMES) {
    const name = nameIn(snapshot)
      ?.replace(/\/v\d+$/, '')
      .replace(/^.*\//, '');
    if (name !== undefined && /^[\w.-]+$/.test(name)) return name;
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
