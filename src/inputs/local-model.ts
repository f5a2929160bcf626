import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ActionError } from '../domain/errors.ts';
import type { Fetched, LocalFile, LocalModel } from '../domain/local-model.ts';

/** What a person gave, as texts; empty where nothing was given. */
export interface LocalWords {
  readonly model: string;
  readonly checksum: string;
  readonly server: string;
  readonly serverChecksum: string;
  /** Names of inputs that say another model; those that say nothing are empty. */
  readonly others: readonly string[];
}

const NAME = /^ollama\/([a-z0-9][\w.-]*(?:\/[a-z0-9][\w.-]*){0,3}(?::[\w.-]+)?)$/i;
const MOST_LENGTH = 300;

/** Null where none is asked for. A path is taken from the workspace. Throws INPUT_INVALID, with one sentence; nothing is looked at yet. */
export function readLocalModel(words: LocalWords, workspace: string): LocalModel | null {
  const { model, checksum, server, serverChecksum } = words;
  const stray = Object.entries({ 'local-model-checksum': checksum, 'local-server': server }).find(
    ([, it]) => it !== '',
  );
  if (model === '' && stray !== undefined) throw refuse(`${stray[0]} is given, but local-model is not.`);
  if (serverChecksum !== '' && server === '') throw refuse('local-server-checksum is given, but local-server is not.');
  if (model === '') return null;
  const others = words.others.filter((name) => name !== '');
  if (others.length > 0)
    throw refuse(`local-model and ${others.join(' and ')} both say which model is asked; leave one out.`);
  const digest = checksum === '' ? null : readChecksum('local-model-checksum', checksum);
  const program = server === '' ? null : readServer(server, serverChecksum);
  const name = model.length > MOST_LENGTH ? undefined : NAME.exec(model)?.[1];
  if (name !== undefined) return { runtime: 'ollama', name, digest, program };
  return { runtime: 'llama-server', file: readFile(model, digest, workspace), program };
}

function readServer(address: string, checksum: string): Fetched {
  const url = readUrl('local-server', address);
  if (checksum === '')
    throw refuse(
      'local-server needs local-server-checksum, the SHA-256 of that file as its publisher states it: what nobody can check is not run.',
    );
  return { url, sha256: readChecksum('local-server-checksum', checksum) };
}

function readFile(model: string, sha256: string | null, workspace: string): LocalFile {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(model)) {
    const url = readUrl('local-model', model);
    if (!new URL(url).pathname.endsWith('.gguf')) throw refuse('local-model is an address, but of no .gguf file.');
    if (sha256 === null)
      throw refuse(
        'local-model is an address and needs local-model-checksum, the SHA-256 of that file: what nobody can check is not loaded.',
      );
    return { kind: 'fetched', url, sha256 };
  }
  if (!model.endsWith('.gguf') || /[\0\r\n]/.test(model))
    throw refuse(
      "local-model is neither 'ollama/<name>' nor a .gguf file; it looks like 'ollama/qwen3:8b', '/models/small.gguf' or 'https://…/small.gguf'.",
    );
  const path = resolve(workspace, model);
  if (sha256 === null && isBelow(workspace, path))
    throw refuse(
      'local-model lies in the workspace, where a pull request may put another file; it needs local-model-checksum, its SHA-256.',
    );
  return { kind: 'path', path, sha256 };
}

function isBelow(workspace: string, path: string): boolean {
  const inside = relative(resolve(workspace), path);
  return inside.split(sep)[0] !== '..' && !isAbsolute(inside);
}

function readUrl(input: string, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isNear = url?.protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !isNear)) throw refuse(`${input} is no https address.`);
  if (url.username !== '' || url.password !== '')
    throw refuse(`${input} has a name or a password in it, which would stand in logs.`);
  return url.href;
}

function readChecksum(input: string, text: string): string {
  const hex = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1];
  if (hex === undefined)
    throw refuse(`${input} is no SHA-256: it has 64 digits of hexadecimal, with or without 'sha256:' before them.`);
  return hex.toLowerCase();
}

function refuse(message: string): ActionError {
  return new ActionError('INPUT_INVALID', message);
}
