import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { RepositoryName } from '../../domain/event.ts';
import type { GitHubClient } from './client.ts';

/** A file's content by its object id. */
export interface Blob {
  readonly id: string;
  /** In bytes. */
  readonly size: number;
}

export interface Blobs {
  /** The bytes by object id. Throws the codes that begin with `GITHUB_`. */
  read(blobs: readonly Blob[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Up to so many files are asked for one by one: it takes no more time, and every server can do it. */
const FEW = 3;

/** Of the 1,000 requests that a job's token has in an hour (docs.github.com, "Rate limits for the REST API"), one run takes no more for single files. */
const MAX_SINGLE = 200;

/** GraphQL gives up after ten seconds: so much is asked of it at once. */
const BATCH = { files: 100, bytes: 2_000_000 };

/** At the same time; more would count as haste. */
const AT_ONCE = 4;

/**
 * The contents of a repository's files: in batches by GraphQL, and one by one where that has no text for them. Each is asked for once.
 */
export function blobsOf(client: GitHubClient, repository: RepositoryName): Blobs {
  const known = new Map<string, Uint8Array>();
  let isBatching = true;
  let single = 0;
  const readSingle = async ({ id }: Blob) => {
    single += 1;
    if (single > MAX_SINGLE)
      throw new ActionError(
        'GITHUB_TOO_LARGE',
        `More than ${MAX_SINGLE} files would have to be asked of GitHub one by one.`,
      );
    known.set(id, await readBlob(client, repository, id));
  };
  return {
    read: async (blobs) => {
      const missing = [...new Map(blobs.map((blob) => [blob.id, blob])).values()].filter(({ id }) => !known.has(id));
      if (missing.length > FEW && isBatching) {
        const texts = await readBatches(client, repository, missing);
        isBatching = texts !== null;
        for (const [id, bytes] of texts ?? []) known.set(id, bytes);
      }
      await eachOf(
        missing.filter(({ id }) => !known.has(id)),
        readSingle,
      );
      return known;
    },
  };
}

async function eachOf(blobs: readonly Blob[], work: (blob: Blob) => Promise<void>): Promise<void> {
  const queue = [...blobs];
  const worker = async () => {
    for (let blob = queue.shift(); blob; blob = queue.shift()) await work(blob);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, blobs.length) }, worker));
}

const BlobSchema = z.object({ content: z.string(), encoding: z.string() });

async function readBlob(client: GitHubClient, { owner, name: repo }: RepositoryName, id: string): Promise<Uint8Array> {
  const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
  const { content, encoding } = await client.read(route, { owner, repo, file_sha: id }, BlobSchema);
  return Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
}

/** Null where the server has no GraphQL, or does not let us ask. */
async function readBatches(
  client: GitHubClient,
  repository: RepositoryName,
  blobs: readonly Blob[],
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const all = new Map<string, Uint8Array>();
  try {
    for (const batch of batchesOf(blobs)) {
      for (const [id, bytes] of await readBatch(client, repository, batch)) all.set(id, bytes);
    }
    return all;
  } catch (thrown) {
    // A limit is no reason to ask two hundred times instead of twice.
    if (thrown instanceof ActionError && thrown.code !== 'GITHUB_RATE_LIMITED') return null;
    throw thrown;
  }
}

function batchesOf(blobs: readonly Blob[]): Blob[][] {
  const batches: Blob[][] = [];
  let bytes = 0;
  for (const blob of blobs) {
    const last = batches.at(-1);
    const fits = last !== undefined && last.length < BATCH.files && bytes + blob.size <= BATCH.bytes;
    if (fits) last.push(blob);
    else batches.push([blob]);
    bytes = fits ? bytes + blob.size : blob.size;
  }
  return batches;
}

const BatchSchema = z.object({
  repository: z.record(z.string(), z.nullable(z.object({ text: z.nullish(z.string()) }))),
});

/** What is not text is absent, and so is text that GitHub did not give as it is: the object id tells. */
async function readBatch(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  blobs: readonly Blob[],
): Promise<[string, Uint8Array][]> {
  // Ids are hexadecimal by their schema, so they cannot end the text that they stand in.
  const fields = blobs.map(({ id }, index) => `b${index}: object(oid: "${id}") { ... on Blob { text } }`);
  const query = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }`;
  const { repository } = await client.query(query, { owner, name }, BatchSchema);
  return blobs.flatMap(({ id }, index): [string, Uint8Array][] => {
    const text = repository[`b${index}`]?.text;
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : null;
    return bytes && objectId(bytes, id.length) === id ? [[id, bytes]] : [];
  });
}

/** As git computes it, for either of its two hashes. */
function objectId(bytes: Uint8Array, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
