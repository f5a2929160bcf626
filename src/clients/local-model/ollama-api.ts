import * as z from 'zod/mini';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import { printableLine } from '../../domain/paint.ts';
import type { Starting } from './running.ts';

const TagsSchema = z.object({ models: z.array(z.object({ name: z.string(), digest: z.string() })) });
const ProgressSchema = z.object({ status: z.optional(z.string()), error: z.optional(z.string()) });

/** The digest of the model's manifest, in hexadecimal; null where the server does not have it. (docs.ollama.com/api/tags) */
export async function digestIn(origin: string, name: string, deadline: Deadline): Promise<string | null> {
  const told = await deadline.race(async (signal) => (await fetch(`${origin}/api/tags`, { signal })).json());
  const tags = TagsSchema.safeParse(told);
  if (!tags.success) throw new ActionError('LOCAL_MODEL_FAILED', 'ollama does not say which models it has.');
  const full = /:[^/]+$/.test(name) ? name : `${name}:latest`;
  const digest = tags.data.models.find((model) => model.name === full)?.digest.replace(/^sha256:/, '');
  return digest !== undefined && /^[0-9a-f]{64}$/.test(digest) ? digest : null;
}

/** Fetches a model of the library: the server checks the digest of each part. Throws LOCAL_MODEL_DOWNLOAD, LOCAL_MODEL_DISK_FULL. */
export async function pull(
  origin: string,
  name: string,
  { deadline, redacted }: Pick<Starting, 'deadline' | 'redacted'>,
): Promise<void> {
  const last = await deadline
    .race((signal) => progressOf(origin, name, signal))
    .catch((cause: unknown) => {
      const why = cause instanceof ActionError ? 'it was not complete in time' : 'the connection to ollama broke';
      throw new ActionError('LOCAL_MODEL_DOWNLOAD', `The model ${name} could not be pulled: ${why}.`, { cause });
    });
  if (last.error === undefined && last.status === 'success') return;
  const words = printableLine(await redacted(last.error ?? 'it ended without a word'))
    .slice(0, 200)
    .replace(/\.$/, '');
  if (/no space left|disk quota|not enough space/i.test(words))
    throw new ActionError('LOCAL_MODEL_DISK_FULL', `The disk has no room for the model ${name}: ${words}.`);
  throw new ActionError('LOCAL_MODEL_DOWNLOAD', `The model ${name} could not be pulled: ${words}.`);
}

/** The last line of what it tells, one JSON document a line. (docs.ollama.com/api/pull) */
async function progressOf(origin: string, name: string, signal: AbortSignal) {
  const body = JSON.stringify({ model: name, stream: true });
  const answer = await fetch(`${origin}/api/pull`, { method: 'POST', body, signal });
  const reader = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream());
  let line = '';
  for await (const chunk of reader as AsyncIterable<string>) {
    const text = `${line}${chunk}`;
    const at = text.trimEnd().lastIndexOf('\n');
    line = text.slice(at + 1).slice(-MOST_LINE);
  }
  return parsed(line);
}

const MOST_LINE = 65_536;

function parsed(line: string): z.infer<typeof ProgressSchema> {
  try {
    return ProgressSchema.parse(JSON.parse(line));
  } catch {
    return {};
  }
}
