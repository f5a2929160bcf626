interface ProjectText {
  readonly sdk?: string;
  readonly target?: string;
  readonly packages?: readonly string[];
  readonly references?: readonly string[];
  readonly properties?: string;
}

/** A project file: the target stands on its third line, and each package on a line of its own from the sixth. */
export function projectText({
  sdk = 'Microsoft.NET.Sdk',
  target = 'net8.0',
  packages = [],
  references = [],
  properties = '',
}: ProjectText = {}): string {
  const items = [
    ...packages.map((name) => `    <PackageReference Include="${name}" Version="1.0.0" />`),
    ...references.map((path) => `    <ProjectReference Include="${path}" />`),
  ];
  return `<Project Sdk="${sdk}">\n  <PropertyGroup>\n    <TargetFramework>${target}</TargetFramework>${properties}\n  </PropertyGroup>\n  <ItemGroup>\n${items.join('\n')}\n  </ItemGroup>\n</Project>\n`;
}

/** The test project of a project. */
export function testText(reference: string): string {
  return projectText({ packages: ['Microsoft.NET.Test.Sdk', 'xunit'], references: [reference] });
}

/** A solution of the old format, with a folder of its own among the projects. */
export function solutionText(...paths: readonly string[]): string {
  const line = (path: string) => `Project("{FAE04EC0}") = "x", "${path}", "{1}"\nEndProject\n`;
  return `\nMicrosoft Visual Studio Solution File, Format Version 12.00\n${line('Solution Items')}${paths.map(line).join('')}Global\nEndGlobal\n`;
}
