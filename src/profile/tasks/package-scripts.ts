import { readJson } from '../formats/json.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedTask } from './named.ts';

/** The scripts of a package.json. */
export function packageScripts(snapshot: Snapshot, file: string): NamedTask[] {
  const { value } = readJson(snapshot, file);
  return value.keys(['scripts']).map((name) => ({ name, line: value.lineOf(['scripts', name]) }));
}
