import { childAt, childrenNamed } from '../../../formats/xml.ts';
import { madeFacts } from '../facts.ts';
import type { ImageTool } from '../tool-image.ts';
import type { MavenModule } from './module.ts';
import { type UsedPlugin, usedPlugin, wordOf } from './plugin.ts';

/** The plugin of fabric8, where it makes an image from its own settings and not from a Dockerfile: `docker:build` pushes nothing. (dmp.fabric8.io) */
export const dockerPlugin: ImageTool<MavenModule> = (module) => {
  const plugin = usedPlugin(module, 'docker-maven-plugin', 'io.fabric8');
  const image = plugin && builtImage(module, plugin);
  if (!plugin || !image) return null;
  return {
    kind: 'maven-plugin',
    at: plugin.at,
    facts: madeFacts({ file: module.pom.file, base: image.base, exposed: image.ports, user: image.user }),
    task: 'package docker:build',
    image: image.name,
  };
};

/** The first image that it builds on another one; those that it only runs are for tests. */
function builtImage(module: MavenModule, { elements }: UsedPlugin) {
  for (const { element, file } of elements)
    for (const image of childrenNamed(childAt(element, 'configuration', 'images'), 'image')) {
      const build = childAt(image, 'build');
      const from = childAt(build, 'from');
      if (!build || !from || /^(?:dockerFile|dockerFileDir|contextDir)$/.test(from.name)) continue;
      const word = (...path: string[]) => {
        const found = childAt(image, ...path);
        return wordOf(module, found && { element: found, file });
      };
      return {
        name: word('name'),
        base: word('build', 'from') ?? { value: '', at: [{ file, line: from.line }] as const },
        user: word('build', 'user'),
        ports: childrenNamed(childAt(build, 'ports'), 'port').flatMap(
          (port) => wordOf(module, { element: port, file }) ?? [],
        ),
      };
    }
  return null;
}
