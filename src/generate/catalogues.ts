import * as z from 'zod/mini';

const input = z.object({
  required: z.optional(z.boolean()),
  default: z.optional(z.string()),
  deprecated: z.optional(z.unknown()),
});

/** An action at the release that is pinned: data/action-catalog.json. */
export const ActionSchema = z.object({
  version: z.string(),
  sha: z.string().check(z.regex(/^[0-9a-f]{40}$/)),
  inputs: z.record(z.string(), input),
});
export type CatalogueAction = z.infer<typeof ActionSchema>;

/** Actions by `owner/name[/path]`, and digests of images by `image:tag`. */
export interface Catalogues {
  readonly actions: Readonly<Record<string, CatalogueAction>>;
  readonly images: ReadonlyMap<string, string>;
}
