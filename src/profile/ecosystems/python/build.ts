import type { Command } from '../../../domain/profile.ts';
import { isDockerfileName } from '../../docker/base-tag.ts';
import type { Snapshot } from '../../snapshot.ts';
import { installedWith, type Place, projectsOf } from './place.ts';
import type { PythonProject } from './project.ts';
import { installedTool } from './runner.ts';

/** The command that makes the distributions, where the unit is a library: what becomes a container is built as one. (detection.md, 2.0) */
export function buildCommands(place: Place): Command[] {
  const { snapshot, choice, unit } = place;
  const { directory } = unit.project;
  const libraries = projectsOf(place).filter((project) => isLibrary(snapshot, project));
  const [first] = libraries;
  if (!first) return [];
  const because = [first.pyproject.evidence(['build-system'])];
  switch (choice.manager) {
    case 'uv': {
      const isRoot = first === unit.project && libraries.length === 1;
      return [{ run: isRoot ? 'uv build' : 'uv build --all-packages', directory, because }];
    }
    case 'poetry':
    case 'pdm':
    case 'hatch':
      return [{ run: `${choice.manager} build`, directory, because }];
    case 'pipenv':
    case 'pip': {
      const tool = installedTool({ choice, installed: installedWith(place, first), name: 'build' });
      if (!tool) return [];
      const declared = snapshot.evidence(tool.declared.file, tool.declared.line);
      return [{ run: `${tool.prefix}python -m build`, directory, because: [...because, declared] }];
    }
  }
}

function isLibrary(snapshot: Snapshot, { directory, pyproject }: PythonProject): boolean {
  const hasName = pyproject.text(['project', 'name']) ?? pyproject.text(['tool', 'poetry', 'name']);
  const isOff =
    pyproject.at(['tool', 'uv', 'package']) === false || pyproject.at(['tool', 'poetry', 'package-mode']) === false;
  const backend = pyproject.text(['build-system', 'build-backend']);
  return backend !== null && hasName !== null && !isOff && !snapshot.namesIn(directory).some(isDockerfileName);
}
