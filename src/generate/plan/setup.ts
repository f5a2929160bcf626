import type { Step } from '../../domain/pipeline.ts';
import type { Command, ManagerName, Unit } from '../../domain/profile.ts';
import { javaVersion } from './java-version.ts';
import { below, cache, exactly, locked } from './lock-caches.ts';
import { startsNode } from './preparing.ts';
import { coreOf } from './setup-core.ts';
import { cmakeSteps, sbtSteps, swiftSteps } from './setup-native.ts';
import { fixed, type SetupOptions, setup } from './setup-step.ts';
import { bunVersion, gradleVersion, pnpmVersion, uvVersion, versionOf } from './versions.ts';

type Setup = Extract<Step, { kind: 'setup' }>;

/** Node, and pnpm, where commands of a unit of another language start it. */
export function nodeBeside(unit: Unit, commands: readonly Command[]): Step[] {
  const tools = new Map(unit.versions.map((version) => [version.tool, version]));
  const node = tools.get('node');
  if (unit.ecosystem === 'node' || node === undefined || !commands.some(startsNode)) return [];
  const pnpm = tools.has('pnpm') ? [fixed(unit, { tool: 'pnpm', version: pnpmVersion(unit), cache: null })] : [];
  return [...pnpm, fixed(unit, { tool: 'node', version: versionOf(node, 'node'), cache: null })];
}

/** The steps that bring a unit's tools, in the order in which they must come. */
export function setupSteps(unit: Unit, options: SetupOptions): Step[] {
  switch (unit.manager) {
    case 'npm':
    case 'yarn-classic':
    case 'yarn-berry':
    case 'pnpm':
    case 'bun':
      return [...nodeSteps(unit, unit.manager, options), ...otherRuntimes(unit)];
    case 'uv':
    case 'poetry':
    case 'pdm':
    case 'pipenv':
    case 'hatch':
    case 'pip':
      return pythonSteps(unit, unit.manager, options);
    case 'maven':
    case 'gradle':
      return javaSteps(unit, options);
    case 'sbt':
      return sbtSteps(unit, options);
    case 'spm':
      return swiftSteps(unit, options);
    case 'cmake':
      return cmakeSteps(unit);
    case 'meson':
      return [{ kind: 'install-tool', tool: 'meson' }];
    // Runners have make, and the compilers that it starts.
    case 'make':
      return [];
    case 'go':
    case 'cargo':
    case 'nuget':
    case 'mix':
    case 'bundler':
    case 'composer':
    case 'terraform':
    case 'deno':
    case 'helm':
    case 'buf':
      return [setup(unit, coreOf(unit, unit.manager), options)];
    // GitHub's runners have kubectl, kustomize and ShellCheck.
    case 'kustomize':
    case 'shell':
      return [];
  }
}

/** The tool whose version a matrix may set, for a unit of that manager; null where there is none. */
export function matrixTool(unit: Unit): string | null {
  const steps = setupSteps(unit, { components: [], fromMatrix: true });
  const tools = steps.flatMap((step) => (step.kind === 'setup' && step.version?.kind === 'matrix' ? [step.tool] : []));
  return tools[0] === 'uv' ? 'python' : (tools[0] ?? null);
}

type NodeManager = Extract<ManagerName, 'npm' | 'yarn-classic' | 'yarn-berry' | 'pnpm' | 'bun'>;

function nodeSteps(unit: Unit, manager: NodeManager, options: SetupOptions): Step[] {
  const version = versionOf(unit.version, 'node');
  const { registry = null } = unit.packageToken ?? {};
  const node = (cache: Setup['cache']) =>
    setup(unit, { tool: 'node', version, cache, ...(registry ? { registry } : {}) }, options);
  switch (manager) {
    case 'npm':
      return [node(locked(unit, 'npm'))];
    case 'pnpm':
      // The cache of setup-node asks pnpm where its store is, so pnpm comes first. (actions/setup-node#1351)
      return [fixed(unit, { tool: 'pnpm', version: pnpmVersion(unit), cache: null }), node(locked(unit, 'pnpm'))];
    case 'yarn-classic':
      return [node(locked(unit, 'yarn'))];
    case 'yarn-berry':
      // Its cache would need Yarn before Node.js is there that brings it.
      return [node(null), corepack(unit)];
    case 'bun':
      return [setup(unit, { tool: 'bun', version: bunVersion(unit), cache: locked(unit, 'bun') }, options)];
  }
}

/** Deno and Bun, where scripts of a unit of Node start them as well. */
function otherRuntimes(unit: Unit): Step[] {
  return (['deno', 'bun'] as const).flatMap((tool) => {
    const version = unit.manager === tool ? undefined : unit.versions.find((one) => one.tool === tool);
    return version ? [fixed(unit, { tool, version: versionOf(version, tool), cache: null })] : [];
  });
}

function corepack({ directory, lockfile }: Unit): Step {
  const because = lockfile === null ? [] : [{ file: lockfile, line: 1 }];
  return { kind: 'run', name: 'Enable Corepack', run: 'corepack enable', directory, because };
}

type PythonManager = Extract<ManagerName, 'uv' | 'poetry' | 'pdm' | 'pipenv' | 'hatch' | 'pip'>;

function pythonSteps(unit: Unit, manager: PythonManager, options: SetupOptions): Step[] {
  const version = versionOf(unit.version, 'python');
  const python = (cache: Setup['cache']) => setup(unit, { tool: 'python', version, cache }, options);
  const tool: Step = { kind: 'install-tool', tool: manager };
  switch (manager) {
    case 'uv':
      return [setup(unit, { tool: 'uv', version: uvVersion(unit), cache: locked(unit, 'uv') }, options)];
    case 'poetry':
      // The cache of setup-python asks Poetry where its environments are, so Poetry comes first.
      return [tool, python(locked(unit, 'poetry'))];
    case 'pipenv':
      return [python(locked(unit, 'pipenv')), tool];
    case 'pip':
      return [python(cache('pip', requirementFiles(unit)))];
    case 'pdm':
    case 'hatch':
      return [python(null), tool];
  }
}

function javaSteps(unit: Unit, options: SetupOptions): Step[] {
  const java = (files: Setup['cache']) =>
    setup(unit, { tool: 'java', version: javaVersion(unit), cache: files }, options);
  return unit.manager === 'maven'
    ? [java(cache('maven', [below(exactly(unit.directory), '**/pom.xml')]))]
    : // setup-gradle has a cache of its own.
      [java(null), fixed(unit, { tool: 'gradle', version: gradleVersion(unit), cache: null })];
}

/** pip has no lock file: what it is told to install from stands for one. */
function requirementFiles({ directory, commands }: Unit): string[] {
  const files = commands.install.flatMap((command) =>
    [...command.run.matchAll(/-r (\S+)/g)].map(([, file = '']) => exactly(below(command.directory, file))),
  );
  return files.length > 0 ? [...new Set(files)] : [exactly(below(directory, 'pyproject.toml'))];
}
