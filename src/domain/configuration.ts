import * as z from 'zod/mini';
import { EXISTING } from './coverage.ts';
import type { DocumentPath, Range } from './finding.ts';
import { type GenerationRequestSchema, IntentSchema } from './request.ts';

const digest = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits'));
const globs = z.array(z.string().check(z.minLength(1), z.maxLength(300)));

export const FAIL_ON = ['error', 'warning', 'fallback', 'never'] as const;

const settings = z.strictObject({
  /** Paths of the repository that are looked at, and those that are not. */
  paths: z.optional(z.strictObject({ include: z.optional(globs), exclude: z.optional(globs) })),
  /** Workflows that are there keep what they check, or everything is generated as if there were none. */
  existing: z.optional(z.enum(EXISTING)),
  'fail-on': z.optional(z.enum(FAIL_ON)),
  /** Logins of bots whose pull requests are served. */
  bots: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(100)))),
  /** US dollars per million tokens, by model. */
  prices: z.optional(
    z.record(z.string(), z.strictObject({ input: z.number().check(z.gte(0)), output: z.number().check(z.gte(0)) })),
  ),
});

/** `.github/agent-generate.yml`, version 1. (docs/requests.md) */
export const ConfigurationSchema = z.strictObject({
  version: z.literal(1),
  request: z.optional(
    z.strictObject({ version: z.optional(z.literal(1)), intents: z.array(IntentSchema).check(z.maxLength(1000)) }),
  ),
  /** The words that the request came from, so that the same words cost nothing again. */
  asked: z.optional(z.array(z.strictObject({ words: digest, facts: digest }))),
  settings: z.optional(settings),
});
export type ConfigurationFile = z.infer<typeof ConfigurationSchema>;

/** The configuration as the rest of the program sees it. */
export interface Configuration {
  /** The accepted layer; null where the file holds none. */
  readonly request: z.infer<typeof GenerationRequestSchema> | null;
  readonly asked: NonNullable<ConfigurationFile['asked']>;
  readonly settings: NonNullable<ConfigurationFile['settings']>;
  readonly places: IntentPlaces;
}

/** Where intents of the accepted layer, and their selectors, stand in the file: by the very objects, which merging keeps. */
export type IntentPlaces = ReadonlyMap<object, Place>;

/** A place in the configuration. */
export interface Place {
  readonly path: DocumentPath;
  readonly range: Range;
}
