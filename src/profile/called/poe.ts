import { isMapping } from '../formats/manifest.ts';
import { readToml } from '../formats/toml.ts';
import type { Snapshot } from '../snapshot.ts';
import { POE } from '../tasks/pyproject.ts';
import type { Body, Call } from './body.ts';
import { changesNothing } from './environment.ts';
import { fileOf } from './file-of.ts';
import { ownShell } from './own-shell.ts';
import { textsAt } from './texts-at.ts';

/** By itself, as a tool of its own, or as a plugin of Poetry. */
const CALL = /^(?:poetry |uvx (?:--from \S{1,60} )?|pipx run (?:--spec \S{1,60} )?)?poe ([\w+-]{1,100})$/;

/** Keys of a task with which it still runs all that it has, every time, where its file is. (poethepoet, "Options") */
const PLAIN = new Set(['cmd', 'shell', 'sequence', 'help', 'deps']);

/** Keys with which all tasks are what they say. (poethepoet, "Global options") */
const ALL_PLAIN = new Set(['tasks', 'env', 'executor', 'verbosity', 'groups', 'shell_interpreter']);

/** What poe runs for a task of pyproject.toml: a command, or other tasks one after the other. */
export function poeBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const [, name] = CALL.exec(run) ?? [];
  const file = name === undefined ? undefined : fileOf(snapshot, directory, ['pyproject.toml']);
  if (name === undefined || file === undefined) return null;
  const { value } = readToml(snapshot, file);
  const path = [...POE, name];
  const task = value.at(path);
  if (task === undefined) return null;
  const isList = Array.isArray(task);
  const places = [...(isList ? [] : [path]), [...path, 'cmd'], [...path, 'shell']];
  const lines = places.flatMap((place) => textsAt(value, place));
  const body = { file, directory, before: [], counted: [], lines };
  if (isMapping(task) && !Object.keys(task).every((key) => PLAIN.has(key))) return body;
  const all = value.at(POE.slice(0, -1));
  const isSet = isMapping(all) && !Object.keys(all).every((key) => ALL_PLAIN.has(key));
  if (isSet || !changesNothing(value.at([...POE.slice(0, -1), 'env']))) return body;
  const names = [
    ...(isList ? textsAt(value, path) : []),
    ...textsAt(value, [...path, 'sequence']),
    ...textsAt(value, [...path, 'deps']),
  ];
  return {
    ...body,
    before: names.map(({ text }) => `poe ${text}`),
    counted: lines.flatMap((line) => (line.text.includes('\n') ? [] : ownShell(line, directory))),
  };
}
