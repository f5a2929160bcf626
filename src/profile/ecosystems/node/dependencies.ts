import type { UnitDraft } from '../../ecosystem.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** Where a manifest names a dependency; null where it does not. */
export function dependencyPath(manifest: Manifest, name: string): readonly string[] | null {
  return KINDS.map((kind) => [kind, name]).find((path) => manifest.text(path) !== null) ?? null;
}

/** The lowest release that a manifest allows of a dependency, by its first two numbers; null where it is none of its own, or that is not said. (docs.npmjs.com, "semver") */
export function declaredRelease(
  manifest: Manifest,
  name: string,
): { readonly major: number; readonly minor: number } | null {
  const path = dependencyPath(manifest, name);
  const [, major, minor = '0'] =
    /^(?:[\^~=v]|>=\s?)?(\d{1,4})(?:\.(\d{1,4}))?(?![\w/:])/.exec((path && manifest.text(path)) ?? '') ?? [];
  return major === undefined ? null : { major: Number(major), minor: Number(minor) };
}

/** Names of all that a manifest names as a dependency; one may stand twice. */
export function dependencyNames(manifest: Manifest): string[] {
  return KINDS.flatMap((kind) => manifest.keys([kind]).filter((name) => manifest.text([kind, name]) !== null));
}

/** All that a package depends on, by name. */
export function dependenciesOf(manifest: Manifest): UnitDraft['dependencies'] {
  return KINDS.flatMap((kind) =>
    manifest
      .keys([kind])
      .map((name) => ({ name: name.toLowerCase(), file: manifest.file, line: manifest.lineOf([kind, name]) })),
  );
}

/** Folders that a package takes as dependencies: `file:`, `link:`, `portal:`, or a plain path. An archive lies in a folder too. */
export function dependencyFolders(manifest: Manifest): string[] {
  const own = directoryOf(manifest.file);
  return KINDS.flatMap((kind) =>
    manifest.keys([kind]).flatMap((name) => {
      const written = manifest.text([kind, name]) ?? '';
      const path = /^(?:file|link|portal):(?!\/)(.+)$/.exec(written)?.[1] ?? /^(\.\.?\/.*)$/.exec(written)?.[1];
      const target = path === undefined ? null : joinPath(own, path.replace(/\.t(?:ar\.)?gz$/, ''));
      return target === null || target === own ? [] : [target];
    }),
  );
}
