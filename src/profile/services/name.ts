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

/** What the project at the root calls itself; `app` where it does not. */
export function projectName(snapshot: Snapshot): string {
  for (const [file, pattern] of NAMES) {
    const found = firstMatch(snapshot.text(file) ?? '', pattern)?.match;
    const name = found?.[1] ?? found?.[2];
    if (name) return name.replace(/\/v\d+$/, '').replace(/^.*\//, '');
  }
  return 'app';
}
