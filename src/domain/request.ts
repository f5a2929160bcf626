import * as z from 'zod/mini';
import { CHECKS } from './check.ts';
import { ECOSYSTEMS, REGISTRIES } from './profile.ts';

export type { Check } from './check.ts';

/** One line, and nothing that GitHub would read as an expression. */
const text = (most: number) =>
  z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(most),
      z.regex(/^(?!.*\$\{\{)[^\u0000-\u001f\u007f]+$/, 'must be one line of text, without ${{'),
    );
const name = text(100);
const list = <T extends z.core.$ZodType>(item: T) => z.array(item).check(z.minLength(1), z.maxLength(64));

/** What an intent is for. A narrower one wins for what it covers: path, then service, ecosystem, all. */
export const SelectorSchema = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({ ecosystem: z.enum(ECOSYSTEMS) }),
  z.strictObject({ service: name }),
  z.strictObject({ path: text(300) }),
]);
export type Selector = z.infer<typeof SelectorSchema>;

export const TRIGGERS = ['pull_request', 'push', 'tag', 'schedule', 'manual', 'merge_group'] as const;

/** Five fields; GitHub's own parser judges what is in them. */
const cron = z
  .string()
  .check(
    z.maxLength(100),
    z.regex(/^[\dA-Za-z*,/-]+( [\dA-Za-z*,/-]+){4}$/, 'must be five cron fields, such as 0 3 * * 1'),
  );

const check = z.strictObject({
  kind: z.literal('check'),
  for: SelectorSchema,
  check: z.enum(CHECKS),
  ensure: z.boolean(),
  tool: z.optional(name),
  threshold: z.optional(z.number().check(z.gte(0), z.lte(100))),
  command: z.optional(text(1000)),
});

const matrix = z
  .strictObject({
    kind: z.literal('matrix'),
    for: SelectorSchema,
    tool: z.optional(name),
    versions: z.optional(list(name)),
    systems: z.optional(list(z.enum(['linux', 'windows', 'macos']))),
  })
  .check(
    z.refine((it) => it.versions !== undefined || it.systems !== undefined, 'needs versions or systems'),
    z.refine((it) => it.versions === undefined || it.tool !== undefined, 'versions need a tool'),
  );

const service = z.strictObject({
  kind: z.literal('service'),
  for: SelectorSchema,
  service: name,
  version: z.optional(name),
});

const trigger = z.strictObject({
  kind: z.literal('trigger'),
  on: z.enum(TRIGGERS),
  ensure: z.boolean(),
  branches: z.optional(list(name)),
  paths: z.optional(list(text(300))),
  tags: z.optional(list(name)),
  cron: z.optional(cron),
});

const image = z.strictObject({
  kind: z.literal('image'),
  for: SelectorSchema,
  push: z.optional(z.enum(['never', 'default-branch', 'tag'])),
  registry: z.optional(name),
  platforms: z.optional(list(name)),
  scan: z.optional(z.boolean()),
  sbom: z.optional(z.boolean()),
  sign: z.optional(z.boolean()),
  provenance: z.optional(z.boolean()),
});

const publish = z.strictObject({
  kind: z.literal('publish'),
  for: SelectorSchema,
  registry: z.enum(REGISTRIES),
  on: z.optional(z.enum(['tag', 'manual'])),
});

const chart = z.strictObject({
  kind: z.literal('chart'),
  for: SelectorSchema,
  replicas: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  autoscale: z.optional(
    z.strictObject({
      min: z.int().check(z.gte(0), z.lte(1000)),
      max: z.int().check(z.gte(1), z.lte(1000)),
      cpuPercent: z.optional(z.int().check(z.gte(1), z.lte(100))),
    }),
  ),
  cpu: z.optional(name),
  memory: z.optional(name),
  host: z.optional(text(253)),
  mesh: z.optional(z.enum(['istio', 'linkerd'])),
});

const deploy = z.strictObject({
  kind: z.literal('deploy'),
  for: SelectorSchema,
  environment: name,
  through: z.optional(z.enum(['argo-cd', 'helm'])),
  on: z.optional(z.enum(['default-branch', 'tag', 'manual'])),
  approval: z.optional(z.boolean()),
});

const runner = z.strictObject({ kind: z.literal('runner'), for: SelectorSchema, labels: list(name) });

const timeout = z.strictObject({
  kind: z.literal('timeout'),
  for: SelectorSchema,
  minutes: z.int().check(z.gte(1), z.lte(360)),
});

const custom = z.strictObject({ kind: z.literal('custom'), for: SelectorSchema, name, command: text(1000) });

/** One wish. The union is closed: what is not here cannot be asked for. */
export const IntentSchema = z.discriminatedUnion('kind', [
  check,
  matrix,
  service,
  trigger,
  image,
  publish,
  chart,
  deploy,
  runner,
  timeout,
  custom,
]);
export type Intent = z.infer<typeof IntentSchema>;
export type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;

/** What is wanted, version 1: all that a model, a person or detection can say. */
export const GenerationRequestSchema = z.strictObject({
  version: z.literal(1),
  intents: z.array(IntentSchema).check(z.maxLength(1000)),
});
export type GenerationRequest = z.infer<typeof GenerationRequestSchema>;

/** Something that must be known before the words can be acted on. */
export interface Question {
  readonly about: string;
  readonly text: string;
  readonly choices: readonly string[];
  /** Whole sentences that say it with one of the choices; absent where a choice does not simply take the place of `about`. */
  readonly replies?: readonly string[];
}
