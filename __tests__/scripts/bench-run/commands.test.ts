import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../rigs/act/folder.ts';
import { runCommands } from '../../../scripts/bench-run/commands.ts';

describe('Commands that are run as a runner does', () => {
  it('may open what they print to', async () => {
    const ran = await run('echo before', 'echo found | tee /dev/stderr');
    expect(ran.passed).toBe(true);
    expect(ran.printed.join('')).toContain('before');
    expect(ran.printed.join('')).toContain('found');
  });

  it('end at the first that fails, with its code', async () => {
    const ran = await run('echo one; exit 3', 'echo two');
    expect(ran).toMatchObject({ passed: false, printed: ['one\n', 'exit code 3'] });
  });

  it('do not wait for what one of them leaves behind', async () => {
    expect(await run('sleep 600 & echo started')).toMatchObject({ passed: true, printed: ['started\n'] });
  });
});

async function run(...commands: readonly string[]) {
  await using place = await temporaryFolder();
  return await runCommands(
    commands.map((command) => ({ run: command, directory: '.', environment: {} })),
    {
      clone: place.path,
      files: join(place.path, 'files'),
      environment: { PATH: process.env.PATH },
      signal: new AbortController().signal,
    },
  );
}
