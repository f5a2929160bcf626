import { layered } from '../ci/yaml-steps.ts';
import { oncePerFile } from '../once.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Body, BodyReader, Call } from './body.ts';
import { composerBody } from './composer.ts';
import { denoBody } from './deno.ts';
import { withoutEnvironmentRun } from './environment-run.ts';
import { justBody } from './just.ts';
import { makeBody } from './make.ts';
import { miseBody } from './mise.ts';
import { packageScriptBody } from './package-script.ts';
import { poeBody } from './poe.ts';
import { projectScriptBody } from './project-scripts.ts';
import { scriptBody } from './shell-script.ts';
import { taskfileBody } from './taskfile.ts';
import { turboBody } from './turbo.ts';

const READERS: readonly BodyReader[] = [
  makeBody,
  justBody,
  taskfileBody,
  miseBody,
  poeBody,
  projectScriptBody,
  denoBody,
  packageScriptBody,
  composerBody,
  turboBody,
  scriptBody,
];

/** What stands in the repository under the name that a command calls; null where that is nothing known here. */
export function bodyOf(snapshot: Snapshot, { run, directory }: Call): Body | null {
  return bodyOnce(snapshot, `${directory}\0${run}`);
}

const bodyOnce = oncePerFile((snapshot, key): Body | null => {
  const [directory = '', run = ''] = key.split('\0');
  for (const spelled of new Set([run, withoutEnvironmentRun(run)]))
    for (const read of READERS) {
      const body = read(snapshot, { run: spelled, directory });
      if (body) return body;
    }
  return null;
});

/** A command that another one starts in any case, and whose failure fails that one. */
export interface Started extends ShellCommand {
  /** The files by which it comes to be started: that of the first task or script, to that in which it stands. */
  readonly through: readonly string[];
  /** The file in which it stands. */
  readonly file: string;
  /** The calls by which it comes to be started, the outermost first. */
  readonly by: readonly string[];
}

/** More than one command comes to in anybody's repository: bodies that are followed, and their commands. */
const MOST = { bodies: 100, commands: 300 };

/** A task that comes to run before what another one starts, as a command. */
export type Needed = Pick<Started, 'run' | 'directory' | 'environment' | 'through'>;

/** All that a command comes to start by tasks and scripts of the repository, in its order, each task and script once. */
export function startedBy(snapshot: Snapshot, { run, directory }: Call): readonly Started[] {
  return startedOnce(snapshot, `${directory}\0${run}`).found;
}

/** The tasks that come to run before those that a command starts, whatever they start themselves. */
export function neededBy(snapshot: Snapshot, { run, directory }: Call): readonly Needed[] {
  return startedOnce(snapshot, `${directory}\0${run}`).needed;
}

const startedOnce = oncePerFile((snapshot, key) => {
  const [directory = '', run = ''] = key.split('\0');
  const walk: Walk = { snapshot, seen: new Set(), found: [], needed: [] };
  follow(walk, { run, directory }, { environment: new Map(), through: [], by: [] });
  return { found: walk.found.slice(0, MOST.commands), needed: walk.needed.slice(0, MOST.commands) };
});

interface Walk {
  readonly snapshot: Snapshot;
  readonly seen: Set<string>;
  readonly found: Started[];
  readonly needed: Needed[];
}

interface Position {
  readonly environment: ShellCommand['environment'];
  readonly through: readonly string[];
  readonly by: readonly string[];
}

function follow(walk: Walk, call: Call, { environment, through: above, by: callers }: Position): void {
  const { snapshot, seen, found } = walk;
  const key = `${call.directory}\0${call.run}`;
  if (seen.has(key) || seen.size >= MOST.bodies || found.length >= MOST.commands) return;
  const body = bodyOf(snapshot, call);
  if (body === null) return;
  seen.add(key);
  const { file, from = file } = body;
  const through = [...new Set([...above, from, file])];
  const by = [...callers, call.run];
  const { directory } = body;
  for (const run of body.before) {
    walk.needed.push({ run, directory, environment, through });
    follow(walk, { run, directory }, { environment, through, by });
  }
  for (const command of body.counted) {
    const inner = layered(environment, command.environment);
    found.push({ ...command, environment: inner, through, file, by });
    follow(walk, command, { environment: inner, through, by });
  }
}
