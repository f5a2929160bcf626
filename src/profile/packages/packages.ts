import type { Package } from '../../domain/profile.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { isMaterial } from '../material.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

export type PackageReader = (snapshot: Snapshot, files: readonly string[]) => readonly Package[];

interface Kind {
  readonly isManifest: (name: string) => boolean;
  /** Loaded where there is such a manifest. */
  readonly load: () => Promise<PackageReader>;
}

const KINDS: readonly Kind[] = [
  { isManifest: (name) => name === 'package.json', load: async () => (await import('./npm.ts')).npmPackages },
  { isManifest: (name) => name === 'pyproject.toml', load: async () => (await import('./pypi.ts')).pypiPackages },
  { isManifest: (name) => name === 'Cargo.toml', load: async () => (await import('./crates.ts')).cratePackages },
  {
    isManifest: (name) => /\.(cs|fs|vb)proj$/.test(name),
    load: async () => (await import('./nuget.ts')).nugetPackages,
  },
  { isManifest: (name) => name.endsWith('.gemspec'), load: async () => (await import('./rubygems.ts')).gemPackages },
  { isManifest: (name) => name === 'pom.xml', load: async () => (await import('./maven.ts')).mavenPackages },
  {
    isManifest: (name) => /^build\.gradle(\.kts)?$/.test(name),
    load: async () => (await import('./gradle.ts')).gradlePackages,
  },
];

/** What the manifests of a repository let be published for everybody, sorted by registry, directory and name. */
export async function packagesIn(snapshot: Snapshot): Promise<readonly Package[]> {
  const own = snapshot.paths.filter((path) => !isMaterial(path));
  const found = await Promise.all(
    KINDS.map(async ({ isManifest, load }) => {
      const files = own.filter((path) => isManifest(baseName(path)));
      return files.length === 0 ? [] : (await load())(snapshot, files);
    }),
  );
  return found
    .flat()
    .sort(
      (a, b) =>
        byCodeUnit(a.registry, b.registry) || byCodeUnit(a.directory, b.directory) || byCodeUnit(a.name, b.name),
    );
}
