import { access, chown, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { complaintOf, type Owner, run } from './command.ts';
import { RigError } from './error.ts';
import { expectFree } from './port.ts';
import { postgresFor } from './postgres-programs.ts';

export interface PostgresSettings {
  /** An empty folder of its own. */
  readonly folder: string;
  /** On loopback. */
  readonly port: number;
  /** The variables of the official image: POSTGRES_PASSWORD, POSTGRES_USER, POSTGRES_DB, POSTGRES_HOST_AUTH_METHOD. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A PostgreSQL server on loopback, set up as the official image would be. It ends, and its data goes away, when it is disposed of. */
export class Postgres implements AsyncDisposable {
  /** As the server names itself: `postgres (PostgreSQL) 17.1`. Empty for one that was found with `at`. */
  readonly version: string;
  readonly #folder: string;

  private constructor(folder: string, version: string) {
    this.#folder = folder;
    this.version = version;
  }

  /** Rejects with POSTGRES_MISSING, PORT_TAKEN or POSTGRES_FAILED; nothing then goes on running. */
  static async start({ folder, port, environment }: PostgresSettings): Promise<Postgres> {
    await expectFree(port);
    const owner = await unprivilegedOwner();
    const programs = await postgresFor(owner, folder);
    if (programs === undefined)
      throw new RigError('POSTGRES_MISSING', 'PostgreSQL is not on this machine: run `npm ci --prefix rigs`.');
    if (owner) await chown(folder, owner.uid, owner.gid);
    await begin({ folder, port, programs, owner, ...account(environment) });
    return new Postgres(folder, await run(join(programs, 'postgres'), ['--version']));
  }

  /** The server, running or not, that another process has started in that folder. */
  static at(folder: string): Postgres {
    return new Postgres(folder, '');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const data = join(this.#folder, 'data');
    const running = await access(join(data, 'postmaster.pid')).then(
      () => true,
      () => false,
    );
    // pg_ctl ends exactly the process whose id stands in postmaster.pid, and waits for it.
    if (running)
      await control(
        await programsBehind(data),
        ['stop', '-D', data, '-m', 'immediate', '-w'],
        await unprivilegedOwner(),
      );
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The folder of the programs that a server was started with: the server writes down its command line. */
async function programsBehind(data: string): Promise<string> {
  const [program = ''] = (await readFile(join(data, 'postmaster.opts'), 'utf8')).split(' "');
  return dirname(program);
}

/** PostgreSQL refuses to run as root. */
async function unprivilegedOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const user = await run('id', ['-u', 'postgres']).then(
    () => 'postgres',
    () => 'nobody',
  );
  return { uid: Number(await run('id', ['-u', user])), gid: Number(await run('id', ['-g', user])) };
}

interface Account {
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly method: string;
}

/** The defaults of the official image, which also refuses to start without a password. */
function account(environment: Readonly<Record<string, string>>): Account {
  const {
    POSTGRES_USER: user = 'postgres',
    POSTGRES_PASSWORD: password = '',
    POSTGRES_HOST_AUTH_METHOD: method = 'scram-sha-256',
  } = environment;
  if (password === '' && method !== 'trust')
    throw new RigError(
      'POSTGRES_FAILED',
      'the service sets no POSTGRES_PASSWORD, and its image would not start without one.',
    );
  return { user, password, method, database: environment.POSTGRES_DB ?? user };
}

interface Beginning extends Account {
  readonly folder: string;
  readonly port: number;
  readonly programs: string;
  readonly owner: Owner | undefined;
}

async function begin(beginning: Beginning): Promise<void> {
  const { folder, port, programs, owner, database } = beginning;
  const data = join(folder, 'data');
  try {
    await initialise(beginning, data);
    if (database !== 'postgres') await createDatabase(beginning, data);
    // Fast rather than durable: nobody needs this data after a crash.
    const options = `-p ${port} -c listen_addresses=localhost -c unix_socket_directories='' -c fsync=off`;
    await control(programs, ['start', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w'], owner);
  } catch (cause) {
    await Postgres.at(folder)[Symbol.asyncDispose]();
    throw new RigError('POSTGRES_FAILED', `PostgreSQL did not start: ${complaintOf(cause)}`, { cause });
  }
}

async function initialise({ folder, programs, owner, user, password, method }: Beginning, data: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password === '' ? 'unused' : password, { mode: 0o600 });
  if (owner) await chown(passwordFile, owner.uid, owner.gid);
  const settings = [
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
    `--auth=${method}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
  ];
  await run(join(programs, 'initdb'), ['-D', data, ...settings], {
    owner,
    directory: folder,
    environment: plainEnvironment(),
  });
  await rm(passwordFile);
}

/** In single-user mode, before the server listens: not every packaging has createdb. */
async function createDatabase({ programs, database, owner }: Beginning, data: string): Promise<void> {
  const statement = `CREATE DATABASE "${database.replaceAll('"', '""')}"`;
  await run(join(programs, 'postgres'), ['--single', '-D', data, '-c', 'exit_on_error=on', 'postgres'], {
    owner,
    directory: '/',
    environment: plainEnvironment(),
    input: `${statement}\n`,
  });
}

async function control(programs: string, args: readonly string[], owner: Owner | undefined): Promise<void> {
  // The folder of the caller may be closed to this user.
  await run(join(programs, 'pg_ctl'), [...args, '-s'], { owner, directory: '/', environment: plainEnvironment() });
}

/** A job's own PG… variables are for its client, not for the server. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C' };
}
