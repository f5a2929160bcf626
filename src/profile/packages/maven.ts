import type { Package } from '../../domain/profile.ts';
import { lineage, type Pom, type Poms, readPoms } from '../ecosystems/java/pom.ts';
import { childAt, childrenNamed, type Element } from '../formats/xml.ts';
import type { Snapshot } from '../snapshot.ts';

/** The one plugin by which Maven publishes there. (central.sonatype.org, "Publishing by using the Maven plugin") */
const PLUGIN = 'central-publishing-maven-plugin';

/** A plain name of Maven's: nothing that a shell would read as more than a word. */
const WORD = /^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/;

/** Builds that bring the plugin, in the build itself or in a profile: the outermost pom of each, which publishes its modules, too. */
export function mavenPackages(snapshot: Snapshot): Package[] {
  const poms = readPoms(snapshot).value;
  const found = [...poms.values()].flatMap((pom) => {
    const use = useOf(pom);
    return use ? [{ pom, use }] : [];
  });
  const outermost = found.filter(({ pom }) => !found.some((other) => isBelow(pom, other.pom, poms)));
  return outermost.flatMap(({ pom, use }): Package[] => {
    const name = childAt(pom.project, 'artifactId')?.text ?? '';
    const server = use.server ?? 'central';
    if (![name, server, use.profile ?? 'x'].every((word) => WORD.test(word))) return [];
    return [
      {
        registry: 'maven-central',
        name,
        directory: pom.directory,
        file: pom.file,
        task: use.profile === null ? 'deploy' : `deploy -P ${use.profile}`,
        server,
        because: [snapshot.evidence(pom.file, use.line)],
      },
    ];
  });
}

interface Use {
  readonly profile: string | null;
  readonly server: string | null;
  readonly line: number;
}

function useOf({ project }: Pom): Use | null {
  const profiles = childrenNamed(childAt(project, 'profiles'), 'profile');
  const places = [{ id: null, at: project }, ...profiles.map((at) => ({ id: childAt(at, 'id')?.text ?? '', at }))];
  for (const { id, at } of places) {
    const plugin = pluginIn(at);
    if (!plugin) continue;
    const server = childAt(plugin, 'configuration', 'publishingServerId')?.text ?? null;
    return { profile: id, server, line: plugin.line };
  }
  return null;
}

function pluginIn(place: Element): Element | undefined {
  const plugins = childrenNamed(childAt(place, 'build', 'plugins'), 'plugin');
  return plugins.find((plugin) => childAt(plugin, 'artifactId')?.text === PLUGIN);
}

function isBelow(pom: Pom, other: Pom, poms: Poms): boolean {
  return pom !== other && lineage(pom, poms).includes(other);
}
