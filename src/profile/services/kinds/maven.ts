import { readPoms } from '../../ecosystems/java/pom.ts';
import { findReactors } from '../../ecosystems/java/reactor.ts';
import { childAt } from '../../formats/xml.ts';
import { below } from '../../paths.ts';
import { cite } from '../../word.ts';
import type { ImageBuild } from '../image-build.ts';
import { tellingFolder } from '../name.ts';
import { madeBuild } from './made-build.ts';
import type { ImageMaker, MakerInput } from './maker.ts';
import { dockerPlugin } from './maven/docker-plugin.ts';
import { jib } from './maven/jib.ts';
import { MAVEN_MARK } from './maven/mark.ts';
import { imageCommands, type MavenModule, mavenModules } from './maven/module.ts';
import { quarkus } from './maven/quarkus.ts';
import { springBoot } from './maven/spring-boot.ts';
import type { ImageTool, ToolImage } from './tool-image.ts';

/** A module is made by the first of them that knows it. */
const TOOLS: readonly ImageTool<MavenModule>[] = [jib, quarkus, dockerPlugin, springBoot];

/** Images that plugins and extensions make in a build of Maven. */
export const mavenImages: ImageMaker = (input) => {
  const { snapshot } = input;
  const poms = readPoms(snapshot).value;
  const modules = mavenModules(snapshot, poms, findReactors(snapshot).value);
  return modules.filter(isMarked).flatMap((module) => {
    const image = TOOLS.map((tool) => tool(module)).find((made) => made !== null);
    return image ? [buildOf(input, module, image)] : [];
  });
};

/** Whether any pom above it names one of the tools: most modules of most builds need no closer look. */
function isMarked({ snapshot, chain }: MavenModule): boolean {
  return chain.some(({ file }) => MAVEN_MARK.test(snapshot.text(file) ?? ''));
}

function buildOf(
  { snapshot, compose }: MakerInput,
  module: MavenModule,
  { at, task, ...image }: ToolImage,
): ImageBuild {
  const { directory, project } = module.pom;
  const because = cite(snapshot, at);
  return madeBuild(
    {
      ...image,
      name: tellingFolder(directory) ?? childAt(project, 'artifactId')?.text ?? 'app',
      directory,
      commands: task === null ? [] : imageCommands(module, task, because),
      owns: [...module.siblings.map((sibling) => below(sibling.directory)), ...module.chain.map(({ file }) => file)],
      because,
    },
    compose,
  );
}
