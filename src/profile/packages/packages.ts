import type { Package } from '../../domain/profile.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { isMaterial } from '../material.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { cratePackages } from './crates.ts';
import { gradlePackages } from './gradle.ts';
import { mavenPackages } from './maven.ts';
import { npmPackages } from './npm.ts';
import { nugetPackages } from './nuget.ts';
import { pypiPackages } from './pypi.ts';
import { gemPackages } from './rubygems.ts';

export type PackageReader = (snapshot: Snapshot, files: readonly string[]) => readonly Package[];

interface Kind {
  readonly isManifest: (name: string) => boolean;
  readonly read: PackageReader;
}

const KINDS: readonly Kind[] = [
  { isManifest: (name) => name === 'package.json', read: npmPackages },
  { isManifest: (name) => name === 'pyproject.toml', read: pypiPackages },
  { isManifest: (name) => name === 'Cargo.toml', read: cratePackages },
  {
    isManifest: (name) => /\.(cs|fs|vb)proj$/.test(name),
    read: nugetPackages,
  },
  { isManifest: (name) => name.endsWith('.gemspec'), read: gemPackages },
  { isManifest: (name) => name === 'pom.xml', read: mavenPackages },
  {
    isManifest: (name) => /^build\.gradle(\.kts)?$/.test(name),
    read: gradlePackages,
  },
];

/** What the manifests of a repository let be published for everybody, sorted by registry, directory and name. */
export function packagesIn(snapshot: Snapshot): readonly Package[] {
  const own = snapshot.paths.filter((path) => !isMaterial(path));
  return KINDS.flatMap(({ isManifest, read }) => {
    const files = own.filter((path) => isManifest(baseName(path)));
    return files.length === 0 ? [] : read(snapshot, files);
  }).sort(
    (a, b) => byCodeUnit(a.registry, b.registry) || byCodeUnit(a.directory, b.directory) || byCodeUnit(a.name, b.name),
  );
}
