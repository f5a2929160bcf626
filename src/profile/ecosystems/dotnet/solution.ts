import type { ProfileWarning } from '../../../domain/profile.ts';
import { readJson } from '../../formats/json.ts';
import { type Element, readXml } from '../../formats/xml.ts';
import { linesOf } from '../../lines.ts';
import { baseName, directoryOf } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { pathFrom } from './project.ts';

/** A list of projects that one command builds. */
export interface Solution {
  readonly file: string;
  readonly directory: string;
  /** Paths of its projects, those too that are not there. */
  readonly projects: readonly string[];
}

const SOLUTION = /\.(sln|slnx|slnf)$/;

/** All solutions and filters of solutions. */
export function readSolutions(snapshot: Snapshot): Found<readonly Solution[]> {
  const read = snapshot.paths.filter((path) => SOLUTION.test(path)).map((path) => readSolution(snapshot, path));
  return { value: read.map(({ value }) => value), warnings: read.flatMap(({ warnings }) => warnings) };
}

function readSolution(snapshot: Snapshot, file: string): Found<Solution> {
  const { value: projects, warnings } = READERS[file.slice(file.lastIndexOf('.'))]?.(snapshot, file) ?? NOTHING;
  return { value: { file, directory: directoryOf(file), projects: [...new Set(projects)] }, warnings };
}

type Reader = (snapshot: Snapshot, file: string) => Found<readonly string[]>;

const NOTHING: Found<readonly string[]> = { value: [], warnings: [] };

const READERS: Readonly<Record<string, Reader>> = { '.sln': readText, '.slnx': readMarkup, '.slnf': readFilter };

/** `Project("{kind}") = "name", "path", "{id}"`: a folder of the solution has a name where a project has its path. */
function readText(snapshot: Snapshot, file: string): Found<readonly string[]> {
  const projects = linesOf(snapshot.text(file) ?? '').flatMap(({ text }) => {
    const path = /^\s*Project\("[^"]*"\)\s*=\s*"[^"]*",\s*"([^"]+proj)"/.exec(text)?.[1];
    return pathFrom(directoryOf(file), path);
  });
  return { value: projects, warnings: [] };
}

function readMarkup(snapshot: Snapshot, file: string): Found<readonly string[]> {
  const { value: root, warnings } = readXml(snapshot, file);
  const projects = root ? projectsBelow(root) : [];
  return { value: projects.flatMap((path) => pathFrom(directoryOf(file), path)), warnings };
}

function projectsBelow({ name, attributes, children }: Element): string[] {
  const own = name === 'Project' && attributes.Path !== undefined ? [attributes.Path] : [];
  return [...own, ...children.flatMap(projectsBelow)];
}

/** The paths of a filter are those of its solution. */
function readFilter(snapshot: Snapshot, file: string): Found<readonly string[]> {
  const { value, warnings } = readJson(snapshot, file);
  const [solution = file] = pathFrom(directoryOf(file), value.text(['solution', 'path']) ?? baseName(file));
  const projects = value.texts(['solution', 'projects']);
  const missing: ProfileWarning[] = snapshot.has(solution)
    ? []
    : [{ file, line: value.lineOf(['solution', 'path']), message: `its solution ${solution} is not there.` }];
  return {
    value: projects.flatMap((path) => pathFrom(directoryOf(solution), path)),
    warnings: [...warnings, ...missing],
  };
}
