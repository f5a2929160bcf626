import type { Deadline } from '../../domain/deadline.ts';
import type { JobCache } from '../cache/job-cache.ts';
import type { Agents } from '../http/agents.ts';
import type { LocalServer } from './server.ts';
import type { Started } from './stop.ts';

/** What a model on this machine is started with. */
export interface Starting {
  /** Null: nothing is kept. */
  readonly cache: JobCache | null;
  /** Of the files of models and programs; a runner that stays has them the next time. */
  readonly folder: string;
  /** Of the job: logs. */
  readonly temporary: string;
  /** The job's whole environment: the server sees a part of it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly agents: Agents;
  readonly deadline: Deadline;
  readonly onStarted: (started: Started) => void;
  /** A text without the secrets of the job. */
  readonly redacted: (text: string) => Promise<string>;
}

/** A folder to be kept in the cache of the job, once nobody waits for it any more. */
export interface FolderToKeep {
  readonly key: string;
  /** Of the folder, among those of models. */
  readonly name: string;
}

/** A model that can be asked by the chat completions of OpenAI. */
export interface RunningModel {
  readonly server: LocalServer;
  readonly baseUrl: string;
  /** What the server calls it. */
  readonly name: string;
  readonly toKeep: FolderToKeep | null;
  readonly notes: readonly string[];
}

/** What it reads and writes together: some 60 000 characters are the most that it is told, and each token costs memory. */
export const CONTEXT_TOKENS = 24_576;

/** Entries for another system hold files that are the same, but programs differ in what they make of them. */
export const PLATFORM = `${process.platform}-${process.arch}`;
