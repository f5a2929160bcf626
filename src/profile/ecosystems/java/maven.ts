import type { Command, Commands, LintCommand, ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { directoryOf, isWithin, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { childAt, childrenNamed, type Element, readXml } from '../../xml.ts';
import { lineage, type Pom, parentOf, pluginsOf, pomsOf, valueIn } from './pom.ts';
import { pinnedJdk } from './version.ts';

/** One unit a reactor: a pom that no other pom of the repository lists as its module or is the parent of from above. */
export function mavenUnits(snapshot: Snapshot): {
  readonly units: readonly UnitDraft[];
  readonly warnings: readonly ProfileWarning[];
} {
  const warnings: ProfileWarning[] = [];
  const poms = pomsOf(snapshot, (file) => {
    const read = readXml(snapshot, file);
    warnings.push(...read.warnings);
    return read.value;
  });
  const modules = new Set([...poms.values()].flatMap(moduleFiles));
  const roots = [...poms.values()].filter(({ file }) => !modules.has(file)).filter((pom) => !isChildBelow(pom, poms));
  return { units: roots.map((pom) => draft(snapshot, pom, poms)), warnings };
}

function moduleFiles({ file, project }: Pom): string[] {
  const lists = [
    childAt(project, 'modules'),
    ...childrenNamed(childAt(project, 'profiles'), 'profile').map((profile) => childAt(profile, 'modules')),
  ];
  return lists.flatMap((list) =>
    childrenNamed(list, 'module').flatMap(
      ({ text }) => joinPath(directoryOf(file), text.endsWith('.xml') ? text : `${text}/pom.xml`) ?? [],
    ),
  );
}

/** A child below its parent's folder is built with it even where the parent forgot to list it; one without modules is its own. */
function isChildBelow(pom: Pom, poms: ReadonlyMap<string, Pom>): boolean {
  const parent = parentOf(pom, poms);
  return parent !== null && moduleFiles(parent).length > 0 && isWithin(directoryOf(parent.file), pom.file);
}

function draft(snapshot: Snapshot, pom: Pom, poms: ReadonlyMap<string, Pom>): UnitDraft {
  const directory = directoryOf(pom.file);
  const members = [...poms.values()].filter(({ file }) => isWithin(directory, file));
  return {
    directory,
    ecosystem: members.some(usesKotlin) ? 'kotlin' : 'java',
    manager: 'maven',
    lockfile: null,
    version:
      pinnedJdk(snapshot, directory) ??
      declaredJdk(snapshot, pom, members, poms) ??
      dockerTag({ snapshot, directory, tool: 'java', images: JDK_IMAGES }),
    versions: [],
    commands: commandsOf(snapshot, pom, members),
    alsoOwns: lineage(pom, poms)
      .map(({ file }) => file)
      .filter((file) => !isWithin(directory, file)),
    dependsOn: [],
    dependencies: members.flatMap(dependenciesOf),
  };
}

const JDK_IMAGES = ['eclipse-temurin', 'openjdk', 'amazoncorretto'];

/** In the order in which the compiler plugin obeys them; Spring Boot's `java.version` sets them all. */
const VERSION_PLACES = [
  ['properties', 'maven.compiler.release'],
  ['properties', 'java.version'],
  ['properties', 'maven.compiler.source'],
  ['properties', 'maven.compiler.target'],
];

function declaredJdk(
  snapshot: Snapshot,
  pom: Pom,
  members: readonly Pom[],
  poms: ReadonlyMap<string, Pom>,
): ToolVersion | null {
  for (const one of [pom, ...members]) {
    const chain = lineage(one, poms);
    const found =
      compilerRelease(chain) ?? VERSION_PLACES.map((path) => valueIn(chain, path)).find((value) => value !== null);
    if (found)
      return {
        tool: 'java',
        value: found.value.replace(/^1\.(\d)$/, '$1'),
        because: [snapshot.evidence(found.file, found.line)],
      };
  }
  return null;
}

function compilerRelease(chain: readonly Pom[]) {
  for (const pom of chain) {
    const plugin = pluginsOf(pom).find(({ artifactId }) => artifactId === 'maven-compiler-plugin');
    const release = ['release', 'source', 'target']
      .map((name) => childAt(plugin?.element ?? null, 'configuration', name))
      .find((it) => it !== null);
    if (release && /^\d/.test(release.text)) return { value: release.text, file: pom.file, line: release.line };
  }
  return null;
}

function usesKotlin(pom: Pom): boolean {
  return pluginsOf(pom).some(({ artifactId }) => artifactId === 'kotlin-maven-plugin');
}

function commandsOf(snapshot: Snapshot, pom: Pom, members: readonly Pom[]): Commands {
  const directory = directoryOf(pom.file);
  const maven = wrapper(snapshot, directory);
  const because = [
    snapshot.evidence(pom.file, (childAt(pom.project, 'artifactId') ?? pom.project).line),
    ...maven.because,
  ];
  const command = (goals: string): Command => ({ run: `${maven.run} -B -ntp ${goals}`, directory, because });
  return {
    // Maven resolves what a goal needs when it runs it: there is nothing to install before.
    install: [],
    lint: members.flatMap((member) => linters(snapshot, member, (goals) => command(goals))).slice(0, 3),
    test: [command('verify')],
    build: [command('-DskipTests package')],
  };
}

function wrapper(snapshot: Snapshot, directory: string) {
  const file = joinPath(directory, 'mvnw') ?? 'mvnw';
  if (!snapshot.has(file)) return { run: 'mvn', because: [] };
  // A wrapper without its executable bit is common; sh needs none.
  return { run: snapshot.modeOf(file) === 'executable' ? './mvnw' : 'sh ./mvnw', because: [{ file, line: 1 }] };
}

const LINT_GOALS: readonly (readonly [string, string, string])[] = [
  ['spotless-maven-plugin', 'format', 'spotless:check'],
  ['maven-checkstyle-plugin', 'lint', 'checkstyle:check'],
  ['maven-pmd-plugin', 'lint', 'pmd:check'],
];

/** A linter that a phase already runs needs no command: `verify` is one. */
function linters(snapshot: Snapshot, pom: Pom, command: (goals: string) => Command): LintCommand[] {
  const plugins = pluginsOf(pom);
  return LINT_GOALS.flatMap(([artifactId, check, goals]) => {
    const plugin = plugins.find((one) => one.artifactId === artifactId);
    return plugin && !plugin.bound
      ? [{ check, ...command(goals), because: [snapshot.evidence(pom.file, plugin.line)] }]
      : [];
  });
}

function dependenciesOf({ file, project }: Pom) {
  return childrenNamed(childAt(project, 'dependencies'), 'dependency').flatMap((dependency: Element) => {
    const name = childAt(dependency, 'artifactId')?.text.toLowerCase() ?? '';
    const group = childAt(dependency, 'groupId')?.text.toLowerCase() ?? '';
    return [name, `${group}:${name}`].map((full) => ({ name: full, file, line: dependency.line }));
  });
}
