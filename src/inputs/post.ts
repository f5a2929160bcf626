import { getState } from '@actions/core';
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const ServerSchema = z.object({ pid: z.int().check(z.gte(2)), program: text });
const AnswersSchema = z.object({ key: text, text });
const FolderSchema = z.object({ key: text, folder: text });

/** What the run left for the end of the job; null where it left nothing. */
export interface Left {
  readonly server: z.infer<typeof ServerSchema> | null;
  readonly answers: z.infer<typeof AnswersSchema> | null;
  readonly folder: z.infer<typeof FolderSchema> | null;
}

/** The runner hands on what our own step wrote, and nobody else's. */
export function readLeft(): Left {
  return {
    server: left('server', ServerSchema),
    answers: left('answers', AnswersSchema),
    folder: left('folder', FolderSchema),
  };
}

function left<T>(name: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const given = schema.safeParse(JSON.parse(getState(name) || 'null'));
    return given.success ? given.data : null;
  } catch {
    // Cut off, as by a full disk.
    return null;
  }
}
