import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../src/domain/coverage.ts';
import type { Tree } from '../../../src/domain/tree.ts';
import { coverageInForce } from '../../../src/profile/covered/in-force.ts';
import { profileRepository } from '../../../src/profile/profile.ts';
import { type MemoryFiles, memoryTree } from '../../fakes/memory-tree.ts';

const CI = '.github/workflows/ci.yml';
const HEAD = {
  'go.mod': 'module example.com/a\n\ngo 1.25.0\n',
  'a_test.go': 'package a\n',
  Makefile: 'check:\n\tgo test ./...\n',
  [CI]: [
    'on: pull_request',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v5',
    '      - run: make check',
    '',
  ].join('\n'),
};

describe('What the base must have, too', () => {
  it('is not read where git names its workflows and makefiles as those of the head', async () => {
    const reads: string[] = [];
    const { coverage, pending } = await inForce({ ...HEAD, 'main.go': 'package main\n' }, reads);
    expect(checksOf(coverage)).toMatchObject([{ run: 'go test ./...', through: ['Makefile'] }]);
    expect(pending).toEqual([]);
    expect(reads).toEqual([]);
  });

  it.each([
    ['a makefile is another one', { ...HEAD, Makefile: 'check:\n\tgo vet ./...\n' }],
    ['a makefile is not there', { ...HEAD, Makefile: { link: 'make/Makefile' } }],
    ['the workflow is another one', { ...HEAD, [CI]: HEAD[CI].replace('pull_request', 'push') }],
  ])('is read where %s', async (_, base) => {
    const reads: string[] = [];
    const { coverage, pending } = await inForce(base, reads);
    expect(checksOf(coverage)).toEqual([]);
    expect(pending).toMatchObject([{ run: 'go test ./...' }]);
    expect(reads).toContain(CI);
  });

  it('is nothing that runs now and then alone, which is told as the head has it', async () => {
    const pushed = { ...HEAD, [CI]: HEAD[CI].replace('pull_request', 'push') };
    const { coverage, pending } = await inForce({ ...pushed, Makefile: 'check:\n' }, [], pushed);
    expect(coverage).toMatchObject({ runs: [], conditional: [{ condition: { kind: 'push' } }, {}] });
    expect(pending).toEqual([]);
  });

  it('is a condition on the name of the repository, as a manifest there has it', async () => {
    const asks = HEAD[CI].replace('    runs-on', "    if: github.repository == 'example/a'\n    runs-on");
    const named = (name: string) => ({ ...HEAD, 'go.mod': `module github.com/${name}\n\ngo 1.25.0\n`, [CI]: asks });
    const { coverage, pending } = await inForce(named('fork/a'), [], named('example/a'));
    expect(checksOf(coverage)).toEqual([]);
    expect(pending).toMatchObject([{ run: 'go test ./...' }]);
    const same = await inForce({ ...named('example/a'), Makefile: `# all\n${HEAD.Makefile}` }, [], named('example/a'));
    expect(checksOf(same.coverage)).toMatchObject([{ run: 'go test ./...' }]);
  });

  it('is a task by its name, whatever its recipe', async () => {
    const { coverage } = await inForce({ ...HEAD, Makefile: 'check:\n\tgo vet ./...\n' }, []);
    expect(coverage?.runs).toMatchObject([{ kind: 'task', runner: 'make', name: 'check' }]);
  });

  it('is a task of poe, too', async () => {
    const files = {
      ...HEAD,
      'pyproject.toml': '[tool.poe.tasks]\ncheck = "go test ./..."\n',
      [CI]: HEAD[CI].replace('make', 'poe'),
    };
    const head = { ...files, '.github/workflows/more.yml': 'on: push\n' };
    const { coverage, pending } = await inForce(files, [], head);
    expect(checksOf(coverage)).toMatchObject([{ run: 'go test ./...', through: ['pyproject.toml'] }]);
    expect(pending).toEqual([]);
  });

  it('is a profile of Cargo that checks as much', async () => {
    const manifest = (inherits: string) => `[package]\nname = "a"\n[profile.ci]\ninherits = "${inherits}"\n`;
    const files = (inherits: string) => ({
      ...{ 'Cargo.toml': manifest(inherits), 'Cargo.lock': '', 'src/lib.rs': '#[test]\nfn works() {}\n' },
      [CI]: HEAD[CI].replace('make check', 'cargo test --locked --profile ci'),
    });
    const head = { ...files('dev'), '.github/workflows/more.yml': 'on: push\n' };
    const { coverage, pending } = await inForce(files('dev'), [], head);
    expect(checksOf(coverage)).toMatchObject([{ run: 'cargo test --locked', through: ['Cargo.toml'] }]);
    expect(pending).toEqual([]);
    const made = await inForce(files('release'), [], files('dev'));
    expect(checksOf(made.coverage)).toEqual([]);
    expect(made.pending).toMatchObject([{ run: 'cargo test --locked' }]);
  });

  it('is every script on the way to a command', async () => {
    const script = (text: string) => ({ executable: `#!/bin/sh\n${text}\n` });
    const head = {
      ...HEAD,
      [CI]: HEAD[CI].replace('make check', './out.sh'),
      'out.sh': script('./in.sh'),
      'in.sh': script('go test ./...'),
    };
    const reads: string[] = [];
    expect(checksOf((await inForce(head, reads, head)).coverage)).toMatchObject([{ through: ['out.sh', 'in.sh'] }]);
    expect(reads).toEqual([]);
    for (const changed of ['out.sh', 'in.sh']) {
      const { coverage, pending } = await inForce({ ...head, [changed]: script('echo') }, [], head);
      expect(coverage).toBeUndefined();
      expect(pending).toMatchObject([{ run: 'go test ./...' }]);
    }
  });

  it('is read where another file has the same content', async () => {
    const { [CI]: text, ...rest } = HEAD;
    const reads: string[] = [];
    const { coverage } = await inForce({ ...rest, '.github/workflows/other.yml': text }, reads);
    expect(checksOf(coverage)).toMatchObject([{ run: 'go test ./...', by: { file: CI } }]);
    expect(reads).toContain('.github/workflows/other.yml');
  });
});

function checksOf(coverage: Coverage | undefined) {
  return coverage?.runs.filter(({ kind }) => kind !== 'task') ?? [];
}

async function inForce(base: MemoryFiles, reads: string[], head: MemoryFiles = HEAD) {
  const tree = naming(head, []);
  const wanted = await profileRepository(tree);
  return coverageInForce(wanted.coverage as Coverage, { tree, base: naming(base, reads), wanted });
}

/** A tree that names contents by themselves, and tells what is read. */
function naming(files: MemoryFiles, reads: string[]): Tree {
  const tree = memoryTree(files);
  return {
    ...tree,
    read: (paths, limit) => {
      reads.push(...paths);
      return tree.read(paths, limit);
    },
    ids: async (paths) =>
      new Map(
        paths.flatMap((path) => {
          const entry = files[path];
          const text = typeof entry === 'object' && 'executable' in entry ? entry.executable : entry;
          return typeof text === 'string' ? [[path, text] as const] : [];
        }),
      ),
  };
}
