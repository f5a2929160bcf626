import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import { MODEL_KEY } from '../../domain/kept.ts';
import type { LocalFile, LocalModel } from '../../domain/local-model.ts';
import { clauseFor } from '../fault.ts';
import { sha256Of } from './digests.ts';
import { download } from './download.ts';
import { serverEnvironment } from './environment.ts';
import { keyAfter, openFolder } from './kept-folder.ts';
import { findProgram } from './program.ts';
import { CONTEXT_TOKENS, type FolderToKeep, type RunningModel, type Starting } from './running.ts';
import { freePort, startServer } from './server.ts';

type LlamaModel = Extract<LocalModel, { runtime: 'llama-server' }>;

const PROGRAM = 'llama-server';

/** A GGUF file in llama.cpp's own server. Throws the codes that begin with `LOCAL_MODEL_`, and CHECKSUM_MISMATCH. */
export async function startLlama({ file, program }: LlamaModel, starting: Starting): Promise<RunningModel> {
  const { environment, temporary, deadline, onStarted, redacted } = starting;
  const path = await findProgram({ name: PROGRAM, fetched: program, path: environment.PATH ?? '' }, starting);
  const { path: model, ...found } = await findFile(file, starting);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await startServer(
    {
      name: PROGRAM,
      program: path,
      arguments: argumentsFor(model, port),
      environment: serverEnvironment(environment),
      logFile: join(temporary, `agent-generate-${PROGRAM}-${port}.log`),
      healthUrl: `${origin}/health`,
      onStarted,
      redacted,
    },
    deadline,
  );
  return { server, baseUrl: `${origin}/v1`, name: 'local', ...found };
}

function argumentsFor(model: string, port: number): string[] {
  return [
    ...['--model', model, '--host', '127.0.0.1', '--port', String(port)],
    // One conversation at a time, by the model's own template.
    ...['--ctx-size', String(CONTEXT_TOKENS), '--parallel', '1', '--jinja'],
  ];
}

interface FoundFile {
  readonly path: string;
  readonly toKeep: FolderToKeep | null;
  readonly notes: readonly string[];
}

async function findFile(file: LocalFile, starting: Starting): Promise<FoundFile> {
  switch (file.kind) {
    case 'path':
      await assertFile(file, starting.deadline);
      return { path: file.path, toKeep: null, notes: [] };
    case 'fetched':
      return await fetchedFile(file, starting);
  }
}

/** Read through only where there is a checksum that it must have; a pipe would be waited for without an end. */
async function assertFile({ path, sha256 }: Extract<LocalFile, { kind: 'path' }>, deadline: Deadline): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new ActionError('LOCAL_MODEL_MISSING', `The model's file, ${path}, is no regular file.`);
  const digest = await digestOf(path, sha256 === null ? null : deadline).catch((cause: unknown) => {
    if (cause instanceof ActionError) throw cause;
    throw new ActionError('LOCAL_MODEL_MISSING', `The model's file, ${path}, ${clauseFor(cause)}.`, { cause });
  });
  if (digest === sha256) return;
  throw new ActionError('CHECKSUM_MISMATCH', `The model's file, ${path}, has the SHA-256 ${digest}, not ${sha256}.`);
}

/** Null without a deadline: then only its first byte is read, which fails where there is none. */
async function digestOf(path: string, deadline: Deadline | null): Promise<string | null> {
  if (deadline !== null) return await sha256Of(path, deadline);
  await using file = await open(path);
  await file.read(Buffer.alloc(1), 0, 1, 0);
  return null;
}

/** The file is what its digest says, whatever program reads it: its key names no version. */
async function fetchedFile(file: Extract<LocalFile, { kind: 'fetched' }>, starting: Starting): Promise<FoundFile> {
  const { sha256, url } = file;
  const own = `gguf-${sha256}`;
  const folder = join(starting.folder, own);
  const key = `${MODEL_KEY}1-gguf-${sha256}`;
  const kept = await openFolder({ cache: starting.cache, folder, prefix: key, deadline: starting.deadline });
  const path = join(kept.path, 'model.gguf');
  const notes = [...kept.notes];
  if (existsSync(path) && (await sha256Of(path, starting.deadline)) === sha256) return { path, toKeep: null, notes };
  if (existsSync(path)) notes.push('The kept file of the model was not what its checksum says; it was fetched again.');
  await download(file, path, starting);
  notes.push(`The model's file was fetched from ${new URL(url).host} (${statSync(path).size} bytes).`);
  return { path, toKeep: { key: keyAfter(key, kept.restored), name: own }, notes };
}
