/** What of a change is told in its lines, the most telling first: what builds and checks, what is built, what says how. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'ci',
    /^\.github\/(?:workflows|actions)\/.+\.ya?ml$|^\.gitlab-ci\.ya?ml$|^\.circleci\/config\.ya?ml$|^(?:.+\/)?Jenkinsfile$|^azure-pipelines\.ya?ml$|^\.travis\.yml$|^\.woodpecker(?:\/.+)?\.ya?ml$|^cloudbuild\.ya?ml$/,
  ],
  [
    'image',
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.[Dd]ockerfile$|(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$|(?:^|\/)docker-bake\.(?:hcl|json)$|(?:^|\/)skaffold\.ya?ml$/,
  ],
  [
    'manifest',
    /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|deno\.jsonc?|go\.(?:mod|work)|pyproject\.toml|requirements[\w.-]*\.txt|setup\.(?:py|cfg)|Pipfile|tox\.ini|noxfile\.py|pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|build\.sbt|Cargo\.toml|rust-toolchain(?:\.toml)?|global\.json|Gemfile|composer\.json|mix\.exs|Package\.swift|CMakeLists\.txt|CMakePresets\.json|meson\.build|conanfile\.(?:py|txt)|vcpkg\.json|buf(?:\.\w+)?\.yaml|Chart\.yaml|kustomization\.ya?ml|\.tool-versions|\.(?:node|python|ruby|java|go)-version|\.nvmrc)$|\.(?:csproj|fsproj|sln|slnx|gemspec)$/,
  ],
  [
    'tasks',
    /(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$|(?:^|\/)\.?justfile$|(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$|^\.pre-commit-config\.ya?ml$|^lefthook\.ya?ml$/,
  ],
];

/** The rank of what a path is, 0 the first; null where its lines tell nothing of a pipeline. Lock files and code are not told. */
export function rankOf(path: string): number | null {
  const rank = KINDS.findIndex(([, pattern]) => pattern.test(path));
  return rank < 0 ? null : rank;
}
