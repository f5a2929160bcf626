import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/local-model.ts';
import { diskFault } from './disk.ts';
import { type Downloading, download } from './download.ts';

const EXECUTABLE = process.platform === 'win32' ? '.exe' : '';

export interface ProgramSearch {
  /** Without an extension. */
  readonly name: string;
  /** Null: it must be on the machine. */
  readonly fetched: Fetched | null;
  readonly path: string;
  /** Where what was fetched is kept; a runner that stays has it the next time. */
  readonly folder: string;
}

/** The path of the program. Throws LOCAL_MODEL_MISSING where there is none, and what downloads throw. */
export async function findProgram(
  { name, fetched, path, folder }: ProgramSearch,
  options: Downloading,
): Promise<string> {
  if (fetched !== null) return await fetchProgram(name, fetched, folder, options);
  const found = path
    .split(delimiter)
    .filter((it) => isAbsolute(it))
    .map((it) => join(it, `${name}${EXECUTABLE}`))
    .find(isProgram);
  if (found !== undefined) return found;
  throw new ActionError(
    'LOCAL_MODEL_MISSING',
    `There is no ${name} on PATH; install it in a step before, or give a release of it with local-server and local-server-checksum.`,
  );
}

async function fetchProgram(name: string, fetched: Fetched, folder: string, options: Downloading): Promise<string> {
  const home = join(folder, `${name}-${fetched.sha256}`);
  if (!existsSync(home)) {
    const archive = `${home}.download`;
    await download(fetched, archive, options);
    await unpack(archive, { name, url: fetched.url, home });
  }
  const program = programsIn(home, `${name}${EXECUTABLE}`)[0];
  if (program !== undefined) return program;
  throw new ActionError('LOCAL_MODEL_MISSING', `What local-server names has no ${name} in it.`);
}

interface Unpacking {
  readonly name: string;
  readonly url: string;
  /** Where it is wanted: whole, or not at all. */
  readonly home: string;
}

const ARCHIVE = /\.(?:tar|tar\.gz|tgz|tar\.xz|tar\.zst|tar\.bz2|zip)$/;

async function unpack(archive: string, { name, url, home }: Unpacking): Promise<void> {
  const half = `${home}.half`;
  const { pathname } = new URL(url);
  try {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half);
    if (!ARCHIVE.test(pathname)) {
      renameSync(archive, join(half, `${name}${EXECUTABLE}`));
      chmodSync(join(half, `${name}${EXECUTABLE}`), 0o755);
    } else if (pathname.endsWith('.zip') && process.platform === 'linux')
      await promisify(execFile)('unzip', ['-q', archive, '-d', half]);
    else await promisify(execFile)('tar', ['-xf', archive, '-C', half]);
    renameSync(half, home);
  } catch (cause) {
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : '';
    if (/no space left/i.test(words))
      throw new ActionError('LOCAL_MODEL_DISK_FULL', 'The disk has no room for the server.', { cause });
    throw (
      diskFault(cause) ??
      new ActionError('LOCAL_MODEL_MISSING', 'What local-server names is an archive that cannot be unpacked.', {
        cause,
      })
    );
  } finally {
    rmSync(archive, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** The nearest to the top first. */
function programsIn(home: string, name: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isProgram)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
