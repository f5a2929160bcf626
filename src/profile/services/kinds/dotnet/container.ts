import { readJoinedAutomation } from '../../../ci/automation.ts';
import { purposeOf } from '../../../docker/ignored.ts';
import { shortName } from '../../../docker/image-name.ts';
import type { DotnetProject, Property } from '../../../ecosystems/dotnet/project.ts';
import { directoryOf, joinPath } from '../../../paths.ts';
import type { DotnetProjects, WantedImage } from './projects.ts';

/** What says in a project that it becomes a container. (learn.microsoft.com, "Containerize a .NET app reference") */
const PROPERTIES = [
  'ContainerRepository',
  'ContainerImageName',
  'EnableSdkContainerSupport',
  'ContainerBaseImage',
  'ContainerFamily',
];

/** Programs whose project, or the settings above it, say that they become a container. */
export function containerProjects({ files, at }: DotnetProjects): WantedImage[] {
  const marked = files.filter((file) => purposeOf(file) === null && !/tests?\.\w+proj$/i.test(file));
  return marked.flatMap((file): WantedImage[] => {
    const project = at(file);
    const asked = project && isProgram(project) ? askedIn(project) : null;
    if (!project || !asked) return [];
    return [{ project, name: nameOf(project), because: asked.because, health: null }];
  });
}

const CALL =
  /\bdotnet\s{1,4}publish\b(.{0,1000}?(?:[-/]t(?:arget)?:PublishContainer|PublishProfile=DefaultContainer)\b.{0,500})/;

/** Options of `dotnet publish` that are followed by their value. */
const VALUED =
  /^(?:-[acforv]|--(?:arch|configuration|framework|os|output|runtime|verbosity|version-suffix|source|manifest))$/;

/** Projects that the repository's own pipelines publish as a container. */
export function publishedProjects(projects: DotnetProjects): WantedImage[] {
  const { snapshot } = projects;
  return readJoinedAutomation(snapshot).flatMap(({ text, file, number }) => {
    const words = CALL.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
    const path = words.find((word, index) => /^[\w.]/.test(word) && !VALUED.test(words[index - 1] ?? ''));
    const project = words.length === 0 ? null : projectAt(projects, path ?? '.', ['.', directoryOf(file)]);
    return project ? [{ project, name: nameOf(project), because: snapshot.evidence(file, number), health: null }] : [];
  });
}

/** A project by its path, or the only one of a folder. */
function projectAt({ files, at }: DotnetProjects, path: string, bases: readonly string[]): DotnetProject | null {
  for (const base of bases) {
    const place = joinPath(base, path.replaceAll('\\', '/'));
    const found = files.filter((file) => file === place || directoryOf(file) === place);
    if (found.length === 1 && found[0] !== undefined) return at(found[0]);
  }
  return null;
}

function nameOf(project: DotnetProject): string | null {
  const name = (project.property('ContainerRepository') ?? project.property('ContainerImageName'))?.value;
  return name !== undefined && /^[a-z0-9][\w./-]{0,200}$/.test(name) ? shortName(name) : null;
}

function askedIn(project: DotnetProject): Property | null {
  for (const name of PROPERTIES) {
    const found = project.property(name);
    if (found && !/^false$/i.test(found.value)) return found;
  }
  const profile = project.property('PublishProfile');
  return profile?.value === 'DefaultContainer' ? profile : null;
}

function isProgram(project: DotnetProject): boolean {
  return (
    /^Microsoft\.NET\.Sdk\.(?:Web|Worker)\b/.test(project.sdk?.value ?? '') ||
    /^exe$/i.test(project.property('OutputType')?.value ?? '')
  );
}
