import { type Word, wordAt } from '../../../word.ts';
import { madeFacts } from '../facts.ts';
import type { ImageTool } from '../tool-image.ts';
import { writtenFor } from '../written-for.ts';
import type { GradleModule } from './module.ts';
import { isSet, valuesAt } from './settings.ts';

/** `jibDockerBuild` gives the image to the machine's own Docker. (GoogleContainerTools/jib, jib-gradle-plugin/README.md) */
export const jib: ImageTool<GradleModule> = (module) => {
  const at = pluginAt(module, 'com.google.cloud.tools.jib');
  if (!at) return null;
  const { settings, scripts } = module;
  const [base] = valuesAt(settings, 'jib.from.image');
  const value = isSet(settings, 'jib.from.image') ? '' : 'eclipse-temurin';
  return {
    kind: 'jib',
    at,
    facts: madeFacts({
      file: scripts[0].file,
      base: base ?? { ...at, value },
      exposed: valuesAt(settings, 'jib.container.ports'),
      user: valuesAt(settings, 'jib.container.user')[0] ?? null,
    }),
    task: 'jibDockerBuild',
    image: valuesAt(settings, 'jib.to.image')[0] ?? null,
  };
};

/** Ktor's plugin uses Jib. (ktor.io, "Docker") */
export const ktor: ImageTool<GradleModule> = (module) => {
  const at = pluginAt(module, 'io.ktor.plugin');
  if (!at || !isSet(module.settings, 'ktor.docker')) return null;
  return {
    kind: 'jib',
    at,
    facts: madeFacts({ file: module.scripts[0].file, base: { ...at, value: '' } }),
    task: 'publishImageToLocalRegistry',
    image: valuesAt(module.settings, 'ktor.docker.localImageName')[0] ?? null,
  };
};

/** An image that the build of Quarkus makes on the way. (quarkus.io, "Container images") */
export const quarkus: ImageTool<GradleModule> = ({ libraries, scripts }) => {
  const library = libraries.find(({ name }) => name === 'io.quarkus:quarkus-container-image-jib');
  if (!library) return null;
  const at = wordAt(library.name, library.file, library.line);
  return {
    kind: 'jib',
    at,
    facts: madeFacts({
      file: scripts[0].file,
      base: { ...at, value: 'registry.access.redhat.com/ubi9/openjdk-21-runtime' },
    }),
    task: 'assemble -Dquarkus.container-image.build=true -Dquarkus.container-image.push=false',
    image: null,
  };
};

/** Buildpacks by Spring Boot's own plugin, where the build, a pipeline or the README asks for them. (docs.spring.io, "Packaging OCI Images") */
export const springBoot: ImageTool<GradleModule> = (module) => {
  const at = pluginAt(module, 'org.springframework.boot') && askedFor(module);
  if (!at) return null;
  const isPushed = module.settings.some(
    ({ path, values }) => /\bbootBuildImage\b.*\bpublish$/i.test(path) && values[0]?.value === 'true',
  );
  return {
    kind: 'spring-boot-build-image',
    at,
    facts: madeFacts({ file: module.scripts[0].file, base: { ...at, value: '' } }),
    task: isPushed ? null : 'bootBuildImage',
    image: null,
  };
};

function pluginAt({ plugins }: GradleModule, id: string): Word | null {
  const found = plugins.find((plugin) => plugin.id === id);
  return found ? wordAt(id, found.file, found.line) : null;
}

const TASK = /\b[bB]ootBuildImage\b/;

function askedFor({ snapshot, scripts, build }: GradleModule): Word | null {
  const own = scripts.flatMap(({ file, lines }) => lines.map((line) => ({ ...line, file })));
  const line = [...own, ...writtenFor(snapshot, build.directory)].find(({ text }) => TASK.test(text));
  return line ? wordAt('bootBuildImage', line.file, line.number) : null;
}
