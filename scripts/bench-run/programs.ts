import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { jobEnvironment } from '../../rigs/act/environment.ts';

/** What a program prints, or undefined where it fails or is not there. */
export function output(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): string | undefined {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...jobEnvironment(process.env), ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });
  return status === 0 ? stdout : undefined;
}

/** The folder on PATH that has a program; this project's own packages are not looked through. */
export function found(program: string): string | undefined {
  const folders = (jobEnvironment(process.env).PATH ?? '').split(delimiter);
  return folders.find((folder) => existsSync(join(folder, program)));
}
