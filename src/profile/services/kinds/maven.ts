import { shortName } from '../../docker/image-name.ts';
import { readPoms } from '../../ecosystems/java/pom.ts';
import { findReactors } from '../../ecosystems/java/reactor.ts';
import { below } from '../../paths.ts';
import { cite } from '../../word.ts';
import { childAt } from '../../xml.ts';
import type { ImageBuild } from '../image-build.ts';
import { tellingFolder } from '../name.ts';
import type { ImageMaker, MakerInput } from './kinds.ts';
import { dockerPlugin } from './maven/docker-plugin.ts';
import { jib } from './maven/jib.ts';
import type { MavenImage, MavenTool } from './maven/made.ts';
import { imageCommands, type MavenModule, mavenModules } from './maven/module.ts';
import { quarkus } from './maven/quarkus.ts';
import { springBoot } from './maven/spring-boot.ts';

/** A module is made by the first of them that knows it. */
const TOOLS: readonly MavenTool[] = [jib, quarkus, dockerPlugin, springBoot];

/** Images that plugins and extensions make in a build of Maven. */
export const mavenImages: ImageMaker = (input) => {
  const { snapshot } = input;
  const poms = readPoms(snapshot).value;
  const modules = mavenModules(snapshot, poms, findReactors(snapshot, poms).value);
  return {
    builds: modules.flatMap((module) => {
      const image = TOOLS.map((tool) => tool(module)).find((made) => made !== null);
      return image ? [buildOf(input, module, image)] : [];
    }),
  };
};

function buildOf({ snapshot, compose }: MakerInput, module: MavenModule, image: MavenImage): ImageBuild {
  const { directory, project } = module.pom;
  const because = cite(snapshot, image.at);
  const name = tellingFolder(directory) ?? childAt(project, 'artifactId')?.text ?? 'app';
  const names = [name, ...(image.image ? [shortName(image.image.value)] : [])];
  return {
    name,
    directory,
    facts: image.facts,
    making: {
      kind: image.kind,
      commands: image.goals === null ? [] : imageCommands(module, image.goals, because),
      owns: [...module.siblings.map((sibling) => below(sibling.directory)), ...module.chain.map(({ file }) => file)],
      defaults: [],
      health: null,
    },
    context: directory,
    target: null,
    args: new Map(),
    compose:
      compose.find((service) => !service.build && service.image && names.includes(shortName(service.image.value))) ??
      null,
    because,
  };
}
