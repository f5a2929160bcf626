import { Worker } from 'node:worker_threads';
import { ActionError } from '../domain/errors.ts';
import type { Conversation, Model } from '../domain/model.ts';

/**
 * A model whose code runs in a thread of its own: it may hang, ignore the signal or never give its thread back, and is ended all the same.
 * `module` default-exports a function from a Conversation, and from `setting`, which must be plain data, to a promise of a ModelReply.
 * Rejects with MODEL_FAILED when the thread throws or dies.
 */
export function threadModel(module: URL, setting: unknown = null): Model {
  return { reply: (conversation, signal) => askThread({ module: module.href, conversation, setting }, signal) };
}

interface Asked {
  readonly module: string;
  readonly conversation: Conversation;
  readonly setting: unknown;
}

/** What a thread may take, in megabytes: an answer without an end must not take the run along. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

// A data module, so that the thread needs no file of its own in the bundle.
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    const { parentPort, workerData } = await import('node:worker_threads');
    const { module, conversation, setting } = workerData;
    const { default: reply } = await import(module);
    parentPort.postMessage(await reply(conversation, setting));
  `)}`,
);

function askThread(asked: Asked, signal: AbortSignal): Promise<unknown> {
  const { promise, resolve, reject } = deferred<unknown>();
  const worker = new Worker(PROGRAM, {
    workerData: asked,
    // A provider is given its key by its caller, and nothing else of the job's secrets.
    env: {},
    execArgv: [],
    resourceLimits: MEMORY,
    // Standard output is for results: what the thread prints is read and thrown away.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const fail = (cause: unknown) =>
    reject(new ActionError('MODEL_FAILED', 'the model failed before it answered.', { cause }));
  worker.once('message', resolve);
  worker.on('messageerror', fail);
  worker.on('error', fail);
  worker.once('exit', () => fail(new Error('the thread ended without an answer')));
  signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  if (signal.aborted) fail(signal.reason);
  return promise.finally(() => worker.terminate());
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
