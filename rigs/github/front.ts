import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request that came in, and what became of it. */
export interface Recorded {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  /** How the request breaks GitHub's contract, a line each. */
  readonly violations: readonly string[];
  /** When it had come in, by this process's own clock. */
  readonly at: number;
}

/** Answers in the place of the server. Undefined: it does not mind this request. */
export type Answer = (request: IncomingRequest, response: ServerResponse) => void | Promise<void>;

export interface IncomingRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface Fault {
  readonly method?: string;
  /** Matched against the path with its query. */
  readonly path: RegExp;
  /** How often; for ever by default. */
  readonly times?: number;
  readonly answer: Answer;
}

export interface Front extends AsyncDisposable {
  readonly url: string;
  /** In the order in which they came. */
  readonly requests: readonly Recorded[];
  /** From now on, until it is disposed of. Later ones come first. */
  fault(fault: Fault): Disposable;
}

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** Where an Enterprise server has its API. (docs.github.com/enterprise-server, "Getting started with the REST API") */
const ENTERPRISE = /^\/api(?:\/v3)?(?=\/)/;

/** What GitHub would say in the place of an object of an answer. */
export type Correct = (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** A server that records every request, answers some with a fault, and hands the rest on to `upstream`. */
export async function startFront(upstream: string, correct: Correct = (value) => value): Promise<Front> {
  const requests: Recorded[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const server = createServer((incoming, response) => void serve(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the front has no port');
  const url = `http://127.0.0.1:${address.port}`;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(incoming).catch(() => '');
    const at = performance.now();
    const came = incoming.url ?? '';
    const seen: IncomingRequest = { method: incoming.method ?? '', path: came.replace(ENTERPRISE, ''), body };
    const record = (status: number | null, violations: readonly string[]) =>
      requests.push({
        ...seen,
        at,
        path: came,
        authorization: incoming.headers.authorization ?? '',
        status,
        violations,
      });
    const found = faults.findLast(({ fault, left }) => left > 0 && isMeant(fault, seen));
    if (found) {
      found.left -= 1;
      await found.fault.answer(seen, response);
      record(response.headersSent ? response.statusCode : null, []);
      return;
    }
    handOn({ to: new URL(`${upstream}${seen.path}`), origin: url, correct, incoming, body, response, record });
  }

  return {
    url,
    requests,
    fault: (fault) => {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      faults.push(entry);
      return {
        [Symbol.dispose]: () => {
          entry.left = 0;
        },
      };
    },
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function isMeant({ method, path }: Fault, seen: IncomingRequest): boolean {
  return (method === undefined || method === seen.method) && path.test(seen.path);
}

interface Onward {
  readonly to: URL;
  /** Of this server: where the next page is to be asked for. */
  readonly origin: string;
  readonly correct: Correct;
  readonly incoming: IncomingMessage;
  readonly body: string;
  readonly response: ServerResponse;
  readonly record: (status: number | null, violations: readonly string[]) => void;
}

function handOn({ to, origin, correct, incoming, body, response, record }: Onward): void {
  const { host: _, ...headers } = incoming.headers;
  const onward = request(to, { method: incoming.method, headers }, (answer) => {
    const { 'content-length': __, 'transfer-encoding': ___, link, ...rest } = answer.headers;
    const own = typeof link === 'string' ? { link: link.replace(/https?:\/\/[^/>]+/g, origin) } : {};
    record(answer.statusCode ?? null, violationsIn(rest['sl-violations']));
    void text(answer).then((said) => {
      response.writeHead(answer.statusCode ?? 502, { ...rest, ...own }).end(corrected(said, correct));
    });
  });
  onward.on('error', (cause) => {
    record(null, []);
    response.destroy(cause);
  });
  onward.end(body);
}

function corrected(said: string, correct: Correct): string {
  if (!/^\s*[[{]/.test(said)) return said;
  return JSON.stringify(JSON.parse(said), (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? correct(value as Readonly<Record<string, unknown>>)
      : value,
  );
}

/** Those of the request: that the emulator's answers are not all that GitHub's are is not our fault. */
function violationsIn(header: string | string[] | undefined): string[] {
  if (header === undefined) return [];
  const told = [header].flat().join('');
  // What is wrong on both sides does not fit into a header then.
  if (!told.startsWith('[')) return [told];
  const found = JSON.parse(told) as readonly Violation[];
  return found
    .filter(({ location }) => location[0] === 'request')
    .map(({ location, message }) => `${location.join('.')}: ${message}`);
}
