import type { ProfileWarning } from '../../domain/profile.ts';
import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { isMapping } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { nearest } from '../nearest.ts';
import { baseName, below, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { commandsOf } from './rust/commands.ts';
import { dependenciesOf, pathDependencies } from './rust/dependencies.ts';
import { RUSTFMT_FILES } from './rust/format.ts';
import { SHALLOW_SOURCES } from './rust/tests.ts';
import { rustVersion } from './rust/version.ts';
import { type Crates, findCrates } from './rust/workspace.ts';

/** Cargo packages; a workspace is one unit, at its root. */
export const rust: Ecosystem = {
  name: 'rust',
  reads: [
    '**/Cargo.toml',
    '**/rust-toolchain',
    '**/rust-toolchain.toml',
    '**/.cargo/config',
    ...RUSTFMT_FILES.map((name) => `**/${name}`),
    '**/.cargo/config.toml',
    ...TOOL_FILES,
    '**/Dockerfile',
    '**/*.Dockerfile',
    '**/Dockerfile.*',
    ...SHALLOW_SOURCES,
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const read = snapshot.paths
      .filter((path) => baseName(path) === 'Cargo.toml')
      .map((path) => readToml(snapshot, path));
    const found = findCrates(read.map(({ value }) => value).filter(({ value }) => isMapping(value)));
    const automation = readAutomation(snapshot);
    const drafts = found.value.map((crates) => draft({ snapshot, crates, all: found.value, automation }));
    return {
      units: drafts.map(({ unit }) => unit),
      warnings: [...read, found, ...drafts].flatMap(({ warnings }) => warnings),
    };
  },
};

interface Place {
  readonly snapshot: Snapshot;
  readonly crates: Crates;
  readonly all: readonly Crates[];
  readonly automation: readonly AutomationLine[];
}

function draft({ snapshot, crates, all, automation }: Place): {
  readonly unit: UnitDraft;
  readonly warnings: readonly ProfileWarning[];
} {
  const { directory, root, packages } = crates;
  const path = joinPath(directory, 'Cargo.lock') ?? 'Cargo.lock';
  const lockfile = snapshot.has(path) ? path : null;
  const version = rustVersion(snapshot, crates);
  const { value: commands, warnings } = commandsOf({ snapshot, crates, lockfile, version, automation });
  const manifests = packages.includes(root) ? packages : [root, ...packages];
  const unit: UnitDraft = {
    directory,
    ecosystem: 'rust',
    manager: 'cargo',
    lockfile,
    version,
    versions: [],
    commands,
    alsoOwns: outsideOf(snapshot, crates),
    dependsOn: manifests.flatMap(pathDependencies).filter((folder) => isOutside(folder, crates, all)),
    dependencies: manifests.flatMap(dependenciesOf),
  };
  return { unit, warnings };
}

/** Members that lie elsewhere, and the settings of rustup, Cargo and rustfmt above. */
function outsideOf(snapshot: Snapshot, { directory, packages }: Crates): string[] {
  const settings = [
    nearest(snapshot, directory, ['rust-toolchain', 'rust-toolchain.toml']),
    nearest(snapshot, directory, ['.cargo/config', '.cargo/config.toml']),
    nearest(snapshot, directory, RUSTFMT_FILES),
  ];
  const members = packages.map(({ file }) => directoryOf(file)).filter((folder) => !isWithin(directory, folder));
  const files = settings.filter((file) => file !== null && !isWithin(directory, file));
  return [...members.map(below), ...files.flatMap((file) => file ?? [])];
}

/** Another unit's folder, or one that is not below this: a member's belongs to the unit. */
function isOutside(folder: string, { directory, packages }: Crates, all: readonly Crates[]): boolean {
  if (packages.some(({ file }) => directoryOf(file) === folder)) return false;
  return !isWithin(directory, folder) || all.some((other) => other.directory === folder);
}
