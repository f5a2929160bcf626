import { readToml } from '../formats/toml.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** The tasks of mise's configuration; hidden ones are for other tasks. (mise, "TOML Tasks") */
export function miseTasks(snapshot: Snapshot, file: string): NamedTask[] {
  const { value } = readToml(snapshot, file);
  return value
    .keys(['tasks'])
    .filter((name) => value.at(['tasks', name, 'hide']) !== true)
    .map((name) => ({ name, line: value.lineOf(['tasks', name]) }));
}
