import type { ProfileWarning } from '../../../domain/profile.ts';
import { childAt, childrenNamed, type Element, readXml } from '../../formats/xml.ts';
import { isMaterial } from '../../material.ts';
import { oncePerSnapshot } from '../../once.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';

/** A pom.xml that could be read. */
export interface Pom {
  readonly file: string;
  readonly directory: string;
  readonly project: Element;
}

/** Every pom of a repository, by its path, in the order of the paths. */
export type Poms = ReadonlyMap<string, Pom>;

/** Reads every pom.xml. One that cannot be read, or is none, is a warning. */
export const readPoms = oncePerSnapshot((snapshot: Snapshot): Found<Poms> => {
  const poms = new Map<string, Pom>();
  const warnings: ProfileWarning[] = [];
  for (const file of snapshot.paths) {
    if (baseName(file) !== 'pom.xml' || isMaterial(file) || snapshot.text(file) === null) continue;
    const { value: project, warnings: found } = readXml(snapshot, file);
    warnings.push(...found);
    if (project?.name === 'project') poms.set(file, { file, directory: directoryOf(file), project });
    else if (project)
      warnings.push({ file, line: project.line, message: `its root is <${project.name}>, not <project>.` });
  }
  return { value: poms, warnings };
});

/** The pom's parent, where it is a file of this repository. Maven's default is the folder above; an empty `relativePath` means none. */
export function parentOf(pom: Pom, poms: Poms): Pom | null {
  const parent = childAt(pom.project, 'parent');
  if (!parent) return null;
  const found = poms.get(parentFile(pom, parent) ?? '');
  const isMeant = childAt(found?.project ?? null, 'artifactId')?.text === childAt(parent, 'artifactId')?.text;
  return found && found !== pom && isMeant ? found : null;
}

/** A parent that is named by its path and is not there: Maven would look for it in a registry, where we cannot. */
export function missingParents(poms: Poms): ProfileWarning[] {
  return [...poms.values()].flatMap((pom) => {
    const path = childAt(pom.project, 'parent', 'relativePath');
    if (!path || path.text === '' || parentOf(pom, poms)) return [];
    const message = `the parent ${path.text} is not among the files that were read; what it sets is not known.`;
    return [{ file: pom.file, line: path.line, message }];
  });
}

/** No person's pom has more parents above each other. */
const MOST_PARENTS = 20;

/** The pom and its parents in the repository, nearest first; a cycle ends the chain. */
export function lineage(pom: Pom, poms: Poms): Pom[] {
  const chain = new Set<Pom>();
  for (let at: Pom | null = pom; at && !chain.has(at) && chain.size <= MOST_PARENTS; at = parentOf(at, poms))
    chain.add(at);
  return [...chain];
}

/** `group:artifact`, lower case; the group may be the parent's. */
export function coordinatesOf({ project }: Pom): string {
  const group = childAt(project, 'groupId') ?? childAt(project, 'parent', 'groupId');
  return `${group?.text ?? ''}:${childAt(project, 'artifactId')?.text ?? ''}`.toLowerCase();
}

/** The files that a pom lists as its modules, those of profiles included; a module is a folder or a pom. */
export function modulesOf(pom: Pom): { readonly file: string; readonly line: number }[] {
  const profiles = childrenNamed(childAt(pom.project, 'profiles'), 'profile');
  const lists = [pom.project, ...profiles].map((place) => childAt(place, 'modules'));
  return lists.flatMap((list) =>
    childrenNamed(list, 'module').flatMap(({ text, line }) => {
      const file = text === '' ? null : pomAt(pom.directory, text);
      return file === null ? [] : [{ file, line }];
    }),
  );
}

function parentFile({ directory }: Pom, parent: Element): string | null {
  const path = childAt(parent, 'relativePath')?.text ?? '../pom.xml';
  return path === '' ? null : pomAt(directory, path);
}

function pomAt(directory: string, path: string): string | null {
  return joinPath(directory, path.endsWith('.xml') ? path : `${path}/pom.xml`);
}
