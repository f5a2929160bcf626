import { targetsOf } from '../../../ecosystems/dotnet/build.ts';
import type { DotnetProject, Property } from '../../../ecosystems/dotnet/project.ts';
import { settingsAbove } from '../../../ecosystems/dotnet/settings.ts';
import { baseName, below, joinPath } from '../../../paths.ts';
import { shellWord } from '../../../shell-word.ts';
import { type Word, wordAt } from '../../../word.ts';
import type { ImageBuild } from '../../image-build.ts';
import { tellingFolder } from '../../name.ts';
import { madeFacts } from '../facts.ts';
import { madeBuild } from '../made-build.ts';
import type { MakerInput } from '../maker.ts';
import { isWeb, librariesOf } from './libraries.ts';
import { type DotnetProjects, type WantedImage, withReferences } from './projects.ts';

/**
 * The image that `dotnet publish` makes of a project. Without a registry it is given to the machine's own Docker, and nothing is pushed,
 * whatever the project says. (learn.microsoft.com, "Containerize a .NET app reference")
 */
export async function sdkBuild(
  projects: DotnetProjects,
  { project, name, because: at, health }: WantedImage,
  more: MakerInput['more'],
): Promise<ImageBuild> {
  const { snapshot } = projects;
  const { file, directory } = project;
  const references = withReferences(projects, project).slice(1);
  const because = [at];
  const run = `dotnet publish ${shellWord(baseName(file))} -c Release -t:PublishContainer -p:ContainerRegistry=`;
  const folders = references.map((reference) => reference.directory);
  return madeBuild(
    {
      name: name ?? tellingFolder(directory) ?? baseName(file).replace(/\.\w+proj$/, ''),
      directory,
      facts: madeFacts({
        file,
        base: baseOf(project, await isServer(project, more)),
        exposed: exposedBy(project),
        user: userOf(project),
        variables: variablesOf(project),
      }),
      kind: 'dotnet-sdk',
      commands: [{ run, directory, because }],
      owns: [...folders.map(below), ...settingsAbove(snapshot, [directory, ...folders])],
      defaults: librariesOf(references),
      health,
      because,
    },
    [],
  );
}

/** The SDK of web projects makes a server; another program is one where it builds a WebApplication. */
async function isServer(project: DotnetProject, more: MakerInput['more']): Promise<boolean> {
  if (isWeb(project)) return true;
  const main = joinPath(project.directory, 'Program.cs') ?? 'Program.cs';
  return /\bWebApplication\.Create(?:Slim|Empty)?Builder\(/.test((await more([main])).text(main) ?? '');
}

/** The SDK starts from Microsoft's image of the framework that is built for, and only the one of ASP.NET listens. */
function baseOf(project: DotnetProject, listens: boolean): Word {
  const own = project.property('ContainerBaseImage');
  if (own && !own.value.includes('$')) return wordOf(own);
  const { frameworks } = project;
  const version = newest(project);
  const family = project.property('ContainerFamily')?.value ?? '';
  const tag = version === null ? '' : `:${version}.0${family === '' ? '' : `-${family}`}`;
  const value = `mcr.microsoft.com/dotnet/${listens ? 'aspnet' : 'runtime'}${tag}`;
  return frameworks ? { ...wordOf(frameworks), value } : wordAt(value, project.file, 1);
}

function newest(project: DotnetProject): number | null {
  const versions = targetsOf(project).flatMap((target) => {
    const major = /^net(?:coreapp)?(\d+)\.\d+(?:-|$)/.exec(target)?.[1];
    return major === undefined ? [] : [Number(major)];
  });
  return versions.length === 0 ? null : Math.max(...versions);
}

/** As it is set, else the account `app` that the SDK sets since .NET 8 on Microsoft's images. */
function userOf(project: DotnetProject): Word | null {
  const own = project.property('ContainerUser');
  if (own) return wordOf(own);
  const { frameworks } = project;
  const isOwnBase = project.property('ContainerBaseImage') !== null;
  return frameworks && !isOwnBase && (newest(project) ?? 0) >= 8 ? { ...wordOf(frameworks), value: 'app' } : null;
}

/** `<ContainerPort Include="8080" Type="tcp" />` */
function exposedBy({ file, items }: DotnetProject): Word[] {
  return items('ContainerPort').flatMap(({ attributes, line }) => {
    const type = attributes.Type === undefined ? '' : `/${attributes.Type}`;
    return attributes.Include === undefined ? [] : [wordAt(`${attributes.Include}${type}`, file, line)];
  });
}

function variablesOf({ file, items }: DotnetProject): ReadonlyMap<string, Word> {
  return new Map(
    items('ContainerEnvironmentVariable').flatMap(({ attributes, line }): [string, Word][] =>
      attributes.Include === undefined ? [] : [[attributes.Include, wordAt(attributes.Value ?? '', file, line)]],
    ),
  );
}

function wordOf({ value, because }: Property): Word {
  return wordAt(value, because.file, because.line);
}
