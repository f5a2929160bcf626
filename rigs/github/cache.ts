import type { IncomingMessage, ServerResponse } from 'node:http';

/** An entry of the cache, as it was uploaded. */
export interface CacheEntry {
  readonly key: string;
  /** What its client makes of the paths and the compression. */
  readonly version: string;
  readonly archive: Buffer;
}

/** A request of the service, with what was put before it. */
export interface CacheRequest {
  readonly method: string;
  readonly message: Readonly<Record<string, unknown>>;
  blobOf(name: string): Buffer;
}

/** The cache of one scope: entries never change, and the newest of those that fit is given. It outlives the service that runs it. */
export interface CacheStore {
  readonly entries: readonly CacheEntry[];
  /** Puts an entry there as somebody else would. */
  put(entry: CacheEntry): void;
  /** From now on every request is answered with this status. */
  fail(status: number): void;
  /** Methods that were asked, in order. */
  readonly asked: readonly string[];
  answer(request: CacheRequest, url: string, response: ServerResponse): void;
  /** A blob, whole or in part. */
  give(request: IncomingMessage, response: ServerResponse): void;
}

/** The second version of the cache service, as far as @actions/cache speaks to it: three methods of Twirp in JSON. */
export function cacheStore(): CacheStore {
  const entries: CacheEntry[] = [];
  const asked: string[] = [];
  let failure: number | null = null;
  return {
    entries,
    asked,
    put: (entry) => void entries.push(entry),
    fail: (status) => {
      failure = status;
    },
    answer: ({ method, message, blobOf }, url, response) => {
      asked.push(method);
      if (failure !== null) {
        response.writeHead(failure).end('{"msg":"out of order"}');
        return;
      }
      const key = String(message.key);
      const version = String(message.version);
      const isThere = entries.some((entry) => entry.key === key && entry.version === version);
      switch (method) {
        case 'CreateCacheEntry':
          response.end(
            JSON.stringify(
              isThere ? { ok: false, message: 'it is there' } : { ok: true, signed_upload_url: upload(url, key) },
            ),
          );
          return;
        case 'FinalizeCacheEntryUpload':
          entries.push({ key, version, archive: blobOf(key) });
          response.end(JSON.stringify({ ok: true, entry_id: String(entries.length) }));
          return;
        case 'GetCacheEntryDownloadURL': {
          const keys = [key, ...(Array.isArray(message.restore_keys) ? message.restore_keys.map(String) : [])];
          const at = keys.flatMap((it) => indexOf(entries, it, version)).at(0) ?? -1;
          const found = entries[at];
          response.end(
            JSON.stringify(
              found === undefined
                ? { ok: false }
                : { ok: true, signed_download_url: `${url}cached/${at}?sig=rig-signature`, matched_key: found.key },
            ),
          );
          return;
        }
        default:
          response.writeHead(404).end('{}');
      }
    },
    give: (request, response) => give(entries, request, response),
  };
}

function upload(url: string, key: string): string {
  return `${url}blob/${encodeURIComponent(key)}?sig=rig-signature`;
}

function indexOf(entries: readonly CacheEntry[], key: string, version: string): number[] {
  const exact = entries.findLastIndex((entry) => entry.key === key && entry.version === version);
  const begun = entries.findLastIndex((entry) => entry.key.startsWith(key) && entry.version === version);
  return [exact, begun].filter((at) => at !== -1);
}

function give(entries: readonly CacheEntry[], request: IncomingMessage, response: ServerResponse): void {
  const archive = entries[Number(/\/cached\/(\d+)/.exec(request.url ?? '')?.[1])]?.archive;
  if (archive === undefined) {
    response.writeHead(404).end();
    return;
  }
  const range = /bytes=(\d+)-(\d*)/.exec(String(request.headers['x-ms-range'] ?? request.headers.range ?? ''));
  const from = Number(range?.[1] ?? 0);
  const to = Math.min(archive.length, Number(range?.[2] || archive.length) + 1);
  const part = archive.subarray(from, to);
  response.writeHead(range === null ? 200 : 206, {
    'content-length': part.length,
    'content-type': 'application/octet-stream',
    ...(range === null ? {} : { 'content-range': `bytes ${from}-${to - 1}/${archive.length}` }),
    etag: '"x"',
    'last-modified': new Date(0).toUTCString(),
    'x-ms-blob-type': 'BlockBlob',
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}
