import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
  const { environment, folder, temporary, deadline, onStarted } = starting;
  const path = await findProgram({ name: PROGRAM, fetched: program, path: environment.PATH ?? '', folder }, starting);
  const found = await findFile(file, starting);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await startServer(
    {
      name: PROGRAM,
      program: path,
      arguments: argumentsFor(found.path, port),
      environment: serverEnvironment(environment),
      logFile: join(temporary, `agent-generate-${PROGRAM}-${port}.log`),
      healthUrl: `${origin}/health`,
      onStarted,
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
  readonly digest: string;
  readonly toKeep: FolderToKeep | null;
  readonly notes: readonly string[];
}

async function findFile(file: LocalFile, starting: Starting): Promise<FoundFile> {
  switch (file.kind) {
    case 'path':
      return { path: file.path, digest: await digestOfFile(file), toKeep: null, notes: [] };
    case 'fetched':
      return await fetchedFile(file, starting);
  }
}

async function digestOfFile({ path, sha256 }: Extract<LocalFile, { kind: 'path' }>): Promise<string> {
  const digest = await sha256Of(path).catch((cause: unknown) => {
    throw new ActionError('LOCAL_MODEL_MISSING', `The model's file, ${path}, ${clauseFor(cause)}.`, { cause });
  });
  if (sha256 === null || digest === sha256) return digest;
  throw new ActionError('CHECKSUM_MISMATCH', `The model's file, ${path}, has the SHA-256 ${digest}, not ${sha256}.`);
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
  if (existsSync(path) && (await sha256Of(path)) === sha256) return { path, digest: sha256, toKeep: null, notes };
  if (existsSync(path)) notes.push('The kept file of the model was not what its checksum says; it was fetched again.');
  await download(file, path, starting);
  notes.push(`The model's file was fetched from ${new URL(url).host} (${statSync(path).size} bytes).`);
  return { path, digest: sha256, toKeep: { key: keyAfter(key, kept.restored), name: own }, notes };
}
