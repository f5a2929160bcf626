import { spawn } from 'node:child_process';
import { parse } from 'node:path';
import type { Deadline } from '../domain/deadline.ts';
import { ActionError } from '../domain/errors.ts';
import type { Git, GitResult } from '../domain/git.ts';

/** Output beyond this is no listing of a repository that we can serve. */
const MAX_OUTPUT = 512 * 1024 * 1024;

/**
 * Settings that a hostile `.git/config` could use to run a program, each answered with a harmless value. `git` reads the command line
 * last, so these win. We never check out, fetch or commit, so most of these are never asked; they are closed all the same.
 */
const HARDENED = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.sshCommand=false',
  'core.askPass=',
  'core.untrackedCache=false',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
  'submodule.recurse=false',
  'core.quotePath=true',
  'gc.auto=0',
].flatMap((setting) => ['-c', setting]);

/** The environment of every git process: nothing that redirects it to another repository, asks a person, or writes. */
function gitEnvironment(inherited: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(inherited).flatMap(([name, value]) =>
    value !== undefined && !/^GIT_/i.test(name) ? [[name, value] as const] : [],
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    // An empty list of protocols: unlike protocol.allow, no protocol.<name>.allow of the repository opens it again.
    GIT_ALLOW_PROTOCOL: '',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_ATTR_NOSYSTEM: '1',
  };
}

export interface GitOptions {
  readonly directory: string;
  /**
   * Whether the directory is known to be the one that is meant, whoever owns it: a runner makes the workspace, and a job in a container is
   * another user. Without, git refuses it (`safe.directory`), since a person may have stumbled into somebody else's.
   */
  readonly isTrusted?: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly deadline: Deadline;
}

/** Commands that never look into a file of the work tree: no filter and no diff driver has a part in them. */
const CONTENT_FREE = new Set([
  'rev-parse',
  'for-each-ref',
  'merge-base',
  'ls-files',
  'ls-tree',
  'cat-file',
  'rev-list',
]);

/**
 * git for `directory`. Before any other command than those of CONTENT_FREE, git is asked once for the programs that the repository's
 * configuration names (filters and diff drivers have names of their own, which no fixed list can close), and the command gets an empty
 * value in the place of each.
 */
export function gitIn({ directory, isTrusted = false, environment, deadline }: GitOptions): Git {
  const env = gitEnvironment(environment);
  const settings = isTrusted ? [...HARDENED, '-c', `safe.directory=${directory}`] : HARDENED;
  let closed: Promise<Record<string, string>> | undefined;
  const runIn = (variables: Record<string, string>, args: readonly string[], input?: Uint8Array) =>
    deadline.race((signal) =>
      start(['-C', directory, ...settings, ...args], {
        directory,
        env: { ...env, ...variables },
        signal,
        ...(input === undefined ? {} : { input }),
      }),
    );
  return {
    directory,
    run: async (args, input) => {
      if (CONTENT_FREE.has(args[0] ?? '')) return runIn({}, args, input);
      closed ??= runIn({}, ['config', '--name-only', '-z', '--list']).then(closePrograms);
      return runIn(await closed, args, input);
    },
  };
}

/** A driver's name may hold any character, so the overrides go by environment, where nothing is parsed. */
function closePrograms({ stdout }: GitResult): Record<string, string> {
  const names = Buffer.from(stdout).toString('utf8').split('\0');
  const programs = [...new Set(names)].filter((name) =>
    /^(filter\..*\.(clean|smudge|process)|diff\..*\.(command|textconv))$/is.test(name),
  );
  const required = programs.filter((name) => /^filter\./i.test(name)).map((name) => name.replace(/[^.]*$/, 'required'));
  const settings = [
    ...programs.map((name) => [name, ''] as const),
    ...required.map((name) => [name, 'false'] as const),
  ];
  const pairs = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name] as const,
    [`GIT_CONFIG_VALUE_${index}`, value] as const,
  ]);
  return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(settings.length) };
}

interface Start {
  readonly directory: string;
  readonly env: Record<string, string>;
  readonly signal: AbortSignal;
  readonly input?: Uint8Array;
}

function start(args: readonly string[], { directory, env, signal, input }: Start): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      // Not in the repository: where PATH has an empty or relative entry, its own `git` would be the one that is started.
      cwd: parse(directory).root,
      env,
      signal,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    let size = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_OUTPUT) output.push(chunk);
      else child.kill('SIGKILL');
    });
    child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
    // A process that has seen enough may close its input before we have written all of it.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    child.on('error', (cause) => reject(cannotRun(cause)));
    child.on('close', (code) => {
      const stderr = Buffer.concat(complaints).toString('utf8').trim();
      if (size > MAX_OUTPUT)
        reject(new ActionError('GIT_FAILED', `git gave more than ${MAX_OUTPUT} bytes in answer to ${args.at(-1)}.`));
      else resolve({ exitCode: code ?? 1, stdout: Buffer.concat(output), stderr });
    });
  });
}

function cannotRun(cause: Error): ActionError {
  const missing = 'code' in cause && cause.code === 'ENOENT';
  return new ActionError(
    'GIT_FAILED',
    missing ? 'git was not found on the PATH.' : `git could not be run: ${cause.message}.`,
    { cause },
  );
}
