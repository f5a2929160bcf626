import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, constants, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { saveState, setOutput, setSecret } from '@actions/core';
import { ActionError } from '../domain/errors.ts';
import { LEFT, type LeftName } from '../domain/kept.ts';
import { clauseFor } from './fault.ts';
import { linkOnTheWay } from './links.ts';

/** The event's payload, not yet looked at. Throws EVENT_INVALID where it is not there or no JSON. */
export function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not JSON' : clauseFor(cause);
    throw new ActionError('EVENT_INVALID', `The event's payload, ${path}, ${why}.`, { cause });
  }
}

/** From now on the runner writes stars in their place, line by line. */
export function maskSecrets(secrets: readonly string[]): void {
  for (const secret of secrets) for (const line of secret.split(/\r?\n/)) if (line.trim() !== '') setSecret(line);
}

/** Values may hold anything: each is fenced by a delimiter that nobody can know. (docs.github.com, "Workflow commands", multiline strings) */
export function writeOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/**
 * In bytes, of one thing that is left. It stands in the environment of the step after the job: a process cannot even begin where one variable
 * has 128 KiB there (execve(2), MAX_ARG_STRLEN), on Windows 32,767 characters.
 */
const MOST_LEFT = process.platform === 'win32' ? 30_000 : 65_536;

/** Leaves something for the end of the job; says why it could not, as the end of a sentence, or null. What cannot be left is lost, and no reason to fail. */
export function leaveForPost(name: LeftName, value: unknown): string | null {
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_LEFT) return `it has ${bytes} bytes, and ${MOST_LEFT} can be left`;
  try {
    saveState(name, text);
    return null;
  } catch {
    // Later runs ask again, and what was started ends with the step.
    return 'it could not be left for the end of the job';
  }
}

/** Said first of all: what an earlier step has put into the environment under our names would else be taken for ours. */
export function leaveNothing(): void {
  for (const name of LEFT) leaveForPost(name, null);
}

/** Appends to the job summary; says what went wrong, or null. A summary that cannot be written is no reason to fail. */
export function appendSummary(path: string | null, markdown: string): string | null {
  if (path === null) return 'the runner has no job summary';
  try {
    appendFileSync(path, `${markdown}\n`);
    return null;
  } catch (cause) {
    return `the job summary ${clauseFor(cause)}`;
  }
}

/** Prints text of the repository to the log: nothing in it is taken for a command of the runner. */
export function logText(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`);
}

/** Prints a line that is a command of the runner, already escaped. */
export function logCommand(command: string): void {
  process.stdout.write(`${command}\n`);
}

/** Appends the line of the record to a file below the workspace; says what went wrong, or null. */
export function appendRecord(workspace: string, name: string, line: string): string | null {
  const path = resolve(workspace, name);
  try {
    if (!isBelow(workspace, path))
      return `record-file '${name}' does not lie in a folder of the workspace, so it was not written.`;
    // Not through a link, put there since: what it points to may be anything.
    const file = openSync(
      path,
      constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0),
      0o644,
    );
    try {
      writeFileSync(file, line);
    } finally {
      closeSync(file);
    }
    return null;
  } catch (cause) {
    return `record-file '${name}' ${clauseFor(cause)}, so it was not written.`;
  }
}

/** In a folder of the workspace, through no link, since the pull request may have put it there; and not among git's own files, however a disk writes their name. */
function isBelow(workspace: string, path: string): boolean {
  const inside = relative(resolve(workspace), path);
  const steps = inside.split(sep);
  if (steps[0] === '..' || inside === '' || isAbsolute(inside) || steps.some((step) => GIT.test(step))) return false;
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  return folder?.isDirectory() === true && linkOnTheWay(workspace, inside) === null;
}

/** Disks that mind no case open it by any, and those of Windows without dots and spaces at its end and by its short name. (git, is_ntfs_dotgit) */
const GIT = /^(?:\.git[. ]*|git~1)$/i;
