import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built program, as users start it. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
export const cli = `${dist}cli.js`;

if (!existsSync(cli)) throw new Error('dist/ is not there: run `npm run build` first.');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** The Node that runs it; the one that runs the tests otherwise. */
  readonly node?: string;
}

/** Runs the built command line to its end. */
export function runCli(
  args: readonly string[],
  { cwd, env = {}, input = '', node = process.execPath }: RunOptions = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(node, [cli, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

/** The same, with output that is one JSON document. */
export function runJson<T>(args: readonly string[], options: RunOptions = {}): T {
  return JSON.parse(runCli(args, options).stdout) as T;
}
