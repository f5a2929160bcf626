import type { Commands, ProfileWarning } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { childAt, childrenNamed } from '../../formats/xml.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf, isWithin } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { lintsAfterPackage, unboundLinters } from './maven-lint.ts';
import { declaredJdk, MAVEN_JDKS } from './maven-version.ts';
import { pluginsOf } from './plugins.ts';
import { lineage, missingParents, type Pom, type Poms, readPoms } from './pom.ts';
import { previewWarnings } from './preview.ts';
import { findReactors, type Reactor } from './reactor.ts';
import { siblingInstalls, siblingsOf } from './siblings.ts';
import { findTests } from './tests.ts';
import { findLauncher, type Launcher } from './wrapper.ts';

/** One unit a reactor: all that one call of Maven builds. */
export function mavenUnits(snapshot: Snapshot): Found<readonly UnitDraft[]> {
  const { value: poms, warnings: unread } = readPoms(snapshot);
  const reactors = findReactors(snapshot);
  const drafts = reactors.value.map((reactor) => draft({ snapshot, reactor, poms }));
  return {
    value: drafts.map(({ value }) => value),
    warnings: [...unread, ...missingParents(poms), ...reactors.warnings, ...drafts.flatMap(({ warnings }) => warnings)],
  };
}

interface Place {
  readonly snapshot: Snapshot;
  readonly reactor: Reactor;
  readonly poms: Poms;
}

function draft(place: Place): Found<UnitDraft> {
  const { snapshot, reactor, poms } = place;
  const { members } = reactor;
  const { directory } = reactor.root;
  const launcher = findLauncher({ snapshot, directory, tool: 'mvn' });
  const declared = declaredJdk(snapshot, reactor, poms);
  const version = firstFound(MAVEN_JDKS, { snapshot, directory, declared: declared.value });
  const preview = previewWarnings(snapshot, reactor, version);
  const warnings: ProfileWarning[] = [...launcher.warnings, ...declared.warnings, ...preview];
  return {
    value: {
      directory,
      ecosystem: members.some(usesKotlin) ? 'kotlin' : 'java',
      manager: 'maven',
      lockfile: null,
      version,
      versions: [],
      commands: { ...commandsOf(place, launcher.value), install: siblingInstalls(snapshot, reactor) },
      alsoOwns: filesOutside(place, [...launcher.value.because, ...(version?.because ?? [])]),
      dependsOn: siblingsOf(snapshot, reactor).map(({ pom }) => pom.directory),
      dependencies: members.flatMap(dependenciesOf),
    },
    warnings,
  };
}

function usesKotlin(pom: Pom): boolean {
  return pluginsOf(pom).some(({ artifactId }) => artifactId === 'kotlin-maven-plugin');
}

/**
 * `verify` compiles, tests and packages, and runs what is bound to its phases: it is the test. `package` without tests is the build.
 * Maven resolves what a goal needs when it runs it; what siblings make is put where it looks before.
 */
function commandsOf({ snapshot, reactor, poms }: Place, launcher: Launcher): Omit<Commands, 'install'> {
  const { root } = reactor;
  const { directory } = root;
  const name = childAt(root.project, 'artifactId') ?? root.project;
  const because = [snapshot.evidence(root.file, name.line), ...launcher.because];
  const command = (goals: string) => ({ run: `${launcher.run} -B -ntp ${goals}`, directory, because });
  const test = findTests({
    snapshot,
    isOwn: (path) => isOwn({ snapshot, reactor, poms }, path),
    directories: reactor.members.map((member) => member.directory),
  });
  const lint = unboundLinters(snapshot, reactor, poms).map(({ check, goals, directory: at, because: used }) => {
    const own = at === directory ? launcher : findLauncher({ snapshot, directory: at, tool: 'mvn' }).value;
    return { check, run: `${own.run} -B -ntp ${goals}`, directory: at, because: used };
  });
  if (test) {
    const verify = { ...command('verify'), because: [...because, test] };
    return { lint, test: [verify], build: [command('-DskipTests package')] };
  }
  return { lint, test: [], build: [command(lintsAfterPackage(reactor, poms) ? 'verify' : 'package')] };
}

/** The nearest pom above a source is the one that builds it. */
function isOwn({ snapshot, reactor, poms }: Place, path: string): boolean {
  const pom = poms.get(nearest(snapshot, directoryOf(path), ['pom.xml']) ?? '');
  return pom !== undefined && reactor.members.includes(pom);
}

/** Parents above the reactor, and whatever else was cited from outside its folder. */
function filesOutside({ reactor, poms }: Place, cited: readonly { readonly file: string }[]): string[] {
  const parents = reactor.members.flatMap((pom) => lineage(pom, poms)).filter((pom) => !reactor.members.includes(pom));
  const modules = reactor.members.map(({ directory }) => directory).filter((one) => one !== '.');
  const files = [...parents, ...cited].map(({ file }) => file);
  const { directory } = reactor.root;
  const outside = [...files, ...modules.map((module) => `${module}/**`)].filter((path) => !isWithin(directory, path));
  return [...new Set(outside)];
}

function dependenciesOf({ file, project }: Pom): UnitDraft['dependencies'] {
  return childrenNamed(childAt(project, 'dependencies'), 'dependency').flatMap((dependency) => {
    const artifact = childAt(dependency, 'artifactId');
    const group = childAt(dependency, 'groupId')?.text ?? '';
    if (!artifact || artifact.text === '') return [];
    return [artifact.text, `${group}:${artifact.text}`].map((name) => ({
      name: name.toLowerCase(),
      file,
      line: artifact.line,
    }));
  });
}
