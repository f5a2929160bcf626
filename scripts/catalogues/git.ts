import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface Remote {
  /** Ids by full name of reference; for an annotated tag the commit that it stands for. */
  references(): Promise<ReadonlyMap<string, string>>;
  /** One commit of the remote, in a folder that is gone when it is disposed of. */
  commit(id: string): Promise<Commit & AsyncDisposable>;
}

export interface Commit {
  /** The day it was made, `YYYY-MM-DD`. */
  readonly day: string;
  /** The text of a file, or null where the commit has none at that path. */
  read(path: string): Promise<string | null>;
}

/** A repository at a URL. Nothing of it is executed, and git asks nobody for a password. Rejects where it cannot be reached. */
export function remoteAt(url: string): Remote {
  return {
    references: async () => {
      const output = await git(tmpdir(), ['ls-remote', url]);
      const lines = output
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t'));
      // A peeled tag follows the tag itself, so it is the one that stays.
      return new Map(lines.map(([id = '', name = '']) => [name.replace(/\^\{\}$/, ''), id]));
    },
    commit: (id) => fetchCommit(url, id),
  };
}

async function fetchCommit(url: string, id: string): Promise<Commit & AsyncDisposable> {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  const dispose = async () => rmSync(folder, { recursive: true, force: true });
  try {
    await git(folder, ['init', '--quiet', '--bare', '.']);
    await git(folder, ['fetch', '--quiet', '--no-tags', '--depth', '1', url, id]);
    const day = (await git(folder, ['show', '--no-patch', '--format=%cs', id])).trim();
    const files = new Set((await git(folder, ['ls-tree', '-r', '-z', '--name-only', id])).split('\0'));
    const read = async (path: string) =>
      files.has(path) ? await git(folder, ['cat-file', 'blob', `${id}:${path}`]) : null;
    return { day, read, [Symbol.asyncDispose]: dispose };
  } catch (thrown) {
    await dispose();
    throw thrown;
  }
}

const LIMITS = { timeout: 120_000, maxBuffer: 1 << 26 };

async function git(folder: string, args: readonly string[]): Promise<string> {
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    HTTPS_PROXY: process.env.HTTPS_PROXY,
    SSL_CERT_FILE: process.env.SSL_CERT_FILE,
  };
  const { stdout } = await execute('git', ['-C', folder, ...args], { ...LIMITS, env: environment, encoding: 'utf8' });
  return stdout;
}
