import type { PipelineStep } from '../ci/step.ts';
import type { Line } from '../lines.ts';
import { type ShellCommand, shellCommands } from './shell.ts';

/** Many rules ask for the commands of one step. */
const KNOWN = new WeakMap<readonly Line[], Map<string, readonly ShellCommand[]>>();

/** The commands of a step's script; none where only the run can tell where it runs. */
export function stepCommands({
  script,
  directory,
}: Pick<PipelineStep, 'script' | 'directory'>): readonly ShellCommand[] {
  if (directory === null) return [];
  const folders = KNOWN.get(script) ?? new Map<string, readonly ShellCommand[]>();
  KNOWN.set(script, folders);
  const found = folders.get(directory) ?? shellCommands({ lines: script, directory });
  folders.set(directory, found);
  return found;
}
