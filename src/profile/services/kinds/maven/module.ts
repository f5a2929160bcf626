import type { Command } from '../../../../domain/profile.ts';
import { lineage, type Pom, type Poms } from '../../../ecosystems/java/pom.ts';
import type { Reactor } from '../../../ecosystems/java/reactor.ts';
import { findLauncher } from '../../../ecosystems/java/wrapper.ts';
import { childAt, childrenNamed } from '../../../formats/xml.ts';
import { isWithin, relativeTo } from '../../../paths.ts';
import { shellWord } from '../../../shell-word.ts';
import type { Snapshot } from '../../../snapshot.ts';

/** A module of a build of Maven, with what its image needs of the others. */
export interface MavenModule {
  readonly snapshot: Snapshot;
  readonly pom: Pom;
  /** The pom and its parents in the repository, nearest first. */
  readonly chain: readonly Pom[];
  readonly reactor: Reactor;
  /** The modules of the same build that it is built from. */
  readonly siblings: readonly Pom[];
  /** Whether it has a class that starts a program, by its name. */
  readonly isProgram: boolean;
}

/** Where people keep such a class. */
const MAIN = /^(?:(.+)\/)?src\/main\/(?:java|kotlin)\/(?:.*\/)?\w*(?:Application|App|Main)\.(?:java|kt)$/;

/** The modules of all builds that make a jar or the like. */
export function mavenModules(snapshot: Snapshot, poms: Poms, reactors: readonly Reactor[]): MavenModule[] {
  const programs = new Set(
    snapshot.paths.flatMap((path) => {
      const match = MAIN.exec(path);
      return match ? (match[1] ?? '.') : [];
    }),
  );
  return reactors.flatMap((reactor) => {
    const byName = new Map(reactor.members.map((pom) => [childAt(pom.project, 'artifactId')?.text ?? '', pom]));
    return reactor.members
      .filter(({ project }) => childAt(project, 'packaging')?.text !== 'pom')
      .map((pom) => ({
        snapshot,
        pom,
        chain: lineage(pom, poms),
        reactor,
        siblings: siblingsOf(pom, byName),
        isProgram: programs.has(pom.directory),
      }));
  });
}

function siblingsOf(pom: Pom, byName: ReadonlyMap<string, Pom>): Pom[] {
  const found = new Set([pom]);
  for (const { project } of found)
    for (const dependency of childrenNamed(childAt(project, 'dependencies'), 'dependency')) {
      const other = byName.get(childAt(dependency, 'artifactId')?.text ?? '');
      if (other) found.add(other);
    }
  return [...found].slice(1);
}

/** Goals in the module's folder; what it is built from is installed first, where Maven then finds it. */
export function imageCommands(
  { snapshot, pom, reactor, siblings }: MavenModule,
  goals: string,
  because: Command['because'],
): Command[] {
  const call = (directory: string, words: string): Command => {
    const launcher = findLauncher({ snapshot, directory, tool: 'mvn' }).value;
    return { run: `${launcher.run} -B -ntp -DskipTests ${words}`, directory, because };
  };
  const { directory } = reactor.root;
  const image = call(pom.directory, goals);
  if (siblings.length === 0 || !isWithin(directory, pom.directory)) return [image];
  return [call(directory, `-pl ${shellWord(relativeTo(directory, pom.directory))} -am install`), image];
}
