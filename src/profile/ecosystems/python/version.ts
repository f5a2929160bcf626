import type { ToolVersion } from '../../../domain/profile.ts';
import { baseImage, dockerfilesIn } from '../../docker/base-tag.ts';
import { agreed, agreedWhereRun, newestOfMatrix } from '../../harvest/set-ups.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionPlace, type VersionSource, versionIn } from '../../version-sources.ts';
import type { PythonUnit } from './discover.ts';
import type { PythonProject } from './project.ts';
import { isExact, isWithinRange } from './range.ts';

type VersionQuery = VersionPlace & PythonUnit;

const RUNS = /^(?:python3? |pip3? |uv |poetry |pdm |pipenv |hatch |pytest\b|tox\b|nox\b)/;

const DECLARED = [
  ['project', 'requires-python'],
  ['tool', 'poetry', 'dependencies', 'python'],
  ['tool', 'poetry', 'dependencies', 'python', 'version'],
];
const PIPFILE = [
  ['requires', 'python_full_version'],
  ['requires', 'python_version'],
];

/** A patch of an image need not be one that the set-up action has: the newest of its minor version is meant. */
const TAG = baseImage('python', ['python'], 2);
const OTHER = { from: '`python3.12` in another image’s tag there', find: inOtherTag };
const AGREED = agreed('python', RUNS);
const TESTED = newestOfMatrix('python', RUNS);

/** (detection.md, "Version precedence") */
export const PYTHON_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  // pyenv also takes names of environments, and several lines: the first with a number is meant.
  pinFile('python', '.python-version', /^\s*(?:(?:cpython|python)-?)?(\d[\w.]*)/),
  toolFiles('python', ['python']),
  {
    from: 'where a manifest (the next) says only what it may run on: what it does run on in pipelines that agree, else in images (the last ones), else the newest of a matrix, if the manifest allows it',
    find: inUse,
  },
  {
    from: `${listed(DECLARED)} of \`pyproject.toml\`, ${listed(PIPFILE)} of \`Pipfile\`, \`python_requires\` of \`setup.cfg\` or \`setup.py\`; a member’s where the root has none`,
    find: inManifests,
  },
  pinFile('python', 'runtime.txt', /^python-(\d[\w.]*)/),
  ...[TAG, OTHER, AGREED, TESTED],
];

/** The Python that a unit runs on. */
export function pythonVersion(snapshot: Snapshot, unit: PythonUnit): ToolVersion | null {
  return firstFound(PYTHON_VERSIONS, { snapshot, directory: unit.project.directory, ...unit });
}

/** The version of uv that a project demands. */
export function uvVersion({ project, workspace }: PythonUnit): ToolVersion[] {
  const path = ['tool', 'uv', 'required-version'];
  return [workspace, project].flatMap((one) => {
    const value = one?.pyproject.text(path) ?? null;
    return one && value !== null ? [{ tool: 'uv', value, because: [one.pyproject.evidence(path)] }] : [];
  });
}

function listed(paths: readonly (readonly string[])[]): string {
  return paths.map((path) => `\`${path.join('.')}\``).join(', then ');
}

/** One that lies in the manifest's range: the newest that is allowed is often newer than all that the locked packages know. */
function inUse(query: VersionQuery): ToolVersion | null {
  const allowed = inManifests(query);
  if (allowed === null || isExact(allowed.value)) return null;
  const { snapshot, directory } = query;
  const run = agreedWhereRun({ snapshot, directory, tool: 'python', runs: RUNS });
  const used = [run, ...[TAG, OTHER, TESTED].map((source) => source.find(query))];
  return used.find((version) => version !== null && isWithinRange(version.value, allowed.value)) ?? null;
}

function inManifests({ snapshot, project, members }: VersionQuery): ToolVersion | null {
  const found = [project, ...members].map((one) => manifestVersion(snapshot, one));
  return found.find((version) => version !== null) ?? null;
}

function manifestVersion(snapshot: Snapshot, { pyproject, pipfile, setup }: PythonProject): ToolVersion | null {
  const places = [
    ...DECLARED.map((path) => [pyproject, path] as const),
    ...PIPFILE.map((path) => [pipfile, path] as const),
  ];
  for (const [manifest, path] of places) {
    const value = manifest.text(path);
    if (value !== null && /\d/.test(value)) return { tool: 'python', value, because: [manifest.evidence(path)] };
  }
  const python = setup?.python;
  return python
    ? { tool: 'python', value: python.value, because: [snapshot.evidence(python.file, python.line)] }
    : null;
}

/** `ghcr.io/astral-sh/uv:python3.12-bookworm`, `tiangolo/uvicorn-gunicorn:python3.11`: other images that name it in their tag. */
const OTHER_TAG = /^\s*FROM\s+(?:--\S+\s+)*[^\s:]+:[^\s@]*?python(\d+\.\d+)/i;

function inOtherTag({ snapshot, directory }: VersionPlace): ToolVersion | null {
  const files = dockerfilesIn(snapshot, directory);
  const found = files.map((file) => versionIn({ snapshot, file, tool: 'python', pattern: OTHER_TAG }));
  return found.find((version) => version !== null) ?? null;
}
