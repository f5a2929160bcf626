import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

/** What is answered to the request that was just seen; what it does not end hangs. */
export type Answering = (request: SeenRequest, response: ServerResponse) => void;

/** A server on loopback that is gone, with all its connections, when the test ends. */
export async function httpServer(answer: Answering): Promise<TestServer> {
  return serving((listener) => createServer(listener), 'http', answer);
}

/** The same with a certificate. */
export async function httpsServer(
  pair: { readonly key: string; readonly cert: string },
  answer: Answering,
): Promise<TestServer> {
  return serving((listener) => createSecureServer(pair, listener), 'https', answer);
}

async function serving(
  create: (listener: RequestListener) => ReturnType<typeof createServer> | ReturnType<typeof createSecureServer>,
  scheme: string,
  answer: Answering,
): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const server = create(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body };
    seen.push(one);
    answer(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Extra {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers with JSON, as GitHub does. */
export function json(response: ServerResponse, value: unknown, { status = 200, headers = {} }: Extra = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
}
