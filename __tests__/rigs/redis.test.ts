import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { findRedis, Redis } from '../../rigs/act/redis.ts';
import { standInOf } from '../../rigs/act/services.ts';
import { standInAt, standInFolder } from '../../rigs/act/stand-in.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

const program = await findRedis();
if (program === undefined) console.warn('NOT TESTED: a Redis that stands in for a service (tools/install.sh valkey).');

it('Redis or Valkey is there, at least where CI is true', () => {
  expect(process.env.CI === 'true' ? program : 'anything').toBeDefined();
});

it('A server stands in for the images of Redis and Valkey', () => {
  expect(
    ['redis:7@sha256:71da', 'valkey/valkey:9-alpine', 'docker.io/library/redis', 'mysql:8'].map(standInOf),
  ).toEqual(['redis', 'redis', 'redis', undefined]);
});

it.skipIf(program === undefined)(
  'It answers on its port, and is gone when another process disposes of it',
  async () => {
    using directory = temporaryDirectory();
    const port = await freePort();
    const folder = await standInFolder('redis', directory.path);
    const { version } = await Redis.start({ folder, port });
    expect(version).toMatch(/^(Redis|Valkey) server v=\d/);
    expect(await answer(port, 'PING')).toBe('+PONG\r\n');
    await standInAt(folder)[Symbol.asyncDispose]();
    await expect(answer(port, 'PING')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(existsSync(folder)).toBe(false);
  },
);

it('A server that does not start says what it printed', async () => {
  using directory = temporaryDirectory();
  writeAll(directory.path, { 'bin/redis-server': { executable: '#!/bin/sh\necho no such setting\nexit 1\n' } });
  const folder = await standInFolder('redis', directory.path);
  await expect(Redis.start({ folder, port: await freePort(), path: `${directory.path}/bin` })).rejects.toMatchObject({
    code: 'REDIS_FAILED',
    message: 'Redis did not start: no such setting',
  });
});

it('A port that is taken is said before anything is started', async () => {
  using directory = temporaryDirectory();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = await standInFolder('redis', directory.path);
  await expect(Redis.start({ folder, port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
  server.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answer(port: number, command: string): Promise<string> {
  const connection = connect(port, '127.0.0.1');
  await once(connection, 'connect');
  connection.write(`${command}\r\n`);
  const [text] = await once(connection.setEncoding('utf8'), 'data');
  connection.destroy();
  return text as string;
}
