import { childAt } from '../../../formats/xml.ts';
import { type Word, wordAt } from '../../../word.ts';
import { madeFacts } from '../facts.ts';
import type { ImageTool } from '../tool-image.ts';
import type { MavenModule } from './module.ts';
import { type UsedPlugin, usedPlugin } from './plugin.ts';

/** Jib: `dockerBuild` gives the image to the machine's own Docker. (GoogleContainerTools/jib, jib-maven-plugin/README.md) */
export const jib: ImageTool<MavenModule> = (module) => {
  const plugin = usedPlugin(module, 'jib-maven-plugin', 'com.google.cloud.tools');
  if (!plugin || plugin.setting('skip')?.value === 'true') return null;
  const { file, project } = module.pom;
  const isWar = childAt(project, 'packaging')?.text === 'war';
  return {
    kind: 'jib',
    at: plugin.at,
    facts: madeFacts({
      file,
      base: baseOf(plugin, isWar),
      exposed: plugin.list(['container', 'ports'], 'port'),
      user: plugin.setting('container', 'user'),
      variables: variablesOf(plugin),
    }),
    task: 'package jib:dockerBuild',
    image: plugin.setting('to', 'image'),
  };
};

/** As it is set, else Jib's own: Temurin, or Jetty for a `war`. A base that only a property names is not known. */
function baseOf(plugin: UsedPlugin, isWar: boolean): Word {
  const own = plugin.setting('from', 'image');
  const isSet = plugin.elements.some(({ element }) => childAt(element, 'configuration', 'from', 'image'));
  return own ?? { ...plugin.at, value: isSet ? '' : isWar ? 'jetty' : 'eclipse-temurin' };
}

function variablesOf({ elements }: UsedPlugin): ReadonlyMap<string, Word> {
  const set = elements.flatMap(({ element, file }) =>
    (childAt(element, 'configuration', 'container', 'environment')?.children ?? []).map(
      ({ name, text, line }): [string, Word] => [name, wordAt(text, file, line)],
    ),
  );
  return new Map(set.reverse());
}
