import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { profiled } from '../profiled.ts';

const GO: MemoryFiles = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'a_test.go': 'package a\n' };

/** What a workflow covers whose one step, on line 7, runs that. */
async function covered(step: string, files: MemoryFiles): Promise<string[]> {
  const head = 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n';
  const workflow = `${head}      - uses: actions/checkout@v5\n      - run: ${step}\n`;
  const { coverage } = await profiled({ ...GO, ...files, '.github/workflows/ci.yml': workflow });
  const commands = coverage?.runs.filter(({ kind }) => kind === 'command') ?? [];
  return commands.map((run) => `${run.kind === 'command' ? run.run : ''} by ${run.by.line}`);
}

/** Those commands, each with the files by which they come to be run. */
async function coverageBy(step: string, files: MemoryFiles) {
  const head = 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n';
  const workflow = `${head}      - uses: actions/checkout@v5\n      - run: ${step}\n`;
  const { coverage } = await profiled({ ...GO, ...files, '.github/workflows/ci.yml': workflow });
  return coverage?.runs.flatMap((run) => (run.kind === 'command' ? [[run.run, run.through]] : []));
}

const script = (...lines: string[]) => ({ executable: `${lines.join('\n')}\n` });
const TESTED = ['go test ./... by 7'];

describe('What a step starts by a script of the repository', () => {
  it.each([
    ['ends at a failure by its first line', 'scripts/test', ['#!/bin/sh -e', 'go test ./...', 'echo done']],
    [
      'ends at a failure by a line of its own',
      './scripts/test',
      ['#!/bin/sh', 'set -euo pipefail', 'go test ./...', 'echo'],
    ],
    ['ends at a failure by a long option', 'scripts/test', ['#!/bin/bash', 'set -o errexit', 'go test ./...', 'echo']],
    ['is told so', 'bash -e scripts/test --all', ['go test ./...', 'echo done']],
    ['has the command at its end', 'sh scripts/test', ['#!/bin/sh', 'echo tests', 'go test ./...']],
    ['goes to its own folder', 'scripts/test', ['#!/bin/sh -e', 'cd "$(dirname "$0")/.."', 'go test ./...']],
    ['starts another one', 'scripts/all', ['#!/bin/sh', 'go test ./...']],
    ['ends where it fails', 'scripts/test', ['#!/bin/sh', 'go test ./... || exit 1', 'echo done']],
    ['ends in the next line where it fails', 'scripts/test', ['#!/bin/sh', 'go test ./... ||', '  exit', 'echo']],
    ['says so, and ends', 'scripts/test', ['#!/bin/sh', 'true && go test ./... || { echo no; exit 2; }', 'echo']],
    ['is looked at then', 'scripts/test', ['#!/bin/sh', 'go test ./...', '', '[ $? -eq 0 ] || exit $?', 'echo']],
    ['is looked at otherwise', 'scripts/test', ['#!/bin/sh', 'go test ./...', '[[ "$?" != 0 ]] && exit 1', 'echo']],
    [
      'is looked at in lines',
      'scripts/test',
      ['#!/bin/sh', 'go test ./...', 'if [ $? -ne 0 ]', 'then', '  echo "no"', '  exit 1', 'fi', 'echo'],
    ],
    ['is looked at in one', 'scripts/test', ['#!/bin/sh', 'go test ./...', 'if [ $? -ne 0 ]; then exit 1; fi', 'echo']],
    ['needs something', 'scripts/test', ['#!/bin/sh', 'if ! foo; then', '  exit 1', 'fi', 'go test ./... || exit 1']],
    ['needs a setting', 'scripts/test', ['#!/bin/sh -e', '[ -n "$A" ] || exit 1', 'go test ./...', 'echo']],
  ])('is covered where it %s', async (_, step, lines) => {
    const all = script('#!/bin/sh', 'set -e', './scripts/test', 'echo done');
    expect(await covered(step, { 'scripts/test': script(...lines), 'scripts/all': all })).toEqual(TESTED);
  });

  it.each([
    ['goes on after a failure', 'scripts/test', ['#!/bin/sh', 'go test ./...', 'echo done']],
    ['is started without its first line', 'sh scripts/test', ['#!/bin/sh -e', 'go test ./...', 'echo done']],
    ['takes it back', 'scripts/test', ['#!/bin/sh -e', 'set +e', 'go test ./...']],
    ['may have ended', 'scripts/test', ['#!/bin/sh -e', 'if [ -z "$A" ]; then exit 0; fi', 'go test ./...']],
    ['may end without a failure', 'scripts/test', ['#!/bin/sh -e', '[ -n "$A" ] && exit', 'go test ./...']],
    ['ends without a failure', 'scripts/test', ['#!/bin/sh -e', 'go test ./... || exit 0', 'echo']],
    ['says nothing of it', 'scripts/test', ['#!/bin/sh', 'go test ./... || { echo no; exit; }', 'echo']],
    ['forgives it', 'scripts/test', ['#!/bin/sh', 'go test ./... ; true || exit 1', 'echo']],
    ['looks at another one', 'scripts/test', ['#!/bin/sh', 'go test ./...', 'echo', '[ $? -eq 0 ] || exit 1', 'echo']],
    [
      'only says that it failed',
      'scripts/test',
      ['#!/bin/sh', 'go test ./...', 'if [ $? -ne 0 ]; then echo; fi', 'echo'],
    ],
    ['has it where nothing ends', 'scripts/test', ['#!/bin/sh -e', '(go test ./...; true) || exit 1', 'echo']],
    ['says at the end what comes of it', 'scripts/test', ['#!/bin/sh -e', "trap 'exit 0' EXIT", 'go test ./...']],
    ['reads another one first', 'scripts/test', ['#!/bin/sh -e', '. ./lib.sh', 'go test ./...']],
    ['means something else by it', 'scripts/test', ['#!/bin/sh -e', 'go() {', '  true', '}', 'go test ./...']],
    ['has it in a branch', 'scripts/test', ['#!/bin/sh -e', 'if true; then', '  go test ./...', 'fi']],
    ['is of another language', 'scripts/test', ['#!/usr/bin/env python3', 'go test ./...']],
    ['goes to a folder that nobody knows', 'scripts/test', ['#!/bin/sh -e', 'cd "$A"', 'go test ./...']],
    ['is started with other settings', 'GOFLAGS=-run=One scripts/test', ['#!/bin/sh', 'go test ./...']],
    ['starts itself for ever', 'scripts/test', ['#!/bin/sh -e', 'scripts/test', 'scripts/test']],
  ])('is not covered where it %s', async (_, step, lines) => {
    expect(await covered(step, { 'scripts/test': script(...lines) })).toEqual([]);
  });

  it('is not looked for outside of the repository', async () => {
    expect(await covered('../test.sh && /bin/test.sh && ~/test.sh', {})).toEqual([]);
  });
});

describe('What a step starts by a task', () => {
  const MAKE = 'test: vet\n\tgo test ./...\nvet:\n\tgo vet ./...\nloose:\n\tgo test ./... ; echo done\n';
  const JUST = 'test: vet\n    go test ./...\n\n@vet:\n    go vet ./...\n\nloose:\n    -go test ./...\n';
  const TASKS = `version: "3"
tasks:
  test:
    deps: [vet]
    cmds: [{ cmd: go test ./..., silent: true }]
  vet: go vet ./...
  all: [{ task: vet }, { task: test }]
  loose: { cmds: [{ cmd: go test ./..., ignore_error: true }] }
  often: { status: [true], cmds: [go test ./...] }
  there: { dir: sub, cmds: [go test ./...] }
  odd: { cmds: [{ cmd: [go test ./...] }] }
`;
  const FILES = { Makefile: MAKE, justfile: JUST, 'Taskfile.yml': TASKS };
  const BOTH = ['go vet ./... by 7', 'go test ./... by 7'];

  it.each(['make test', 'make vet test', 'just test', 'task test', 'task all'])(
    'is covered with what stands before it: %s',
    async (step) => {
      expect(await covered(step, FILES)).toEqual(BOTH);
    },
  );

  it.each([
    'make loose',
    'just loose',
    'task loose',
    'task often',
    'task there',
    'task odd',
    'make other',
    'just other',
  ])('is not covered where its failure is passed over or nobody knows it: %s', async (step) => {
    expect(await covered(step, FILES)).toEqual([]);
  });

  it.each([
    ['another shell', { justfile: `set shell := ["nu", "-c"]\n${JUST}` }],
    ['a shell that reads no command', { justfile: `set shell := ["bash", "-n", "-c"]\n${JUST}` }],
    ['another interpreter', { justfile: 'test:\n    #!/usr/bin/env python3\n    go test ./...\n' }],
    ['another system above another attribute', { justfile: '[windows]\n[private]\ntest:\n    go test ./...\n' }],
    ['another folder beside another attribute', { justfile: '[private, no-cd]\ntest:\n    go test ./...\n' }],
    ['another folder', { justfile: '[no-cd]\ntest:\n    go test ./...\n' }],
  ])('is not covered by a recipe of just with %s', async (_, files) => {
    expect(await covered('just test', files)).toEqual([]);
  });

  it.each(['[unix]\n', '[linux]\n[private]\n', '[group("checks")]\n[unix]\n'])(
    'is covered by the recipe of just that Linux has: %s',
    async (attributes) => {
      const others = '[windows]\ntest:\n    echo no\n\n[macos]\ntest:\n    go vet ./...\n';
      const justfile = `${others}\n${attributes}test:\n    go test ./...\n`;
      expect(await covered('just test', { justfile })).toEqual(TESTED);
    },
  );

  it('is covered by a recipe of just in a shell that reads it alike', async () => {
    for (const shell of ['["bash", "-cu"]', "['zsh', '-c']", '["bash", "-euo", "pipefail", "-c"] # strict'])
      expect(await covered('just test', { justfile: `set shell := ${shell}\n${JUST}` })).toEqual(BOTH);
  });

  it('is covered by a Taskfile that sets nothing which changes a check, and gives on no words', async () => {
    const tasks = (head: string) => `${head}tasks:\n  test: go test ./... {{ .CLI_ARGS }}\n`;
    const run = (head: string, more: MemoryFiles = {}) =>
      covered('task test', { 'Taskfile.yml': tasks(head), ...more });
    expect(await run('env: { PORT: 80 }\ndotenv: [.env]\n')).toEqual(TESTED);
    expect(await run('env: { GOFLAGS: -run=One }\n')).toEqual([]);
    expect(await run('dotenv: [.env]\n', { '.env': 'GOFLAGS=-run=One\n' })).toEqual([]);
    expect(await run('set: [nounset]\n')).toEqual([]);
    expect(await run("vars: { E: ci }\ndotenv: ['.env.{{.E}}']\n")).toEqual([]);
  });

  it('is not covered by make where a target has several rules, or a failure ends nothing', async () => {
    const twice = 'test:\n\tgo test ./...\ntest:\n\tgo vet ./...\n';
    expect(await covered('make test', { Makefile: twice })).toEqual([]);
    expect(await covered('make test', { Makefile: `.IGNORE:\n${MAKE}` })).toEqual([]);
  });

  it('is covered by the recipe of a makefile that is included, where all that is included is known', async () => {
    const files = { Makefile: 'include build/checks.mk\n', 'build/checks.mk': 'include $(A).inc\nA := build/more\n' };
    const open = { Makefile: 'include build/checks.mk\n', 'build/checks.mk': MAKE };
    const by = ['Makefile', 'build/checks.mk'];
    expect(await coverageBy('make test', open)).toEqual([
      ['go vet ./...', by],
      ['go test ./...', by],
    ]);
    expect(await covered('make test', { ...files, 'build/more.inc': MAKE })).toEqual(['go vet ./... by 7', ...TESTED]);
    expect(await covered('make test', { ...open, Makefile: 'include build/checks.mk $(B)/c.mk\n' })).toEqual([]);
    expect(await covered('make test', { ...open, 'build/checks.mk': `.IGNORE:\n${MAKE}` })).toEqual([]);
    expect(await covered('make test', { ...open, Makefile: 'include build/*.mk\n-include gone.mk\n' })).toEqual([
      'go vet ./... by 7',
      ...TESTED,
    ]);
  });

  it('is covered where another program is started by a word that would end a shell', async () => {
    expect(await covered('make test', { Makefile: 'test:\n\tpnpm exec tsc\n\tgo test ./...\n' })).toEqual(TESTED);
    expect(await covered('make test', { Makefile: 'test:\n\texec true && go test ./...\n' })).toEqual([]);
  });

  const PHONY = '.PHONY: test\ntest:\n\tgo test ./...\n';

  it.each([
    ['a shell that does nothing', { Makefile: `SHELL := /bin/true\n${PHONY}` }],
    ['a shell that only reads', { Makefile: `SHELL = bash -n\n${PHONY}` }],
    ['options with which a shell only reads', { Makefile: `.SHELLFLAGS := -n -c\n${PHONY}` }],
    ['variables that all reach it', { Makefile: `export\nGOFLAGS = -run=One\n${PHONY}` }],
    ['variables that all reach it, by a target', { Makefile: `GOFLAGS = -run=One\n.EXPORT_ALL_VARIABLES:\n${PHONY}` }],
    ['a variable that reaches it behind another one', { Makefile: `export A GOFLAGS\n${PHONY}` }],
    ['a flag with which it goes on', { Makefile: `MAKEFLAGS += --jobs=1 -k\n${PHONY}` }],
    ['flags by other words', { Makefile: `export override MAKEFLAGS = -i\n${PHONY}` }],
    ['flags of GNU make alone', { Makefile: `GNUMAKEFLAGS += -i\n${PHONY}` }],
    ['flags that it is told', { Makefile: `export MAKEFLAGS := $(FLAGS)\n${PHONY}` }],
    ['what it includes', { Makefile: `include hack/*.mk\n${PHONY}`, 'hack/a.mk': '.IGNORE:\n' }],
    ['a file of its name', { Makefile: 'test:\n\tgo test ./...\n', 'test/a.txt': '' }],
    [
      'a variable that has a value in one case alone',
      { Makefile: `ifdef A\nALL = ./...\nendif\ntest:\n\tgo test $(ALL)\n` },
    ],
    ['a text that looks like a rule', { Makefile: 'define HELP\ntest:\n\tgo test ./...\nendef\n%:\n\t@true\n' }],
  ])('is not covered by make with %s', async (_, files) => {
    expect(await covered('make test', files)).toEqual([]);
  });

  it.each([
    [
      'a shell that ends at failures',
      { Makefile: `SHELL := /usr/bin/env bash -o pipefail\n.SHELLFLAGS = -ec\n${PHONY}` },
    ],
    ['flags that only change how many run', { Makefile: `MAKEFLAGS += -j4 --no-print-directory\n${PHONY}` }],
    ['what is not in the repository', { Makefile: `-include local.mk $(OBJECTS:.o=.d)\n${PHONY}` }],
    ['a folder of its name that it does not mean', { Makefile: PHONY, 'test/a.txt': '' }],
    [
      'a file of its name, behind what it needs',
      { Makefile: 'test: all\n\texit 1\nall:\n\tgo test ./...\n', 'test/a': '' },
    ],
    ['a variable of its own', { Makefile: 'ALL ?= ./...\ntest:\n\tgo test $(ALL)\n' }],
  ])('is covered by make with %s', async (_, files) => {
    expect(await covered('make test', files)).toEqual(TESTED);
  });

  it.each([
    [
      'puts something before its commands',
      'test: export MODE = unit\ntest:\n\tgo test ./...\n',
      ['MODE=unit go test ./... by 7'],
    ],
    ['has a value of its own', 'ALL = ./a\ntest: ALL := ./...\n\ntest:\n\tgo test $(ALL)\n', TESTED],
    ['has a value that another one is added to', 'ALL = ./...\ntest: ALL += -run=One\ntest:\n\tgo test $(ALL)\n', []],
    ['has a value that is not known', 'ALL = ./...\ntest: ALL = $(shell cat all)\ntest:\n\tgo test $(ALL)\n', []],
    ['has two of them', 'test: ALL = ./...\ntest: ALL = ./a\ntest:\n\tgo test $(ALL)\n', []],
    ['gives it to what it needs', 'ALL = ./...\ntest: ALL = ./a\ntest: all\nall:\n\tgo test $(ALL)\n', []],
    ['has none of those of another one', 'ALL = ./...\nfew: ALL = ./a\ntest:\n\tgo test $(ALL)\n', TESTED],
  ])('is what a target of make does that %s', async (_, Makefile, expected) => {
    expect(await covered('make test', { Makefile })).toEqual(expected);
  });

  it('is not covered by make with a variable that a workflow may say', async () => {
    const makefile = 'ALL ?= ./...\ntest:\n\tgo test $(ALL)\n';
    expect(await covered('make test\n        env: { ALL: "${{ inputs.a }}" }', { Makefile: makefile })).toEqual([]);
  });

  it('is covered by tasks of Deno, and by those that come before them', async () => {
    const deno = (tasks: string, step = 'deno task ok', more: MemoryFiles = {}) =>
      covered(step, { 'deno.json': `{ "tasks": ${tasks} }`, ...more });
    expect(await deno('{ "ok": "echo a && go test ./..." }')).toEqual(TESTED);
    expect(await deno('{ "ok": "deno task go", "go": "go test ./..." }')).toEqual(TESTED);
    expect(await deno('{ "ok": { "command": "go test ./...", "description": "all" } }')).toEqual(TESTED);
    expect(await deno('{ "ok": { "dependencies": ["go"] }, "go": "go test ./..." }')).toEqual(TESTED);
    expect(await covered('deno task ok', { 'deno.jsonc': '// a\n{ "tasks": { "ok": "go test ./..." } }' })).toEqual(
      TESTED,
    );
    expect(await deno('{ "ok": "go test ./... ; echo a" }')).toEqual([]);
    expect(await deno('{ "ok": "go test ./... || true" }')).toEqual([]);
    expect(await deno('{ "ok": { "command": "go test ./...", "cwd": "a" } }')).toEqual([]);
    expect(await deno('{ "ok": "go test" }', 'deno task ok ./...')).toEqual([]);
    expect(await deno('{ "ok": "go test ./..." }', 'deno task --cwd a ok')).toEqual([]);
  });

  it('is covered by tasks of mise and of poe, where nothing is set for all of them that changes it', async () => {
    const mise = (more = '') =>
      covered('mise run test', { 'mise.toml': `${more}[tasks.test]\nrun = "go test ./..."\n` });
    expect(await mise('[env]\nPORT = "80"\n')).toEqual(['PORT=80 go test ./... by 7']);
    expect(await mise('[env]\nGOFLAGS = "-run=One"\n')).toEqual([]);
    expect(await mise('[env]\n_.path = "./bin"\n')).toEqual([]);
    expect(await mise('[task_config]\ndir = "other"\n')).toEqual([]);
    expect(await mise('[settings]\ntask_skip = ["test"]\n')).toEqual([]);
    const other = (path: string) =>
      covered('mise run test', {
        'mise.toml': '[tasks]\ntest = "go test ./..."\n',
        [path]: '[tasks]\ntest = "true"\n',
      });
    expect(await other('.mise/tasks/other')).toEqual(TESTED);
    for (const path of ['mise.local.toml', '.mise.toml', '.config/mise.toml', '.mise/tasks/test'])
      expect(await other(path)).toEqual([]);
    const poe = (more = '') =>
      covered('poe test', { 'pyproject.toml': `${more}[tool.poe.tasks]\ntest = "go test ./..."\n` });
    expect(await poe('[tool.poe]\nenv = { PORT = "80" }\n')).toEqual(TESTED);
    expect(await poe('[tool.poe]\nenv = { GOFLAGS = "-run=One" }\n')).toEqual([]);
    expect(await poe('[tool.poe]\nenvfile = ".env"\n')).toEqual([]);
    expect(await poe('[tool.poe]\ndefault_task_type = "expr"\n')).toEqual([]);
  });

  it.each([
    [
      'pdm run test',
      { 'pyproject.toml': '[tool.pdm.scripts]\ntest = { cmd = ["go", "test", "./..."], help = "It" }\n' },
    ],
    ['pdm all', { 'pyproject.toml': '[tool.pdm.scripts]\nall = { composite = ["t"] }\nt.shell = "go test ./..."\n' }],
    [
      'hatch run dev:all',
      { 'hatch.toml': '[envs.default.scripts]\nall = ["echo", "t"]\nt = "go test {args:./...}"\n' },
    ],
    ['hatch -e dev run t', { 'pyproject.toml': '[tool.hatch.envs.dev.scripts]\nt = "go test ./...{args}"\n' }],
    ['rye run all', { 'pyproject.toml': '[tool.rye.scripts]\nall = { chain = ["t"] }\nt = "go test ./..."\n' }],
    [
      'pixi run -e dev all',
      { 'pixi.toml': '[tasks]\nall = { cmd = "echo", depends-on = ["t"] }\nt = "go test ./..."\n' },
    ],
    ['pipenv run t', { Pipfile: '[scripts]\nt = "go test ./..."\n' }],
    ['uv run --frozen poe t', { 'pyproject.toml': '[tool.poe.tasks]\nt = "go test ./..."\n' }],
    ['poetry poe t', { 'pyproject.toml': '[tool.poe.tasks]\nt = "go test ./..."\n' }],
    ['poetry run make t', { Makefile: 't:\n\tgo test ./...\n' }],
  ])('is covered by a script of a project of Python: %s', async (run, files) => {
    expect(await covered(run, files)).toEqual(TESTED);
  });

  it.each([
    ['pdm run t', '[tool.pdm.scripts]\nt = { cmd = "go test ./...", env = { GOFLAGS = "-run=One" } }\n'],
    ['pdm run t', '[tool.pdm.scripts]\nt = "go test ./..."\n_.env = { GOFLAGS = "-run=One" }\n'],
    ['pdm build', '[tool.pdm.scripts]\nbuild = "go test ./..."\n'],
    ['hatch run t', '[tool.hatch.envs.default.scripts]\nt = ["- go test ./..."]\n'],
    ['hatch run t', '[tool.hatch.envs.default]\nenv-vars = { GOFLAGS = "-x" }\nscripts.t = "go test ./..."\n'],
    ['hatch run other:t', '[tool.hatch.envs.dev.scripts]\nt = "go test ./..."\n'],
    ['pixi run t', '[tool.pixi.tasks]\nt = { cmd = "go test ./...", inputs = ["a"] }\n'],
  ])('is not covered by one that does not run it, or otherwise: %s', async (run, pyproject) => {
    expect(await covered(run, { 'pyproject.toml': pyproject })).toEqual([]);
  });

  it('is covered by a script of a package that runs other scripts', async () => {
    const scripts = { ci: 'npm run lint && npm test', loose: 'npm run lint; npm test', lint: 'eslint .', test: 'jest' };
    const files = { 'package.json': JSON.stringify({ scripts }), 'package-lock.json': '{}', 'a.test.js': '' };
    expect(await covered('npm run ci', files)).toEqual(['npm run lint by 7', 'npm test by 7']);
    expect(await covered('npm run loose', files)).toEqual(['npm test by 7']);
  });

  const CHECKS = { lint: 'eslint .', test: 'jest' };

  it('is covered where a task needs the one that runs it', async () => {
    const some = 'go test $(shell go list ./... | grep -v /tools)';
    const Makefile = `all: check\ncheck: test\ntest:\n\t${some}\n`;
    expect(await covered('make all', { Makefile })).toEqual(['make test by 7']);
  });

  it('is covered by the scripts that a manager runs around one, but for Yarn since its second release', async () => {
    const filesOf = (manager: string) => ({
      'package.json': JSON.stringify({
        scripts: { ...{ preall: `${manager} run lint`, all: 'echo all', postall: `${manager} test` }, ...CHECKS },
      }),
      'a.test.js': '',
    });
    const npm = { ...filesOf('npm'), 'package-lock.json': '{}' };
    expect(await covered('npm run all', npm)).toEqual(['npm run lint by 7', 'npm test by 7']);
    expect(await covered('npm run missing', npm)).toEqual([]);
    expect(await covered('npm run all', { ...npm, '.npmrc': 'ignore-scripts=true\n' })).toEqual([]);
    const pnpm = (lock: string) => ({ ...filesOf('pnpm'), 'pnpm-lock.yaml': `lockfileVersion: '${lock}'\n` });
    expect(await covered('pnpm run all', pnpm('9.0'))).toEqual(['pnpm run lint by 7', 'pnpm test by 7']);
    expect(await covered('pnpm run all', pnpm('6.0'))).toEqual([]);
    const off = { 'pnpm-workspace.yaml': 'enablePrePostScripts: false\n' };
    expect(await covered('pnpm run all', { ...pnpm('9.0'), ...off })).toEqual([]);
    const yarn = (lock: string) => ({ ...filesOf('yarn'), 'yarn.lock': lock });
    expect(await covered('yarn all', yarn('# yarn lockfile v1\n'))).toEqual(['yarn run lint by 7', 'yarn test by 7']);
    expect(await covered('yarn all', yarn('__metadata:\n  version: 8\n'))).toEqual([]);
  });

  it.each([
    ['npm run build', ['npx tsc --noEmit by 7', 'npm run build by 7']],
    ['npx tsc -b', ['npx tsc --noEmit by 7']],
    ['npx tsc -p tsconfig.app.json', []],
    ['npx tsc --noCheck', []],
    ['npx tsc --watch', []],
  ])('is covered where the compiler writes what it has checked: %s', async (run, expected) => {
    const manifest = { scripts: { build: 'tsc && vite build' }, devDependencies: { typescript: '5', vite: '7' } };
    const files = { 'package.json': JSON.stringify(manifest), 'package-lock.json': '{}', 'src/a.ts': '' };
    expect((await covered(run, { ...files, 'tsconfig.json': '{}' })).sort()).toEqual([...expected].sort());
  });

  it('is covered by the compiler behind what writes its types, in steps of their own', async () => {
    const manifest = { dependencies: { next: '16' }, devDependencies: { typescript: '5' } };
    const files = { 'package.json': JSON.stringify(manifest), 'package-lock.json': '{}', 'src/a.ts': '' };
    const config = { 'tsconfig.json': '{ "include": ["next-env.d.ts", "src"] }' };
    expect(await covered('npx tsc --noEmit', { ...files, ...config })).toEqual([
      'npx next typegen && npx tsc --noEmit by 7',
    ]);
  });

  it('is covered by the compiler by its name alone, as Yarn starts it', async () => {
    const manifest = { devDependencies: { typescript: '5' } };
    const files = { 'package.json': JSON.stringify(manifest), 'yarn.lock': '# yarn lockfile v1\n', 'src/a.ts': '' };
    expect(await covered('yarn tsc', { ...files, 'tsconfig.json': '{}' })).toEqual(['yarn tsc --noEmit by 7']);
    const named = JSON.stringify({ ...manifest, scripts: { tsc: 'echo skipped' } });
    const other = { ...files, 'package.json': named, 'tsconfig.json': '{}' };
    expect(await covered('yarn tsc', other)).not.toContain('npx tsc --noEmit by 7');
  });

  describe('of turbo', () => {
    const files = (turbo: object, manager = 'npm@11.0.0') => ({
      'package.json': JSON.stringify({ packageManager: manager, scripts: { lint: 'eslint .', test: 'jest' } }),
      'package-lock.json': '{}',
      'a.test.js': '',
      'turbo.json': JSON.stringify(turbo),
    });
    const own = files({ tasks: { '//#lint': {}, '//#test': {} } });

    it.each([
      ['npx turbo lint', ['npm run lint by 7']],
      ['npx turbo run lint test', ['npm run lint by 7', 'npm test by 7']],
    ])('is covered where it is one of the root: %s', async (run, expected) => {
      expect(await covered(run, own)).toEqual(expected);
    });

    it.each([
      ['packages are chosen', 'npx turbo lint --filter=./packages/*', own],
      ['it is one of packages', 'npx turbo lint', files({ tasks: { lint: {} } })],
      ['nobody says what runs it', 'npx turbo lint', files({ tasks: { '//#lint': {} } }, '')],
    ])('is not covered where %s', async (_, run, other) => expect(await covered(run, other)).toEqual([]));
  });

  it('is found through a makefile in which everything waits for everything', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `t${index}`);
    const makefile = names.map((name) => `${name}: ${names.join(' ')}\n\tgo vet ./...\n`).join('');
    expect(await covered('make t0', { Makefile: makefile })).toEqual(['go vet ./... by 7']);
  });
});
