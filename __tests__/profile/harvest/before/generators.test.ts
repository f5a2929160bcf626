import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, profiled, theUnit } from '../../profiled.ts';

const GO = {
  'go.mod': 'module a\n\ngo 1.25\n\nrequire b.example/b v1.0.0\n',
  'main.go': 'package main\n',
  'a_test.go': 'package main\n',
};
const MAKE = 'gen:\n\tgo generate ./...\ntest: gen\n\tgo test ./...\n';

async function install(files: MemoryFiles): Promise<string[]> {
  return (await theUnit(files)).commands.install.map(({ run }) => run);
}

describe('Code that tasks make before they check a unit', () => {
  it('is made after what is installed, with the line of the task', async () => {
    const { commands } = await theUnit({ ...GO, Makefile: MAKE });
    expect(commands.install.map(({ run }) => run)).toEqual(['go mod download', 'go generate ./...']);
    expect(linesOf(commands.install[1])).toEqual(['Makefile:2']);
  });

  it.each([
    [
      'by another task of just',
      { justfile: 'codegen:\n    go run ./gen\n\nlint: codegen\n    go vet ./...\n' },
      'go run ./gen',
    ],
    ['by the check itself', { Makefile: 'test:\n\tgo generate ./...\n\tgo test ./...\n' }, 'go generate ./...'],
    [
      'by a program that it builds first',
      {
        Makefile:
          'mocks:\n\tgo install m.example/mockgen@v1.2.3\n\tmockgen -o m.go a.go\ntest: mocks\n\tgo test ./...\n',
      },
      'mockgen -o m.go a.go',
    ],
  ])('is made %s', async (_, files, last) => {
    expect((await install({ ...GO, ...files })).at(-1)).toBe(last);
  });

  it('is made by what the packages of another language bring, in its folder', async () => {
    const mise =
      '[tasks]\ncodegen = "node scripts/gen.mjs"\ntest = { depends = ["codegen"], run = "npx vitest run" }\n';
    const node = {
      'package.json': '{"devDependencies": {"vitest": "^3"}}',
      'package-lock.json': '{}',
      'a.test.ts': '',
    };
    expect(await install({ ...node, 'mise.toml': mise })).toEqual(['npm ci', 'node scripts/gen.mjs']);
    const make =
      'proto:\n\tbuf generate\n\tcd worker && python -m grpc_tools.protoc --python_out=. a.proto\ntest: proto\n\tcd worker && pytest\n';
    const python = { 'worker/requirements.txt': 'grpcio-tools\npytest\n', 'worker/test_a.py': 'def test(): pass\n' };
    const { units } = await profiled({ ...python, Makefile: make });
    expect(units[0]?.commands.install.map(({ run }) => run)).toEqual([
      'pip install -r requirements.txt',
      'python -m grpc_tools.protoc --python_out=. a.proto',
    ]);
  });

  it('is made as the manager of the packages starts it', async () => {
    const pyproject = '[project]\nname = "a"\ndependencies = ["grpcio-tools"]\n[dependency-groups]\ndev = ["pytest"]\n';
    const python = { 'pyproject.toml': pyproject, 'uv.lock': '', 'test_a.py': 'def test(): pass\n' };
    const make = 'gen:\n\tpython -m grpc_tools.protoc --python_out=. a.proto\ntest: gen\n\tpytest\n';
    expect((await install({ ...python, Makefile: make })).at(-1)).toBe(
      'uv run python -m grpc_tools.protoc --python_out=. a.proto',
    );
  });

  it.each([
    ['nothing brings a program', { Makefile: 'gen:\n\tsqlc generate\ntest: gen\n\tgo test ./...\n' }],
    [
      'a directive starts one',
      { Makefile: MAKE, 'internal/b.go': 'package b\n\n//go:generate mockgen -o m.go b.go\n' },
    ],
    ['only make knows what it says', { Makefile: 'gen:\n\tgo run ./gen $(shell pwd)\ntest: gen\n\tgo test ./...\n' }],
    ['it is called after something else', { Makefile: 'tools:\n\tgo run ./tools\ntest: tools\n\tgo test ./...\n' }],
    ['it is made after the check', { Makefile: 'gen:\n\tgo generate ./...\ntest:\n\tgo test ./...\n\t$(MAKE) gen\n' }],
    ['no check asks for it', { Makefile: 'gen:\n\tgo generate ./...\nrun: gen\n\tgo run .\n' }],
    [
      'a pipeline says what is run there',
      {
        Makefile: MAKE,
        '.gitlab-ci.yml':
          'test:\n  script: [go test ./...]\n  rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }]\n',
      },
    ],
  ])('is not where %s', async (_, files) => {
    expect(await install({ ...GO, ...files })).toEqual(['go mod download']);
  });

  it('is made where a directive starts Go alone', async () => {
    const source = { 'internal/b.go': 'package b\n\n//go:generate go run ../gen\n//go:generate go tool stringer\n' };
    expect(await install({ ...GO, ...source, Makefile: MAKE })).toContain('go generate ./...');
  });

  it('is asked of no check that needs it, where nothing can make it', async () => {
    const main = { 'main.go': 'package main\n\nimport _ "a/gen"\n' };
    const { commands } = await theUnit({ ...GO, ...main, Makefile: 'lint:\n\tgo vet ./...\n\tgolangci-lint run\n' });
    expect(commands.lint.map(({ check }) => check)).toEqual(['format']);
  });
});
