import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type CacheStore, cacheStore } from './cache.ts';

/** What a run has kept. */
export interface KeptArtifact {
  readonly name: string;
  /** The archive, as it was uploaded. */
  readonly zip: Buffer;
}

export interface ArtifactService extends AsyncDisposable {
  /** For ACTIONS_RESULTS_URL. */
  readonly url: string;
  readonly kept: readonly KeptArtifact[];
}

/** The client has it masked in the log: nothing else may look like it. */
const SIGNATURE = 'rig-signature';

const CACHE_METHODS = '/twirp/github.actions.results.api.v1.CacheService/';
const METHODS = '/twirp/github.actions.results.api.v1.ArtifactService/';

/**
 * The artifact service of GitHub's runners, as far as an upload goes: two methods of Twirp in JSON, and the two ways in which Azure's SDK
 * puts a blob. act has one of its own, which refuses what newer clients send. The cache is a part of it, at the same address.
 */
export async function startArtifacts(cache: CacheStore = cacheStore()): Promise<ArtifactService> {
  const blocks = new Map<string, Buffer>();
  const uploads = new Map<string, Buffer>();
  const kept: KeptArtifact[] = [];
  let url = '';
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the artifact service has no port');
  url = `http://127.0.0.1:${address.port}/`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const asked = new URL(request.url ?? '', url);
    if (request.method === 'PUT') return put(asked, body, response);
    if (request.method === 'GET' || request.method === 'HEAD') return cache.give(request, response);
    const message = JSON.parse(body.toString('utf8')) as { readonly name: string };
    response.setHeader('content-type', 'application/json');
    if (asked.pathname.startsWith(CACHE_METHODS)) {
      const method = asked.pathname.slice(CACHE_METHODS.length);
      const sent = { method, message, blobOf: (name: string) => uploads.get(name) ?? Buffer.alloc(0) };
      return cache.answer(sent, url, response);
    }
    switch (asked.pathname.replace(METHODS, '')) {
      case 'CreateArtifact':
        response.end(
          JSON.stringify({
            ok: true,
            signed_upload_url: `${url}blob/${encodeURIComponent(message.name)}?sig=${SIGNATURE}`,
          }),
        );
        return;
      case 'FinalizeArtifact':
        kept.push({ name: message.name, zip: uploads.get(message.name) ?? Buffer.alloc(0) });
        response.end(JSON.stringify({ ok: true, artifact_id: String(kept.length) }));
        return;
      default:
        response.writeHead(404).end('{}');
    }
  }

  function put(asked: URL, body: Buffer, response: ServerResponse): void {
    const name = decodeURIComponent(asked.pathname.replace('/blob/', ''));
    const block = asked.searchParams.get('blockid');
    if (asked.searchParams.get('comp') === 'block') blocks.set(`${name} ${block}`, body);
    else if (asked.searchParams.get('comp') === 'blocklist') uploads.set(name, joined(name, body));
    else uploads.set(name, body);
    response.writeHead(201, { etag: '"x"', 'last-modified': new Date(0).toUTCString() }).end();
  }

  function joined(name: string, list: Buffer): Buffer {
    const ids = [...list.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => id);
    return Buffer.concat(ids.map((id) => blocks.get(`${name} ${id}`) ?? Buffer.alloc(0)));
  }

  return {
    url,
    kept,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
