import type { Command } from '../../../domain/profile.ts';
import { childAt, childrenNamed, type Element } from '../../formats/xml.ts';
import type { Snapshot } from '../../snapshot.ts';
import { coordinatesOf, type Pom, type Poms } from './pom.ts';
import type { Reactor } from './reactor.ts';
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

export interface SiblingQuery {
  readonly reactor: Reactor;
  readonly poms: Poms;
}

/** The poms outside of a build that its own name as dependencies. */
export function siblingsOf({ reactor, poms }: SiblingQuery): Sibling[] {
  const byName = new Map([...poms.values()].map((pom) => [coordinatesOf(pom), pom]));
  return reactor.members.flatMap(({ file, project }) =>
    childrenNamed(childAt(project, 'dependencies'), 'dependency').flatMap((dependency) => {
      const pom = byName.get(nameOf(dependency));
      const isOwn = pom === undefined || reactor.members.includes(pom);
      const line = childAt(dependency, 'artifactId')?.line ?? dependency.line;
      return isOwn ? [] : [{ pom, file, line, version: childAt(dependency, 'version')?.text ?? null }];
    }),
  );
}

function nameOf(dependency: Element): string {
  const part = (name: string) => childAt(dependency, name)?.text ?? '';
  return `${part('groupId')}:${part('artifactId')}`.toLowerCase();
}

export interface InstallQuery extends SiblingQuery {
  readonly snapshot: Snapshot;
  readonly reactors: readonly Reactor[];
}

/**
 * What puts the siblings of a build into the local repository, from which alone Maven takes what no build of its own makes: each build
 * that they belong to, without tests, after those that it needs itself. A release that is asked for by another version comes from elsewhere.
 */
export function siblingInstalls(query: InstallQuery): Command[] {
  return installsOf(query, new Set([query.reactor]));
}

function installsOf({ snapshot, reactor, poms, reactors }: InstallQuery, seen: Set<Reactor>): Command[] {
  return siblingsOf({ reactor, poms }).flatMap((sibling) => {
    const { pom, file, line } = sibling;
    const made = reactors.find(({ members }) => members.includes(pom));
    if (!made || seen.has(made) || !isMeant(sibling)) return [];
    seen.add(made);
    const { directory } = made.root;
    const launcher = findLauncher({ snapshot, directory, tool: 'mvn' }).value;
    const install: Command = {
      run: `${launcher.run} -B -ntp -DskipTests install`,
      directory,
      because: [snapshot.evidence(file, line), snapshot.evidence(pom.file, 1), ...launcher.because],
    };
    return [...installsOf({ snapshot, reactor: made, poms, reactors }, seen), install];
  });
}

/** Whether the version that is asked for may be the one here: properties are not resolved. */
function isMeant({ pom: { project }, version }: Sibling): boolean {
  const own = (childAt(project, 'version') ?? childAt(project, 'parent', 'version'))?.text ?? null;
  const isOpen = (text: string | null) => text === null || text.includes('$');
  return isOpen(version) || isOpen(own) || version === own;
}
