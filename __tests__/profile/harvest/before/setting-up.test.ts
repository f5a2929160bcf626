import { expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, theUnit } from '../../profiled.ts';

const NODE = { 'package.json': '{"scripts": {"test": "mocha"}}', 'package-lock.json': '{}', '.env.example': 'A=b\n' };

async function copies(files: MemoryFiles) {
  const { commands } = await theUnit({ ...NODE, ...files });
  return commands.install.slice(1).map((command) => `${command.run} by ${linesOf(command).join()}`);
}

it.each([
  ['a task of make', { Makefile: 'setup:\n\tcp .env.example .env\n' }, 'Makefile:2'],
  ['a rule of make for the file', { Makefile: '.env: .env.example\n\tcp $< $@\n' }, 'Makefile:2'],
  ['a task of just', { justfile: 'set dotenv-load\n\ninit:\n    cp -n .env.example .env\n' }, 'justfile:4'],
  [
    'a Taskfile that reads the copy',
    { 'Taskfile.yml': 'dotenv: [".env"]\ntasks:\n  setup: [cp .env.example .env]\n' },
    'Taskfile.yml:3',
  ],
  ['the README', { 'README.md': '# a\n\n```sh\n$ cp .env.example .env\n```\n' }, 'README.md:4'],
])('Settings are copied as %s does before anything is started', async (_, files, line) => {
  expect(await copies(files)).toEqual([`cp .env.example .env by ${line}`]);
});

it.each([
  ['a task of a folder above', { Makefile: 'setup:\n\tcp api/.env.example api/.env\n' }, 'Makefile:2'],
  ['a task that goes there', { Makefile: 'setup:\n\tcd api && cp .env.example .env\n' }, 'Makefile:2'],
  ['the README of a folder above', { 'README.md': '# a\n\n    cp ./api/.env.example ./api/.env\n' }, 'README.md:3'],
])('Settings of a folder are copied there as %s does', async (_, files, line) => {
  const below = Object.fromEntries(Object.entries(NODE).map(([path, text]) => [`api/${path}`, text]));
  const { commands, directory } = await theUnit({ ...below, ...files });
  expect([
    directory,
    ...commands.install.slice(1).map((command) => `${command.run} by ${linesOf(command).join()}`),
  ]).toEqual(['api', `cp .env.example .env by ${line}`]);
});

it.each([
  ['the copy is there', { Makefile: 'setup:\n\tcp .env.example .env\n', '.env': 'A=b\n' }],
  ['only a shell knows the names', { Makefile: '.env: .env.example\n\tcp $$< $$@\n' }],
  ['something else is copied', { 'README.md': 'cp a.env b.env\n\n    cp .env.example ~/.env\n' }],
  ['it is told, not typed', { 'README.md': 'Then cp .env.example .env and start it.\n' }],
  [
    'a pipeline says what is done there',
    { Makefile: 'setup:\n\tcp .env.example .env\n', '.gitlab-ci.yml': 'test:\n  script: [npm test]\n' },
  ],
])('Settings are not copied where %s', async (_, files) => {
  expect(await copies(files)).toEqual([]);
});
