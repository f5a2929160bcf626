import type { Pom } from '../../../ecosystems/java/pom.ts';
import { askedBy, byCoordinates } from '../../../ecosystems/java/siblings.ts';
import { childAt, childrenNamed } from '../../../formats/xml.ts';
import { oncePerFile } from '../../../once.ts';

/** A program of more modules is nobody's. */
const MOST = 100;

/** The folders of the repository's other modules that a module of Maven is made of, by its dependencies and theirs; not those of its tests. */
export const modulesOfMaven = oncePerFile((snapshot, directory): readonly string[] => {
  const poms = byCoordinates(snapshot);
  const own = [...poms.values()].find((pom) => pom.directory === directory);
  const found = new Set<Pom>(own ? [own] : []);
  for (const { project } of found) {
    for (const dependency of childrenNamed(childAt(project, 'dependencies'), 'dependency')) {
      const pom = found.size < MOST ? poms.get(askedBy(dependency)) : undefined;
      if (pom && childAt(dependency, 'scope')?.text !== 'test') found.add(pom);
    }
  }
  return [...found].slice(1).map((pom) => pom.directory);
});
