import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../rigs/act/folder.ts';
import { provide } from '../../../scripts/bench-run/provide.ts';
import { toolsOf } from '../../../scripts/bench-run/tools.ts';

afterEach(() => vi.unstubAllEnvs());

it('gives each run a Python of its own, so that what one installs is on its PATH and not in the other', async () => {
  await using place = await temporaryFolder();
  vi.stubEnv('HOME', place.path);
  // What `-m venv FOLDER` makes, as far as it is looked at.
  program(join(place.path, '.pyenv/versions/3.12.1/bin/python3'), 'mkdir -p "$3/bin" && touch "$3/bin/python3"');
  const [one, other] = ['one', 'other'].map((name) => {
    const provided = provide(
      { tool: 'python', version: '>=3.10' },
      { cache: join(place.path, 'cache'), own: join(place.path, name) },
    );
    return 'folders' in provided ? provided.folders : undefined;
  });
  expect(one?.python).toBe(join(place.path, 'one/python-3.12.1/bin'));
  expect(one).toEqual({ python: one?.python, python3: one?.python, pip: one?.python });
  expect(other?.python).not.toBe(one?.python);
  expect(existsSync(join(one?.python ?? '', 'python3'))).toBe(true);
});

it('does not tell the uv that another program calls which Python to install to', async () => {
  await using place = await temporaryFolder();
  vi.stubEnv('HOME', place.path);
  program(join(place.path, '.pyenv/versions/3.12.1/bin/python3'), 'mkdir -p "$3/bin" && touch "$3/bin/python3"');
  const tools = toolsOf([{ tool: 'python', version: '' }], { cache: place.path, own: join(place.path, 'own') });
  expect(tools).toMatchObject({ programs: { python3: join(place.path, 'own/python-3.12.1/bin') } });
  expect(tools).not.toHaveProperty('environment.UV_PYTHON');
});

function program(file: string, script: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
