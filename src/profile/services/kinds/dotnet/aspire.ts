import { purposeOf } from '../../../docker/ignored.ts';
import { ELSEWHERE, targetsOf } from '../../../ecosystems/dotnet/build.ts';
import type { DotnetProject } from '../../../ecosystems/dotnet/project.ts';
import { lineCounter } from '../../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../../paths.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { wordAt } from '../../../word.ts';
import { CODE_LIMIT } from '../../code/files.ts';
import type { MakerInput } from '../maker.ts';
import type { DotnetProjects, WantedImage } from './projects.ts';

/** More files than any host has would only take time. */
const MOST_FILES = 40;

/** The projects that a host of .NET Aspire runs: its tools publish each as an image of the SDK. (learn.microsoft.com, "Aspire deployments") */
export async function aspireProjects(projects: DotnetProjects, more: MakerInput['more']): Promise<WantedImage[]> {
  const { snapshot, files } = projects;
  const hosts = files.filter((file) => HOST.test(snapshot.text(file) ?? '') && purposeOf(file) === null);
  const sources = hosts.map((file) => sourcesOf(snapshot, file));
  const wider = await more(sources.flat());
  return hosts.flatMap((file, index) => hostedBy(projects, { file, sources: sources[index] ?? [], snapshot: wider }));
}

const HOST = /\bAspire\.AppHost\.Sdk\b|<IsAspireHost>\s*true\b/i;

function sourcesOf(snapshot: Snapshot, host: string): string[] {
  const folder = directoryOf(host);
  const names = snapshot.namesIn(folder).filter((name) => name.endsWith('.cs'));
  return names.flatMap((name) => joinPath(folder, name) ?? []).slice(0, MOST_FILES);
}

interface Host {
  readonly file: string;
  readonly sources: readonly string[];
  readonly snapshot: Snapshot;
}

/** `AddProject<Projects.Shop_Api>("api")`, and `AddProject("api", "../Shop.Api/Shop.Api.csproj")`; a name may stand elsewhere. */
const CALL =
  /\.AddProject(?:<\s{0,4}Projects\.(\w{1,200})\s{0,4}>)?\(\s{0,40}(?:name:\s{0,4})?(?:"([\w-]{1,64})"|[\w.]{1,200})(?:,\s{0,40}(?:projectPath:\s{0,4})?@?"([^"\n]{1,300})")?/g;

/** So much of a chain of calls is looked at. */
const LONGEST_CHAIN = 4_000;

function hostedBy(projects: DotnetProjects, { file, sources, snapshot }: Host): WantedImage[] {
  const host = projects.at(file);
  if (!host) return [];
  return sources.flatMap((source) => {
    const text = withoutComments((snapshot.text(source) ?? '').slice(0, CODE_LIMIT));
    const lineAt = lineCounter(text);
    return [...text.matchAll(CALL)].flatMap(({ 0: call, 1: type, 2: name, 3: path, index }): WantedImage[] => {
      const project = type === undefined ? byPath(projects, host, path) : byType(projects, host, type);
      const chain = text.slice(index + call.length, index + call.length + LONGEST_CHAIN).split(';', 1)[0] ?? '';
      if (!project || !isContainer(project) || /\.ExcludeFromManifest\(/.test(chain)) return [];
      const health = /\.WithHttpHealthCheck\(\s{0,40}(?:path:\s{0,4})?"(\/[\w./-]{0,100})"/.exec(chain);
      return [
        {
          project,
          name: name ?? null,
          because: snapshot.evidence(source, lineAt(index)),
          health: health?.[1] ? wordAt(health[1], source, lineAt(index + call.length + health.index)) : null,
        },
      ];
    });
  });
}

/** Lines stay where they are. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\/.*$/gm, '');
}

/** The host's own build names a class for each project that it refers to. */
function byType(projects: DotnetProjects, host: DotnetProject, type: string): DotnetProject | null {
  const file = host.references.find(
    (path) =>
      baseName(path)
        .replace(/\.\w+proj$/, '')
        .replace(/\W/g, '_') === type,
  );
  return file === undefined ? null : projects.at(file);
}

function byPath(projects: DotnetProjects, host: DotnetProject, path: string | undefined): DotnetProject | null {
  const file = path === undefined ? null : joinPath(host.directory, path.replaceAll('\\', '/'));
  return file === null ? null : projects.at(file);
}

/** Not a program of a desktop or a telephone. */
function isContainer(project: DotnetProject): boolean {
  return !targetsOf(project).some((target) => ELSEWHERE.test(target));
}
