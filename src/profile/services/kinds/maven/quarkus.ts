import { childAt, childrenNamed } from '../../../formats/xml.ts';
import { wordAt } from '../../../word.ts';
import { madeFacts } from '../facts.ts';
import type { ImageTool } from '../tool-image.ts';
import type { MavenModule } from './module.ts';

/** Extensions of Quarkus that make an image without a Dockerfile, and what they start from where nothing else is set. (quarkus.io, "Container images") */
const EXTENSIONS = [
  { name: 'quarkus-container-image-jib', kind: 'jib', base: 'registry.access.redhat.com/ubi9/openjdk-21-runtime' },
  { name: 'quarkus-container-image-buildpack', kind: 'other', base: '' },
] as const;

/** An image that the build of Quarkus makes on the way. */
export const quarkus: ImageTool<MavenModule> = ({ pom: { project, file } }) => {
  for (const dependency of childrenNamed(childAt(project, 'dependencies'), 'dependency')) {
    const artifact = childAt(dependency, 'artifactId');
    const extension = EXTENSIONS.find(({ name }) => name === artifact?.text);
    if (!artifact || !extension) continue;
    const at = wordAt(extension.name, file, artifact.line);
    return {
      kind: extension.kind,
      at,
      facts: madeFacts({ file, base: { ...at, value: extension.base } }),
      task: 'package -Dquarkus.container-image.build=true -Dquarkus.container-image.push=false',
      image: null,
    };
  }
  return null;
};
