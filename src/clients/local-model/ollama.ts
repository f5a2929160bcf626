import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ActionError } from '../../domain/errors.ts';
import { MODEL_KEY } from '../../domain/kept.ts';
import type { LocalModel } from '../../domain/local-model.ts';
import { serverEnvironment } from './environment.ts';
import { sizeOf, withoutFalseBlobs } from './folder.ts';
import { keyAfter, openFolder } from './kept-folder.ts';
import { digestIn, pull } from './ollama-api.ts';
import { findProgram } from './program.ts';
import { CONTEXT_TOKENS, PLATFORM, type RunningModel, type Starting } from './running.ts';
import { freePort, type LocalServer, startServer } from './server.ts';

type OllamaModel = Extract<LocalModel, { runtime: 'ollama' }>;

const PROGRAM = 'ollama';

/** A model of Ollama's library, in a server of its own. Throws the codes that begin with `LOCAL_MODEL_`, and CHECKSUM_MISMATCH. */
export async function startOllama(model: OllamaModel, starting: Starting): Promise<RunningModel> {
  const { environment, deadline, cache } = starting;
  const path = environment.PATH ?? '';
  const program = await findProgram({ name: PROGRAM, fetched: model.program, path }, starting);
  const slug = model.name.replaceAll(/[^\w.-]/g, '-');
  const own = `ollama-${slug}`;
  const folder = join(starting.folder, own);
  const prefix = `${MODEL_KEY}1-${PLATFORM}-ollama-${await versionOf(program, environment)}-${slug}-`;
  const kept = await openFolder({ cache, folder, prefix, deadline });
  const dropped = await withoutFalseBlobs(kept.path, deadline);
  const { server, origin } = await serve({ program, models: kept.path }, starting);
  try {
    const had = dropped === 0 ? await digestIn(origin, model.name, deadline) : null;
    if (had === null) await pull(origin, model.name, starting);
    const digest = had ?? (await digestIn(origin, model.name, deadline));
    assertDigest(model, digest);
    const notes = [...kept.notes, ...notesOf(dropped), ...(had === null ? [pulled(model.name, kept.path)] : [])];
    const key = keyAfter(`${prefix}${digest}`, kept.restored?.startsWith(`${prefix}${digest}`) ? kept.restored : null);
    const toKeep = had === null ? { key, name: own } : null;
    return { server, baseUrl: `${origin}/v1`, name: model.name, toKeep, notes };
  } catch (thrown) {
    await server[Symbol.asyncDispose]();
    throw thrown;
  }
}

async function serve(
  { program, models }: { readonly program: string; readonly models: string },
  { environment, temporary, deadline, onStarted, redacted }: Starting,
): Promise<{ readonly server: LocalServer; readonly origin: string }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await startServer(
    {
      name: PROGRAM,
      program,
      arguments: ['serve'],
      environment: serverEnvironment(environment, {
        // Its keys and its history are not the person's.
        HOME: mkdtempSync(join(temporary, 'agent-generate-ollama-')),
        OLLAMA_HOST: `127.0.0.1:${port}`,
        OLLAMA_MODELS: models,
        OLLAMA_CONTEXT_LENGTH: String(CONTEXT_TOKENS),
        OLLAMA_NUM_PARALLEL: '1',
      }),
      logFile: join(temporary, `agent-generate-${PROGRAM}-${port}.log`),
      healthUrl: `${origin}/api/version`,
      onStarted,
      redacted,
    },
    deadline,
  );
  return { server, origin };
}

/** It says so among warnings that no server runs; the key takes the number alone. */
async function versionOf(program: string, environment: Starting['environment']): Promise<string> {
  const options = { env: serverEnvironment(environment), timeout: 10_000 };
  const told = await promisify(execFile)(program, ['--version'], options).catch((cause: unknown) => {
    throw new ActionError('LOCAL_MODEL_MISSING', `${program} does not tell its version.`, { cause });
  });
  return /\d{1,6}\.\d{1,6}\.\d{1,6}/.exec(`${told.stdout}${told.stderr}`)?.[0] ?? 'unknown';
}

function assertDigest({ name, digest: wanted }: OllamaModel, got: string | null): asserts got is string {
  if (got === null) throw new ActionError('LOCAL_MODEL_FAILED', `ollama pulled ${name} and does not have it.`);
  if (wanted !== null && got !== wanted)
    throw new ActionError('CHECKSUM_MISMATCH', `The model ${name} has the digest ${got}, not ${wanted}.`);
}

function notesOf(dropped: number): string[] {
  if (dropped === 0) return [];
  return [`${dropped} of the model's kept files were not what their names say; they were dropped and fetched again.`];
}

function pulled(name: string, folder: string): string {
  return `The model ${name} was pulled (${sizeOf(folder)} bytes).`;
}
