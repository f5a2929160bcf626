import type { Command, Commands, LintCommand, ToolVersion } from '../../domain/profile.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { firstMatch } from '../lines.ts';
import { isMapping, type Manifest } from '../manifest.ts';
import { nearest } from '../nearest.ts';
import { ancestors, baseName, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { readToml } from '../toml.ts';

/** Cargo packages: the topmost workspace is one unit. */
export const rust: Ecosystem = {
  name: 'rust',
  reads: ['**/Cargo.toml', '**/rust-toolchain', '**/rust-toolchain.toml'],
  detect: (snapshot) => {
    const read = snapshot.paths
      .filter((path) => baseName(path) === 'Cargo.toml')
      .map((path) => readToml(snapshot, path));
    const manifests = read.map(({ value }) => value).filter(({ value }) => isMapping(value));
    const roots = manifests.filter((manifest) => workspaceAbove(manifest, manifests) === null);
    return {
      units: roots.map((manifest) => draft(snapshot, manifest, manifests)),
      warnings: read.flatMap(({ warnings }) => warnings),
    };
  },
};

function workspaceAbove(manifest: Manifest, manifests: readonly Manifest[]): Manifest | null {
  const [, ...above] = ancestors(directoryOf(manifest.file));
  const excluded = (root: Manifest) =>
    root
      .texts(['workspace', 'exclude'])
      .some((path) => isWithin(joinPath(directoryOf(root.file), path) ?? '', manifest.file));
  return (
    manifests.find(
      (other) => above.includes(directoryOf(other.file)) && isMapping(other.at(['workspace'])) && !excluded(other),
    ) ?? null
  );
}

function draft(snapshot: Snapshot, manifest: Manifest, manifests: readonly Manifest[]): UnitDraft {
  const directory = directoryOf(manifest.file);
  const packages = manifests.filter(({ file }) => isWithin(directory, file));
  const lock = joinPath(directory, 'Cargo.lock') ?? '';
  const toolchain = nearest(snapshot, directory, ['rust-toolchain.toml', 'rust-toolchain']);
  return {
    directory,
    ecosystem: 'rust',
    manager: 'cargo',
    lockfile: snapshot.has(lock) ? lock : null,
    version: toolchainVersion(snapshot, toolchain) ?? minimumVersion(manifest),
    versions: [],
    commands: commandsOf(snapshot, manifest),
    alsoOwns: toolchain !== null && !isWithin(directory, toolchain) ? [toolchain] : [],
    dependsOn: packages.flatMap(pathDependencies).filter((path) => !isWithin(directory, path)),
    dependencies: packages.flatMap(dependenciesOf),
  };
}

function toolchainVersion(snapshot: Snapshot, file: string | null): ToolVersion | null {
  const found =
    file === null ? null : firstMatch(snapshot.text(file) ?? '', /^\s*(?:channel\s*=\s*)?["']?([\w.-]+)["']?\s*$/);
  return file !== null && found?.match[1]
    ? { tool: 'rust', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}

/** `rust-version` is the least that works; newer ones do too. */
function minimumVersion(manifest: Manifest): ToolVersion | null {
  const path = [
    ['package', 'rust-version'],
    ['workspace', 'package', 'rust-version'],
  ].find((place) => manifest.text(place) !== null);
  return path ? { tool: 'rust', value: manifest.text(path) ?? '', because: [manifest.evidence(path)] } : null;
}

function commandsOf(snapshot: Snapshot, manifest: Manifest): Commands {
  const directory = directoryOf(manifest.file);
  const lock = joinPath(directory, 'Cargo.lock') ?? '';
  const locked = snapshot.has(lock) ? ' --locked' : '';
  const whole = isMapping(manifest.at(['workspace'])) ? ' --workspace' : '';
  const queries = snapshot.paths.find(
    (path) => isWithin(directory, path) && /(^|\/)(\.sqlx\/[^/]+\.json|sqlx-data\.json)$/.test(path),
  );
  // sqlx checks queries against a live database unless it is told that they were checked before.
  const offline = queries ? 'SQLX_OFFLINE=true ' : '';
  const because = [
    manifest.evidence([isMapping(manifest.at(['package'])) ? 'package' : 'workspace']),
    ...(queries ? [{ file: queries, line: 1 }] : []),
  ];
  const command = (run: string): Command => ({ run, directory, because });
  const nextest = joinPath(directory, '.config/nextest.toml') ?? '';
  const test = snapshot.has(nextest) ? `cargo nextest run${whole}${locked}` : `cargo test${whole}${locked}`;
  return {
    install: locked ? [{ run: 'cargo fetch --locked', directory, because: [snapshot.evidence(lock, 1)] }] : [],
    lint: [
      { check: 'format', ...command('cargo fmt --all --check') },
      { check: 'lint', ...command(`${offline}cargo clippy${whole} --all-targets${locked} -- -D warnings`) },
      ...audit(snapshot, directory),
    ],
    test: [command(offline + test)],
    build: [command(`${offline}cargo build${whole} --release${locked}`)],
  };
}

function audit(snapshot: Snapshot, directory: string): LintCommand[] {
  const file = joinPath(directory, 'deny.toml') ?? '';
  return snapshot.has(file)
    ? [{ check: 'audit', run: 'cargo deny check', directory, because: [snapshot.evidence(file, 1)] }]
    : [];
}

const KINDS = ['dependencies', 'dev-dependencies', 'build-dependencies'];

function dependenciesOf(manifest: Manifest) {
  return [...KINDS.map((kind) => [kind]), ['workspace', 'dependencies']]
    .flatMap((path) =>
      manifest.keys(path).map((name) => {
        const features = manifest.texts([...path, name, 'features']);
        const line = manifest.lineOf([...path, name]);
        return [name, ...features.map((feature) => `${name}/${feature}`)].map((full) => ({
          name: full.toLowerCase(),
          file: manifest.file,
          line,
        }));
      }),
    )
    .flat();
}

function pathDependencies(manifest: Manifest): string[] {
  return KINDS.flatMap((kind) =>
    manifest.keys([kind]).flatMap((name) => {
      const path = manifest.text([kind, name, 'path']);
      return path === null ? [] : (joinPath(directoryOf(manifest.file), path) ?? []);
    }),
  );
}
