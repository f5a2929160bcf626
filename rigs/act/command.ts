import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface CommandOptions {
  readonly directory?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Runs the program as this user, which only root may do. */
  readonly owner?: Owner | undefined;
  /** What it reads from its standard input: nothing by default. */
  readonly input?: string;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The trimmed standard output of a program. Rejects with Node's own error, whose `stderr` says why, unless it exits 0. */
export async function run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { directory, environment, owner, input = '' } = options;
  const running = execute(program, args, {
    cwd: directory,
    env: environment ?? process.env,
    maxBuffer: 64 * 1024 * 1024,
    ...owner,
  });
  // A program that ends without reading is not ours to complain about: its exit code says what there is to say.
  running.child.stdin?.on('error', () => {}).end(input);
  const { stdout } = await running;
  return stdout.trim();
}

/** What a program said before it failed, for a message. */
export function complaintOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const said = 'stderr' in cause && typeof cause.stderr === 'string' ? cause.stderr.trim() : '';
  return said === '' ? cause.message : said;
}
