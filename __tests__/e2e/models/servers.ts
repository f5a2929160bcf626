import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { certificateIn } from '../../fakes/certificate.ts';
import type { Answering } from '../../fakes/http-server.ts';
import { httpsServer } from '../../fakes/http-server.ts';
import { refuse, say } from '../../fakes/model-server.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';
import { always, type Place, type Serving } from './row.ts';
import { GOOD } from './said.ts';

/** A port that was free a moment ago. */
export async function refusedConnection(): Promise<Place> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return placeAt(`http://127.0.0.1:${port}`);
}

/** No resolver may answer for it. (RFC 6761, section 6.4) */
export async function unknownName(): Promise<Place> {
  return placeAt('https://models.invalid');
}

function placeAt(url: string): Place {
  return { url, [Symbol.asyncDispose]: async () => {} };
}

export async function wrongCertificate(): Promise<Place> {
  using folder = temporaryDirectory();
  return httpsServer(certificateIn(folder.path), (_, response) => response.end());
}

/** Refuses every time. */
export function refusing(
  status: number,
  message: string,
  {
    headers = {},
    type = 'error',
  }: { readonly headers?: Readonly<Record<string, string>>; readonly type?: string } = {},
): Serving {
  return always((_, response) => refuse(response, status, { type, code: type, message }, headers));
}

/** Fails once, then is as it should be. */
export function once(failing: Answering): Serving {
  return (provider) => {
    let asked = 0;
    return (request, response) => {
      asked += 1;
      if (asked === 1) failing(request, response);
      else say(response, provider, { calls: [GOOD] });
    };
  };
}

/** The connection is gone in the middle of the answer. */
export const dying = always((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"content": [', () => response.socket?.destroy());
});

/** A byte a second, and no end. */
export const dripping = always((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const drip = setInterval(() => response.write(' '), 1000);
  response.on('close', () => clearInterval(drip));
});
