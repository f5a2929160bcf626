import type { Package } from '../../domain/profile.ts';
import { isMapping } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import { directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** As names of distributions are. (packaging.python.org, "Names and normalization") */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?$/;

/** What is compiled needs a wheel for each platform, which takes more than one machine. */
const COMPILED =
  /^(?:maturin|scikit-build|meson-python|setuptools-rust|cython|pybind11|nanobind|cffi|numpy)(?![A-Za-z0-9])/i;

/** Projects with a build system that no setting makes private: a classifier that PyPI refuses, or a project that is no package at all. */
export function pypiPackages(snapshot: Snapshot, files: readonly string[]): Package[] {
  return files.flatMap((file): Package[] => {
    const manifest = readToml(snapshot, file).value;
    const table = isMapping(manifest.at(['project'])) ? ['project'] : ['tool', 'poetry'];
    const name = manifest.text([...table, 'name']);
    const isPrivate =
      manifest.texts([...table, 'classifiers']).some((text) => /^Private ::/.test(text)) ||
      manifest.at(['tool', 'uv', 'package']) === false ||
      manifest.at(['tool', 'pdm', 'distribution']) === false ||
      manifest.at(['tool', 'poetry', 'package-mode']) === false;
    const requires = manifest.texts(['build-system', 'requires']);
    if (name === null || !NAME.test(name) || isPrivate || !isMapping(manifest.at(['build-system']))) return [];
    if (requires.some((text) => COMPILED.test(text))) return [];
    const because = [manifest.evidence([...table, 'name'])];
    return [{ registry: 'pypi', name, directory: directoryOf(file), file, because }];
  });
}
