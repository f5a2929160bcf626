import { readJson } from '../formats/json.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { namesCalled } from '../tasks/called.ts';
import type { Body, Call } from './body.ts';
import { ownShell } from './own-shell.ts';
import { commandKey } from './same.ts';

/** What a package manager runs for the name of a script, in any of its spellings. */
export function packageScriptBody(snapshot: Snapshot, call: Call): Body | null {
  if (!/^(?:npm|pnpm|yarn|bun) /.test(call.run)) return null;
  const [, run = ''] = commandKey(call).split('\0');
  const [name] = namesCalled('script', run);
  const file = joinPath(call.directory, 'package.json');
  if (name === undefined || file === null || !snapshot.has(file)) return null;
  const { value } = readJson(snapshot, file);
  const text = value.text(['scripts', name]);
  if (text === null) return null;
  const line = { text: text.trim().slice(0, 2_000), number: value.lineOf(['scripts', name]) };
  const isWhole = text.length <= 2_000 && !text.includes('\n');
  const { directory } = call;
  return { file, directory, before: [], counted: isWhole ? ownShell(line, directory) : [], lines: [line] };
}
