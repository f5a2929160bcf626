import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { RigError } from './error.ts';

const Action = z.object({
  /** None where its authors tag no releases. */
  version: z.string().nullable(),
  inputs: z.record(z.string(), z.object({ required: z.boolean().optional() })),
  outputs: z.array(z.string()),
});

/** What an action takes and gives, as the catalogue of actions has it. */
export type CatalogueAction = z.infer<typeof Action>;

/** By `owner/name` or `owner/name/path`. */
export type Catalogue = Readonly<Record<string, CatalogueAction>>;

/** Reads the catalogue of actions from a JSON file. Rejects with CATALOGUE_UNREADABLE. */
export async function readCatalogue(path: string): Promise<Catalogue> {
  const known = z.record(z.string(), Action).safeParse(await readJson(path));
  if (known.success) return known.data;
  throw new RigError('CATALOGUE_UNREADABLE', `${path} is no catalogue of actions: ${z.prettifyError(known.error)}`);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new RigError('CATALOGUE_UNREADABLE', `${path} cannot be read as JSON.`, { cause });
  }
}
