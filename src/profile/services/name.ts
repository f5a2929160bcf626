import { firstMatch } from '../lines.ts';
import type { Snapshot } from '../snapshot.ts';

/** Where a project writes its own name, and the pattern of that line. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ['go.mod', /^module\s+([\w./~-]+)/],
  ['package.json', /^\s*"name"\s*:\s*"(?:@[^/"]+\/)?([\w.-]+)"/],
  ['Cargo.toml', /^name\s*=\s*"([\w-]+)"/],
  ['pyproject.toml', /^name\s*=\s*["']([\w.-]+)["']/],
  ['settings.gradle.kts', /^rootProject\.name\s*=\s*["']([\w.-]+)["']/],
  ['settings.gradle', /^rootProject\.name\s*=\s*["']([\w.-]+)["']/],
  ['pom.xml', /^ {1,4}<artifactId>([\w.-]+)<\/artifactId>|^\t<artifactId>([\w.-]+)<\/artifactId>/],
];

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

/** What the project at the root calls itself; `app` where it does not. */
export function projectName(snapshot: Snapshot): string {
  for (const [file, pattern] of NAMES) {
    const found = firstMatch(snapshot.text(file) ?? '', pattern)?.match;
    const name = found?.[1] ?? found?.[2];
    if (name) return name.replace(/\/v\d+$/, '').replace(/^.*\//, '');
  }
  return 'app';
}
