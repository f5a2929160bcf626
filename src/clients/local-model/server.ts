import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import { printableLine } from '../../domain/paint.ts';
import { clauseFor } from '../fault.ts';
import { type Started, startOf, stopGroup } from './stop.ts';

export interface ServerCommand {
  /** Of the program, for messages. */
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
  /** All that it sees: none of the job's secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it prints goes there. */
  readonly logFile: string;
  /** Answers with 200 once it can be asked. */
  readonly healthUrl: string;
  /** A text without the secrets of the job. */
  readonly redacted: (text: string) => Promise<string>;
  /** Told at once, so that somebody else can end it if we cannot. */
  readonly onStarted: (started: Started) => void;
}

export interface LocalServer extends AsyncDisposable {
  /** How it ended, as the end of a sentence; null while it runs. */
  ended(): string | null;
  /** The last line that it printed, without secrets; empty where there is none. */
  lastWords(): Promise<string>;
}

/** Between two questions whether it is ready, in milliseconds. */
const PAUSE = 50;

/** What is left of the time when it is given up: whoever holds the clock would only say that it is late. */
const MARGIN = 250;

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a server has no port');
  return address.port;
}

/**
 * Starts a server and settles once it can be asked. Whatever goes wrong it is ended again. Throws LOCAL_MODEL_MISSING where the program
 * cannot be run, LOCAL_MODEL_FAILED where it ends or is not ready in time.
 */
export async function startServer(command: ServerCommand, deadline: Deadline): Promise<LocalServer> {
  const child = await run(command);
  const server: LocalServer = {
    ended: () => endOf(child),
    lastWords: async () => shortened(await command.redacted(lastLineOf(command.logFile))),
    [Symbol.asyncDispose]: () => stopGroup(child.pid ?? 0),
  };
  try {
    await ready(command, server, deadline);
    return server;
  } catch (thrown) {
    await server[Symbol.asyncDispose]();
    throw thrown;
  }
}

async function run(command: ServerCommand): Promise<ChildProcess> {
  const log = openSync(command.logFile, 'w', 0o600);
  try {
    const child = spawn(command.program, command.arguments, {
      env: command.environment,
      // Not a pipe, which would end it when we end.
      stdio: ['ignore', log, log],
      // A group of its own: it may have children.
      detached: true,
    });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    const pid = child.pid ?? 0;
    command.onStarted({ pid, program: command.program, startedAt: startOf(pid) });
    return child;
  } catch (cause) {
    throw new ActionError('LOCAL_MODEL_MISSING', `${command.name} ${clauseFor(cause)}.`, { cause });
  } finally {
    closeSync(log);
  }
}

async function ready({ name, healthUrl }: ServerCommand, server: LocalServer, deadline: Deadline): Promise<void> {
  for (;;) {
    const ended = server.ended();
    if (ended !== null)
      throw new ActionError('LOCAL_MODEL_FAILED', `${name} ${ended} before it was ready${await said(server)}.`);
    if (await isHealthy(healthUrl)) return;
    if (deadline.remaining() <= MARGIN)
      throw new ActionError('LOCAL_MODEL_FAILED', `${name} was not ready in time${await said(server)}.`);
    await sleep(PAUSE);
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000), redirect: 'error' })).status === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

/** Its last words, as a part of a sentence. */
export async function said(server: LocalServer): Promise<string> {
  const words = await server.lastWords();
  return words === '' ? '' : `; the last that it said: ${words}`;
}

function endOf({ exitCode, signalCode }: ChildProcess): string | null {
  if (signalCode !== null) return `was ended by ${signalCode}`;
  return exitCode === null ? null : `ended with the exit code ${exitCode}`;
}

const MOST_WORDS = 200;

function shortened(line: string): string {
  return printableLine(line).slice(0, MOST_WORDS).replace(/\.$/, '');
}

/** The log of a server may be long. */
const MOST_READ = 4096;

/** A line without its beginning is none: half of a secret is not known for one. */
function lastLineOf(path: string): string {
  try {
    const { text, isWhole } = tailOf(path);
    const lines = text.split(/\r?\n/);
    return (isWhole ? lines : lines.slice(1)).findLast((it) => it.trim() !== '')?.trim() ?? '';
  } catch {
    return '';
  }
}

function tailOf(path: string): { readonly text: string; readonly isWhole: boolean } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, MOST_READ));
    const read = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return { text: bytes.toString('utf8', 0, read), isWhole: size <= MOST_READ };
  } finally {
    closeSync(file);
  }
}
