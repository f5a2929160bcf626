import type { DocumentPath } from '../../domain/finding.ts';
import { isPublication } from './deployments.ts';
import { originsOf, type Scope } from './flows.ts';
import { asMapping, asText, entryOf, type Mapping } from './values.ts';

/** A token with which a step publishes packages, where the registry would also know the workflow itself. */
export interface StoredTokenFact {
  /** Where it is handed over. */
  readonly path: DocumentPath;
  readonly registry: string;
}

/** Registries that know workflows of GitHub. (docs.pypi.org, "Trusted Publishers"; docs.npmjs.com; crates.io; guides.rubygems.org; learn.microsoft.com, "NuGet Trusted Publishing") */
type Registry = 'PyPI' | 'npm' | 'crates.io' | 'RubyGems' | 'NuGet';

/** Variables that their clients read. */
const VARIABLES: readonly (readonly [name: RegExp, registry: Registry])[] = [
  [
    /^(?:TWINE|FLIT|PDM_PUBLISH|UV_PUBLISH)_PASSWORD$|^(?:UV_PUBLISH|PYPI|MATURIN_PYPI)_TOKEN$|^POETRY_PYPI_TOKEN_PYPI$|^HATCH_INDEX_AUTH$/,
    'PyPI',
  ],
  [/^(?:NODE_AUTH|NPM)_TOKEN$|^YARN_NPM_AUTH_TOKEN$/, 'npm'],
  [/^CARGO_REGISTRY_TOKEN$/, 'crates.io'],
  [/^GEM_HOST_API_KEY$/, 'RubyGems'],
  [/^NUGET_(?:API_?KEY|KEY|TOKEN)$/, 'NuGet'],
];

/** Inputs of actions that publish. */
const INPUTS: ReadonlyMap<string, readonly [input: string, registry: Registry]> = new Map([
  ['pypa/gh-action-pypi-publish', ['password', 'PyPI']],
  ['js-devtools/npm-publish', ['token', 'npm']],
  ['katyo/publish-crates', ['registry-token', 'crates.io']],
]);

/** Programs that are handed a token in their words. */
const PROGRAMS: readonly (readonly [program: RegExp, registry: Registry])[] = [
  [/^(?:uv|poetry|hatch|flit|pdm|twine|maturin)\s/, 'PyPI'],
  [/^(?:npm|pnpm|yarn)\s/, 'npm'],
  [/^cargo\s/, 'crates.io'],
  [/^(?:gem|rake)\s/, 'RubyGems'],
  [/^(?:dotnet\s+)?nuget\s/, 'NuGet'],
];

interface TokenSource {
  readonly step: Mapping;
  readonly commands: readonly string[];
  readonly repository: string | null;
  readonly path: DocumentPath;
  readonly scope: Scope;
}

/** The first such token of a step that publishes; null where there is none, or it publishes elsewhere. */
export function storedToken(source: TokenSource): StoredTokenFact | null {
  const { step, repository, path } = source;
  if (publishesElsewhere(source)) return null;
  const [input, registry] = INPUTS.get(repository ?? '') ?? [];
  const given = input === undefined ? undefined : entryOf(asMapping(step.with), input);
  if (input !== undefined && registry !== undefined && isStored(given, source.scope))
    return { path: [...path, 'with', input], registry };
  return inVariable(source) ?? inWords(source);
}

function inVariable({ step, path, scope }: TokenSource): StoredTokenFact | null {
  const own = asMapping(step.env);
  const all = Object.assign({}, ...scope.environments.toReversed(), own) as Mapping;
  for (const [name, value] of Object.entries(all)) {
    const [, registry] = VARIABLES.find(([pattern]) => pattern.test(name)) ?? [];
    if (registry === undefined || !isStored(value, scope)) continue;
    const isOwn = Object.hasOwn(own, name);
    return { path: isOwn ? [...path, 'env', name] : [...path, step.uses === undefined ? 'run' : 'uses'], registry };
  }
  return null;
}

function inWords({ commands, path, scope }: TokenSource): StoredTokenFact | null {
  for (const command of commands) {
    const [, registry] = PROGRAMS.find(([program]) => program.test(command)) ?? [];
    if (registry !== undefined && isPublication(command) && isStored(command, scope))
      return { path: [...path, 'run'], registry };
  }
  return null;
}

/** Whether it comes of a secret, but of GitHub's own token: that is of no registry that could know the workflow. */
function isStored(value: unknown, scope: Scope): boolean {
  const text = asText(value);
  const origins = text === null ? [] : originsOf(text, scope);
  return origins.some(
    ({ path: [context, name = ''] }) => context === 'secrets' && name.toLowerCase() !== 'github_token',
  );
}

const PUBLIC = /\b(?:upload\.pypi\.org|pypi\.org|registry\.npmjs\.org|crates\.io|rubygems\.org|nuget\.org)\b/;

/** A registry that somebody runs, by the words of a command or an input of the action. */
function publishesElsewhere({ step, commands }: TokenSource): boolean {
  const inputs = asMapping(step.with);
  const url = asText(entryOf(inputs, 'repository-url')) ?? asText(entryOf(inputs, 'registry')) ?? '';
  const isElsewhere = (command: string) =>
    /\s(?:--(?:repository|repository-url|registry|index|publish-url|host|source)|-r|-s)[=\s]/.test(command) &&
    !PUBLIC.test(command);
  return (
    (url !== '' && !PUBLIC.test(url)) || commands.some((command) => isPublication(command) && isElsewhere(command))
  );
}
