import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { theUnit } from '../../profiled.ts';

const GO: MemoryFiles = { 'go.mod': 'module example.com/a\n\ngo 1.24\n', 'a.go': 'package a\n', 'a_test.go': '' };

async function testsWith(files: MemoryFiles): Promise<string[]> {
  const { commands } = await theUnit({ ...GO, ...files });
  return commands.test.map(({ run }) => run);
}

const pipeline = (...runs: readonly string[]) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});

describe('The flags of tests', () => {
  it.each([
    ['go test -race ./...', 'go test -race ./...'],
    ['go test ./... -race -count=1', 'go test -race -count=1 ./...'],
    ['go test -v -tags=netgo --timeout 30m -coverprofile c.out ./...', 'go test -tags=netgo --timeout 30m ./...'],
    ['gotestsum --format=short -- -short -p 4 ./...', 'go test -short -p 4 ./...'],
    ['go test -race -tags integration ./...', 'go test -race ./...'],
    ["go test -race -tags 'json1 sqlite3' ./...", 'go test -race -tags json1,sqlite3 ./...'],
    ['go test -v $(go list ./...) -tags skip', 'go test -tags skip ./...'],
    ['go test -short `go list ./... | grep -v /vendor/`', 'go test -short ./...'],
  ])('are those with which a pipeline runs all of them: %s', async (run, expected) => {
    expect(await testsWith(pipeline(run))).toEqual([expected]);
  });

  it.each([
    'go test -race ./a',
    'go test -race -run=One ./...',
    'go test -race ./... ./b',
    'go test -race $A ./...',
    'go test -race $(go list ./... | grep -v e2e)',
  ])('are not those of a part of them: %s', async (run) => {
    expect(await testsWith(pipeline(run))).toEqual(['go test ./...']);
  });

  it('are those of a task, which a pipeline starts or a person', async () => {
    const Makefile = 'T := -tags=netgo\ntest:\n\tgo test -race $(T) ./...\n';
    expect(await testsWith({ Makefile })).toEqual(['go test -race -tags=netgo ./...']);
    expect(await testsWith({ Makefile: Makefile.replace(':=', '+=') })).toEqual(['go test -race -tags=netgo ./...']);
    expect(await testsWith({ Makefile, ...pipeline('make test') })).toEqual(['go test -race -tags=netgo ./...']);
    expect(await testsWith({ Makefile, ...pipeline('go test -short ./...') })).toEqual(['go test -short ./...']);
  });

  it('are those of plain tests rather than of tests of a running system', async () => {
    const both = pipeline('go test -tags=e2e -timeout=2h ./...', 'go test -race ./...');
    expect(await testsWith(both)).toEqual(['go test -race ./...']);
  });

  it('have no race detector where C is left out', async () => {
    expect(await testsWith(pipeline('go test -race -short ./...', 'CGO_ENABLED=0 go test ./...'))).toEqual([
      'CGO_ENABLED=0 go test -short ./...',
    ]);
  });
});

describe('The tags of tests', () => {
  const compiled = async (files: MemoryFiles) => {
    const { commands } = await theUnit({ ...GO, ...files });
    return [...commands.lint, ...commands.build].map(({ run }) => run).filter((run) => /^go (?:vet|build)/.test(run));
  };

  it('are those by which all else is compiled', async () => {
    const expected = ['go vet -tags netgo,fts5 ./...', 'go build -tags netgo,fts5 ./...'];
    expect(await compiled(pipeline('go test -race -tags netgo,fts5 ./...'))).toEqual(expected);
    expect(await compiled({ Makefile: 'TAGS=netgo,fts5\ntest:\n\tgo test -tags $(TAGS) ./...\n' })).toEqual(expected);
  });

  it('are not where they are for a running system, or the repository compiles all without them', async () => {
    const plain = ['go vet ./...', 'go build ./...'];
    expect(await compiled(pipeline('go test -tags integration ./...'))).toEqual(plain);
    expect(await compiled(pipeline('go test -race ./...'))).toEqual(plain);
    expect(await compiled(pipeline('go test -tags mock ./...', 'go build -v ./...'))).toEqual(plain);
    expect(await compiled(pipeline('go test -tags mock ./...', 'go build -o shop .'))).toEqual(plain);
    const tool = pipeline('go install example.com/tool@latest', 'go test -tags mock ./...');
    expect(await compiled(tool)).toEqual(['go vet -tags mock ./...', 'go build -tags mock ./...']);
  });
});
