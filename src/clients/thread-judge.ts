import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Deadline } from '../domain/deadline.ts';
import { toActionError } from '../domain/errors.ts';
import type { EngineOutcome, Judge, Subject } from '../domain/judge.ts';
import { ENGINE_NAMES } from '../domain/report.ts';

/** Files that one thread judges before a second one is worth its start. */
const FILES_A_THREAD = 40;

/** What a thread may take, in megabytes: a file that wants more is hostile. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

export interface ThreadJudgeOptions {
  /** The built program `engines.js`. */
  readonly program: URL;
  /** Compiled policies, ours first. */
  readonly policies: readonly string[];
  readonly policyDigest: string;
}

/**
 * Engines in threads of their own. The first thread starts at once, so that it loads while the repository is read; more come where there
 * are many files. At the deadline threads are ended: engines that had not finished have failed. Disposing ends all threads.
 */
export function threadJudge({ program, policies, policyDigest }: ThreadJudgeOptions): Judge & AsyncDisposable {
  const start = () => new Worker(program, { workerData: { policies }, resourceLimits: MEMORY, env: {}, stdout: true });
  const idle: Worker[] = [start()];
  const workers = new Set(idle);
  const take = () => {
    const worker = idle.pop() ?? start();
    workers.add(worker);
    return worker;
  };
  return {
    policyDigest,
    judge: async (subjects, deadline) => {
      const batches = splitEvenly(
        subjects,
        Math.min(availableParallelism(), Math.ceil(subjects.length / FILES_A_THREAD)),
      );
      const outcomes = await Promise.all(
        batches.map(async (batch) => {
          const worker = take();
          const result = await judgeIn(worker, batch, deadline);
          if (result.alive) idle.push(worker);
          else workers.delete(worker);
          return result.outcomes;
        }),
      );
      return outcomes.flat();
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

interface BatchResult {
  readonly outcomes: readonly EngineOutcome[];
  /** Whether the thread can be used again. */
  readonly alive: boolean;
}

async function judgeIn(worker: Worker, batch: readonly Subject[], deadline: Deadline): Promise<BatchResult> {
  const outcomes: EngineOutcome[] = [];
  try {
    await deadline.race(() => converse(worker, batch, (outcome) => outcomes.push(outcome)));
    return { outcomes, alive: true };
  } catch (thrown) {
    await worker.terminate();
    return { outcomes: [...outcomes, ...unfinished(outcomes, toActionError(thrown).message)], alive: false };
  }
}

/** One question, and answers until the thread says that it is done. Rejects when the thread ends or breaks. */
function converse(worker: Worker, batch: readonly Subject[], listen: (outcome: EngineOutcome) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: { kind: 'outcome'; outcome: EngineOutcome } | { kind: 'done' }) => {
      if (message.kind === 'outcome') listen(message.outcome);
      else finish(resolve);
    };
    const onExit = () => finish(() => reject(new Error('its thread ended.')));
    const onError = (error: unknown) => finish(() => reject(error));
    const finish = (settle: () => void) => {
      worker.off('message', onMessage).off('exit', onExit).off('error', onError);
      settle();
    };
    worker.on('message', onMessage).once('exit', onExit).once('error', onError);
    worker.postMessage(batch);
  });
}

/** The engine that was at work when its thread was ended, and those that would have come after it. */
function unfinished(outcomes: readonly EngineOutcome[], why: string): EngineOutcome[] {
  const missing = ENGINE_NAMES.filter((name) => !outcomes.some((outcome) => outcome.name === name));
  return missing.map((name, index) => {
    const reason = index === 0 ? why : `the ${missing[0]} engine before it did not end.`;
    return { name, status: 'failed', reason, findings: [], milliseconds: 0 };
  });
}

function splitEvenly<T>(items: readonly T[], parts: number): T[][] {
  const count = Math.max(1, parts);
  return Array.from({ length: count }, (_, part) => items.filter((__, index) => index % count === part));
}
