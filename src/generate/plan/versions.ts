import type { SetupVersion } from '../../domain/pipeline.ts';
import type { ToolVersion, Unit } from '../../domain/profile.ts';

/** Versions for repositories that name none: the newest with long-term support on 2026-11-24, or the channel that never breaks on purpose. */
const DEFAULTS = {
  go: 'stable',
  node: '24',
  python: '3.13',
  java: '21',
  rust: 'stable',
  bun: 'latest',
  pnpm: '10',
  dotnet: '10.0.x',
  elixir: '1.20',
  ruby: '3.4',
  php: '8.4',
  terraform: '1.x',
  opentofu: '1.x',
  deno: '2.x',
  swift: '6.2',
  helm: 'latest',
} as const;

type Defaulted = keyof typeof DEFAULTS;

/** The files that each set-up action reads by itself, so that the workflow can never drift from them. */
const VERSION_FILES: Readonly<Record<string, RegExp>> = {
  go: /(^|\/)(go\.(mod|work)|\.go-version|\.tool-versions)$/,
  node: /(^|\/)(package\.json|\.nvmrc|\.node-version|\.tool-versions|mise\.toml)$/,
  python: /(^|\/)(pyproject\.toml|\.python-version|\.tool-versions|Pipfile)$/,
  java: /(^|\/)(\.java-version|\.tool-versions|\.sdkmanrc)$/,
  bun: /(^|\/)(package\.json|\.bun-version|\.tool-versions)$/,
  pnpm: /(^|\/)package\.json$/,
  dotnet: /(^|\/)global\.json$/,
  php: /(^|\/)\.php-version$/,
  deno: /(^|\/)(\.dvmrc|\.tool-versions)$/,
};

/** What uv looks for by itself, here and above. */
const UV_READS = /(^|\/)(pyproject\.toml|\.python-version)$/;

/** The file where the set-up action reads it, else the value with its line, else a default that says so. */
export function versionOf(version: ToolVersion | null, tool: Defaulted): SetupVersion {
  if (!version) return { kind: 'default', value: DEFAULTS[tool] };
  const { value, because } = version;
  const file = because.find((evidence) => VERSION_FILES[tool]?.test(evidence.file))?.file;
  return file === undefined ? { kind: 'value', value, because } : { kind: 'file', file, because };
}

/** That of a wrapper which cannot start by itself, so that commands name Gradle, perhaps behind variables; a wrapper that can, brings its own. Null for the runner's. */
export function gradleVersion({ versions, commands }: Unit): SetupVersion | null {
  const own = versions.find(({ tool }) => tool === 'gradle');
  const isBare = [...commands.lint, ...commands.test, ...commands.build].some(({ run }) => /(?:^| )gradle /.test(run));
  return own && isBare ? { kind: 'value', value: own.value, because: own.because } : null;
}

/** What setup-swift brings: not all of Swift 5 is built for the runners' system, and of what is newer than it the action does not know. (swift-actions/setup-swift v2.4.0) */
const SWIFT = { oldest: 6, newest: [6, 2] } as const;

/**
 * A newer compiler reads the language of older manifests, so what is older than the action can bring, and what is only the oldest that may
 * read a manifest, is built with the default. Null for a release that is newer than the action knows: it is the runner's own.
 */
export function swiftVersion({ version }: Unit): SetupVersion | null {
  const [, major, minor] = /^(\d{1,3})(?:\.(\d{1,3}))?/.exec(version?.value ?? '') ?? [];
  if (!version || major === undefined) return { kind: 'default', value: DEFAULTS.swift };
  const { value: written, because } = version;
  const [newestMajor, newestMinor] = SWIFT.newest;
  if (Number(major) > newestMajor || (Number(major) === newestMajor && Number(minor ?? 0) > newestMinor)) return null;
  const isOldest = because.some(({ file }) => /(^|\/)Package\.swift$/.test(file));
  if (!isOldest && Number(major) >= SWIFT.oldest) return { kind: 'value', value: written, because };
  return { kind: 'value', value: DEFAULTS.swift, ...(written === DEFAULTS.swift ? {} : { written }), because };
}

/** Where `packageManager` names it, the action reads it there, and refuses to be told again. */
export function pnpmVersion({ versions, lockfile }: Unit): SetupVersion {
  const own = versions.find(({ tool }) => tool === 'pnpm');
  if (own) return versionOf(own, 'pnpm');
  return lockfile === null
    ? { kind: 'default', value: DEFAULTS.pnpm }
    : { kind: 'value', value: DEFAULTS.pnpm, because: [{ file: lockfile, line: 1 }] };
}

export function bunVersion({ versions }: Unit): SetupVersion {
  return versionOf(versions.find(({ tool }) => tool === 'bun') ?? null, 'bun');
}

/** uv finds `.python-version` and `requires-python` by itself, and takes the newest Python where nothing is said: it is told only what stands elsewhere. */
export function uvVersion({ version }: Unit): SetupVersion | null {
  if (!version || version.because.some(({ file }) => UV_READS.test(file))) return null;
  return { kind: 'value', value: version.value, because: version.because };
}

/** setup-ruby finds the files of the folder by itself; what stands elsewhere it is told. A requirement stands for its oldest release. */
export function rubyVersion({ version, directory }: Unit): SetupVersion {
  if (!version) return { kind: 'default', value: DEFAULTS.ruby };
  const { value: written, because } = version;
  const inside = (name: string) => (directory === '.' ? name : `${directory}/${name}`);
  const files = ['.ruby-version', '.tool-versions', 'mise.toml'].map(inside);
  const file = because.find((evidence) => files.includes(evidence.file))?.file;
  if (file !== undefined) return { kind: 'file', file, because };
  const number = /^\D{0,4}(\d+\.\d+(?:\.\d+)*)/.exec(written)?.[1];
  const isRequirement = /^[~>=<\s]/.test(written);
  const value = isRequirement ? number?.split('.').slice(0, 2).join('.') : written;
  if (value === undefined) return { kind: 'default', value: DEFAULTS.ruby };
  return { kind: 'value', value, ...(value === written ? {} : { written }), because };
}

/** The two first numbers of a version or requirement; of alternatives the last one's, which packages that are locked today still support. */
export function phpVersion({ version }: Unit): SetupVersion {
  const found = versionOf(version, 'php');
  if (found.kind !== 'value') return found;
  const number = lastNumber(found.value);
  // The action takes a lone number for its first release: "8" for 8.0. (shivammathur/setup-php, "PHP Version Support")
  const value = number !== null && /^\d+$/.test(number) ? `${number}.x` : number;
  if (value === null) return { kind: 'default', value: DEFAULTS.php };
  return { ...found, value, ...(value === found.value ? {} : { written: found.value }) };
}

function lastNumber(text: string): string | null {
  const alternative = text.split('|').at(-1) ?? text;
  return /\d+(?:\.\d+)?/.exec(alternative)?.[0] ?? null;
}

/** A constraint as the set-up actions read it: without commas, and without what is ruled out, which they do not know. */
export function terraformVersion({ version }: Unit, tool: 'terraform' | 'opentofu'): SetupVersion {
  const found = versionOf(version, tool);
  if (found.kind !== 'value') return found;
  const parts = found.value.split(',').map((part) => part.trim());
  const value = parts.filter((part) => !part.startsWith('!=')).join(' ');
  if (value === '') return { kind: 'default', value: DEFAULTS[tool] };
  return { ...found, value, ...(value === found.value ? {} : { written: found.value }) };
}

/** setup-helm takes a whole release: what is less stands for the newest. */
export function helmVersion({ version }: Unit): SetupVersion {
  const found = versionOf(version, 'helm');
  return found.kind === 'value' && /^\d+\.\d+\.\d+$/.test(found.value)
    ? found
    : { kind: 'default', value: DEFAULTS.helm };
}

/** What the action of its makers refuses is older than this. (bufbuild/buf-action, "src/installer.ts") */
const OLDEST_BUF = 35;

/** Told nothing, the action takes the newest; it wants a whole release. */
export function bufVersion({ version }: Unit): SetupVersion | null {
  const minor = /^1\.(\d{1,3})\.\d{1,3}$/.exec(version?.value ?? '')?.[1];
  if (!version || minor === undefined || Number(minor) < OLDEST_BUF) return null;
  return { kind: 'value', value: version.value, because: version.because };
}

/** What units of Mix that name no Elixir are built with. */
export const DEFAULT_ELIXIR = DEFAULTS.elixir;

/** The SDK, and the runtimes of the older frameworks that are built for: tests of those run on nothing else. */
export function dotnetVersion({ version, versions }: Unit): SetupVersion {
  const found = versionOf(version, 'dotnet');
  const older = versions.filter(({ tool }) => tool === 'dotnet').map(({ value }) => value);
  if (found.kind === 'default' || (found.kind === 'file' && older.length === 0)) return found;
  const newest = version ? [version.value] : [];
  const value = [...newest, ...older].map((one) => (/^\d+\.\d+$/.test(one) ? `${one}.x` : one)).join('\n');
  return { kind: 'value', value, because: version?.because ?? [] };
}
