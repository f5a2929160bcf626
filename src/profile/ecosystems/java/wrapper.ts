import type { Evidence } from '../../../domain/evidence.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf, joinPath, pathFrom } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';

/** How a build tool is started from a folder. */
export interface Launcher {
  readonly run: string;
  /** The wrapper's script; none where the tool itself is started. */
  readonly because: readonly Evidence[];
}

export interface WrapperQuery {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly tool: 'mvn' | 'gradle';
}

/** The script, and the file beside it without which it cannot start. */
const WRAPPERS = {
  mvn: { script: 'mvnw', needs: '.mvn/wrapper/maven-wrapper.properties' },
  gradle: { script: 'gradlew', needs: 'gradle/wrapper/gradle-wrapper.jar' },
} as const;

/** The wrapper of that folder or of the nearest one above, else the tool. A wrapper that lacks its other half is a warning. */
export function findLauncher({ snapshot, directory, tool }: WrapperQuery): Found<Launcher> {
  const { script, needs } = WRAPPERS[tool];
  const file = nearest(snapshot, directory, [script]);
  const mode = file === null ? null : snapshot.modeOf(file);
  if (file === null || (mode !== 'file' && mode !== 'executable')) return { value: bare(tool), warnings: [] };
  if (!snapshot.has(joinPath(directoryOf(file), needs) ?? '')) {
    const message = `${needs} is not in the repository, without which the wrapper cannot start; ${tool} is run instead.`;
    return { value: bare(tool), warnings: [{ file, line: 1, message }] };
  }
  return {
    value: { run: startOf(pathFrom(directory, file), mode), because: [snapshot.evidence(file, 1)] },
    warnings: [],
  };
}

function bare(tool: string): Launcher {
  return { run: tool, because: [] };
}

/** Git keeps the executable bit, and many commit a wrapper without it. `sh` needs none; a `chmod` would change the checkout under test. */
function startOf(path: string, mode: 'file' | 'executable'): string {
  if (mode === 'file') return `sh ${path}`;
  return path.startsWith('../') ? path : `./${path}`;
}
