import { pluginsOf } from '../../../ecosystems/java/plugins.ts';
import { follow, type Written } from '../../../ecosystems/java/properties.ts';
import { childAt, childrenNamed, type Element } from '../../../formats/xml.ts';
import { type Word, wordAt } from '../../../word.ts';
import type { MavenModule } from './module.ts';

/** A plugin that a module uses, with its settings: its own first, then those of its parents and of what they manage. */
export interface UsedPlugin {
  /** The line that makes the module use it. */
  readonly at: Word;
  readonly elements: readonly Written[];
  /** A setting as a text; null where there is none, or it is a property that the repository does not hold. */
  setting(...path: readonly string[]): Word | null;
  /** The texts of a list. */
  list(path: readonly string[], name: string): Word[];
}

/** The plugin of a module; null where it does not use it. One that only a parent uses is for the parent's programs: those that have a main class. */
export function usedPlugin(module: MavenModule, artifactId: string, groupId: string): UsedPlugin | null {
  const all = module.chain.flatMap((pom) =>
    pluginsOf(pom).filter((plugin) => plugin.artifactId === artifactId && hasGroup(plugin.element, groupId)),
  );
  const [first] = all.filter(({ isManaged }) => !isManaged);
  if (!first || (first.file !== module.pom.file && !module.isProgram)) return null;
  const elements = [...all.filter(({ isManaged }) => !isManaged), ...all.filter(({ isManaged }) => isManaged)];
  return {
    at: wordAt(artifactId, first.file, (childAt(first.element, 'artifactId') ?? first.element).line),
    elements,
    setting: (...path) => wordOf(module, settingIn(elements, path)),
    list: (path, name) =>
      elements
        .map(({ element, file }) =>
          childrenNamed(childAt(element, 'configuration', ...path), name).map((item) => ({ element: item, file })),
        )
        .find((items) => items.length > 0)
        ?.flatMap((item) => wordOf(module, item) ?? []) ?? [],
  };
}

function hasGroup(element: Element, groupId: string): boolean {
  return (childAt(element, 'groupId')?.text ?? groupId) === groupId;
}

function settingIn(elements: readonly Written[], path: readonly string[]): Written | null {
  for (const { element, file } of elements) {
    const found = childAt(element, 'configuration', ...path);
    if (found && found.text !== '') return { element: found, file };
  }
  return null;
}

/** A value with its property put in. */
export function wordOf({ snapshot, chain }: MavenModule, written: Written | null): Word | null {
  const found = written && follow(snapshot, chain, written).value;
  const [first, ...more] = found?.because ?? [];
  if (!found || !first || found.value.includes('${')) return null;
  return { value: found.value, at: [first, ...more] };
}
