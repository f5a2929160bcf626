import { readModule } from '../ecosystems/go/module.ts';
import { readJson } from '../formats/json.ts';
import { readToml } from '../formats/toml.ts';
import { childAt, readXml } from '../formats/xml.ts';
import { firstMatch } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';

/** Where a project writes its own name, the likelier first. */
const NAMES: readonly ((snapshot: Snapshot) => string | null | undefined)[] = [
  (snapshot) => readModule(snapshot, 'go.mod').name?.value,
  (snapshot) => readJson(snapshot, 'package.json').value.text(['name']),
  (snapshot) => readToml(snapshot, 'Cargo.toml').value.text(['package', 'name']),
  (snapshot) => readToml(snapshot, 'pyproject.toml').value.text(['project', 'name']),
  (snapshot) => readToml(snapshot, 'pyproject.toml').value.text(['tool', 'poetry', 'name']),
  (snapshot) => gradleName(snapshot, 'settings.gradle.kts'),
  (snapshot) => gradleName(snapshot, 'settings.gradle'),
  (snapshot) => childAt(readXml(snapshot, 'pom.xml').value, 'artifactId')?.text,
];

function gradleName(snapshot: Snapshot, file: string): string | undefined {
  return firstMatch(snapshot.text(file) ?? '', /^\s*rootProject\.name\s*=\s*["']([^"']+)["']/)?.match[1];
}

/** Names that say where sources or Dockerfiles lie, and nothing of the program. */
const GENERIC =
  /^(\.?docker(files?)?|containers?|images?|src|build|package|packaging|deploy(ments?)?|prod|production|release|jvm|main|ops|infra|hack|scripts)$/i;

/** The nearest name of a folder or of one above it that tells one program from another; null where none does. */
export function tellingFolder(directory: string): string | null {
  const [name] = directory
    .split('/')
    .filter((step) => step !== '.' && !GENERIC.test(step))
    .slice(-1);
  return name ?? null;
}

/** What the project at the root calls itself, without its owner and major version; `app` where it does not. */
export function projectName(snapshot: Snapshot): string {
  for (const nameIn of NAMES) {
    const name = nameIn(snapshot)
      ?.replace(/\/v\d+$/, '')
      .replace(/^.*\//, '');
    if (name !== undefined && /^[\w.-]+$/.test(name)) return name;
  }
  return 'app';
}
