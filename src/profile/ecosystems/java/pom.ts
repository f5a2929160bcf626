import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { childAt, childrenNamed, type Element } from '../../xml.ts';

/** A pom.xml that could be read. */
export interface Pom {
  readonly file: string;
  readonly project: Element;
}

/** A value of a pom and the line that it stands on. */
export interface PomValue {
  readonly value: string;
  readonly file: string;
  readonly line: number;
}

/** How deep properties may refer to properties; Maven itself refuses cycles. */
const MAX_DEPTH = 10;

/** The pom's parent, where it is a file of this repository. Maven's default is the folder above. */
export function parentOf(pom: Pom, poms: ReadonlyMap<string, Pom>): Pom | null {
  const parent = childAt(pom.project, 'parent');
  if (!parent) return null;
  const relative = childAt(parent, 'relativePath')?.text ?? '../pom.xml';
  const target = joinPath(directoryOf(pom.file), relative.endsWith('.xml') ? relative : `${relative}/pom.xml`);
  const found = target === null ? undefined : poms.get(target);
  const same = childAt(found?.project ?? null, 'artifactId')?.text === childAt(parent, 'artifactId')?.text;
  return found && found !== pom && same ? found : null;
}

/** The pom and its parents in the repository, nearest first; a cycle ends the chain. */
export function lineage(pom: Pom, poms: ReadonlyMap<string, Pom>): Pom[] {
  const chain: Pom[] = [];
  for (let at: Pom | null = pom; at && !chain.includes(at); at = parentOf(at, poms)) chain.push(at);
  return chain;
}

/** The first value along `path` in a lineage, with properties put in; null where there is none or a property is unknown. */
export function valueIn(chain: readonly Pom[], path: readonly string[]): PomValue | null {
  for (const pom of chain) {
    const element = childAt(pom.project, ...path);
    if (element) return resolveProperty(chain, { value: element.text, file: pom.file, line: element.line }, MAX_DEPTH);
  }
  return null;
}

function resolveProperty(chain: readonly Pom[], found: PomValue, depth: number): PomValue | null {
  const name = /^\$\{([\w.-]+)\}$/.exec(found.value)?.[1];
  if (name === undefined) return found.value === '' || found.value.includes('${') ? null : found;
  if (depth === 0) return null;
  for (const pom of chain) {
    const element = childrenNamed(childAt(pom.project, 'properties'), name)[0];
    if (element) return resolveProperty(chain, { value: element.text, file: pom.file, line: element.line }, depth - 1);
  }
  return null;
}

/** Plugins of the build, of plugin management and of profiles, with the goals that executions bind. */
export function pluginsOf(
  pom: Pom,
): { readonly artifactId: string; readonly bound: boolean; readonly line: number; readonly element: Element }[] {
  const places = [
    childAt(pom.project, 'build', 'plugins'),
    childAt(pom.project, 'build', 'pluginManagement', 'plugins'),
    ...childrenNamed(childAt(pom.project, 'profiles'), 'profile').map((profile) =>
      childAt(profile, 'build', 'plugins'),
    ),
  ];
  return places.flatMap((place) =>
    childrenNamed(place, 'plugin').map((element) => ({
      artifactId: childAt(element, 'artifactId')?.text ?? '',
      bound: childrenNamed(childAt(element, 'executions'), 'execution').length > 0,
      line: element.line,
      element,
    })),
  );
}

/** Reads every pom of the snapshot that the given reader could parse. */
export function pomsOf(snapshot: Snapshot, read: (file: string) => Element | null): ReadonlyMap<string, Pom> {
  const files = snapshot.paths.filter((path) => path === 'pom.xml' || path.endsWith('/pom.xml'));
  return new Map(
    files.flatMap((file) => {
      const project = read(file);
      return project?.name === 'project' ? [[file, { file, project }] as const] : [];
    }),
  );
}
