import type { Command } from '../../../domain/profile.ts';
import { childAt, childrenNamed, type Element } from '../../formats/xml.ts';
import { oncePerSnapshot } from '../../once.ts';
import type { Snapshot } from '../../snapshot.ts';
import { coordinatesOf, type Pom, readPoms } from './pom.ts';
import { findReactors, type Reactor } from './reactor.ts';
import { findLauncher } from './wrapper.ts';

/** A pom of the repository that another build of it names as a dependency. */
export interface Sibling {
  readonly pom: Pom;
  /** The dependency, where it is written. */
  readonly file: string;
  readonly line: number;
  /** The version that is asked for; null where none is written there. */
  readonly version: string | null;
}

/** The poms outside of a build that its own name as dependencies. */
export function siblingsOf(snapshot: Snapshot, { members }: Reactor): Sibling[] {
  const own = new Set(members);
  return members.flatMap(({ file, project }) =>
    childrenNamed(childAt(project, 'dependencies'), 'dependency').flatMap((dependency) => {
      const pom = byCoordinates(snapshot).get(askedBy(dependency));
      const line = childAt(dependency, 'artifactId')?.line ?? dependency.line;
      return pom === undefined || own.has(pom)
        ? []
        : [{ pom, file, line, version: childAt(dependency, 'version')?.text ?? null }];
    }),
  );
}

/** The poms of the repository by group and name. */
export const byCoordinates = oncePerSnapshot(
  (snapshot: Snapshot) => new Map([...readPoms(snapshot).value.values()].map((pom) => [coordinatesOf(pom), pom])),
);

/** What a dependency asks for, by group and name. */
export function askedBy(dependency: Element): string {
  const part = (name: string) => childAt(dependency, name)?.text ?? '';
  return `${part('groupId')}:${part('artifactId')}`.toLowerCase();
}

/** A build that needs more of its neighbours is nobody's. */
const MOST_INSTALLS = 30;

/**
 * What puts the siblings of a build into the local repository, from which alone Maven takes what no build of its own makes: each build
 * that they belong to, without tests, after those that it needs itself. A release that is asked for by another version comes from elsewhere.
 */
export function siblingInstalls(snapshot: Snapshot, reactor: Reactor): Command[] {
  return installsOf(snapshot, reactor, new Set([reactor]));
}

function installsOf(snapshot: Snapshot, reactor: Reactor, seen: Set<Reactor>): Command[] {
  return siblingsOf(snapshot, reactor).flatMap((sibling) => {
    const { pom, file, line } = sibling;
    const made = byMember(snapshot).get(pom);
    if (!made || seen.has(made) || seen.size > MOST_INSTALLS || !isMeant(sibling)) return [];
    seen.add(made);
    const { directory } = made.root;
    const launcher = findLauncher({ snapshot, directory, tool: 'mvn' }).value;
    const install: Command = {
      run: `${launcher.run} -B -ntp -DskipTests install`,
      directory,
      because: [snapshot.evidence(file, line), snapshot.evidence(pom.file, 1), ...launcher.because],
    };
    return [...installsOf(snapshot, made, seen), install];
  });
}

/** The first build that each pom is a part of. */
const byMember = oncePerSnapshot((snapshot: Snapshot) => {
  const all = findReactors(snapshot).value.toReversed();
  return new Map(all.flatMap((reactor) => reactor.members.map((pom) => [pom, reactor] as const)));
});

/** Whether the version that is asked for may be the one here: properties are not resolved. */
function isMeant({ pom: { project }, version }: Sibling): boolean {
  const own = (childAt(project, 'version') ?? childAt(project, 'parent', 'version'))?.text ?? null;
  const isOpen = (text: string | null) => text === null || text.includes('$');
  return isOpen(version) || isOpen(own) || version === own;
}
