import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '../../rigs/act/folder.ts';
import type { Command } from './own-ci.ts';

export interface Ran {
  readonly passed: boolean;
  /** Whether its time was up before it was done. */
  readonly late?: boolean;
  /** What they printed, in pieces. */
  readonly printed: readonly string[];
}

export interface Surroundings {
  /** A clean clone. */
  readonly clone: string;
  /** An empty folder. */
  readonly files: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Runs commands one after the other as a runner does, each in a shell of its own, until one fails or time is up. */
export async function runCommands(commands: readonly Command[], surroundings: Surroundings): Promise<Ran> {
  const files = writeFiles(surroundings.files);
  const printed: string[] = [];
  for (const command of commands) {
    const directory = join(surroundings.clone, command.directory);
    if (!existsSync(directory))
      return { passed: false, printed: [...printed, `there is no folder ${command.directory}`] };
    const environment = {
      ...surroundings.environment,
      ...command.environment,
      ...files,
      ...pathWith(surroundings.environment, files),
    };
    const code = await shell(command.run, { directory, environment, signal: surroundings.signal, printed });
    if (surroundings.signal.aborted) return { passed: false, late: true, printed: [...printed, 'time was up'] };
    if (code !== 0) return { passed: false, printed: [...printed, `exit code ${code}`] };
  }
  return { passed: true, printed };
}

type Files = Readonly<Record<'GITHUB_PATH' | 'GITHUB_OUTPUT' | 'GITHUB_ENV' | 'GITHUB_STEP_SUMMARY', string>>;

function writeFiles(folder: string): Files {
  mkdirSync(folder, { recursive: true });
  const names = ['GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'] as const;
  for (const name of names) writeFileSync(join(folder, name), '');
  const [GITHUB_PATH, GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STEP_SUMMARY] = names.map((name) => join(folder, name));
  return { GITHUB_PATH, GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STEP_SUMMARY } as Files;
}

/** What steps before have put on PATH and into the environment. */
function pathWith(environment: NodeJS.ProcessEnv, { GITHUB_PATH, GITHUB_ENV }: Files): NodeJS.ProcessEnv {
  const added = readFileSync(GITHUB_PATH, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const set = readFileSync(GITHUB_ENV, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    });
  return { ...Object.fromEntries(set), PATH: [...added.toReversed(), environment.PATH].join(delimiter) };
}

interface Place {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** What it prints is added here. */
  readonly printed: string[];
}

async function shell(run: string, { directory, environment, signal, printed }: Place): Promise<number | null> {
  await using place = await temporaryFolder();
  const file = join(place.path, 'printed');
  // A file, for what Node calls a pipe is a socket, which nobody can open as /dev/stderr.
  const output = openSync(file, 'a');
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', output, output],
    // A group of its own, so that all that it started can be ended with it.
    detached: true,
  });
  const end = () => killGroup(child);
  signal.addEventListener('abort', end, { once: true });
  try {
    return await new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code)));
  } finally {
    signal.removeEventListener('abort', end);
    // What it left in the background would go on.
    killGroup(child);
    closeSync(output);
    printed.push(readFileSync(file, 'utf8'));
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (cause) {
    // Nothing of it is left.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause;
  }
}
