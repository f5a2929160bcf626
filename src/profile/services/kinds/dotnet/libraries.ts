import type { DotnetProject } from '../../../ecosystems/dotnet/project.ts';
import { oncePerFile } from '../../../once.ts';
import { directoryOf } from '../../../paths.ts';
import { dotnetProjects, withReferences } from './projects.ts';

/** Folders of the libraries of ASP.NET that the project in a folder is built from: they may set its server up. None where it has no project, or several. */
export const serverLibraries = oncePerFile((snapshot, directory): readonly string[] => {
  const projects = dotnetProjects(snapshot);
  const [own, ...others] = projects.files.filter((file) => directoryOf(file) === directory);
  const project = own === undefined || others.length > 0 ? null : projects.at(own);
  return project === null ? [] : librariesOf(withReferences(projects, project).slice(1));
});

/** Folders of those of them that are libraries of ASP.NET and no web projects themselves, such as Aspire's service defaults. */
export function librariesOf(references: readonly DotnetProject[]): string[] {
  return references.filter(isOfServers).map((reference) => reference.directory);
}

function isOfServers(project: DotnetProject): boolean {
  return (
    !isWeb(project) &&
    project.items('FrameworkReference').some(({ attributes }) => attributes.Include === 'Microsoft.AspNetCore.App')
  );
}

/** Whether it is made by the SDK for web projects. */
export function isWeb({ sdk }: DotnetProject): boolean {
  return /^Microsoft\.NET\.Sdk\.Web\b/.test(sdk?.value ?? '');
}
