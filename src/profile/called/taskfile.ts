import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Line } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { namesCalled } from '../tasks/called.ts';
import { TASKFILES } from '../tasks/files.ts';
import { withoutGivenWords } from '../tasks/taskfile.ts';
import type { Body, Call } from './body.ts';
import { changesNothing } from './environment.ts';
import { fileOf } from './file-of.ts';
import { ownShell } from './own-shell.ts';

/** Keys of a task with which it still runs all that it has, every time, where its file is. */
const PLAIN = new Set(['desc', 'summary', 'silent', 'internal', 'aliases', 'cmd', 'cmds', 'deps']);

/** What task runs for a name. (taskfile.dev, "Schema") */
export function taskfileBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const [name] = namesCalled('task', run);
  const file = fileOf(snapshot, directory, TASKFILES);
  if (name === undefined || file === undefined) return null;
  const { value } = readYamlManifest(snapshot, file);
  const path = ['tasks', name];
  const task = value.at(path);
  if (task === undefined) return null;
  const commands = commandsAt(value, path);
  const body = { file, directory, before: [], counted: [], lines: commands.flatMap(({ line }) => line ?? []) };
  const isPlain = !isMapping(task) || Object.keys(task).every((key) => PLAIN.has(key));
  const isSet = ['set', 'shopt'].some((key) => value.at([key]) !== undefined);
  // What is not in the repository is not there in a pipeline.
  const isRead = value
    .oneOrMore(['dotenv'])
    .some((name) => name.includes('{{') || snapshot.has(joinPath(directory, name) ?? name));
  if (!isPlain || isSet || isRead || !changesNothing(value.at(['env']))) return body;
  const calls = commands.flatMap(({ calls: other }) => other ?? []);
  return {
    ...body,
    before: [...value.texts([...path, 'deps']), ...calls].map((other) => `task ${other}`),
    counted: commands.flatMap(({ line, isForgiven }) => (line && !isForgiven ? ownShell(line, directory) : [])),
  };
}

/** A command of a task, or the name of another task; neither where it is something else. */
interface TaskCommand {
  readonly line?: Line;
  readonly calls?: string;
  readonly isForgiven: boolean;
}

/** A task is its command, its commands, or a mapping that has them. */
function commandsAt(value: Manifest, path: DocumentPath): TaskCommand[] {
  const places = [path, [...path, 'cmd'], [...path, 'cmds']];
  return places.flatMap((place) => {
    const isList = Array.isArray(value.at(place));
    return isList ? value.items(place).flatMap((item) => commandAt(value, item)) : commandAt(value, place);
  });
}

function commandAt(value: Manifest, place: DocumentPath): TaskCommand[] {
  const found = value.at(place);
  const number = value.lineOf(place);
  if (typeof found === 'string')
    return [{ line: { text: withoutGivenWords(found.trim()), number }, isForgiven: found.trim().includes('\n') }];
  if (!isMapping(found)) return [];
  const keys = Object.keys(found).filter((key) => key !== 'silent');
  const isAlone = keys.length === 1;
  if (typeof found.task === 'string') return isAlone ? [{ calls: found.task, isForgiven: false }] : [];
  const text = typeof found.cmd === 'string' && place.length > 2 ? withoutGivenWords(found.cmd.trim()) : null;
  return text === null ? [] : [{ line: { text, number }, isForgiven: !isAlone || text.includes('\n') }];
}
