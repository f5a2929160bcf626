import { readToml } from '../../formats/toml.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PythonProject } from './project.ts';

/** The option that lets ruff find without mending where its settings let it mend: a check writes nothing, and fails by what it finds. (docs.astral.sh/ruff, "fix") */
export function withoutFix(
  snapshot: Snapshot,
  { directory, pyproject }: Pick<PythonProject, 'directory' | 'pyproject'>,
): string {
  const own = ['.ruff.toml', 'ruff.toml']
    .flatMap((name) => joinPath(directory, name) ?? [])
    .find((file) => snapshot.has(file));
  const fix = own === undefined ? pyproject.at(['tool', 'ruff', 'fix']) : readToml(snapshot, own).value.at(['fix']);
  return fix === true ? ' --no-fix' : '';
}
