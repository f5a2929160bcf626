import type { UnitDraft } from '../../ecosystem.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';

const KINDS = ['dependencies', 'dev-dependencies', 'build-dependencies'];

/** The tables of dependencies, those for some targets and those that members inherit among them. */
function dependencyTables(manifest: Manifest): string[][] {
  const targets = manifest.keys(['target']).flatMap((target) => KINDS.map((kind) => ['target', target, kind]));
  return [...KINDS.map((kind) => [kind]), ...targets, ['workspace', 'dependencies']];
}

/** All that a manifest depends on: by the package's own name where it is renamed, and by `name/feature` for each feature that is asked for. */
export function dependenciesOf(manifest: Manifest): UnitDraft['dependencies'] {
  return dependencyTables(manifest).flatMap((table) =>
    manifest.keys(table).flatMap((key) => {
      const name = manifest.text([...table, key, 'package']) ?? key;
      const features = manifest.texts([...table, key, 'features']).map((feature) => `${name}/${feature}`);
      const line = manifest.lineOf([...table, key]);
      return [name, ...features].map((one) => ({ name: one.toLowerCase(), file: manifest.file, line }));
    }),
  );
}

/** Folders of packages that a manifest names by their paths. */
export function pathDependencies(manifest: Manifest): string[] {
  const directory = directoryOf(manifest.file);
  return dependencyTables(manifest).flatMap((table) =>
    manifest.keys(table).flatMap((name) => {
      const path = manifest.text([...table, name, 'path']);
      return path === null ? [] : (joinPath(directory, path) ?? []);
    }),
  );
}
