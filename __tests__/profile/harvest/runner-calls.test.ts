import { describe, expect, it } from 'vitest';
import { linesOf, profiled } from '../profiled.ts';

const FILES = {
  'api/go.mod': 'module api\n\ngo 1.25\n',
  'api/main.go': 'package main\n',
  'api/a_test.go': 'package main\n',
  'web/package.json': '{"name": "web", "scripts": {"lint": "eslint .", "test:unit": "vitest run"}}',
  'web/package-lock.json': '{}',
};

/** What is linted in each folder, where a pipeline calls a target of this makefile. */
async function lintOf(makefile: string, call = 'make check') {
  const workflow = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${call}\n`;
  const { units } = await profiled({ ...FILES, Makefile: makefile, '.github/workflows/ci.yml': workflow });
  return {
    runs: Object.fromEntries(units.map(({ directory, commands }) => [directory, commands.lint.map(({ run }) => run)])),
    because: units.flatMap(({ commands }) =>
      commands.lint.flatMap((command) => (/golangci/.test(command.run) ? linesOf(command) : [])),
    ),
  };
}

describe('A recipe of make that a pipeline calls', () => {
  it.each([
    ['in a shell of its own', 'check:\n\t(cd api && golangci-lint run ./...)\n'],
    ['in one line', 'check:\n\t@cd api && golangci-lint run ./...\n'],
    ['over several lines', 'check:\n\tcd api && \\\n\t  golangci-lint run ./...\n'],
    ['before it', 'check: go\ngo:\n\tcd api && golangci-lint run ./...\n'],
    ['by a makefile below', 'check:\n\t$(MAKE) -C api golangci-lint\n\tcd api; golangci-lint run ./...\n'],
  ])('does in another folder what is a check there: %s', async (_, makefile) => {
    const { runs, because } = await lintOf(makefile);
    expect(runs.api).toContain('golangci-lint run');
    expect(because[0]).toBe('.github/workflows/ci.yml:6');
    expect(because[1]).toMatch(/^Makefile:\d$/);
  });

  it.each([
    ['may fail', 'check:\n\t-cd api && golangci-lint run ./...\n'],
    ['is of another target', 'check:\n\ttrue\nother:\n\tcd api && golangci-lint run ./...\n'],
    ['is where only make knows', 'check:\n\tcd $(DIR) && golangci-lint run ./...\n'],
    ['publishes', 'check:\n\tcd api && golangci-lint run ./... && npm publish\n'],
  ])('is no check where it %s', async (name, makefile) => {
    const { runs } = await lintOf(makefile);
    if (name === 'publishes') expect(JSON.stringify(runs)).not.toContain('publish');
    else expect(runs.api).not.toContain('golangci-lint run');
  });

  it('ends where targets wait for each other', async () => {
    expect(
      (await lintOf('check: other\n\tcd web && npm run lint\nother: check\n\tcd api && golangci-lint run\n')).runs.api,
    ).toContain('golangci-lint run');
  });
});

describe('A task that checks nothing', () => {
  const PYTHON = {
    'pyproject.toml': '[project]\nname = "a"\n[dependency-groups]\ndev = ["ruff", "pytest"]\n[tool.ruff]\n',
    'uv.lock': 'version = 1\n',
    'a/__init__.py': '',
    'tests/test_a.py': '',
  };

  it.each([
    ['lint', 'ruff check --exit-zero .'],
    ['test', 'pytest --collect-only'],
    ['test', 'PYTEST_ADDOPTS=--co pytest'],
  ])('is not how a %s is called: %s', async (name, line) => {
    for (const file of [{ Makefile: `${name}:\n\t${line}\n` }, { 'mise.toml': `[tasks]\n${name} = "${line}"\n` }]) {
      const { units } = await profiled({ ...PYTHON, ...file });
      expect(units.flatMap(({ commands }) => [...commands.lint, ...commands.test].map(({ run }) => run))).toEqual([
        'uv run ruff check .',
        'uv run pytest',
      ]);
    }
  });
});

describe('Tasks of the repository, where no pipeline runs anything', () => {
  const MAIN = { 'go.mod': 'module a\n\ngo 1.25\n', 'main.go': 'package main\n' };
  const lints = async (files: Record<string, string>) =>
    (await profiled({ ...MAIN, ...files })).units.flatMap(({ commands }) =>
      commands.lint.flatMap((command) => (/golangci/.test(command.run) ? linesOf(command) : [])),
    );

  it.each([
    ['Makefile', 'lint:\n\tgolangci-lint run ./...\n', 'Makefile:2'],
    ['Makefile', 'LINTER ?= golangci-lint\nlint:\n\t$(LINTER) run ./...\n', 'Makefile:3'],
    ['Makefile', 'ci: style\nstyle:\n\t@golangci-lint run\n', 'Makefile:3'],
    ['justfile', 'check: lint\n\nlint:\n    golangci-lint run\n', 'justfile:4'],
    ['mise.toml', '[tasks.lint]\nrun = "golangci-lint run ./..."\n', 'mise.toml:2'],
    ['mise.toml', '[tasks]\nci = { depends = ["style"] }\n"style" = ["golangci-lint run"]\n', 'mise.toml:3'],
    ['pyproject.toml', '[tool.poe.tasks]\nlint.sequence = ["a"]\na.cmd = "golangci-lint run"\n', 'pyproject.toml:3'],
    ['pyproject.toml', '[tool.poe.tasks]\nlint = ["a"]\na = "golangci-lint run"\n', 'pyproject.toml:3'],
    ['Taskfile.yml', 'version: 3\ntasks:\n  lint:\n    cmds:\n      - golangci-lint run\n', 'Taskfile.yml:5'],
    ['justfile', 'set dotenv-load\n\nlint *args: \n    golangci-lint run {{args}}\n', 'justfile:4'],
    ['justfile', 'lint path="./...":\n    golangci-lint run {{ path }}\n', 'justfile:2'],
    ['Taskfile.yml', 'dotenv: [.env]\ntasks:\n  lint: golangci-lint run\n', 'Taskfile.yml:3'],
  ])('say in a %s what is checked', async (file, text, line) => {
    expect(await lints({ [file]: text })).toEqual([line]);
  });

  it.each([
    ['a task that is called after something else', { Makefile: 'release:\n\tgolangci-lint run\n' }],
    ['a line that may fail', { Makefile: 'lint:\n\t-golangci-lint run\n' }],
    ['a task of mise that is told more', { 'mise.toml': '[tasks.lint]\nrun = "golangci-lint run"\ndir = "x"\n' }],
    [
      'a task of poe that is told more',
      { 'pyproject.toml': '[tool.poe.tasks.lint]\ncmd = "golangci-lint run"\ncwd = "x"\n' },
    ],
    ['a variable that is given twice', { Makefile: 'L = true\nL = golangci-lint\nlint:\n\t$(L) run\n' }],
    [
      'a recipe of just whose settings are kept',
      { justfile: 'set dotenv-load\nlint:\n    golangci-lint run\n', '.env': 'A=b\n' },
    ],
    [
      'a task whose settings are kept',
      { 'Taskfile.yml': 'dotenv: [.env]\ntasks:\n  lint: golangci-lint run\n', '.env': 'A=b\n' },
    ],
    ['a value that only make knows', { Makefile: 'L = $(shell which golangci-lint)\nlint:\n\t$(L) run\n' }],
  ])('say nothing by %s', async (_, files) => {
    expect(await lints(files)).toEqual([]);
  });

  it('say what is checked once, where another one leads to it', async () => {
    const crate = { 'Cargo.toml': '[package]\nname = "a"\nversion = "1.0.0"\n', 'src/lib.rs': '#[test]\nfn a() {}\n' };
    const just = 'check: test\n\ntest:\n    cargo test --all-features\n';
    const { units } = await profiled({ ...crate, justfile: just });
    expect(units[0]?.commands.test.map(({ run }) => run)).toEqual(['cargo test --all-features']);
  });

  it('say by mise what is set for them', async () => {
    const mise =
      '[env]\nFEED = "memory"\nOTHER = "{{cwd}}"\n\n[tasks.test]\nenv = { MODE = "fast" }\nrun = "npx vitest run"\n';
    const node = {
      'package.json': '{"devDependencies": {"vitest": "^3"}}',
      'package-lock.json': '{}',
      'a.test.ts': '',
    };
    const { units } = await profiled({ ...node, 'mise.toml': mise });
    expect(units[0]?.commands.test.map(({ run }) => run)).toEqual(['FEED=memory MODE=fast npx vitest run']);
  });

  it('say nothing of a folder of which a pipeline does', async () => {
    const workflow = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: go vet ./...\n`;
    const files = { Makefile: 'lint:\n\tgolangci-lint run\n', '.github/workflows/ci.yml': workflow };
    expect(await lints(files)).toEqual([]);
  });
});

it('What a task does in another folder is told to no unit of its own', async () => {
  const project = '[project]\nname = "x"\ndependencies = ["pytest"]\n';
  const workflow = 'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n';
  const { units } = await profiled({
    ...Object.fromEntries(['', 'api/'].map((at) => [`${at}pyproject.toml`, project])),
    ...Object.fromEntries(['', 'api/'].map((at) => [`${at}tests/test_a.py`, 'def test_a(): ...\n'])),
    Makefile: 'test:\n\tcd api && FLASK_ENV=testing pytest\n',
    '.github/workflows/ci.yml': workflow,
  });
  expect(units.map(({ directory, commands }) => [directory, commands.test.map(({ run }) => run)])).toEqual([
    ['.', [expect.not.stringContaining('FLASK_ENV')]],
    ['api', [expect.stringContaining('FLASK_ENV=testing')]],
  ]);
});
