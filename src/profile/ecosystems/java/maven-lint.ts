import type { Evidence } from '../../../domain/evidence.ts';
import { childAt } from '../../formats/xml.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Plugin, phasesOf, pluginsOf } from './plugins.ts';
import { lineage, type Pom, type Poms } from './pom.ts';
import type { Reactor } from './reactor.ts';

interface Linter {
  readonly artifactId: string;
  readonly check: string;
  /** What is typed to run it alone. */
  readonly goal: string;
  /** The goals that fail a build; others only report, or rewrite the sources. */
  readonly failing: readonly string[];
  /** Phases that must run before: what it reads is compiled. */
  readonly after?: string;
  /** Without this setting, or the property that stands for it, its default rules would judge sources that were never written for them. */
  readonly needs?: { readonly setting: string; readonly property: string };
}

const LINTERS: readonly Linter[] = [
  { artifactId: 'spotless-maven-plugin', check: 'format', goal: 'spotless:check', failing: ['check'] },
  { artifactId: 'fmt-maven-plugin', check: 'format', goal: 'fmt:check', failing: ['check'] },
  { artifactId: 'formatter-maven-plugin', check: 'format', goal: 'formatter:validate', failing: ['validate'] },
  {
    artifactId: 'spring-javaformat-maven-plugin',
    check: 'format',
    goal: 'spring-javaformat:validate',
    failing: ['validate'],
  },
  { artifactId: 'ktlint-maven-plugin', check: 'format', goal: 'ktlint:check', failing: ['check'] },
  {
    artifactId: 'maven-checkstyle-plugin',
    check: 'lint',
    goal: 'checkstyle:check',
    failing: ['check'],
    needs: { setting: 'configLocation', property: 'checkstyle.config.location' },
  },
  { artifactId: 'maven-pmd-plugin', check: 'lint', goal: 'pmd:check', failing: ['check', 'cpd-check'] },
  { artifactId: 'detekt-maven-plugin', check: 'lint', goal: 'detekt:check', failing: ['check'] },
  {
    artifactId: 'spotbugs-maven-plugin',
    check: 'lint',
    goal: 'spotbugs:check',
    failing: ['check'],
    after: 'compile',
  },
];

/** A linter that no phase runs: it needs a command of its own. */
export interface UnboundLinter {
  readonly check: string;
  readonly goals: string;
  readonly directory: string;
  readonly because: readonly Evidence[];
}

/**
 * The linters that nothing runs by itself. Asked for at the root where the root or its parents use the plugin, for there Maven finds it by
 * its short name, and in a module's folder where that module alone does.
 */
export function unboundLinters(snapshot: Snapshot, { root, members }: Reactor, poms: Poms): UnboundLinter[] {
  return LINTERS.flatMap((linter) => {
    const users = members.filter((pom) => uses(linter, pom === root ? lineage(pom, poms) : [pom]));
    const places = users.includes(root) ? [root] : users;
    return places.flatMap((pom) => {
      const chain = lineage(pom, poms);
      const plugins = pluginsIn(linter, chain);
      const [used] = plugins.filter(({ isManaged }) => !isManaged);
      if (!used || phases(linter, plugins).length > 0 || lacksRules(linter, plugins, chain)) return [];
      const goals = linter.after === undefined ? linter.goal : `${linter.after} ${linter.goal}`;
      const because = [snapshot.evidence(used.file, childAt(used.element, 'artifactId')?.line ?? used.element.line)];
      return [{ check: linter.check, goals, directory: pom.directory, because }];
    });
  });
}

/** Whether some member binds a linter to a phase that comes after `package`. */
export function lintsAfterPackage({ members }: Reactor, poms: Poms): boolean {
  const late = ['pre-integration-test', 'integration-test', 'post-integration-test', 'verify'];
  return members.some((pom) =>
    LINTERS.some((linter) => {
      const plugins = pluginsIn(linter, lineage(pom, poms));
      return uses(linter, lineage(pom, poms)) && phases(linter, plugins).some((phase) => late.includes(phase));
    }),
  );
}

function pluginsIn({ artifactId }: Linter, chain: readonly Pom[]): Plugin[] {
  return chain.flatMap(pluginsOf).filter((plugin) => plugin.artifactId === artifactId);
}

function uses(linter: Linter, chain: readonly Pom[]): boolean {
  return pluginsIn(linter, chain).some(({ isManaged }) => !isManaged);
}

function phases({ failing }: Linter, plugins: readonly Plugin[]): string[] {
  return plugins.flatMap((plugin) => phasesOf(plugin, failing));
}

function lacksRules({ needs }: Linter, plugins: readonly Plugin[], chain: readonly Pom[]): boolean {
  if (needs === undefined) return false;
  const { setting, property } = needs;
  const isSet = plugins.some(({ element }) => childAt(element, 'configuration', setting) !== null);
  return !isSet && !chain.some(({ project }) => childAt(project, 'properties', property) !== null);
}
