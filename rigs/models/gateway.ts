import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

/** Somebody else's program between us and a provider, which turns one protocol into another one. */
export interface Gateway extends AsyncDisposable {
  readonly url: string;
  /** What it wants to see; a model's name may have the gateway's word for its provider in front. */
  readonly key: string;
  nameOf(model: string): string;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** A path that is answered once it serves. */
  readonly alive: string;
  readonly port: number;
}

/** Starts the program and waits until it serves, for as long as the signal lets it. */
export async function startProgram(program: Program, signal: AbortSignal): Promise<AsyncDisposable> {
  const { command, args, environment, folder, alive, port } = program;
  const child = spawn(command, args, {
    cwd: folder,
    // Nothing of the person's own: a gateway looks for keys and proxies there.
    env: { PATH: process.env.PATH ?? '', HOME: folder, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const printed: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await Promise.race([
      serving(`http://127.0.0.1:${port}${alive}`, signal),
      ended.then(() => {
        throw new Error(`${command} ended: ${printed.join('').slice(-2000)}`);
      }),
    ]);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { [Symbol.asyncDispose]: stop };
}

async function serving(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(url, { signal }).catch(() => null);
    if (answer !== null) return void (await answer.body?.cancel());
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A gateway that listens at a port of loopback; what `stack` holds ends with it. */
export function gatewayAt(port: number, stack: AsyncDisposableStack, more: Pick<Gateway, 'key' | 'nameOf'>): Gateway {
  const started = stack.move();
  return { url: `http://127.0.0.1:${port}`, ...more, [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() };
}

/** A port of loopback that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Writes a file of settings, which JSON is where YAML is wanted too. */
export async function settingsFile(folder: string, name: string, settings: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(settings));
  return path;
}
