/** A unit as far as the choice of a template goes. */
export interface Kind {
  readonly ecosystem: string;
  readonly manager: string | null;
}

/** The templates of GitHub's own collection that a person would pick, by ecosystem, or by manager where that decides. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'c-cpp': 'c-cpp.yml',
  deno: 'deno.yml',
  dotnet: 'dotnet.yml',
  elixir: 'elixir.yml',
  go: 'go.yml',
  gradle: 'gradle.yml',
  maven: 'maven.yml',
  node: 'node.js.yml',
  php: 'php.yml',
  python: 'python-app.yml',
  ruby: 'ruby.yml',
  rust: 'rust.yml',
  sbt: 'scala.yml',
  swift: 'swift.yml',
};

/** The names of the templates for a repository's units and images, sorted; none for what the collection has no template for. */
export function templatesFor(units: readonly Kind[], hasImages: boolean): readonly string[] {
  const names = units.flatMap(({ ecosystem, manager }) => TEMPLATES[manager ?? ''] ?? TEMPLATES[ecosystem] ?? []);
  return [...new Set([...names, ...(hasImages ? ['docker-image.yml'] : [])])].sort();
}

/** A template as GitHub fills it in when somebody picks it. @param branch the default branch */
export function filledIn(template: string, branch: string): string {
  return template
    .replaceAll('$default-branch', branch)
    .replaceAll('$protected-branches', branch)
    .replaceAll('$cron-daily', "'17 3 * * *'")
    .replaceAll('$cron-weekly', "'17 3 * * 1'");
}
