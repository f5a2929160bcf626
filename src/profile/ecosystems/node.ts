import type { ProfileWarning } from '../../domain/profile.ts';
import { PIPELINES } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { readJson } from '../formats/json.ts';
import { isMapping } from '../formats/manifest.ts';
import { baseName, isWithin } from '../paths.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { commandsOf } from './node/commands.ts';
import { dependenciesOf, dependencyFolders } from './node/dependencies.ts';
import { faultsOf } from './node/faults.ts';
import { JAVA_BUILDS } from './node/java-build.ts';
import { packageLogin } from './node/logins.ts';
import { bunVersion, nodeVersion } from './node/version.ts';
import { findProjects, type Project } from './node/workspace.ts';

/** Node packages; a workspace is one unit, at its root. */
export const node: Ecosystem = {
  name: 'node',
  reads: [
    '**/package.json',
    '**/pnpm-workspace.yaml',
    '**/pnpm-lock.yaml',
    '**/yarn.lock',
    '**/.yarnrc.yml',
    '**/.npmrc',
    '**/turbo.json',
    '**/project.json',
    '**/tsconfig.json',
    '**/tsconfig.app.json',
    '**/{playwright,prisma}.config.*',
    '**/.nvmrc',
    '**/.node-version',
    '**/.bun-version',
    ...TOOL_FILES,
    '**/Dockerfile',
    '**/*.Dockerfile',
    '**/Dockerfile.*',
    'README.md',
    ...JAVA_BUILDS,
    ...PIPELINES,
  ],
  detect: (snapshot) => {
    const read = snapshot.paths
      .filter((path) => baseName(path) === 'package.json')
      .map((path) => readJson(snapshot, path));
    const manifests = read.map(({ value }) => value);
    const projects = findProjects(
      snapshot,
      manifests.filter(({ value }) => isMapping(value)),
    );
    const drafts = projects.value.map((project) => draft(project, projects.value));
    return {
      units: drafts.map(({ unit }) => unit),
      warnings: [...manifests.flatMap(faultsOf), ...[...read, projects, ...drafts].flatMap(({ warnings }) => warnings)],
    };
  },
};

function draft(
  project: Project,
  all: readonly Project[],
): { readonly unit: UnitDraft; readonly warnings: readonly ProfileWarning[] } {
  const { directory, root, members, choice } = project;
  const packages = [root, ...members];
  const runtime = nodeVersion(project);
  const bun = choice.manager === 'bun' ? bunVersion(project) : null;
  const version = bun ?? runtime;
  const others = choice.manager === 'bun' ? [bun, bun && runtime] : [choice.version];
  const versions = others.filter((it) => it !== null);
  const { value: commands, warnings } = commandsOf(project);
  const outside = [version, ...versions]
    .flatMap((it) => it?.because ?? [])
    .filter(({ file }) => !isWithin(directory, file));
  const login = packageLogin(project);
  const unit: UnitDraft = {
    directory,
    ecosystem: 'node',
    manager: choice.manager,
    lockfile: choice.lockfile,
    version,
    versions,
    ...(login.token ? { packageToken: login.token } : {}),
    commands,
    alsoOwns: [...new Set(outside.map(({ file }) => file))],
    dependsOn: packages.flatMap(dependencyFolders).filter((path) => isOutside(path, project, all)),
    dependencies: packages.flatMap(dependenciesOf),
  };
  return { unit, warnings: [...warnings, ...login.warnings] };
}

/** Another project's folder, or one that is not below this: a member's belongs to the unit. */
function isOutside(path: string, { directory }: Project, all: readonly Project[]): boolean {
  return !isWithin(directory, path) || (path !== directory && all.some((other) => other.directory === path));
}
