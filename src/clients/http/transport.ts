import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { gunzipSync } from 'node:zlib';
import type { Agents } from './agents.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** GitHub's largest answers to us are trees, of at most 7 MB before they are packed. */
const MAX_ANSWER = 64 * 1024 * 1024;

/**
 * One request and its whole answer. Node's own `https` and not `fetch`: it is loaded in half the time, and takes the proxy of the
 * environment. Rejects with what Node rejects with.
 */
export async function send(request: HttpRequest, agents: Agents, signal: AbortSignal): Promise<HttpAnswer> {
  return readAnswer(await begin(request, agents, signal));
}

/** The whole of an answer whose headers are there. Rejects where it is longer than `most` bytes. */
export async function readAnswer(answer: IncomingMessage, most: number = MAX_ANSWER): Promise<HttpAnswer> {
  const bytes = await readAll(answer, most);
  const { statusCode: status = 0, headers } = answer;
  const plain = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes, { maxOutputLength: most }) : bytes;
  return { status, headers, text: plain.toString('utf8') };
}

/** Settles with the headers of the answer. */
export function begin({ method, url, headers, body }: HttpRequest, agents: Agents, signal: AbortSignal) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    const agent = agents.agentFor(url, method);
    const all = { ...headers, 'accept-encoding': 'gzip' };
    const outgoing = start(url, { method, headers: all, agent, signal }, resolve);
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** An answer that is cut off rejects: Node tells the number of bytes that were announced from those that came. */
async function readAll(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw Object.assign(new Error(`more than ${most} bytes`), { code: 'ERR_BUFFER_TOO_LARGE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
