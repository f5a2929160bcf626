import type { DotnetProject } from '../../../ecosystems/dotnet/project.ts';
import { oncePerFile } from '../../../once.ts';
import { baseName, directoryOf, isWithin } from '../../../paths.ts';
import type { Snapshot } from '../../../snapshot.ts';
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
  return !isWeb(project) && hasServers(project);
}

function hasServers(project: DotnetProject): boolean {
  return project
    .items('FrameworkReference')
    .some(({ attributes }) => attributes.Include === 'Microsoft.AspNetCore.App');
}

/** Whether the one project of that name in a folder is a program, and neither it nor what it is built from has ASP.NET. */
export function isWorker(snapshot: Snapshot, directory: string, name: string): boolean {
  const projects = dotnetProjects(snapshot);
  const files = projects.files.filter(
    (file) => isWithin(directory, file) && baseName(file).replace(/\.\w{1,6}$/, '') === name,
  );
  const project = files.length === 1 ? projects.at(files[0] ?? '') : null;
  if (!project || !/^Microsoft\.NET\.Sdk(?:\.Worker)?$/.test(project.sdk?.value ?? '')) return false;
  const all = withReferences(projects, project);
  return !all.some((it) => isWeb(it) || hasServers(it) || it.items('PackageReference').some(isOfAspNet));
}

function isOfAspNet({ attributes }: ReturnType<DotnetProject['items']>[number]): boolean {
  return /^(?:Microsoft\.AspNetCore|Grpc\.(?:AspNetCore|Core))\b/.test(attributes.Include ?? '');
}

/** Whether it is made by the SDK for web projects. */
export function isWeb({ sdk }: DotnetProject): boolean {
  return /^Microsoft\.NET\.Sdk\.Web\b/.test(sdk?.value ?? '');
}
