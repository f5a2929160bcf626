import type { Evidence } from '../../../domain/evidence.ts';
import { failsNever } from '../../ci/never.ts';
import { inEnvironment } from '../../harvest/before/environment-folder.ts';
import { callsIn } from '../../harvest/calls.ts';
import { recipeCallsIn } from '../../harvest/recipe-calls.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** How the repository itself calls a tool. */
export interface Invocation {
  /** ` app tests`: what follows the tool's name, with the space before it. */
  readonly args: string;
  readonly because: Evidence;
}

/** Words, quoted or plain: nothing that a shell would expand, and nothing that another command follows. */
const CALL =
  /^\s*[@-]*(?:commands\s*=\s*)?(?:(?:uv|poetry|pdm|pipenv|hatch) run )?(?:python3? -m )?([a-z][a-z0-9-]*)((?: (?:[\w./=:,-]+|"[\w./=:,* -]*"|'[\w./=:,* -]*'))*)\s*$/;
const MAX_LINE = 300;

/** What starts a program elsewhere: a container of compose, or whatever a variable of make holds. */
const ELSEWHERE =
  /^(\s{0,20}[@-]{0,2})(?:\$[({]\w{1,40}[)}]|docker[ -]compose (?:run|exec)(?: --?\w[\w=-]{0,40}){0,6} [\w-]{1,60}) (?=[a-z])/;

/** The calls of a tool in the folder's `scripts/*.sh`, Makefile and tox.ini, in the order of the files. A script that changes its folder is passed over. */
export function invocationsOf(snapshot: Snapshot, directory: string, tool: string): Invocation[] {
  return sources(snapshot, directory).flatMap((file) =>
    linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) =>
      callOf(tool, text, () => snapshot.evidence(file, number)),
    ),
  );
}

/** The calls of a tool that pipelines make in the folder, by themselves first, then by tasks. */
export function pipelineInvocations(snapshot: Snapshot, directory: string, tool: string): Invocation[] {
  const calls = [...callsIn(snapshot, directory), ...recipeCallsIn(snapshot, directory)];
  return calls.flatMap(({ run, because: [line] }) => (line ? callOf(tool, run, () => line) : []));
}

/** What somebody may add when they type it. */
const ADDED = / (?:\$[({](?:args|opts|options|flags)[)}]|"\$@"|\$\*)(?=\s{0,20}$)/i;

function callOf(tool: string, text: string, because: () => Evidence): Invocation[] {
  const [, name, args = ''] =
    text.length > MAX_LINE ? [] : (CALL.exec(inEnvironment(text).replace(ELSEWHERE, '$1').replace(ADDED, '')) ?? []);
  return name === tool && !failsNever(text) ? [{ args, because: because() }] : [];
}

function sources(snapshot: Snapshot, directory: string): string[] {
  const scripts = scriptsOf(snapshot, directory).filter((file) => !/^[ \t]*cd[ \t]/m.test(snapshot.text(file) ?? ''));
  const others = ['Makefile', 'tox.ini'].flatMap((name) => joinPath(directory, name) ?? []);
  return [...scripts, ...others.filter((file) => snapshot.text(file) !== null)];
}

/** The shell scripts in a folder's `scripts/`. */
export function scriptsOf(snapshot: Snapshot, directory: string): string[] {
  const folder = joinPath(directory, 'scripts') ?? 'scripts';
  return snapshot
    .namesIn(folder)
    .filter((name) => /^[\w.-]+\.sh$/.test(name))
    .flatMap((name) => joinPath(folder, name) ?? []);
}
