/** A pom with that content, one element a line; its artifact is on line 2. */
export function pom(artifact: string, ...lines: readonly string[]): string {
  return ['<project>', `<groupId>org.shop</groupId><artifactId>${artifact}</artifactId>`, ...lines, '</project>'].join(
    '\n',
  );
}

/** A list of modules on one line. */
export function modules(...names: readonly string[]): string {
  return `<packaging>pom</packaging><modules>${names.map((name) => `<module>${name}</module>`).join('')}</modules>`;
}

/** A parent on one line; Maven's default path where none is given. */
export function parent(artifact: string, path?: string): string {
  const relative = path === undefined ? '' : `<relativePath>${path}</relativePath>`;
  return `<parent><groupId>org.shop</groupId><artifactId>${artifact}</artifactId>${relative}</parent>`;
}

/** Properties, one a line. */
export function properties(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `<${name}>${value}</${name}>`);
  return ['<properties>', ...lines, '</properties>'].join('\n');
}

/** A plugin of the build, with what stands inside it. */
export function plugin(artifact: string, inside = ''): string {
  return `<build><plugins><plugin><artifactId>${artifact}</artifactId>${inside}</plugin></plugins></build>`;
}

/** An execution of a plugin. */
export function execution(goal: string, phase?: string): string {
  const at = phase === undefined ? '' : `<phase>${phase}</phase>`;
  return `<executions><execution>${at}<goals><goal>${goal}</goal></goals></execution></executions>`;
}
