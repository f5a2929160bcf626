import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerfilesIn, dockerTag } from '../../docker/base-tag.ts';
import { agreedSetUp } from '../../harvest/set-ups.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import type { PythonUnit } from './discover.ts';
import type { PythonProject } from './project.ts';

/** Tool files, then the manifests, then what the container is made of, then the pipelines. (detection.md, "Version precedence") */
export function pythonVersion(snapshot: Snapshot, { project, members }: PythonUnit): ToolVersion | null {
  const { directory } = project;
  const first = [project, ...members].map((one) => manifestVersion(snapshot, one)).find((version) => version !== null);
  return (
    // pyenv also takes names of environments, and several lines: the first with a number is meant.
    fileVersion(
      snapshot,
      nearest(snapshot, directory, ['.python-version']),
      /^\s*(?:(?:cpython|python)-?)?(\d[\w.]*)/,
    ) ??
    toolVersion({ snapshot, directory, tool: 'python', names: ['python'] }) ??
    first ??
    fileVersion(snapshot, nearest(snapshot, directory, ['runtime.txt']), /^python-(\d[\w.]*)/) ??
    dockerTag({ snapshot, directory, tool: 'python', images: ['python'] }) ??
    dockerVersion(snapshot, directory) ??
    agreedSetUp({ snapshot, directory, tool: 'python', runs: RUNS })
  );
}

const RUNS = /^(?:python3? |pip3? |uv |poetry |pdm |pipenv |hatch |pytest\b|tox\b|nox\b)/;

/** The version of uv that a project demands. */
export function uvVersion({ project, workspace }: PythonUnit): ToolVersion[] {
  const path = ['tool', 'uv', 'required-version'];
  return [workspace, project].flatMap((one) => {
    const value = one?.pyproject.text(path) ?? null;
    return one && value !== null ? [{ tool: 'uv', value, because: [one.pyproject.evidence(path)] }] : [];
  });
}

const DECLARED = [
  ['project', 'requires-python'],
  ['tool', 'poetry', 'dependencies', 'python'],
  ['tool', 'poetry', 'dependencies', 'python', 'version'],
];
const PIPFILE = [
  ['requires', 'python_full_version'],
  ['requires', 'python_version'],
];

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
function dockerVersion(snapshot: Snapshot, directory: string): ToolVersion | null {
  const files = dockerfilesIn(snapshot, directory);
  const found = files.map((file) =>
    fileVersion(snapshot, file, /^\s*FROM\s+(?:--\S+\s+)*[^\s:]+:[^\s@]*?python(\d+\.\d+)/i),
  );
  return found.find((version) => version !== null) ?? null;
}

function fileVersion(snapshot: Snapshot, file: string | null, pattern: RegExp): ToolVersion | null {
  const found = file === null ? null : firstMatch(snapshot.text(file) ?? '', pattern);
  return file !== null && found?.match[1]
    ? { tool: 'python', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}
