import { purposeOf } from '../../../docker/ignored.ts';
import { shortName } from '../../../docker/image-name.ts';
import type { DotnetProject, Property } from '../../../ecosystems/dotnet/project.ts';
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
    const name = (project.property('ContainerRepository') ?? project.property('ContainerImageName'))?.value;
    const isPlain = name !== undefined && /^[a-z0-9][\w./-]{0,200}$/.test(name);
    return [{ project, name: isPlain ? shortName(name) : null, because: asked.because, health: null }];
  });
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
