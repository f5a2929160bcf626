import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const DESCRIPTION = join(modules, '@octokit/openapi/generated/api.github.com.json');
const PRISM = join(modules, '@stoplight/prism-cli/dist/index.js');

/** The part of GitHub's API that may be called. All of it would take twice the time to read; what is left out is refused. */
const CALLED =
  /^\/repos\/\{owner\}\/\{repo\}(\/(pulls|issues|git|compare|contents|collaborators|commits)(\/|$)|$)|^\/(user|rate_limit)$/;

export interface ContractServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * A proxy that holds every request to the description of its API that GitHub publishes, and hands it on. What breaks the contract stands in
 * the header `sl-violations` of the answer. Needs some 300 MB and several seconds to start.
 */
export async function startContract(upstream: string, folder: string): Promise<ContractServer> {
  const description = join(folder, 'api.json');
  await writeFile(description, await readPart());
  const port = await freePort();
  const args = [PRISM, 'proxy', '--host', '127.0.0.1', '--port', String(port), description, upstream];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const listening = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('is listening')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`Prism ended with exit code ${code} before it was ready`)));
  });
  await listening;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}

async function readPart(): Promise<string> {
  const whole = JSON.parse(await readFile(DESCRIPTION, 'utf8')) as {
    readonly paths: Readonly<Record<string, unknown>>;
  };
  const paths = Object.fromEntries(Object.entries(whole.paths).filter(([path]) => CALLED.test(path)));
  return JSON.stringify({ ...whole, paths });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
