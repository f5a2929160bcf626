import { oncePer } from '../../domain/once.ts';
import type { PipelineStep } from '../ci/step.ts';
import type { Line } from '../lines.ts';
import { type ShellCommand, shellCommands } from './shell.ts';

/** The commands of a step's script; none where only the run can tell where it runs. */
export function stepCommands({
  script,
  directory,
}: Pick<PipelineStep, 'script' | 'directory'>): readonly ShellCommand[] {
  if (directory === null) return [];
  const folders = commandsByFolder(script);
  const found = folders.get(directory) ?? shellCommands({ lines: script, directory });
  folders.set(directory, found);
  return found;
}

/** Many rules ask for the commands of one step. */
const commandsByFolder = oncePer((_script: readonly Line[]) => new Map<string, readonly ShellCommand[]>());
