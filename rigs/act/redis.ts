import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { run } from './command.ts';
import { RigError } from './error.ts';
import { expectFree } from './port.ts';

const OWN = fileURLToPath(new URL('../../.tools/bin', import.meta.url));

export interface RedisSettings {
  /** An empty folder of its own. */
  readonly folder: string;
  /** On loopback. */
  readonly port: number;
  /** Where programs are looked for, beside this project's own: PATH by default. */
  readonly path?: string;
}

/** A server that speaks Redis's protocol, on loopback, empty and without a password as the official image. It ends when it is disposed of. */
export class Redis implements AsyncDisposable {
  /** As the server names itself: `Valkey server v=9.1.2 …`. Empty for one that was found with `at`. */
  readonly version: string;
  readonly #folder: string;

  private constructor(folder: string, version: string) {
    this.#folder = folder;
    this.version = version;
  }

  /** Rejects with REDIS_MISSING, PORT_TAKEN or REDIS_FAILED; nothing then goes on running. */
  static async start({ folder, port, path }: RedisSettings): Promise<Redis> {
    await expectFree(port);
    const program = await findRedis(path);
    if (program === undefined)
      throw new RigError('REDIS_MISSING', 'no Redis or Valkey is on this machine: run `tools/install.sh valkey`.');
    await begin(program, { folder, port });
    return new Redis(folder, await run(program, ['--version']));
  }

  /** The server, running or not, that another process has started in that folder. */
  static at(folder: string): Redis {
    return new Redis(folder, '');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Written by the server when it starts, and taken away when it ends.
    const pid = await readFile(pidFile(this.#folder), 'utf8').catch(() => undefined);
    if (pid !== undefined) await end(Number(pid), Number(await readFile(portFile(this.#folder), 'utf8')));
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The server's program: the machine's own Redis or Valkey, else what `tools/install.sh` brings; undefined where there is none. */
export async function findRedis(path = process.env.PATH ?? ''): Promise<string | undefined> {
  const folders = [...path.split(delimiter), OWN];
  const programs = folders.flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => join(folder, name)));
  const found = await Promise.all(
    programs.map((program) =>
      access(program).then(
        () => [program],
        () => [],
      ),
    ),
  );
  return found.flat()[0];
}

function pidFile(folder: string): string {
  return join(folder, 'pid');
}

function portFile(folder: string): string {
  return join(folder, 'port');
}

async function begin(program: string, { folder, port }: { folder: string; port: number }): Promise<void> {
  await writeFile(portFile(folder), String(port));
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const server = spawn(program, [...settings, '--pidfile', pidFile(folder)], {
    // A group of its own, so that it outlives the step that starts it.
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const printed: string[] = [];
  for await (const line of createInterface({ input: server.stdout })) {
    printed.push(line);
    if (!line.includes('Ready to accept connections')) continue;
    server.stdout.destroy();
    server.unref();
    return;
  }
  throw new RigError('REDIS_FAILED', `Redis did not start: ${printed.slice(-3).join(' ')}`);
}

/** Ends a server, and waits until it is gone: only then does it let go of its connections. */
async function end(pid: number, port: number): Promise<void> {
  const connection = connect(port, '127.0.0.1');
  await once(connection, 'connect');
  const closed = once(connection, 'close');
  process.kill(pid, 'SIGTERM');
  await closed;
}
