import { getState } from '@actions/core';
import * as z from 'zod/mini';
import { ANSWERS_KEY, type LeftName, MODEL_FOLDER, MODEL_KEY } from '../domain/kept.ts';

const text = z.string().check(z.minLength(1));
const keyOf = (prefix: string) => z.string().check(z.startsWith(prefix), z.regex(/^[\w.-]{1,512}$/));

const ServerSchema = z.object({
  pid: z.int().check(z.gte(2)),
  program: z.string().check(z.regex(/(?:^|[/\\])(?:ollama|llama-server)(?:\.exe)?$/)),
  startedAt: text,
});
const AnswersSchema = z.object({ key: keyOf(ANSWERS_KEY), text });
const FolderSchema = z.object({ key: keyOf(MODEL_KEY), name: z.string().check(z.regex(MODEL_FOLDER)) });

/** What the run left for the end of the job; null where it left nothing. */
export interface Left {
  readonly server: z.infer<typeof ServerSchema> | null;
  readonly answers: z.infer<typeof AnswersSchema> | null;
  /** `name`: of the folder among those of models. */
  readonly folder: z.infer<typeof FolderSchema> | null;
}

/**
 * What our own step wrote goes over whatever an earlier step has set under these names; where ours ended before it had written anything, it
 * does not. So nothing is taken that could not be ours.
 */
export function readLeft(): Left {
  return {
    server: left('server', ServerSchema),
    answers: left('answers', AnswersSchema),
    folder: left('folder', FolderSchema),
  };
}

function left<T>(name: LeftName, schema: z.ZodMiniType<T>): T | null {
  try {
    const given = schema.safeParse(JSON.parse(getState(name) || 'null'));
    return given.success ? given.data : null;
  } catch {
    // Cut off, as by a full disk.
    return null;
  }
}
