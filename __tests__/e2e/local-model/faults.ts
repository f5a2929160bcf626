import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '../../../src/domain/errors.ts';
import { archiveOf } from '../../fakes/archives.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { smallDisk } from './disk.ts';
import { ANSWERS, DIES_HALF_WAY, KILLS_US, standIn } from './servers.ts';
import { type Machine, machine, type Played, play, program } from './stage.ts';

/** A row of the fault matrix: what goes wrong, and what comes of it. */
export interface FaultRow {
  /** What is wrong, as the table names it. */
  readonly fault: string;
  /** That answers: the model itself, or our own reader in its place. */
  readonly layer: 'model' | 'read';
  /** Why the model is not part of the answer; null where it is. */
  readonly code: ErrorCode | null;
  /** A part of what the person is told; `<server>` stands for where the model's server was. */
  readonly told: string;
  readonly play: (machine: Machine) => Promise<Played>;
  /** Of the disk that has the models, where it is a small one, in kilobytes. */
  readonly disk?: number;
}

/** What came of a row: what the action told, with `<server>` in the place of where the model's server was. */
export interface Outcome extends Played {
  readonly told: string;
}

/** Plays a row on a machine of its own; null where this one lets nobody mount the disk that it needs. */
export async function playRow({ play: playOn, disk, told }: FaultRow): Promise<Outcome | null> {
  using here = machine();
  using mounted = disk === undefined ? null : smallDisk(here.toolCache, disk);
  if (disk !== undefined && mounted === null) return null;
  const run = await playOn(here);
  const reason = (run.outputs?.['fallback-reason'] ?? '').replace(/^[A-Z_]+: /, '');
  return { ...run, told: withoutAddress(reason === '' ? noteIn(run.log, told) : reason) };
}

/** The note of the log that has these words. */
function noteIn(log: string, words: string): string {
  const line = log.split('\n').find((it) => it.includes(words)) ?? '';
  return line.replace(/^.*Note: /, '').trim();
}

function withoutAddress(text: string): string {
  return text.replaceAll(/127\.0\.0\.1:\d+/g, '<server>');
}

/** Of the rows in docs/faults.md. */
export const ON_THE_SAME_MACHINE = 'A model on the same machine, and the cache';

/** In seconds: of these runs, on a machine that has other things to do too. */
export const SECONDS = 15;

const WORDS = { request: 'Lint the Go code', 'timeout-seconds': String(SECONDS), 'fail-on': 'error' };

/** A file that nobody reads: the servers here are stand-ins. */
function modelIn({ path }: Machine): Readonly<Record<string, string>> {
  const file = join(path, 'small.gguf');
  writeFileSync(file, 'GGUF');
  return { ...WORDS, 'local-model': file, 'local-model-checksum': sha256(Buffer.from('GGUF')) };
}

export const FAULTS: readonly FaultRow[] = [
  {
    fault: 'The local server dies half-way',
    layer: 'read',
    code: 'LOCAL_MODEL_FAILED',
    told: 'The server of the model was ended by SIGKILL before it had answered; the last that it said: ggml_backend_cpu_buffer: failed to allocate.',
    play: (here) => {
      standIn(here, DIES_HALF_WAY);
      return play(here, { with: modelIn(here) });
    },
  },
  {
    fault: 'The local server ends before it is ready',
    layer: 'read',
    code: 'LOCAL_MODEL_FAILED',
    told: 'llama-server ended with the exit code 1 before it was ready; the last that it said: error: unknown model architecture.',
    play: (here) => {
      program(join(here.bin, 'llama-server'), '#!/bin/sh\necho "error: unknown model architecture" >&2\nexit 1\n');
      return play(here, { with: modelIn(here) });
    },
  },
  {
    fault: 'The local server is never ready',
    layer: 'read',
    code: 'LOCAL_MODEL_FAILED',
    told: 'llama-server was not ready in time.',
    play: (here) => {
      program(join(here.bin, 'llama-server'), '#!/bin/sh\nexec sleep 600\n');
      return play(here, { with: modelIn(here) });
    },
  },
  {
    fault: 'There is no local server',
    layer: 'read',
    code: 'LOCAL_MODEL_MISSING',
    told: 'There is no llama-server on PATH',
    play: (here) => play(here, { with: modelIn(here) }),
  },
  {
    fault: 'The cache service is down',
    layer: 'model',
    code: null,
    told: 'Kept answers of the model could not be looked at: its service did not answer in time.',
    play: (here) => {
      standIn(here, ANSWERS);
      here.cache.fail(500);
      return play(here, { with: modelIn(here) });
    },
  },
  {
    fault: 'The cache entry is poisoned',
    layer: 'model',
    code: null,
    told: 'Kept answers of the model were dropped, and the model was asked: the entry has not the shape of one.',
    play: async (here) => {
      standIn(here, ANSWERS);
      await play(here, { with: modelIn(here) });
      poison(here);
      return play(here, { with: modelIn(here) });
    },
  },
  {
    fault: 'The disk is full for the model folder',
    disk: 256,
    layer: 'read',
    code: 'LOCAL_MODEL_DISK_FULL',
    told: 'The disk has no room for the files of the model (ENOSPC).',
    play: async (here) => {
      standIn(here, ANSWERS);
      const model = Buffer.alloc(1_000_000, 'noise');
      await using server = await httpServer((_, response) => void response.end(model));
      const fetched = { 'local-model': `${server.url}/large.gguf`, 'local-model-checksum': sha256(model) };
      return await play(here, { with: { ...WORDS, ...fetched } });
    },
  },
  {
    fault: 'The model that was fetched is another one',
    layer: 'read',
    code: 'CHECKSUM_MISMATCH',
    told: 'What <server> gave has the SHA-256 ',
    play: async (here) => {
      standIn(here, ANSWERS);
      await using server = await httpServer((_, response) => void response.end('something else'));
      const fetched = { 'local-model': `${server.url}/a.gguf`, 'local-model-checksum': sha256(Buffer.from('GGUF')) };
      return await play(here, { with: { ...WORDS, ...fetched } });
    },
  },
];

/** Runs the step until something kills it; the server lives on. */
export function killedStep(here: Machine): Promise<Played> {
  standIn(here, KILLS_US);
  return play(here, {
    with: modelIn(here),
    after: 'pgrep -f bin/llama-server > /dev/null && echo the server runs',
  });
}

/** Somebody else writes a newer entry, for the same words. */
function poison({ cache, path }: Machine): void {
  const [honest] = cache.entries;
  if (honest === undefined) throw new Error('nothing was kept');
  const folder = join(path, 'poison');
  mkdirSync(folder);
  const key = honest.key.replace(/[0-9a-f]{16}$/, 'f'.repeat(16));
  const text = JSON.stringify({ form: 1, answers: [{ reply: 'permissions: write-all' }] });
  cache.put({ ...honest, key, archive: archiveOf(folder, { 'kept/text': text }, honest.archive) });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
