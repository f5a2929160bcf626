import type { Manifest } from '../../formats/manifest.ts';

/** How a script names an alias of the version catalogue: `spring-boot` and `spring_boot` are `spring.boot`. */
export function accessor(alias: string): string {
  return alias.replace(/[-_]/g, '.').toLowerCase();
}

/** `[versions]`: a version by the name that scripts use, and the path of its line. */
export function catalogueVersion(catalogue: Manifest, name: string): { value: string; path: string[] } | null {
  const alias = catalogue.keys(['versions']).find((key) => accessor(key) === accessor(name));
  if (alias === undefined) return null;
  const path = ['versions', alias];
  const value = catalogue.text(path) ?? catalogue.text([...path, 'strictly']) ?? catalogue.text([...path, 'require']);
  return value === null ? null : { value, path };
}

/** `[libraries]` and `[bundles]`: `group:artifact` by the names that scripts use after `libs.`. */
export function catalogueLibraries(catalogue: Manifest): ReadonlyMap<string, readonly string[]> {
  const libraries = new Map(
    catalogue.keys(['libraries']).flatMap((alias): [string, string[]][] => {
      const module = moduleOf(catalogue, ['libraries', alias]);
      return module === null ? [] : [[accessor(alias), [module]]];
    }),
  );
  const bundles = catalogue.keys(['bundles']).map((alias): [string, string[]] => {
    const members = catalogue.texts(['bundles', alias]).flatMap((member) => libraries.get(accessor(member)) ?? []);
    return [`bundles.${accessor(alias)}`, members];
  });
  return new Map([...libraries, ...bundles]);
}

function moduleOf(catalogue: Manifest, path: string[]): string | null {
  const written = catalogue.text(path) ?? catalogue.text([...path, 'module']);
  const [group = catalogue.text([...path, 'group']), name = catalogue.text([...path, 'name'])] =
    written?.split(':') ?? [];
  return group && name ? `${group}:${name}` : null;
}
