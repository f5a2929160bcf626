import type { Evidence } from '../../../domain/evidence.ts';
import type { ProfileWarning } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { pipelineCalls } from '../../harvest/calls.ts';
import { baseName, isWithin } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import type { DotnetProject } from './project.ts';
import type { Solution } from './solution.ts';

/** What one call of `dotnet` builds: a solution, or a project that no chosen solution has. */
export interface DotnetBuild {
  readonly directory: string;
  /** Of the solution or project. */
  readonly file: string;
  /** Its projects that were read. */
  readonly projects: readonly DotnetProject[];
  /** Projects that it names and that nobody can build on Linux by `dotnet`, with the line that says so. */
  readonly foreign: readonly Foreign[];
  /** The line of the repository's own pipelines that starts this one; null where none does. */
  readonly because: Evidence | null;
}

/** Why a project cannot be built there. */
export interface Foreign {
  /** The project. */
  readonly project: string;
  /** The file that shows it: its own, or that of a project that it is built from. */
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

export interface BuildQuery {
  readonly snapshot: Snapshot;
  readonly projects: readonly DotnetProject[];
  readonly solutions: readonly Solution[];
  readonly automation: readonly AutomationLine[];
}

/** One solution a folder; then the projects that are in none of those. A solution whose projects others hold already is passed over. */
export function findBuilds(query: BuildQuery): Found<readonly DotnetBuild[]> {
  const { snapshot, projects, solutions } = query;
  const graph = graphOf(projects);
  const { byFile } = graph;
  const folders = [...new Set(solutions.map(({ directory }) => directory))].sort((a, b) => depth(a) - depth(b));
  const warnings: ProfileWarning[] = [];
  const builds: DotnetBuild[] = [];
  const covered = new Set<string>();
  const isHeld = ({ projects: named }: Solution) => {
    const there = named.filter((file) => snapshot.has(file));
    return there.length > 0 && there.every((file) => covered.has(file));
  };
  for (const folder of folders) {
    const here = solutions.filter(({ directory, projects: own }) => directory === folder && own.length > 0);
    const chosen = choose(query, here);
    if (chosen === null || isHeld(chosen.solution)) continue;
    for (const file of chosen.solution.projects) covered.add(file);
    warnings.push(...here.filter((one) => one !== chosen.solution).map((one) => besideWarning(one, chosen.solution)));
    const own = chosen.solution.projects.flatMap((file) => byFile.get(file) ?? []);
    const foreign = chosen.isProven ? [] : foreignIn(snapshot, chosen.solution.projects, graph);
    builds.push({ ...placeOf(chosen), projects: own, foreign });
  }
  const built = closure([...covered], graph);
  const alone = projects
    .filter(({ file }) => !covered.has(file) && !built.has(file))
    .map((project) => ({ project, warning: brokenWarning(project, byFile) ?? passedOver(query, project, builds) }));
  const whole = alone.flatMap(({ project, warning }) => (warning ? [] : aloneBuild(snapshot, project, graph)));
  return { value: [...builds, ...whole], warnings: [...warnings, ...alone.flatMap(({ warning }) => warning ?? [])] };
}

/** A project outside of all solutions that refers to what is gone is a rest of something: nobody builds it. */
function brokenWarning(project: DotnetProject, byFile: ReadonlyMap<string, DotnetProject>): ProfileWarning | null {
  const [gone] = project.references.filter((file) => !STUDIO.test(file) && !byFile.has(file));
  const message = `no solution has it, and it refers to ${gone}, which is not there; it is left out.`;
  return gone === undefined ? null : { file: project.file, line: 1, message };
}

/** A project that no solution has, though pipelines build one around it, and that nothing starts by its name, is built by nobody. */
function passedOver(
  { solutions, automation }: BuildQuery,
  { file, directory }: DotnetProject,
  builds: readonly DotnetBuild[],
): ProfileWarning | null {
  const around = builds.find((build) => build.because !== null && isWithin(build.directory, file));
  const names = [baseName(file), baseName(directory)];
  const isNamed =
    solutions.some(({ projects }) => projects.includes(file)) ||
    automation.some(({ text }) => names.some((name) => text.includes(name)));
  if (around === undefined || isNamed) return null;
  const message = `no solution has it, and pipelines build ${baseName(around.file)}; it is left out.`;
  return { file, line: 1, message };
}

interface Choice {
  readonly solution: Solution;
  readonly because: Evidence | null;
  /** Every change has it built on Linux: whatever is in it can be. */
  readonly isProven: boolean;
}

/**
 * The one that the repository's own pipelines start, at every change before at times, else a filter (which leaves out what not everybody can
 * build), else the newer format.
 */
function choose({ snapshot, automation }: BuildQuery, solutions: readonly Solution[]): Choice | null {
  const [usual] = solutions.flatMap((solution) => {
    const call = pipelineCalls(snapshot).find(({ run }) => callOf(baseName(solution.file)).test(run));
    return call ? [{ solution, because: call.because[0] ?? null, isProven: true }] : [];
  });
  if (usual) return usual;
  const [called] = solutions.flatMap((solution) => {
    const found = firstCall(snapshot, automation, callOf(baseName(solution.file)));
    return found ? [{ solution, because: found.because, isProven: false }] : [];
  });
  if (called) return called;
  const [best] = [...solutions].sort((a, b) => rank(a) - rank(b));
  return best ? { solution: best, because: null, isProven: false } : null;
}

function callOf(name: string): RegExp {
  return new RegExp(`\\bdotnet\\s[^#|;&]{0,200}${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.])`);
}

function rank({ file }: Solution): number {
  if (file.endsWith('.slnf')) return /(ci|web|server|linux)[^/]*$/i.test(baseName(file)) ? 0 : 3;
  return file.endsWith('.slnx') ? 1 : 2;
}

function placeOf({ solution, because }: Choice): Pick<DotnetBuild, 'directory' | 'file' | 'because'> {
  return { directory: solution.directory, file: solution.file, because };
}

function besideWarning({ file }: Solution, chosen: Solution): ProfileWarning {
  return { file, line: 1, message: `it stands beside ${baseName(chosen.file)}, which is taken.` };
}

/** The projects of a repository, and why some of them cannot be built, by their paths. */
interface Graph {
  readonly byFile: ReadonlyMap<string, DotnetProject>;
  readonly reasons: ReadonlyMap<string, Omit<Foreign, 'project'>>;
}

function graphOf(projects: readonly DotnetProject[]): Graph {
  const reasons = projects.flatMap((project) => {
    const reason = foreignOf(project);
    return reason ? [[project.file, reason] as const] : [];
  });
  return { byFile: new Map(projects.map((project) => [project.file, project])), reasons: new Map(reasons) };
}

/** Projects and all that they are built from. What a chosen solution's projects are built from is built with them. */
function closure(files: readonly string[], { byFile }: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = files.toReversed();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const project = found.has(file) ? undefined : byFile.get(file);
    if (!project) continue;
    found.add(file);
    waiting.push(...project.references.toReversed());
  }
  return found;
}

function aloneBuild(snapshot: Snapshot, project: DotnetProject, graph: Graph): DotnetBuild {
  const { directory, file } = project;
  return { directory, file, projects: [project], foreign: foreignIn(snapshot, [file], graph), because: null };
}

/** Of a project that is named and not in the repository. */
export const MISSING = 'it is not there';

/** Kinds of projects that MSBuild of Visual Studio alone knows. */
const STUDIO = /\.(dcproj|vcxproj|wapproj|pyproj|njsproj|vdproj)$/;

function foreignIn(snapshot: Snapshot, files: readonly string[], graph: Graph): Foreign[] {
  return files.flatMap((file) => {
    const project = file;
    if (STUDIO.test(file)) return [{ project, file, line: 1, why: 'only Visual Studio builds such a project' }];
    if (!snapshot.has(file)) return [{ project, file, line: 1, why: MISSING }];
    const built = graph.reasons.size === 0 ? [] : [...closure([file], graph)];
    const reason = built.map((one) => graph.reasons.get(one)).find((it) => it !== undefined);
    return reason ? [{ project, ...reason }] : [];
  });
}

/** A workload of telephones, or a system that is not Linux. */
export const ELSEWHERE =
  /^net[\d.]+-(?:android|ios|maccatalyst|macos|tvos|tizen|windows)|^net[1-4]\d{1,2}$|^uap|^Xamarin/i;

function foreignOf(project: DotnetProject): Omit<Foreign, 'project'> | null {
  const { file, sdk, frameworks } = project;
  if (sdk === null) return { file, line: 1, why: 'it is of the .NET Framework, which Windows alone builds' };
  const maui = project.property('UseMaui');
  if (maui?.value.toLowerCase() === 'true')
    return { file, line: maui.because.line, why: 'it needs the workload maui, and other systems than Linux' };
  const all = targetsOf(project);
  const isElsewhere = frameworks !== null && all.length > 0 && all.every((target) => ELSEWHERE.test(target));
  return isElsewhere
    ? { file, line: frameworks.because.line, why: `${frameworks.value} is for another system than Linux` }
    : null;
}

/** What a project is built for: `net8.0`, `netstandard2.0`. */
export function targetsOf({ frameworks }: DotnetProject): string[] {
  return (frameworks?.value ?? '')
    .split(';')
    .map((target) => target.trim())
    .filter((target) => target !== '');
}

function depth(directory: string): number {
  return directory === '.' ? 0 : directory.split('/').length;
}
