import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/local-model.ts';
import { foldersOf, isProgram, programIn } from '../programs.ts';
import { sha256Of } from './digests.ts';
import { diskFault } from './disk.ts';
import { type Downloading, download } from './download.ts';

const EXECUTABLE = process.platform === 'win32' ? '.exe' : '';

/** The largest releases of such programs have two gigabytes. */
const MOST_BYTES = 8 * 1024 ** 3;

export interface ProgramSearch {
  /** Without an extension. */
  readonly name: string;
  /** Null: it must be on the machine. */
  readonly fetched: Fetched | null;
  readonly path: string;
}

export interface ProgramPlaces extends Downloading {
  /** Where releases are kept as they were fetched; a runner that stays has them the next time. */
  readonly folder: string;
  /** Of the job: what runs is unpacked there anew, since what stays might be changed by whoever was here before. */
  readonly temporary: string;
}

/** The path of the program. Throws LOCAL_MODEL_MISSING where there is none, and what downloads throw. */
export async function findProgram({ name, fetched, path }: ProgramSearch, places: ProgramPlaces): Promise<string> {
  if (fetched !== null) return await fetchProgram(name, fetched, places);
  const found = programIn(foldersOf(path), `${name}${EXECUTABLE}`);
  if (found !== null) return found;
  throw new ActionError(
    'LOCAL_MODEL_MISSING',
    `There is no ${name} on PATH; install it in a step before, or give a release of it with local-server and local-server-checksum.`,
  );
}

async function fetchProgram(name: string, fetched: Fetched, places: ProgramPlaces): Promise<string> {
  const { folder, temporary, deadline } = places;
  const release = join(folder, `${name}-${fetched.sha256}.release`);
  if (!(await isRelease(release, fetched.sha256, deadline)))
    await download(fetched, release, { ...places, most: MOST_BYTES });
  const home = mkdtempSync(join(temporary, `agent-generate-${name}-`));
  await unpack(release, { name, url: fetched.url, home }, deadline);
  const program = programsIn(home, `${name}${EXECUTABLE}`)[0];
  if (program !== undefined) return program;
  rmSync(home, { recursive: true, force: true });
  throw new ActionError('LOCAL_MODEL_MISSING', `What local-server names has no ${name} in it.`);
}

async function isRelease(path: string, sha256: string, deadline: Deadline): Promise<boolean> {
  try {
    return existsSync(path) && (await sha256Of(path, deadline)) === sha256;
  } catch (thrown) {
    if (thrown instanceof ActionError) throw thrown;
    return false;
  }
}

interface Unpacking {
  readonly name: string;
  readonly url: string;
  readonly home: string;
}

const ARCHIVE = /\.(?:tar|tar\.gz|tgz|tar\.xz|tar\.zst|tar\.bz2|zip)$/;

async function unpack(release: string, { name, url, home }: Unpacking, deadline: Deadline): Promise<void> {
  const { pathname } = new URL(url);
  try {
    if (!ARCHIVE.test(pathname)) {
      const program = join(home, `${name}${EXECUTABLE}`);
      await deadline.race(() => copyFile(release, program));
      chmodSync(program, 0o755);
    } else if (pathname.endsWith('.zip') && process.platform === 'linux')
      await run('unzip', ['-q', release, '-d', home], deadline);
    else await run('tar', ['-xf', release, '-C', home], deadline);
  } catch (cause) {
    rmSync(home, { recursive: true, force: true });
    throw faultOf(cause);
  }
}

/** Killed when time is up; it is gone when this settles. */
async function run(program: string, words: readonly string[], deadline: Deadline): Promise<void> {
  let gone: Promise<unknown> | undefined;
  try {
    await deadline.race((signal) => {
      const running = promisify(execFile)(program, words, { signal, killSignal: 'SIGKILL' });
      const { child } = running;
      if (child.pid !== undefined) gone = new Promise((resolve) => child.once('exit', resolve));
      return running;
    });
  } finally {
    await gone;
  }
}

function faultOf(cause: unknown): ActionError {
  if (cause instanceof ActionError) return cause;
  const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : '';
  if (/no space left/i.test(words))
    return new ActionError('LOCAL_MODEL_DISK_FULL', 'The disk has no room for the server.', { cause });
  const message = 'What local-server names is an archive that cannot be unpacked.';
  return diskFault(cause) ?? new ActionError('LOCAL_MODEL_MISSING', message, { cause });
}

/** The nearest to the top first. */
function programsIn(home: string, name: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isProgram)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}
