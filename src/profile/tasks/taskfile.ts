import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** The tasks of a Taskfile; internal ones cannot be called. (taskfile.dev, "Internal tasks") */
export function taskfileTasks(snapshot: Snapshot, file: string): NamedTask[] {
  const { value } = readYamlManifest(snapshot, file);
  return value
    .keys(['tasks'])
    .filter((name) => value.at(['tasks', name, 'internal']) !== true)
    .map((name) => ({ name, line: value.lineOf(['tasks', name]) }));
}

/** A command without what task gives on of its own words: nothing, where a task is called by its name alone. (taskfile.dev, "Special variables") */
export function withoutGivenWords(command: string): string {
  return command.replace(/\s{0,8}\{\{\s{0,8}\.CLI_ARGS\s{0,8}\}\}/g, '');
}
