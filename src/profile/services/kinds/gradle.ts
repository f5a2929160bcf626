import { findBuilds } from '../../ecosystems/java/gradle-build.ts';
import { findLauncher } from '../../ecosystems/java/wrapper.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { cite } from '../../word.ts';
import type { ImageBuild } from '../image-build.ts';
import { projectName, tellingFolder } from '../name.ts';
import { type GradleModule, gradleModules } from './gradle/module.ts';
import { jib, ktor, quarkus, springBoot } from './gradle/tools.ts';
import { madeBuild } from './made-build.ts';
import type { ImageMaker, MakerInput } from './maker.ts';
import type { ImageTool, ToolImage } from './tool-image.ts';

/** A project is made by the first of them that knows it. */
const TOOLS: readonly ImageTool<GradleModule>[] = [jib, ktor, quarkus, springBoot];

/** Images that plugins make in a build of Gradle. */
export const gradleImages: ImageMaker = (input) => {
  const { snapshot } = input;
  const modules = findBuilds(snapshot).value.flatMap((build) => gradleModules(snapshot, build));
  return modules.flatMap((module) => {
    const image = TOOLS.map((tool) => tool(module)).find((made) => made !== null);
    return image ? [buildOf(input, module, image)] : [];
  });
};

function buildOf(
  { snapshot, compose }: MakerInput,
  module: GradleModule,
  { at, task, ...image }: ToolImage,
): ImageBuild {
  const { directory, build } = module;
  const because = cite(snapshot, at);
  const { run } = findLauncher({ snapshot, directory, tool: 'gradle' }).value;
  return madeBuild(
    {
      ...image,
      name: tellingFolder(directory) ?? nameOfRoot(snapshot, build.directory),
      directory,
      commands: task === null ? [] : [{ run: `${run} ${task}`, directory, because }],
      owns: build.scripts.map(({ file }) => file),
      because,
    },
    compose,
  );
}

function nameOfRoot(snapshot: Snapshot, directory: string): string {
  return directory === '.' ? projectName(snapshot) : baseName(directory);
}
