import type { Catalogues } from '../../../domain/catalogue.ts';
import type { SetupVersion, Step } from '../../../domain/pipeline.ts';
import { plain, scalar, type YamlNode } from '../yaml.ts';
import { type ActionStep, actionStep, type InputValue } from './actions.ts';
import { citation } from './citation.ts';

type Setup = Extract<Step, { kind: 'setup' }>;

/** A set-up step: the version by file where the action reads that file, and a cache that is keyed on lock files. */
export function setupStep(catalogues: Catalogues, setup: Setup): YamlNode {
  return actionStep(catalogues, optionsOf(setup));
}

function optionsOf(setup: Setup): ActionStep {
  const { version, cache, directory, components } = setup;
  const files = cache ? pathList(cache.files) : null;
  switch (setup.tool) {
    case 'go':
      return {
        name: 'Set up Go',
        uses: 'actions/setup-go',
        with: { ...versionInput('go-version', version), cache: cache ? null : false, 'cache-dependency-path': files },
      };
    case 'node':
      return {
        name: 'Set up Node.js',
        uses: 'actions/setup-node',
        with: {
          ...versionInput('node-version', version),
          ...nodeCache(cache?.manager ?? null),
          'cache-dependency-path': files,
        },
      };
    case 'pnpm':
      return {
        name: 'Set up pnpm',
        uses: 'pnpm/action-setup',
        with: {
          version: versionValue(version),
          package_json_file: version === null && directory !== '.' ? `${directory}/package.json` : null,
        },
      };
    case 'bun':
      return { name: 'Set up Bun', uses: 'oven-sh/setup-bun', with: versionInput('bun-version', version) };
    case 'python':
      return {
        name: 'Set up Python',
        uses: 'actions/setup-python',
        with: {
          ...versionInput('python-version', version),
          cache: cache?.manager ?? null,
          'cache-dependency-path': files,
        },
      };
    case 'uv':
      return {
        name: 'Set up uv',
        uses: 'astral-sh/setup-uv',
        with: {
          'python-version': versionValue(version),
          'working-directory': directory === '.' ? null : directory,
          'enable-cache': cache !== null,
          'cache-dependency-glob': files,
        },
      };
    case 'java':
      return {
        name: 'Set up Java',
        uses: 'actions/setup-java',
        with: {
          distribution: 'temurin',
          ...versionInput('java-version', version),
          cache: cache?.manager ?? null,
          'cache-dependency-path': files,
        },
      };
    case 'gradle':
      return {
        name: 'Set up Gradle',
        uses: 'gradle/actions/setup-gradle',
        // The default provider is a service of its own with terms of its own; this one is GitHub's cache.
        with: { 'cache-provider': 'basic' },
      };
    case 'rust':
      return {
        name: 'Set up Rust',
        uses: 'actions-rust-lang/setup-rust-toolchain',
        // The action makes every warning an error by default; that is the repository's to decide.
        with: {
          toolchain: versionValue(version),
          components: components.length > 0 ? components.join(', ') : null,
          cache: cache !== null,
          'cache-workspaces': directory === '.' ? null : directory,
          rustflags: '',
        },
      };
  }
}

/** setup-node caches by itself for npm; without a lock file that fails, so it is told not to. */
function nodeCache(manager: string | null): Readonly<Record<string, InputValue | null>> {
  return manager === null ? { 'package-manager-cache': false } : { cache: manager };
}

function versionInput(name: string, version: SetupVersion | null): Readonly<Record<string, InputValue | null>> {
  return version?.kind === 'file' ? { [`${name}-file`]: scalar(version.file) } : { [name]: versionValue(version) };
}

function versionValue(version: SetupVersion | null): InputValue | null {
  switch (version?.kind) {
    case 'value':
      return scalar(version.value, citation(version.because));
    case 'default':
      return scalar(version.value, 'the repository names none');
    case 'matrix':
      return plain('${{ matrix.version }}');
    case 'file':
      return null;
    case undefined:
      return null;
  }
}

function pathList(files: readonly string[]): YamlNode {
  const [only = ''] = files;
  return files.length === 1 ? scalar(only) : scalar(files.join('\n'));
}
