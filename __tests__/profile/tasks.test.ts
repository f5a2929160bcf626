import { describe, expect, it } from 'vitest';
import { profiled } from './profiled.ts';

async function tasksOf(files: Readonly<Record<string, string>>) {
  const { tasks } = await profiled(files);
  return tasks.map(
    ({ runner, name, directory, because }) =>
      `${runner} ${name} in ${directory} (${because[0]?.file}:${because[0]?.line})`,
  );
}

describe('The tasks that a repository’s own runners name', () => {
  it('are the targets of a makefile, but for variables, patterns and special ones', async () => {
    const text = [
      '.PHONY: licences docs',
      'GO := go',
      'FLAGS ::= -v',
      'licences docs: deps ## Lists them',
      '\techo not: a target',
      '%.o: %.c',
      '$(BINARIES): all',
      'build/app:: main.c',
      '# comment: none',
    ].join('\n');
    expect(await tasksOf({ Makefile: text })).toEqual([
      'make build/app in . (Makefile:8)',
      'make docs in . (Makefile:4)',
      'make licences in . (Makefile:4)',
    ]);
  });

  it('are those of the makefiles that it includes, from the folder in which make is started', async () => {
    const files = {
      'a/Makefile':
        'DIR := build\ninclude $(DIR)/checks.inc \\\n  common.mk\n-include gone.mk\nsinclude parts/*.rules\n\tinclude not.mk\nall:\n',
      'a/build/checks.inc': 'include common.mk\nlint:\n\ttrue\n',
      'a/common.mk': 'include Makefile\nclean:\n',
      'a/build/common.mk': 'never:\n',
      'a/parts/one.rules': 'one:\n',
      'a/parts/two.txt': 'two:\n',
      'a/not.mk': 'never:\n',
    };
    expect(await tasksOf(files)).toEqual([
      'make all in a (a/Makefile:7)',
      'make clean in a (a/common.mk:2)',
      'make lint in a (a/build/checks.inc:2)',
      'make one in a (a/parts/one.rules:1)',
    ]);
  });

  it('are the recipes of a justfile that need no argument', async () => {
    const text = [
      'set shell := ["bash", "-c"]',
      'alias t := test',
      'test:',
      '  cargo test',
      "run args='':",
      'deploy target:',
      '@quiet *rest:',
    ].join('\n');
    expect(await tasksOf({ 'mill/justfile': text })).toEqual([
      'just quiet in mill (mill/justfile:7)',
      'just run in mill (mill/justfile:5)',
      'just test in mill (mill/justfile:3)',
    ]);
  });

  it('are the recipes of a justfile that Linux has', async () => {
    const text =
      '[windows]\na:\n  dir\n\n[unix]\na:\n  ls\n\n[macos, private]\nb:\n  ls\n\n[linux]\n[no-cd]\nc:\n  ls\n';
    expect(await tasksOf({ justfile: text })).toEqual(['just a in . (justfile:6)', 'just c in . (justfile:15)']);
  });

  it('are found in time that grows with the text', async () => {
    const files = {
      'a/justfile': `a${' '.repeat(60)}=\n${`a${' b'.repeat(900)} =\n`.repeat(200)}all:\n`,
      'b/Makefile': `${`a${' '.repeat(1_900)}=\n`.repeat(490)}all  this:\n`,
    };
    expect(await tasksOf(files)).toEqual([
      'just all in a (a/justfile:202)',
      'make all in b (b/Makefile:491)',
      'make this in b (b/Makefile:491)',
    ]);
  });

  it('are none of files that are named like what every object has', async () => {
    const files = { constructor: 'a:\n', toString: 'b:\n', '__proto__/package.json': '{"scripts":{"__proto__":"x"}}' };
    expect(await tasksOf(files)).toEqual(['script __proto__ in __proto__ (__proto__/package.json:1)']);
  });

  it('are the tasks of a Taskfile that are not internal', async () => {
    const text = "version: '3'\ntasks:\n  lint: golangci-lint run\n  hidden:\n    internal: true\n    cmds: [true]\n";
    expect(await tasksOf({ 'Taskfile.yml': text })).toEqual(['task lint in . (Taskfile.yml:3)']);
  });

  it('are the scripts of a package.json', async () => {
    const text = '{\n  "name": "web",\n  "scripts": {\n    "check:licences": "license-checker"\n  }\n}\n';
    expect(await tasksOf({ 'web/package.json': text })).toEqual(['script check:licences in web (web/package.json:4)']);
  });

  it('are none of a folder that is not looked at', async () => {
    expect(
      await tasksOf({ 'node_modules/a/Makefile': 'test:\n', 'vendor/b/package.json': '{"scripts":{"x":"y"}}' }),
    ).toEqual([]);
  });
});
