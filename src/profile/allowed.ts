import validRange from 'semver/ranges/valid.js';
import type { AllowedVersions, EcosystemName, ToolVersion } from '../domain/profile.ts';
import type { UnitDraft } from './ecosystem.ts';
import { asNpmRange } from './ecosystems/python/range.ts';
import { readJson } from './formats/json.ts';
import type { Manifest } from './formats/manifest.ts';
import { readToml } from './formats/toml.ts';
import { joinPath } from './paths.ts';
import type { Snapshot } from './snapshot.ts';
import { versionIn } from './version-sources.ts';

type Place = Pick<UnitDraft, 'directory' | 'manager'>;

interface Source {
  readonly read: (snapshot: Snapshot, place: Place) => ToolVersion | null;
  readonly toRange: (written: string) => string;
}

const atLeast = (version: string) => `>=${version}`;

/** Where manifests say which versions they refuse, and how each writes it. */
const SOURCES: Partial<Record<EcosystemName, Source>> = {
  // (go.dev/ref/mod, "go directive": a minimum that is required)
  go: {
    read: (snapshot, { directory }) => inLine({ snapshot, directory, tool: 'go' }, ['go.work', 'go.mod'], GO),
    toRange: atLeast,
  },
  node: { read: (snapshot, { directory }) => inJson(snapshot, directory, 'node'), toRange: (written) => written },
  // (PEP 440, "Version specifiers"; python-poetry.org, "Dependency specification")
  python: { read: inPyproject, toRange: asNpmRange },
  // (doc.rust-lang.org/cargo, "The rust-version field")
  rust: { read: inCargo, toRange: atLeast },
  java: { read: inPom, toRange: atLeast },
  kotlin: { read: inPom, toRange: atLeast },
  dotnet: { read: inProjects, toRange: atLeast },
  // (getcomposer.org, "Versions and constraints")
  php: { read: (snapshot, { directory }) => inJson(snapshot, directory, 'php'), toRange: composerRange },
  // (guides.rubygems.org, "Patterns")
  ruby: { read: inBundle, toRange: pessimisticRange },
  elixir: {
    read: (snapshot, { directory }) => inLine({ snapshot, directory, tool: 'elixir' }, ['mix.exs'], MIX),
    toRange: pessimisticRange,
  },
};

/** What is written, and nothing that is longer or other than people write. */
const WRITTEN = /^[\w.,<>=~^|!* -]{1,100}$/;

/** The versions of its language that the manifest in a unit's own folder allows; null where it says nothing that is understood. */
export function allowedVersions(snapshot: Snapshot, draft: UnitDraft): AllowedVersions | null {
  const source = SOURCES[draft.ecosystem];
  const found = source?.read(snapshot, draft) ?? null;
  if (source === undefined || found === null || !WRITTEN.test(found.value)) return null;
  const range = validRange(source.toRange(found.value));
  return range === null || range === '*' ? null : { ...found, range };
}

const GO = /^go[ \t]{1,8}(\d+\.\d+(?:\.\d+)?)\s*(?:\/\/.*)?$/;
const MIX = /^\s{0,20}elixir:\s{0,8}"([^"]{1,60})"/;
const GEMFILE = /^\s{0,8}ruby[\s(]{1,8}["']([^"']{1,40})["']\s*\)?\s*(?:#.*)?$/;
const GEMSPEC =
  /\brequired_ruby_version\s{0,8}=\s{0,8}(?:Gem::Requirement\.new\s{0,4}\(?\s{0,4})?["']([^"']{1,40})["']\s*\)?\s*$/;
// `java.version` is Spring Boot's.
const RELEASE = /<(?:maven\.compiler\.release|java\.version)>\s*(\d{1,2})\s*</;
const FRAMEWORK = /<TargetFramework>\s*net(\d{1,2}\.\d)\s*</;

interface Line {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly tool: string;
}

/** The first of the files in the folder that is there says it, or nothing does. */
function inLine({ snapshot, directory, tool }: Line, names: readonly string[], pattern: RegExp): ToolVersion | null {
  const file = names.flatMap((name) => joinPath(directory, name) ?? []).find((path) => snapshot.text(path) !== null);
  return versionIn({ snapshot, file: file ?? null, tool, pattern });
}

function inJson(snapshot: Snapshot, directory: string, tool: 'node' | 'php'): ToolVersion | null {
  const [name, path] = tool === 'node' ? ['package.json', ['engines', 'node']] : ['composer.json', ['require', 'php']];
  const file = joinPath(directory, name);
  return file === null || !snapshot.has(file) ? null : at(readJson(snapshot, file).value, path, tool);
}

function at(manifest: Manifest, path: readonly string[], tool: string): ToolVersion | null {
  const value = manifest.text(path);
  return value === null ? null : { tool, value: value.trim(), because: [manifest.evidence(path)] };
}

function inPyproject(snapshot: Snapshot, { directory }: Place): ToolVersion | null {
  const { value } = readToml(snapshot, joinPath(directory, 'pyproject.toml') ?? '');
  return (
    at(value, ['project', 'requires-python'], 'python') ??
    at(value, ['tool', 'poetry', 'dependencies', 'python'], 'python')
  );
}

function inCargo(snapshot: Snapshot, { directory }: Place): ToolVersion | null {
  const { value } = readToml(snapshot, joinPath(directory, 'Cargo.toml') ?? '');
  return at(value, ['package', 'rust-version'], 'rust') ?? at(value, ['workspace', 'package', 'rust-version'], 'rust');
}

function inPom(snapshot: Snapshot, { directory, manager }: Place): ToolVersion | null {
  return manager === 'maven' ? inLine({ snapshot, directory, tool: 'java' }, ['pom.xml'], RELEASE) : null;
}

/** A project in the folder itself that targets one framework. */
function inProjects(snapshot: Snapshot, { directory }: Place): ToolVersion | null {
  const names = snapshot.namesIn(directory).filter((name) => /\.(?:cs|fs|vb)proj$/.test(name));
  return inLine({ snapshot, directory, tool: 'dotnet' }, names.slice(0, 1), FRAMEWORK);
}

/** `~8.1` allows 8.2 where npm's does not. */
function composerRange(written: string): string {
  return written
    .replace(/~(?=\d+\.\d+(?![.\d]))/g, '^')
    .replace(/\|{1,2}/g, '||')
    .replaceAll(',', ' ');
}

function inBundle(snapshot: Snapshot, { directory }: Place): ToolVersion | null {
  const gemspecs = snapshot.namesIn(directory).filter((name) => name.endsWith('.gemspec'));
  const line: Line = { snapshot, directory, tool: 'ruby' };
  return inLine(line, ['Gemfile'], GEMFILE) ?? inLine(line, gemspecs.slice(0, 1), GEMSPEC);
}

/** `~> 3.2` is `^3.2`, and `~> 3.2.1` is `~3.2.1`. */
function pessimisticRange(written: string): string {
  return written
    .replace(/~>\s*(?=\d+\.\d+\.)/g, '~')
    .replace(/~>\s*/g, '^')
    .replace(/\s+(?:and|or)\s+/g, (word) => (word.trim() === 'or' ? ' || ' : ' '))
    .replaceAll(',', ' ');
}
