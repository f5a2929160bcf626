import { availableParallelism } from 'node:os';
import type { Deadline } from '../domain/deadline.ts';
import { toActionError } from '../domain/errors.ts';
import type { EngineOutcome, Judge, Subject } from '../domain/judge.ts';
import { localPathsIn } from '../domain/local-uses.ts';
import { type EngineThread, type EngineThreadOptions, type JudgedFiles, startEngineThread } from './engine-thread.ts';
import { unfinished } from './unfinished.ts';

/** Files that one thread judges before a second one is worth its start. */
const FILES_A_THREAD = 40;

/** Each thread holds some 80 MB: more of them would take memory from the job's own work. */
const MAX_THREADS = 8;

/**
 * What a thread is given at once: small, so that threads end together and lose little when one of them dies, and so that documents are
 * forgotten while they are young (measured: a thousand workflows of 18 kB take a sixth less than in batches of sixteen).
 */
const BATCH = { files: 8, bytes: 32_000 };

export interface ThreadJudgeOptions extends EngineThreadOptions {
  /** What the policies are, as they were when the thread was started. */
  readonly contents: readonly Uint8Array[];
}

/**
 * Engines in threads of their own. The first thread starts at once, so that it loads while the repository is read; more come where there
 * are many files. At the deadline threads are ended: engines that had not finished have failed. Disposing ends all threads.
 */
export function threadJudge({ contents, ...options }: ThreadJudgeOptions): Judge & AsyncDisposable {
  const threads = new Set<EngineThread>();
  const start = () => {
    const thread = startEngineThread(options);
    threads.add(thread);
    return thread;
  };
  const idle: EngineThread[] = [start()];
  const judgeBatch = async (batch: JudgedFiles, deadline: Deadline): Promise<readonly EngineOutcome[]> => {
    if (deadline.remaining() === 0) return unfinished([], 'time was up');
    const thread = idle.pop() ?? start();
    const { outcomes, usable } = await thread.judge(batch, deadline);
    if (usable) idle.push(thread);
    else {
      threads.delete(thread);
      await thread.end();
    }
    return outcomes;
  };
  return {
    policies: contents,
    judge: async (subjects, deadline) => {
      const calledBy = calledAmong(subjects);
      const batches = batchesOf(subjects).map((batch) => ({ subjects: batch, beside: calledBy(batch) }));
      // One queue for all: who is done takes the next.
      const queue = batches.values();
      const lanes = Array.from({ length: threadsFor(subjects.length) }, () =>
        drain(queue, (batch) => judgeBatch(batch, deadline)),
      );
      return (await Promise.all(lanes)).flat();
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

async function drain(
  queue: Iterable<JudgedFiles>,
  judge: (batch: JudgedFiles) => Promise<readonly EngineOutcome[]>,
): Promise<EngineOutcome[]> {
  const outcomes: EngineOutcome[] = [];
  for (const batch of queue) outcomes.push(...(await judge(batch).catch(notStarted)));
  return outcomes;
}

/** A machine that gives no further thread is no reason to pass. */
function notStarted(thrown: unknown): EngineOutcome[] {
  return unfinished([], `its thread could not be started: ${toActionError(thrown).message.replace(/\.$/, '')}`);
}

function threadsFor(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), MAX_THREADS, Math.ceil(files / FILES_A_THREAD)));
}

/** In order, each with at least one subject; one empty batch where there are none, so that every engine runs and says so. */
function batchesOf(subjects: readonly Subject[]): (readonly Subject[])[] {
  const batches: Subject[][] = [[]];
  let bytes = 0;
  for (const subject of subjects) {
    const size = subject.kind === 'file' ? subject.bytes.length : 0;
    const last = batches.at(-1) ?? [];
    if (last.length > 0 && (last.length >= BATCH.files || bytes + size > BATCH.bytes)) {
      batches.push([subject]);
      bytes = size;
    } else {
      last.push(subject);
      bytes += size;
    }
  }
  return batches;
}

/** Which of all the subjects those of a batch call that are not in it: whatever stands together in a batch, the answer is the same. */
function calledAmong(all: readonly Subject[]): (batch: readonly Subject[]) => readonly Subject[] {
  const byPath = new Map(all.map((subject) => [subject.file, subject]));
  return (batch) => {
    if (batch.length === all.length) return [];
    const paths = batch.flatMap((it) => (it.kind === 'file' ? localPathsIn(it.file, textOf(it.bytes)) : []));
    return [...new Set(paths)].flatMap((path) => byPath.get(path) ?? []).filter((subject) => !batch.includes(subject));
  };
}

/** Names of files in ASCII are found in it, whatever else it is. */
function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
