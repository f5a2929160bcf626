import type { UnitDraft } from '../../ecosystem.ts';
import { readJson } from '../../formats/json.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** What Conan's and vcpkg's manifests, and CMake's look-ups, name. */
export function cppDependencies(snapshot: Snapshot, directory: string): UnitDraft['dependencies'] {
  const at = (name: string) => joinPath(directory, name) ?? name;
  const named = (file: string, pattern: RegExp) =>
    linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
      const name = pattern.exec(text)?.[1];
      return name === undefined ? [] : [{ name: name.toLowerCase(), file, line: number }];
    });
  return [
    ...named(at('CMakeLists.txt'), /^\s{0,40}find_package\s{0,8}\(\s{0,8}([\w.+-]{1,80})/i),
    ...named(at('conanfile.txt'), CONAN),
    ...named(at('conanfile.py'), CONAN),
    ...vcpkgPackages(snapshot, at('vcpkg.json')),
  ];
}

/** `zlib/1.3.1` in a list, or in a call of `requires`. */
const CONAN =
  /^\s{0,40}(?:self\.(?:test_|tool_|build_)?requires\s{0,4}\(\s{0,4})?["']?([a-z0-9_][\w+.-]{1,100})\/[\w.[\]<>=~* -]{1,60}/;

function vcpkgPackages(snapshot: Snapshot, file: string): UnitDraft['dependencies'] {
  if (!snapshot.has(file)) return [];
  const { value: manifest } = readJson(snapshot, file);
  return manifest.items(['dependencies']).flatMap((place) => {
    const name = manifest.text(place) ?? manifest.text([...place, 'name']);
    return name === null ? [] : [{ name: name.toLowerCase(), file, line: manifest.lineOf(place) }];
  });
}
