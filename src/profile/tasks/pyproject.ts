import { readToml } from '../formats/toml.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** Where poe has its tasks. (poethepoet, "Defining tasks") */
export const POE = ['tool', 'poe', 'tasks'];

/** The tasks of poe; one whose name begins with an underscore is for other tasks. */
export function poeTasks(snapshot: Snapshot, file: string): NamedTask[] {
  const { value } = readToml(snapshot, file);
  return value
    .keys(POE)
    .filter((name) => !name.startsWith('_'))
    .map((name) => ({ name, line: value.lineOf([...POE, name]) }));
}
