import type { Evidence } from '../../domain/evidence.ts';
import type { Command, Task } from '../../domain/profile.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { joinedLines, type Line, linesOf } from '../lines.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { namesCalled } from './called.ts';
import type { NamedTask } from './named.ts';

/** What a task of a makefile, a justfile or a Taskfile runs, line by line; null where other tasks run before it. */
export function taskBody(snapshot: Snapshot, file: string, task: NamedTask): string[] | null {
  return /^taskfile/i.test(baseName(file)) ? taskfileBody(snapshot, file, task) : recipe(snapshot, file, task);
}

/** The indented lines below the name, without the signs that quieten them. */
function recipe(snapshot: Snapshot, file: string, { line }: NamedTask): string[] | null {
  const lines = linesOf(snapshot.text(file) ?? '');
  return prerequisitesIn(lines[line - 1]?.text ?? '').length === 0 ? plain(indentedBelow(lines, line)) : null;
}

/** What the line that declares a recipe says is run before it. */
export function prerequisitesIn(declared: string): string[] {
  const [, others = ''] = /^[^:]{1,300}::?(?!=)\s{0,20}([^#]{0,500})/.exec(declared) ?? [];
  return others.split(/\s+/).filter((name) => name !== '');
}

/** What a task of a makefile, a justfile or a Taskfile runs itself. */
export interface Recipe {
  readonly name: string;
  /** Where it is declared. */
  readonly because: Evidence;
  /** Its commands, each in one line, whatever runs before it. */
  readonly lines: readonly string[];
}

/** The recipe that a command starts, and nothing else; null where it starts none. */
export function recipeCalled(
  snapshot: Snapshot,
  tasks: readonly Task[],
  { run, directory }: Pick<Command, 'run' | 'directory'>,
): Recipe | null {
  const isCalled = ({ runner, name }: Task) => namesCalled(runner, run).join(' ') === name;
  const task = tasks.find((it) => it.directory === directory && isCalled(it));
  return task ? recipeOf(snapshot, task) : null;
}

/** The recipe of a task of a makefile, a justfile or a Taskfile that runs in its folder; null for any other. */
export function recipeOf(snapshot: Snapshot, { runner, name, because: [because] }: Task): Recipe | null {
  if (!because || runner === 'script') return null;
  if (runner === 'task') {
    const lines = commandsInTaskfile(snapshot, because.file, name);
    return lines === null ? null : { name, because, lines };
  }
  const lines = plain(joinedLines(indentedBelow(linesOf(snapshot.text(because.file) ?? ''), because.line)));
  return { name, because, lines };
}

/** The lines of a recipe: those below the one that declares it, up to one that is not indented. */
export function indentedBelow(lines: readonly Line[], line: number): readonly Line[] {
  const below = lines.slice(line);
  const end = below.findIndex(({ text }) => /^\S/.test(text));
  return end < 0 ? below : below.slice(0, end);
}

function plain(lines: readonly Line[]): string[] {
  return lines.map(({ text }) => text.trim().replace(/^[@-]+/, '')).filter((text) => text !== '');
}

function taskfileBody(snapshot: Snapshot, file: string, { name }: NamedTask): string[] | null {
  const { value } = readYamlManifest(snapshot, file);
  return value.at(['tasks', name, 'deps']) === undefined ? commandsInTaskfile(snapshot, file, name) : null;
}

/** A task is its command, its commands, or a mapping that has them; null for one that is run elsewhere. (taskfile.dev, "Schema") */
function commandsInTaskfile(snapshot: Snapshot, file: string, name: string): string[] | null {
  const { value } = readYamlManifest(snapshot, file);
  const path = ['tasks', name];
  if (value.at([...path, 'dir']) !== undefined) return null;
  const only = value.text(path) ?? value.text([...path, 'cmd']);
  if (only !== null) return only.split('\n');
  return [...value.texts(path), ...value.texts([...path, 'cmds'])].flatMap((text) => text.trim().split('\n'));
}
