import { type Line, linesOf } from '../lines.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Body, Call } from './body.ts';
import { countedCommands } from './counted.ts';

/** A path with a folder in it, or one that a shell is given. */
const CALL = /^(?:((?:ba|da|z)?sh)((?: -[a-z]{1,10}){0,4}) )?(?!-)([\w.][\w./-]{0,200})(?: |$)/;

interface ScriptCall {
  readonly path: string;
  /** As it is written. */
  readonly typed: string;
  /** What the shell that it is given to is told; null where its own first line says which one runs it. */
  readonly flags: string | null;
}

/** The script that a command starts; null where it is none, or it lies outside of the repository. */
export function scriptCall({ run, directory }: Call): ScriptCall | null {
  const [, shell, flags = '', typed = ''] = CALL.exec(run) ?? [];
  if (typed === '' || (shell === undefined && !typed.includes('/'))) return null;
  const path = joinPath(directory, typed);
  return path === null ? null : { path, typed, flags: shell === undefined ? null : flags };
}

/** A script of a shell that is called by its path. What it is told behind its name makes no difference to what runs in any case. */
export function scriptBody(snapshot: Snapshot, call: Call): Body | null {
  const found = scriptCall(call);
  const text = found === null ? null : snapshot.text(found.path);
  if (found === null || text === null || !snapshot.has(found.path)) return null;
  const lines = linesOf(text);
  const [first] = lines;
  if (first?.text.startsWith('#!') && !SHELL.test(first.text)) return null;
  const own = inItsPlace(lines, found.typed);
  const { directory } = call;
  return { file: found.path, directory, before: [], counted: counted(own, { ...found, directory }), lines: own };
}

const SHELL = /^#!\s{0,4}\/\S{1,60}\/(?:env\s{1,4}(?:-S\s{1,4})?)?(?:ba|da|z)?sh(?=\s|$)/;

/** The folder of a script, as scripts find it. */
const ITS_FOLDER = /\$\(dirname (?:-- )?"?\$(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?\})"?\)/g;

function inItsPlace(lines: readonly Line[], typed: string): Line[] {
  return lines.map(({ text, number }) => ({ text: text.replace(ITS_FOLDER, directoryOf(typed)), number }));
}

const ERREXIT =
  /^\s{0,20}set(?:\s{1,8}[-+]?\w{1,20}){0,6}?\s{1,8}(?:-\w{0,8}e\w{0,8}|-\w{0,8}o\s{1,8}errexit)(?=\s|;|$)/;

/** Without `-e`, what comes last alone says whether a script failed. */
function counted(lines: readonly Line[], { flags, directory }: Pick<ScriptCall, 'flags'> & Pick<Call, 'directory'>) {
  const told = flags ?? /sh((?:\s-\w{1,10})*)\s*$/.exec(lines[0]?.text ?? '')?.[1] ?? '';
  const set = /-\w*e/.test(told)
    ? 0
    : (lines.find(({ text }) => ERREXIT.test(text))?.number ?? Number.POSITIVE_INFINITY);
  const last = lines.findLast(({ text }) => !/^\s*(?:#|$)/.test(text))?.number;
  return countedCommands(lines, directory).filter(
    ({ line, isAtEnd, isFatal }) => isFatal || line > set || (isAtEnd && line === last),
  );
}
