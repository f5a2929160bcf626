import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Deadline } from '../../domain/deadline.ts';
import { toActionError } from '../../domain/errors.ts';
import type { CacheOrder, CacheTold } from './order.ts';
import { safeTar } from './safe-tar.ts';

/** What became of an order; `why` is the end of a sentence. */
export type CacheResult = CacheTold | { readonly kind: 'failed'; readonly why: string };

/** The cache of the job, over folders: what an entry holds lies below `kept` in them. Never rejects: without a cache everything works. */
export interface JobCache {
  /** Into `folder`, which must not have a `kept` yet. What comes is to be trusted no more than a download. */
  restore(folder: string, order: Omit<CacheOrder, 'kind'>, deadline: Deadline): Promise<CacheResult>;
  save(folder: string, key: string, deadline: Deadline): Promise<CacheResult>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What its client reads; nothing else of the job's environment is shown to it. */
const VARIABLES = [
  ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL', 'ACTIONS_RUNTIME_TOKEN'],
  ...['ACTIONS_CACHE_MODE', 'GITHUB_SERVER_URL', 'RUNNER_TEMP', 'HOME', 'NODE_EXTRA_CA_CERTS'],
  ...['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'],
];

/**
 * Asks in a process of its own, `program` (the built src/entry/cache.ts): it can be ended whatever it waits for, what it prints is no command
 * to the runner, and its client, as large as all the rest, is loaded nowhere else.
 */
export function jobCache(program: URL, environment: Environment): JobCache {
  const run = (folder: string, order: CacheOrder, deadline: Deadline) =>
    ordered({ program, environment, folder, order }, deadline);
  return {
    restore: (folder, order, deadline) => run(folder, { kind: 'restore', ...order }, deadline),
    save: (folder, key, deadline) => run(folder, { kind: 'save', key, prefixes: [] }, deadline),
  };
}

interface Ordered {
  readonly program: URL;
  readonly environment: Environment;
  readonly folder: string;
  readonly order: CacheOrder;
}

async function ordered({ program, environment, folder, order }: Ordered, deadline: Deadline): Promise<CacheResult> {
  if (!environment.ACTIONS_RUNTIME_TOKEN) return { kind: 'failed', why: 'this job has no cache service' };
  using tar = safeTar(environment.PATH ?? '');
  if (tar === null) return { kind: 'failed', why: 'there is no tar here that can be held to a folder' };
  let child: ChildProcess | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    child = spawn(process.execPath, [fileURLToPath(program)], {
      cwd: folder,
      env: { ...picked(environment), PATH: tar.path, GITHUB_WORKSPACE: folder },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own, which is ended with all that it has started.
      detached: true,
    });
    const answer = answerOf(child, order);
    return await deadline.race(() => answer);
  } catch (thrown) {
    const { code, message } = toActionError(thrown);
    return { kind: 'failed', why: code === 'DEADLINE_EXCEEDED' ? 'its service did not answer in time' : message };
  } finally {
    end(child);
  }
}

function picked(environment: Environment): Record<string, string> {
  const entries = VARIABLES.map((name) => [name, environment[name]] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** Where the client has printed a warning or an error, its last one says why nothing came of it. */
function answerOf(child: ChildProcess, order: CacheOrder): Promise<CacheResult> {
  let printed = '';
  const listen = (chunk: string) => {
    printed = `${printed}${chunk}`.slice(-MOST_PRINTED);
  };
  child.stdout?.setEncoding('utf8').on('data', listen);
  child.stderr?.resume();
  return new Promise((resolve, reject) => {
    let told: CacheTold = { kind: 'missing' };
    child.once('message', (message) => {
      told = message as CacheTold;
    });
    child.once('error', reject);
    child.once('close', () => {
      const why = told.kind === 'missing' ? complaintIn(printed) : null;
      resolve(why === null ? told : { kind: 'failed', why });
    });
    child.send(order, (fault) => fault && reject(fault));
  });
}

const MOST_PRINTED = 65_536;

function complaintIn(printed: string): string | null {
  const last = [...printed.matchAll(/^(?:::(?:warning|error)::|Failed to (?:save|restore): )(.{1,300})/gm)].at(-1)?.[1];
  return last === undefined ? null : last.replace(/^Failed to (?:save|restore): /, '').replace(/\.$/, '');
}

function end(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
