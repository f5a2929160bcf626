import { isOfTemurin } from '../../../domain/jdk.ts';
import type { SetupVersion, Step } from '../../../domain/pipeline.ts';
import { plain, scalar, type YamlNode } from '../yaml.ts';
import { type ActionStep, actionStep, type Inputs, type InputValue, type Press } from './actions.ts';
import { cacheSteps, hashOf } from './caches.ts';
import { citation } from './citation.ts';
import { deployInputs } from './publish.ts';
import { asPath, literal } from './text.ts';

type Setup = Extract<Step, { kind: 'setup' }>;

/** What brings a tool: the version by file where the action reads that file, and a cache that is keyed on lock files. */
export function setupSteps(press: Press, planned: Setup): YamlNode[] {
  const setup = press.caches ? planned : { ...planned, cache: null };
  return [actionStep(press, optionsOf(setup, press.caches)), ...cacheSteps(press, setup)];
}

function optionsOf(setup: Setup, caches: boolean): ActionStep {
  switch (setup.tool) {
    case 'go':
      return { name: 'Set up Go', uses: 'actions/setup-go', with: goInputs(setup, caches) };
    case 'node':
      return { name: 'Set up Node.js', uses: 'actions/setup-node', with: nodeInputs(setup, caches) };
    case 'pnpm':
      return { name: 'Set up pnpm', uses: 'pnpm/action-setup', with: pnpmInputs(setup) };
    case 'bun':
      return { name: 'Set up Bun', uses: 'oven-sh/setup-bun', with: bunInputs(setup, caches) };
    case 'python':
      return { name: 'Set up Python', uses: 'actions/setup-python', with: pythonInputs(setup) };
    case 'uv':
      return { name: 'Set up uv', uses: 'astral-sh/setup-uv', with: uvInputs(setup) };
    case 'java':
      return { name: 'Set up Java', uses: 'actions/setup-java', with: javaInputs(setup) };
    case 'gradle':
      return { name: 'Set up Gradle', uses: 'gradle/actions/setup-gradle', with: gradleInputs(setup, caches) };
    case 'rust':
      return { name: 'Set up Rust', uses: 'actions-rust-lang/setup-rust-toolchain', with: rustInputs(setup) };
    case 'dotnet':
      return { name: 'Set up .NET', uses: 'actions/setup-dotnet', with: dotnetInputs(setup) };
    case 'elixir':
      return { name: 'Set up Elixir', uses: 'erlef/setup-beam', with: elixirInputs(setup) };
    case 'ruby':
      return { name: 'Set up Ruby', uses: 'ruby/setup-ruby', with: rubyInputs(setup) };
    case 'php':
      return { name: 'Set up PHP', uses: 'shivammathur/setup-php', with: phpInputs(setup) };
    case 'deno':
      return { name: 'Set up Deno', uses: 'denoland/setup-deno', with: denoInputs(setup) };
    case 'sbt':
      return { name: 'Set up sbt', uses: 'sbt/setup-sbt', with: { 'disk-cache': caches ? null : off(NO_CACHES) } };
    case 'swift':
      return {
        name: 'Set up Swift',
        uses: 'swift-actions/setup-swift',
        with: { 'swift-version': versionValue(setup.version) },
      };
    case 'terraform':
      return { name: 'Set up Terraform', uses: 'hashicorp/setup-terraform', with: terraformInputs('terraform', setup) };
    case 'opentofu':
      return { name: 'Set up OpenTofu', uses: 'opentofu/setup-opentofu', with: terraformInputs('tofu', setup) };
    case 'helm':
      return { name: 'Set up Helm', uses: 'azure/setup-helm', with: { version: helmRelease(setup.version) } };
    case 'buf':
      return { name: 'Set up Buf', uses: 'bufbuild/buf-action', with: bufInputs(setup) };
  }
}

function goInputs({ version, cache }: Setup, caches: boolean): Inputs {
  return {
    ...versionInput('go-version', version),
    ...(cache
      ? { 'cache-dependency-path': pathList(cache.files) }
      : { cache: off(caches ? 'There is no go.sum to key a cache on.' : NO_CACHES) }),
  };
}

function nodeInputs({ version, cache, registry }: Setup, caches: boolean): Inputs {
  return {
    ...versionInput('node-version', version),
    ...(registry ? { 'registry-url': registry.url, scope: registry.scope } : {}),
    ...(cache
      ? { cache: cache.manager, 'cache-dependency-path': pathList(cache.files) }
      : {
          'package-manager-cache': off(
            caches ? 'By itself it would cache for npm, and fail without a lock file.' : NO_CACHES,
          ),
        }),
  };
}

function pnpmInputs({ version }: Setup): Inputs {
  if (version?.kind !== 'file') return { version: versionValue(version) };
  return { package_json_file: version.file === 'package.json' ? null : asPath(version.file) };
}

function pythonInputs({ version, cache }: Setup): Inputs {
  return {
    ...versionInput('python-version', version),
    ...(cache ? { cache: cache.manager, 'cache-dependency-path': pathList(cache.files) } : {}),
  };
}

function uvInputs({ version, cache, directory }: Setup): Inputs {
  return {
    'python-version': versionValue(version),
    'working-directory': directory === '.' ? null : asPath(directory),
    'enable-cache': cache !== null,
    'cache-dependency-glob': cache ? pathList(cache.files) : null,
  };
}

function bunInputs({ version }: Setup, caches: boolean): Inputs {
  return { ...versionInput('bun-version', version), 'no-cache': caches ? null : { value: true, why: NO_CACHES } };
}

function javaInputs({ version, cache, server }: Setup): Inputs {
  return {
    distribution: isZulu(version) ? 'zulu' : 'temurin',
    ...versionInput('java-version', version),
    ...(server === undefined ? {} : deployInputs(server)),
    ...(cache ? { cache: cache.manager, 'cache-dependency-path': pathList(cache.files) } : {}),
  };
}

/** Azul builds what Eclipse does not. (actions/setup-java, "Supported distributions") */
function isZulu(version: Setup['version']): boolean {
  return version?.kind === 'value' && !isOfTemurin(Number.parseInt(version.value, 10));
}

function gradleInputs({ version }: Setup, caches: boolean): Inputs {
  const why = "GitHub's cache: the action's default is a service with terms of its own.";
  return {
    ...versionInput('gradle-version', version),
    ...(caches ? { 'cache-provider': { value: 'basic', why } } : { 'cache-disabled': { value: true, why: NO_CACHES } }),
  };
}

function rustInputs({ version, cache, components, directory }: Setup): Inputs {
  return {
    toolchain: versionValue(version),
    components: components.length > 0 ? components.join(', ') : null,
    cache: cache !== null,
    'cache-workspaces': cache === null || directory === '.' ? null : asPath(directory),
    rustflags: { value: '', why: "Whether a warning is an error is the repository's to say, not the action's." },
  };
}

function dotnetInputs({ version, cache }: Setup): Inputs {
  const told =
    version?.kind === 'file' ? { 'global-json-file': asPath(version.file) } : versionInput('dotnet-version', version);
  return {
    ...told,
    ...(cache?.manager === 'nuget' ? { cache: true, 'cache-dependency-path': pathList(cache.files) } : {}),
  };
}

function elixirInputs({ version, runtime }: Setup): Inputs {
  if (version?.kind === 'file') return { 'version-file': asPath(version.file), 'version-type': 'strict' };
  return { 'otp-version': versionValue(runtime ?? null), 'elixir-version': versionValue(version) };
}

function rubyInputs({ version, cache, directory }: Setup): Inputs {
  return {
    'ruby-version': version?.kind === 'file' ? null : versionValue(version),
    'working-directory': directory === '.' ? null : asPath(directory),
    'bundler-cache': cache === null ? null : true,
  };
}

function phpInputs({ version, components, componentsBecause = [], inputs = [] }: Setup): Inputs {
  const extensions = components.length > 0 ? literal(components.join(', '), citation(componentsBecause)) : null;
  const told = inputs.map(({ name, value, because }) => [name, literal(value, citation(because))] as const);
  const own = Object.fromEntries(told);
  return { ...versionInput('php-version', version), extensions, coverage: 'none', ...own, tools: 'composer:v2' };
}

/** What else its cache is keyed on by itself is any deno.lock of the repository. */
function denoInputs({ version, cache }: Setup): Inputs {
  return {
    ...versionInput('deno-version', version),
    ...(cache ? { cache: true, 'cache-hash': scalar(`\${{ ${hashOf(cache.files)} }}`) } : {}),
  };
}

/** The wrapper would keep the output of each command for later steps, of which there are none. */
function terraformInputs(program: 'terraform' | 'tofu', { version }: Setup): Inputs {
  return { [`${program}_version`]: versionValue(version), [`${program}_wrapper`]: false };
}

/** The action finds a release by the name of its tag. */
function helmRelease(version: SetupVersion | null): InputValue | null {
  return version?.kind === 'value' ? literal(`v${version.value}`, versionReason(version)) : versionValue(version);
}

/** By itself the action lints, compares and publishes: the commands are the repository's to choose. */
function bufInputs({ version }: Setup): Inputs {
  return { version: versionValue(version), setup_only: true };
}

const NO_CACHES = 'A run may become a release, which is made from nothing that another run has cached.';

function off(why: string) {
  return { value: false, why };
}

function versionInput(name: string, version: SetupVersion | null): Inputs {
  return version?.kind === 'file' ? { [`${name}-file`]: asPath(version.file) } : { [name]: versionValue(version) };
}

function versionValue(version: SetupVersion | null): InputValue | null {
  switch (version?.kind) {
    case 'value':
      return literal(version.value, versionReason(version));
    case 'default':
      return scalar(version.value, 'the repository names none');
    case 'matrix':
      return plain('${{ matrix.version }}');
    case 'file':
    case undefined:
      return null;
  }
}

function versionReason({ because, written }: Extract<SetupVersion, { kind: 'value' }>): string | null {
  const cited = citation(because);
  return cited !== null && written !== undefined ? `${cited} says ${written}` : cited;
}

function pathList(files: readonly string[]): YamlNode {
  return literal(files.join('\n'));
}
