import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import type { PythonProject } from './project.ts';

/** .python-version, .tool-versions and mise, pyproject.toml, runtime.txt, then the Dockerfile. (detection.md, "Version precedence") */
export function pythonVersion(snapshot: Snapshot, { directory, pyproject }: PythonProject): ToolVersion | null {
  const declared = [
    ['project', 'requires-python'],
    ['tool', 'poetry', 'dependencies', 'python'],
  ].find((path) => pyproject.text(path) !== null);
  return (
    fileVersion(snapshot, nearest(snapshot, directory, ['.python-version']), /^\s*(?:cpython-)?(\d[\w.]*)/) ??
    toolVersion({ snapshot, directory, tool: 'python', names: ['python'] }) ??
    (declared
      ? { tool: 'python', value: pyproject.text(declared) ?? '', because: [pyproject.evidence(declared)] }
      : null) ??
    fileVersion(snapshot, nearest(snapshot, directory, ['runtime.txt']), /^python-(\d[\w.]*)/) ??
    dockerTag({ snapshot, directory, tool: 'python', images: ['python'] })
  );
}

function fileVersion(snapshot: Snapshot, file: string | null, pattern: RegExp): ToolVersion | null {
  const found = file === null ? null : firstMatch(snapshot.text(file) ?? '', pattern);
  return file !== null && found?.match[1]
    ? { tool: 'python', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}
