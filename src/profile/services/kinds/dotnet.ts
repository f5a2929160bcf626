import { firstOfEach } from '../../../domain/grouped.ts';
import { aspireProjects } from './dotnet/aspire.ts';
import { sdkBuild } from './dotnet/build.ts';
import { containerProjects, publishedProjects } from './dotnet/container.ts';
import { dotnetProjects } from './dotnet/projects.ts';
import type { ImageMaker } from './maker.ts';

/** Images of the .NET SDK: of the projects that an Aspire host runs, and of those that say themselves that they become a container. */
export const dotnetImages: ImageMaker = async ({ snapshot, more }) => {
  const projects = dotnetProjects(snapshot);
  const hosted = await aspireProjects(projects, more);
  const files = new Set(hosted.map(({ project }) => project.file));
  const others = [...containerProjects(projects), ...publishedProjects(projects)].filter(
    ({ project }) => !files.has(project.file),
  );
  const builds = await Promise.all([...hosted, ...others].map((wanted) => sdkBuild(projects, wanted, more)));
  // Several hosts may run one project.
  return firstOfEach(builds, ({ directory }) => directory);
};
