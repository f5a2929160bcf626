/** A package.json, one line a field, one line a script or dependency: what a test cites can be counted. */
export function packageText(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** A package.json of scripts and development dependencies alone. */
export function scripts(
  texts: Readonly<Record<string, string>>,
  devDependencies: readonly string[] = [],
  more: Readonly<Record<string, unknown>> = {},
): string {
  const dependencies = Object.fromEntries(devDependencies.map((name) => [name, '1.0.0']));
  return packageText({ scripts: texts, devDependencies: dependencies, ...more });
}
