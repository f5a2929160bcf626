import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findPostgres, postgresFor } from '../../rigs/act/postgres-programs.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

const WORKS = { executable: '#!/bin/sh\nexit 0\n' };
const CLOSED = { executable: '#!/bin/sh\nexit 126\n' };

it('The server on PATH is found behind a link to one of its programs', async () => {
  using directory = temporaryDirectory();
  writeAll(directory.path, {
    'server/bin/initdb': WORKS,
    'server/bin/postgres': WORKS,
    'path/initdb': { link: '../server/bin/initdb' },
  });
  expect(await findPostgres(`${directory.path}/path`)).toContain(`${directory.path}/server/bin`);
});

it('The first server that its user can run is taken', async () => {
  using directory = temporaryDirectory();
  writeAll(directory.path, { 'a/bin/postgres': CLOSED, 'b/bin/postgres': WORKS });
  const found = ['a', 'b'].map((name) => `${directory.path}/${name}/bin`);
  expect(await postgresFor(undefined, directory.path, found)).toBe(`${directory.path}/b/bin`);
});

it('Where the user can run none, it gets a copy with what lies beside the programs', async () => {
  using directory = temporaryDirectory();
  writeAll(directory.path, {
    'a/bin/postgres': CLOSED,
    'a/lib/libpq.so.5': '',
    'a/lib/libpq.so': { link: 'libpq.so.5' },
  });
  const programs = await postgresFor(undefined, directory.path, [`${directory.path}/a/bin`]);
  expect(programs).toBe(`${directory.path}/programs/bin`);
  expect(['bin/postgres', 'lib/libpq.so'].map((file) => existsSync(`${directory.path}/programs/${file}`))).toEqual([
    true,
    true,
  ]);
});

it('Where there is none, there is none', async () => {
  expect(await postgresFor(undefined, '/nowhere', [])).toBeUndefined();
});
