import { readJson } from '../formats/json.ts';
import type { Manifest } from '../formats/manifest.ts';
import type { Line } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Body, Call } from './body.ts';
import { mayChange } from './environment.ts';
import { ownShell } from './own-shell.ts';
import { isComposerCommand } from './same.ts';
import { textsAt } from './texts-at.ts';

/** What makes no difference to what a script does. (getcomposer.org, "Command-line interface") */
const QUIET = String.raw`(?: (?:-[nqv]{1,3}|--(?:no-interaction|quiet|verbose|ansi|no-ansi|timeout=\d{1,6}))){0,4}`;
const CALL = new RegExp(`^composer${QUIET}( run| run-script)?${QUIET} ([A-Za-z][\\w:.-]{0,99})${QUIET}$`);

/** What Composer runs for the name of a script, one after the other until one fails, with its programs at hand. (getcomposer.org, "Scripts") */
export function composerBody(snapshot: Snapshot, { run, directory }: Call): Body | null {
  const [, named, name] = CALL.exec(run) ?? [];
  if (name === undefined || (named === undefined && isComposerCommand(name))) return null;
  const file = joinPath(directory, 'composer.json');
  if (file === null || !snapshot.has(file)) return null;
  const { value } = readJson(snapshot, file);
  if (value.at(['scripts', name]) === undefined) return null;
  const lines = textsAt(value, ['scripts', name]).map(({ text, number }) => ({ text: written(text, value), number }));
  const isOpen = lines.some(changes);
  const counted = isOpen ? [] : lines.filter(({ text }) => !text.includes('\n') && !text.startsWith('@'));
  return { file, directory, before: [], counted: counted.flatMap((line) => ownShell(line, directory)), lines };
}

/** Another script, PHP and Composer themselves behind their signs; else what a shell is given. */
function written(text: string, manifest: Manifest): string {
  const [, other = '', rest = ''] = /^@([\w:.-]{1,100})((?: .{0,2000})?)$/.exec(text.trim()) ?? [];
  if (other === 'php' || other === 'composer') return `${other}${rest}`;
  return manifest.at(['scripts', other]) === undefined ? text.trim() : `composer run ${other}${rest}`;
}

/** What is set for all that comes behind it. */
function changes({ text }: Line): boolean {
  const [, name] = /^@putenv (\w{1,100})/.exec(text) ?? [];
  return name !== undefined && mayChange(name);
}
