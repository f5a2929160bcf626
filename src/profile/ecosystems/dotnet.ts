import type { ProfileWarning } from '../../domain/profile.ts';
import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { baseName, below, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { type DotnetBuild, findBuilds, MISSING } from './dotnet/build.ts';
import { commandsOf } from './dotnet/commands.ts';
import { type DotnetProject, readProjects } from './dotnet/project.ts';
import { settingsAbove } from './dotnet/settings.ts';
import { readSolutions } from './dotnet/solution.ts';
import { browserTests, testedProjects } from './dotnet/tests.ts';
import { sdkVersion, targetVersions } from './dotnet/version.ts';

/** .NET: one unit a solution, and one for each project that is in none. */
export const dotnet: Ecosystem = {
  name: 'dotnet',
  reads: [
    '**/*.{sln,slnx,slnf,csproj,fsproj,vbproj}',
    '**/Directory.Build.{props,targets}',
    '**/Directory.Packages.props',
    '**/global.json',
    '**/{,.config/}dotnet-tools.json',
    ...TOOL_FILES,
    '**/{[Dd]ockerfile,Containerfile}*',
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const projects = readProjects(
      snapshot,
      snapshot.paths.filter((path) => PROJECT.test(path)),
    );
    const solutions = readSolutions(snapshot);
    const automation = readAutomation(snapshot);
    const builds = findBuilds({ snapshot, projects: projects.value, solutions: solutions.value, automation });
    return {
      units: builds.value
        .filter((build) => build.projects.length > 0)
        .map((build) => draft({ snapshot, build, automation })),
      warnings: [
        ...[projects, solutions, builds].flatMap(({ warnings }) => warnings),
        ...builds.value.flatMap(foreignWarnings),
        ...builds.value.flatMap(({ projects: own }) => browserTests(snapshot, own, automation)).map(browserWarning),
      ],
    };
  },
};

const PROJECT = /\.(?:cs|fs|vb)proj$/;

interface Place {
  readonly snapshot: Snapshot;
  readonly build: DotnetBuild;
  readonly automation: readonly AutomationLine[];
}

function draft({ snapshot, build, automation }: Place): UnitDraft {
  const { directory, projects } = build;
  const locks = projects
    .map((project) => joinPath(project.directory, 'packages.lock.json') ?? '')
    .filter((path) => snapshot.has(path));
  const version = sdkVersion(snapshot, build);
  const isOwn = (folder: string) => projects.some((project) => project.directory === folder);
  const references = projects.flatMap((project) => project.references.map(directoryOf));
  return {
    directory,
    ecosystem: 'dotnet',
    manager: 'nuget',
    lockfile: locks[0] ?? null,
    version,
    versions: targetVersions(build).filter(({ value }) => version === null || !version.value.startsWith(value)),
    commands: commandsOf({ snapshot, build, locks, automation }),
    alsoOwns: outsideOf(snapshot, build),
    dependsOn: [...new Set(references)].filter((folder) => !isOwn(folder)),
    dependencies: projects.flatMap(({ packages }) => packages),
    testDependencies: testedProjects(snapshot, projects, automation).flatMap(({ packages }) => packages),
  };
}

/** Its projects that lie elsewhere, and the settings above that MSBuild and NuGet find by themselves. */
function outsideOf(snapshot: Snapshot, { directory, projects }: DotnetBuild): string[] {
  const elsewhere = projects.map((project) => project.directory).filter((folder) => !isWithin(directory, folder));
  const settings = settingsAbove(snapshot, [directory, ...elsewhere]);
  return [...elsewhere.map(below), ...settings.filter((file) => !isWithin(directory, file))];
}

function browserWarning({ file }: DotnetProject): ProfileWarning {
  const message = 'its tests open a browser on an application that nothing here starts; they are left out.';
  return { file, line: 1, message };
}

/** Said once for each project, at the line that shows it. */
function foreignWarnings({ foreign, file: whole }: DotnetBuild): ProfileWarning[] {
  return foreign.map(({ file, line, why }) => ({
    file: why === MISSING ? whole : file,
    line,
    message:
      why === MISSING
        ? `its project ${file} is not there, so the others are built by their own names.`
        : `${why}; nothing of ${baseName(whole)} that needs it is built.`,
  }));
}
