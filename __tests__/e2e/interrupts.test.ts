import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../fakes/built.ts';
import { temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'main.go': 'package main\n' };
const FOLDER = '.github/workflows';

/** Each is a moment at which the files are neither what they were nor what they shall be. */
const MOMENTS = ['mkdirSync', 'openSync', 'writeFileSync', 'copyFileSync', 'renameSync'];

describe('An interrupt while files are written leaves them whole', () => {
  it.each(MOMENTS.flatMap((moment) => (['SIGINT', 'SIGTERM'] as const).map((signal) => [signal, moment] as const)))(
    '%s at %s',
    async (signal, moment) => {
      await using repository = temporaryRepository({ ...GO, [`${FOLDER}/generated.yml`]: 'name: old\n' });
      using out = temporaryDirectory();
      const ran = interrupted({
        signal,
        moment,
        args: ['--repository', repository.path, ...destinationFor(moment, out.path)],
      });
      expect(ran).toMatchObject({ status: 130, signal: null, stdout: '' });
      expect(ran.stderr).toMatch(new RegExp(`^error INTERRUPTED: ${signal} came .+\n  Nothing was left half-written`));
      const folder = join(moment === 'mkdirSync' ? out.path : repository.path, FOLDER);
      expect(readdirSync(folder)).toEqual(['generated.yml']);
      expect(readFileSync(join(folder, 'generated.yml'), 'utf8')).toMatch(
        /^# Made by agent-generate.*\n {8}run: exit 1\n$/s,
      );
    },
  );
});

it('An interrupt before anything is written ends the run at once, and nothing is', async () => {
  await using repository = temporaryRepository(GO);
  const ran = interrupted({
    signal: 'SIGINT',
    moment: 'statSync',
    args: ['--repository', repository.path, '--write'],
  });
  expect(ran).toMatchObject({ status: null, signal: 'SIGINT', stdout: '' });
  expect(repository.git('status', '--porcelain')).toBe('');
});

/** Folders are made only where they are missing. */
function destinationFor(moment: string, out: string): string[] {
  return moment === 'mkdirSync' ? ['--output', out] : ['--write'];
}

interface Interruption {
  readonly signal: NodeJS.Signals;
  /** The function of node:fs whose calls the signal comes at; of those that open, the ones that make a file. */
  readonly moment: string;
  readonly args: readonly string[];
}

/** Runs generate with a signal that comes exactly while one call is at work: no clock decides. */
function interrupted({ signal, moment, args }: Interruption) {
  const preload = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { ${moment}: original } = fs;
    fs.${moment} = (...given) => {
      const made = original(...given);
      if ('${moment}' !== 'openSync' || String(given[0]).endsWith('.tmp')) process.kill(process.pid, '${signal}');
      return made;
    };
    syncBuiltinESMExports();
  `;
  const node = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, cli, 'generate', ...args];
  return spawnSync(process.execPath, node, { encoding: 'utf8', env: { PATH: process.env.PATH } });
}
