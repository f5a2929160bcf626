import { oncePer } from '../../domain/once.ts';
import type { PipelineStep } from '../ci/step.ts';
import { linesWithSettings } from '../ci/with-settings.ts';
import type { Line } from '../lines.ts';
import { type ShellCommand, shellCommands } from './shell.ts';

/** The commands of a step's script, with the plain values that the step gives to variables; none where only the run can tell where it runs. */
export function stepCommands({
  script,
  directory,
  environment,
}: Pick<PipelineStep, 'script' | 'directory' | 'environment'>): readonly ShellCommand[] {
  if (directory === null) return [];
  const folders = foldersOf(environment)(script);
  const found = folders.get(directory) ?? shellCommands({ lines: linesWithSettings(script, environment), directory });
  folders.set(directory, found);
  return found;
}

/** Many rules ask for the commands of one step. */
const foldersOf = oncePer((_environment: PipelineStep['environment']) =>
  oncePer((_script: readonly Line[]) => new Map<string, readonly ShellCommand[]>()),
);
