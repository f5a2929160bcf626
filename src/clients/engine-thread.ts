import { Worker } from 'node:worker_threads';
import type { Deadline } from '../domain/deadline.ts';
import { toActionError } from '../domain/errors.ts';
import type { EngineOutcome, JudgeNews, Subject } from '../domain/judge.ts';
import { type Bookmark, newBookmark, readBookmark } from './bookmark.ts';
import { unfinished } from './unfinished.ts';

/** What a thread may take, in megabytes: a file that wants more is hostile. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

export interface EngineThreadOptions {
  /** The built program `engines.js`. */
  readonly program: URL;
  /** Paths of compiled policies, ours first. */
  readonly policies: readonly string[];
  /** What a batch may take, in milliseconds. One that takes 30 s, which is where nothing is said, would take for ever. */
  readonly batchLimit?: number;
}

export interface ThreadAnswer {
  /** At least one for every engine. */
  readonly outcomes: readonly EngineOutcome[];
  /** Whether the thread can be asked again. */
  readonly usable: boolean;
}

/** A thread that holds the engines. It may die at any time, also before it is asked: the answer says so then. */
export interface EngineThread {
  /** One batch at a time, and what its files call of others. Never rejects. The thread is over when it does not answer in time. */
  judge(files: JudgedFiles, deadline: Deadline): Promise<ThreadAnswer>;
  end(): Promise<void>;
}

/** Starts a thread, which loads its engines at once. It inherits no variables and no flags, and prints nothing. */
export function startEngineThread({ program, policies, batchLimit = 30_000 }: EngineThreadOptions): EngineThread {
  const worker = new Worker(program, {
    workerData: { policies } satisfies ThreadData,
    resourceLimits: MEMORY,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const death = deathOf(worker);
  return {
    judge: (files, deadline) => ask({ worker, death, batchLimit }, files, deadline),
    end: () => end(worker),
  };
}

/** Known at the exit, not at the error before it: what the thread had still said is delivered between the two. */
function deathOf(worker: Worker): Promise<string> {
  let why = 'its thread ended';
  worker.on('error', (error) => {
    why = wordsFor(error);
  });
  return new Promise((resolve) => worker.once('exit', () => resolve(why)));
}

interface Running {
  readonly worker: Worker;
  /** Why it ended; never, while it lives. */
  readonly death: Promise<string>;
  readonly batchLimit: number;
}

async function ask(running: Running, files: JudgedFiles, deadline: Deadline): Promise<ThreadAnswer> {
  const { worker, death, batchLimit } = running;
  const ended: EngineOutcome[] = [];
  const bookmark = newBookmark();
  const answer = (why: string | null): ThreadAnswer => {
    const place = readBookmark(bookmark);
    const atWork = place && { name: place.engine, file: files.subjects[place.file]?.file ?? '' };
    return { outcomes: [...ended, ...unfinished(ended, why, atWork)], usable: why === null };
  };
  try {
    const conversation = converse(worker, { ...files, bookmark }, (outcome) => ended.push(outcome));
    return answer(await deadline.within(batchLimit).race(() => Promise.race([conversation, death])));
  } catch {
    // Only time makes it reject: what becomes of the thread is in `death`.
    return answer(deadline.remaining() > 1 ? `it took more than ${batchLimit / 1000} s` : 'time was up');
  }
}

/** What a thread is given when it is started. */
export type ThreadData = Pick<EngineThreadOptions, 'policies'>;

export interface JudgedFiles {
  readonly subjects: readonly Subject[];
  /** Not judged: the workflows and actions that the subjects call. */
  readonly beside: readonly Subject[];
}

/** What a thread is sent. */
export interface Batch extends JudgedFiles {
  readonly bookmark: Bookmark;
}

function copied(subjects: readonly Subject[]) {
  return subjects.map((it) => (it.kind === 'file' ? { ...it, bytes: new Uint8Array(it.bytes) } : it));
}

/** Null when the thread says that it is done. */
function converse(worker: Worker, batch: Batch, hear: (outcome: EngineOutcome) => void): Promise<null> {
  return new Promise((resolve) => {
    worker.on('message', function listen(news: JudgeNews) {
      if (news.kind === 'ended') return hear(news.outcome);
      worker.off('message', listen);
      resolve(null);
    });
    // A copy of the bytes alone, given away: a view would bring all of the buffer that it is a part of.
    const [subjects, beside] = [copied(batch.subjects), copied(batch.beside)];
    worker.postMessage(
      { ...batch, subjects, beside } satisfies Batch,
      [...subjects, ...beside].flatMap((it) => (it.kind === 'file' ? [it.bytes.buffer] : [])),
    );
  });
}

/** Ends when it has ended; a thread that is over already is no fault. */
async function end(worker: Worker): Promise<void> {
  await worker.terminate();
}

function wordsFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return `it needed more than ${MEMORY.maxOldGenerationSizeMb} MB of memory`;
  return toActionError(error).message.replace(/\.$/, '');
}
