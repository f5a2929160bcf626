import { firstOfEach } from '../../domain/grouped.ts';
import type { Task } from '../../domain/profile.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { oncePerSnapshot } from '../once.ts';
import { baseName, directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { justRecipes } from './just.ts';
import { makeTargets } from './make.ts';
import type { NamedTask } from './named.ts';
import { packageScripts } from './package-scripts.ts';
import { taskfileTasks } from './taskfile.ts';

/** What the name of a file says of how its tasks are told and called. */
export const READERS = new Map<string, { readonly runner: Task['runner']; readonly read: Reader }>([
  ['makefile', { runner: 'make', read: makeTargets }],
  ['gnumakefile', { runner: 'make', read: makeTargets }],
  ['justfile', { runner: 'just', read: justRecipes }],
  ['.justfile', { runner: 'just', read: justRecipes }],
  ['taskfile.yml', { runner: 'task', read: taskfileTasks }],
  ['taskfile.yaml', { runner: 'task', read: taskfileTasks }],
  ['package.json', { runner: 'script', read: packageScripts }],
]);

type Reader = (snapshot: Snapshot, file: string) => readonly NamedTask[];

/** Every task that the repository's own task runners name, sorted by directory, runner and name; nothing is executed to find them. */
export const readTasks = oncePerSnapshot((snapshot: Snapshot): readonly Task[] => {
  const tasks = snapshot.paths.flatMap((file) => {
    const reader = READERS.get(baseName(file).toLowerCase());
    return (
      reader?.read(snapshot, file).map(
        ({ name, line, file: declaring = file }): Task => ({
          runner: reader.runner,
          name,
          directory: directoryOf(file),
          because: [snapshot.evidence(declaring, line)],
        }),
      ) ?? []
    );
  });
  return firstOfEach(tasks, keyOf).sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
});

function keyOf({ directory, runner, name }: Task): string {
  return `${directory}\0${runner}\0${name}`;
}
