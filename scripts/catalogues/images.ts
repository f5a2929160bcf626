import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** An entry of data/image-catalog.json. */
export interface ImageEntry {
  readonly image: string;
  readonly tag: string;
  readonly digest: string;
  /** How many public repositories were seen to pin this digest; absent for one that the registry named. */
  readonly seen?: number | undefined;
}

/** Index types first: a digest of one platform's manifest would be wrong on the others. */
const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const LIMIT = 30_000;

/**
 * The entry with the digest that the registry has for its tag now. (the OCI distribution specification, "Pulling manifests")
 * `base` stands for every registry where it is given. Rejects where the registry cannot be reached or does not have the tag.
 */
export async function readImage(entry: ImageEntry, base: string | null): Promise<ImageEntry> {
  const { registry, repository } = placeOf(entry.image);
  const url = `${base ?? `https://${registry}`}/v2/${repository}/manifests/${entry.tag}`;
  const digest = await digestAt(url);
  return digest === entry.digest ? entry : { image: entry.image, tag: entry.tag, digest };
}

/** `postgres` and `valkey/valkey` are Docker Hub's; a first part with a dot is a registry. */
function placeOf(image: string): { registry: string; repository: string } {
  const [first = '', ...rest] = image.split('/');
  if (first.includes('.')) return { registry: first, repository: rest.join('/') };
  return { registry: 'registry-1.docker.io', repository: rest.length === 0 ? `library/${image}` : image };
}

async function digestAt(url: string): Promise<string> {
  const first = await ask(url, null);
  const response = first.status === 401 ? await ask(url, await tokenFor(first)) : first;
  if (!response.ok) throw new Error(`the registry answered ${response.status} to ${url}`);
  const digest = `sha256:${createHash('sha256')
    .update(new Uint8Array(await response.arrayBuffer()))
    .digest('hex')}`;
  const named = response.headers.get('docker-content-digest');
  if (named !== null && named !== digest)
    throw new Error(`the registry named another digest than its answer has at ${url}`);
  return digest;
}

function ask(url: string, token: string | null): Promise<Response> {
  const headers = { accept: ACCEPT, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  return fetch(url, { headers, signal: AbortSignal.timeout(LIMIT) });
}

const Token = z.union([z.object({ token: z.string() }), z.object({ access_token: z.string() })]);

/** Registries hand out anonymous tokens at the place that their refusal names. (Docker's token authentication specification) */
async function tokenFor(refusal: Response): Promise<string> {
  const challenge = refusal.headers.get('www-authenticate') ?? '';
  const fields = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
  if (!/^bearer /i.test(challenge) || !fields.realm) throw new Error(`the registry wants a password at ${refusal.url}`);
  const url = new URL(fields.realm);
  for (const key of ['service', 'scope']) if (fields[key]) url.searchParams.set(key, fields[key]);
  const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT) });
  if (!response.ok) throw new Error(`the registry gave no token: it answered ${response.status}`);
  const answer = Token.parse(await response.json());
  return 'token' in answer ? answer.token : answer.access_token;
}
