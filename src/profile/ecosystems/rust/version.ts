import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerfilesIn } from '../../docker/base-tag.ts';
import { readToml } from '../../formats/toml.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { baseName, directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';
import type { Crates } from './workspace.ts';

type VersionQuery = VersionPlace & Pick<Crates, 'packages'>;

/** In the order in which rustup prefers them. */
export const TOOLCHAINS = ['rust-toolchain', 'rust-toolchain.toml'];

/**
 * The Dockerfile says what is built with. `rust-version` is the oldest that users may have, which neither tests nor linters need to run
 * with. (detection.md, row "Rust")
 */
export const RUST_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  { from: `\`${TOOLCHAINS.join('`, then `')}\`, here or above`, find: toolchain },
  toolFiles('rust', ['rust']),
  { from: 'the tag of `rust` in the Dockerfiles of the folder, then of the members', find: ofImages },
];

/** The toolchain that crates are built with. */
export function rustVersion(snapshot: Snapshot, crates: Crates): ToolVersion | null {
  return firstFound(RUST_VERSIONS, { snapshot, ...crates });
}

/** Of the two files in one folder rustup takes the old one, which may hold nothing but the name. */
function toolchain({ snapshot, directory }: VersionPlace): ToolVersion | null {
  const file = nearest(snapshot, directory, TOOLCHAINS);
  if (file === null) return null;
  const isPlain = baseName(file) === 'rust-toolchain';
  const name = isPlain ? firstMatch(snapshot.text(file) ?? '', /^\s*([\w.-]+)\s*$/) : null;
  if (name?.match[1]) return { tool: 'rust', value: name.match[1], because: [snapshot.evidence(file, name.line)] };
  const { value } = readToml(snapshot, file);
  const channel = value.text(['toolchain', 'channel']);
  return channel ? { tool: 'rust', value: channel, because: [value.evidence(['toolchain', 'channel'])] } : null;
}

/** `rust:1.80-slim`, `cargo-chef:latest-rust-1.80.1`, and `${VERSION}` of an ARG above. */
const IMAGE = /^\s*FROM\s+(?:--\S+\s+)*(?:\S*\/)?(?:rust:|\S*[:-]rust-)(?:\$\{?(\w+)|(\d+(?:\.\d+)*))/i;

function ofImages({ snapshot, directory, packages }: VersionQuery): ToolVersion | null {
  const folders = [directory, ...packages.map(({ file }) => directoryOf(file))];
  return folders.map((folder) => imageVersion(snapshot, folder)).find((found) => found !== null) ?? null;
}

function imageVersion(snapshot: Snapshot, directory: string): ToolVersion | null {
  for (const file of dockerfilesIn(snapshot, directory)) {
    const text = snapshot.text(file) ?? '';
    const image = firstMatch(text, IMAGE);
    const variable = image?.match[1];
    const found = variable === undefined ? image : firstMatch(text, argument(variable));
    const value = found?.match.at(-1);
    if (found && value) return { tool: 'rust', value, because: [snapshot.evidence(file, found.line)] };
  }
  return null;
}

function argument(name: string): RegExp {
  return new RegExp(`^\\s*ARG\\s+${name}=["']?(\\d+(?:\\.\\d+)*)`, 'i');
}
