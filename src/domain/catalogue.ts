import * as z from 'zod/mini';

const InputSchema = z.object({
  required: z.optional(z.boolean()),
  default: z.optional(z.string()),
  deprecated: z.optional(z.unknown()),
});

const ActionSchema = z.object({
  /** Null where the action has no releases. */
  version: z.nullable(z.string()),
  sha: z.string().check(z.regex(/^[0-9a-f]{40}$/)),
  /** What it runs on, such as `node24` or `docker`; null where that was not read. */
  runs: z.optional(z.nullable(z.string())),
  inputs: z.record(z.string(), InputSchema),
  /** The older release that the inputs were read from; absent where they are of `version` itself. */
  inputsFrom: z.optional(z.string()),
});

/** An action at the release that is pinned: its commit and the inputs that it really has. */
export type KnownAction = z.infer<typeof ActionSchema>;

const ActionsSchema = z.record(z.string(), ActionSchema);
const ImagesSchema = z.array(
  z.object({ image: z.string(), tag: z.string(), digest: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)) }),
);

/** Actions by `owner/name[/path]`. */
export type ActionCatalogue = Readonly<Record<string, KnownAction>>;

/** Digests by `image:tag`. */
export type ImageCatalogue = ReadonlyMap<string, string>;

export interface Catalogues {
  readonly actions: ActionCatalogue;
  readonly images: ImageCatalogue;
}

/** The content of data/action-catalog.json; throws where it is not of that shape. */
export function readActionCatalogue(json: unknown): ActionCatalogue {
  return ActionsSchema.parse(json);
}

/** The content of data/image-catalog.json; throws where it is not of that shape. */
export function readImageCatalogue(json: unknown): ImageCatalogue {
  return new Map(ImagesSchema.parse(json).map(({ image, tag, digest }) => [`${image}:${tag}`, digest]));
}
