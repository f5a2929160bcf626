import type { Command } from '../../domain/profile.ts';
import { tasksCalled } from '../called/tasks.ts';
import { WRITES } from '../ecosystems/node/checks.ts';
import { scriptText } from '../ecosystems/node/scripts.ts';
import { readJson } from '../formats/json.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PlacedCommand } from './commands.ts';

/** Those of these commands that were taken from a script which a command starts, and that only tell what the script mends: `eslint .` of `eslint . --fix`. */
export function mendedBy(snapshot: Snapshot, call: PlacedCommand, commands: readonly Command[]): readonly Command[] {
  return tasksCalled(call).flatMap(({ runner, name, directory }) => {
    if (runner !== 'script') return [];
    const { value: manifest } = readJson(snapshot, joinPath(directory, 'package.json') ?? '');
    if (!WRITES.test(scriptText(manifest, name))) return [];
    const at = manifest.evidence(['scripts', name]);
    // What starts the script itself is all of it, the mending too.
    const isWhole = (command: Command) => tasksCalled(command).some((task) => task.name === name);
    return commands.filter(
      (command) => !isWhole(command) && command.because.some(({ file, line }) => file === at.file && line === at.line),
    );
  });
}
