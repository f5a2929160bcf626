import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import semver from 'semver';
import type { Demand, Tool } from './demands.ts';
import { found, output } from './programs.ts';
import { asked, pythonRange } from './versions.ts';

/** A tool as this machine has it, or why it has not. */
export type Provided =
  | {
      /** The folder of each of its programs. */
      readonly folders: Readonly<Record<string, string>>;
      readonly environment: Readonly<Record<string, string>>;
      /** What it is, where it is not what was asked for: `rust 1.95.0 for 1.80`; else empty. */
      readonly instead: string;
    }
  | { readonly missing: string };

const UV = fileURLToPath(new URL('../../.tools/bin/uv', import.meta.url));
const JDKS = '/usr/lib/jvm';

export interface Places {
  /** Where tools are kept from one run to the next. */
  readonly cache: string;
  /** A folder of the run alone, for what a run changes. */
  readonly own: string;
}

/**
 * Finds a tool in the version that is asked for, or brings it from a registry of packages into the cache. Only Go and Rust may be newer than asked,
 * since they promise that older code goes on working; what ran instead is said.
 */
export function provide({ tool, version }: Demand, places: Places): Provided {
  const provider = PROVIDERS[tool];
  return provider === undefined ? onPath(tool) : provider(version, places);
}

const PROVIDERS: Partial<Record<Tool, (version: string, places: Places) => Provided>> = {
  bun: (version, { cache }) => bun(version, cache),
  go: (version) => go(version),
  helm: (version, { cache }) => helm(version, cache),
  java: (version) => java(version),
  node: (version, { cache }) => node(version, cache),
  pnpm: (version, { cache }) => npmProgram('pnpm', version || '10', cache),
  python: (version, { own }) => python(version, own),
  rust: (version) => rust(version),
  terraform: (version) => terraform(version),
  uv: () => (existsSync(UV) ? ready({ uv: dirname(UV), uvx: dirname(UV) }) : missing('uv', '')),
};

/**
 * The folders of what GitHub's runners have without a step that sets it up, and this machine may not: yarn and pipx.
 * @param text of all that is to be run, for only what it names is brought
 */
export function runnerPrograms(text: string, cache: string): readonly string[] {
  const yarn = /\byarn\b/.test(text) ? npmProgram('yarn', '1', cache) : { missing: 'yarn' };
  return [...('folders' in yarn ? Object.values(yarn.folders) : []), ...(/\bpipx\b/.test(text) ? [pipx(cache)] : [])];
}

function pipx(cache: string): string {
  const folder = join(cache, 'pipx');
  if (!existsSync(join(folder, 'bin/pipx'))) {
    output('python3', ['-m', 'venv', folder]);
    output(join(folder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', 'pipx']);
  }
  return linked(join(cache, 'runner'), { pipx: join(folder, 'bin/pipx') });
}

function ready(folders: Record<string, string>, environment: Record<string, string> = {}, instead = ''): Provided {
  return { folders, environment, instead };
}

function missing(tool: string, version: string): Provided {
  return { missing: `${tool}${version === '' ? '' : ` ${version}`} is not on this machine` };
}

function onPath(tool: Tool): Provided {
  const folder = found(tool);
  return folder === undefined ? missing(tool, '') : ready({ [tool]: folder });
}

/** The machine's own where it is new enough, so that one build cache serves all; else what Go's module proxy brings. */
function go(version: string): Provided {
  const folder = found('go');
  const here = output('go', ['env', 'GOVERSION'], { GOTOOLCHAIN: 'local' })?.trim().slice(2);
  if (folder === undefined || here === undefined) return missing('go', version);
  const wanted = semver.coerce(version);
  const isOlder = wanted !== null && semver.gt(wanted, here);
  const isOther = wanted !== null && !isOlder && !here.startsWith(`${wanted.major}.${wanted.minor}.`);
  const environment = { GOTOOLCHAIN: isOlder ? 'auto' : 'local' };
  return ready({ go: folder, gofmt: folder }, environment, isOther ? `go ${here} for ${version}` : '');
}

function rust(version: string): Provided {
  const folder = found('cargo');
  const here = output('rustc', ['--version'], { RUSTUP_TOOLCHAIN: 'stable' })?.split(' ')[1];
  if (folder === undefined || here === undefined) return missing('rust', version);
  const wanted = semver.coerce(version);
  if (wanted && semver.gt(wanted, here)) return missing('rust', version);
  const isOther = wanted !== null && !here.startsWith(version);
  const folders = Object.fromEntries(['cargo', 'rustc', 'rustfmt'].map((name) => [name, folder]));
  return ready(folders, { RUSTUP_TOOLCHAIN: 'stable' }, isOther ? `rust ${here} for ${version}` : '');
}

function java(version: string): Provided {
  const homes = (existsSync(JDKS) ? readdirSync(JDKS) : []).map((name) => join(JDKS, name));
  const home = homes
    .filter((path) => existsSync(join(path, 'bin/javac')))
    .find((path) => majorOf(path) === asked(version));
  return home === undefined
    ? missing('java', version)
    : ready({ java: join(home, 'bin'), javac: join(home, 'bin') }, { JAVA_HOME: home });
}

function majorOf(home: string): string {
  const release = join(home, 'release');
  const [, version = ''] =
    /^JAVA_VERSION="([^"]+)"/m.exec(existsSync(release) ? readFileSync(release, 'utf8') : '') ?? [];
  return asked(version);
}

/**
 * An environment of the run's own, as a runner's Python is: what pip installs is found on PATH, and neither another run nor this machine has it.
 */
function python(version: string, own: string): Provided {
  const pyenv = join(homedir(), '.pyenv/versions');
  const installed = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => semver.valid(name) !== null) : [];
  const best = semver.maxSatisfying(installed, pythonRange(version));
  if (best === null) return missing('python', version);
  const base = join(pyenv, best, 'bin/python3');
  const folder = join(own, `python-${best}`);
  const bin = join(folder, 'bin');
  if (!existsSync(bin)) {
    output(base, ['-m', 'venv', folder]);
    output(join(bin, 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--upgrade', 'pip']);
  }
  return ready({ python: bin, python3: bin, pip: bin }, { UV_PYTHON_DOWNLOADS: 'never' });
}

function terraform(version: string): Provided {
  const folder = found('terraform');
  const here = /v(\S+)/.exec(output('terraform', ['version']) ?? '')?.[1];
  if (folder === undefined || here === undefined) return missing('terraform', version);
  return semver.satisfies(here, version.replaceAll(',', ' ') || '*')
    ? ready({ terraform: folder })
    : missing('terraform', version);
}

function helm(version: string, cache: string): Provided {
  const folder = join(cache, `helm-${version || 'latest'}`);
  const major = /^v(\d+)/.exec(version)?.[1] ?? '4';
  if (!existsSync(join(folder, 'helm')))
    output('go', ['install', `helm.sh/helm/v${major}/cmd/helm@${version || 'latest'}`], { GOBIN: folder });
  return existsSync(join(folder, 'helm')) ? ready({ helm: folder }) : missing('helm', version);
}

function node(version: string, cache: string): Provided {
  const range = /^(lts|latest|current|node)/.test(version) || version === '' ? '24' : version;
  const folder = installed(`node-${process.platform}-${process.arch}`, range, cache);
  const npm = found('npm');
  if (folder === undefined || npm === undefined) return missing('node', version);
  const own = linked(join(folder, 'path'), {
    node: join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`),
    npm: realpathSync(join(npm, 'npm')),
    npx: realpathSync(join(npm, 'npx')),
  });
  return ready({ node: own, npm: own, npx: own });
}

function bun(version: string, cache: string): Provided {
  const name = `@oven/bun-${process.platform}-${process.arch}`;
  const folder = installed(name, version || 'latest', cache);
  if (folder === undefined) return missing('bun', version);
  const program = join(folder, 'node_modules', name, 'bin/bun');
  const own = linked(join(folder, 'path'), { bun: program, bunx: program });
  return ready({ bun: own, bunx: own });
}

function npmProgram(name: string, version: string, cache: string): Provided {
  const folder = installed(name, version, cache);
  return folder === undefined ? missing(name, version) : ready({ [name]: join(folder, 'node_modules/.bin') });
}

/** The folder that a package of npm is installed in. */
function installed(name: string, version: string, cache: string): string | undefined {
  const folder = join(cache, `${name}-${version}`.replaceAll(/[^\w.-]+/g, '_'));
  const isThere = existsSync(join(folder, 'node_modules', name));
  if (!isThere) {
    mkdirSync(folder, { recursive: true });
    output('npm', ['install', '--no-save', '--silent', '--prefix', folder, `${name}@${version}`]);
  }
  return existsSync(join(folder, 'node_modules', name)) ? folder : undefined;
}

function linked(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of Object.entries(files)) {
    rmSync(join(folder, name), { force: true });
    symlinkSync(file, join(folder, name));
  }
  return folder;
}
