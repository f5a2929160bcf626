import { phasesOf } from '../../../ecosystems/java/plugins.ts';
import { childAt } from '../../../formats/xml.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { type Word, wordAt } from '../../../word.ts';
import { madeFacts } from '../facts.ts';
import type { ImageTool } from '../tool-image.ts';
import { writtenFor } from '../written-for.ts';
import type { MavenModule } from './module.ts';
import { type UsedPlugin, usedPlugin } from './plugin.ts';

const GOALS = ['build-image', 'build-image-no-fork'];

/** Buildpacks by Spring Boot's own plugin, where the build, a pipeline or the README asks for them. (docs.spring.io, "Packaging OCI Images") */
export const springBoot: ImageTool<MavenModule> = (module) => {
  const plugin = usedPlugin(module, 'spring-boot-maven-plugin', 'org.springframework.boot');
  const at = plugin && (configured(plugin) ?? called(module.snapshot, module.reactor.root.directory));
  if (!plugin || !at) return null;
  const isPushed = plugin.setting('image', 'publish')?.value === 'true';
  return {
    kind: 'spring-boot-build-image',
    at,
    // What the builder's run image ends with is the builder's own choice.
    facts: madeFacts({ file: module.pom.file, base: { ...at, value: '' } }),
    task: isPushed ? null : 'spring-boot:build-image -Dspring-boot.build-image.publish=false',
    image: plugin.setting('image', 'name'),
  };
};

function configured({ elements }: UsedPlugin): Word | null {
  for (const { element, file } of elements) {
    const image = childAt(element, 'configuration', 'image');
    if (image) return wordAt('image', file, image.line);
    const bound = phasesOf({ element, file, artifactId: '', isManaged: false }, GOALS).length > 0;
    if (bound) return wordAt('build-image', file, (childAt(element, 'executions') ?? element).line);
  }
  return null;
}

const CALL = /\bspring-boot:build-image\b/;

function called(snapshot: Snapshot, root: string): Word | null {
  const line = writtenFor(snapshot, root).find(({ text }) => CALL.test(text));
  return line ? wordAt('spring-boot:build-image', line.file, line.number) : null;
}
