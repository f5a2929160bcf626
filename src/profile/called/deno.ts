import { readJson } from '../formats/json.ts';
import { isMapping } from '../formats/manifest.ts';
import type { Snapshot } from '../snapshot.ts';
import { DENO_FILES } from '../tasks/files.ts';
import type { Body, Call } from './body.ts';
import { fileOf } from './file-of.ts';
import { ownShell } from './own-shell.ts';
import { textsAt } from './texts-at.ts';

const CALL = /^deno task (?:(?:-q|--quiet) )?([A-Za-z][\w:.-]{0,99})$/;

/** Keys of a task with which it still runs all that it has, where its file is. (Deno, "deno task") */
const PLAIN = new Set(['command', 'description', 'dependencies']);

/** What Deno runs for a task of the configuration in the same folder, by a shell of its own. */
export function denoBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const [, name] = CALL.exec(run) ?? [];
  const file = name === undefined ? undefined : fileOf(snapshot, directory, DENO_FILES);
  if (name === undefined || file === undefined) return null;
  const { value } = readJson(snapshot, file);
  const path = ['tasks', name];
  const task = value.at(path);
  if (task === undefined) return null;
  const lines = [...textsAt(value, path), ...textsAt(value, [...path, 'command'])];
  const body = { file, directory, before: [], counted: [], lines };
  if (isMapping(task) && !Object.keys(task).every((key) => PLAIN.has(key))) return body;
  return {
    ...body,
    before: textsAt(value, [...path, 'dependencies']).map(({ text }) => `deno task ${text}`),
    counted: lines.flatMap((line) => (line.text.includes('\n') ? [] : ownShell(line, directory))),
  };
}
