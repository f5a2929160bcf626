import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { profiled } from '../../profiled.ts';

const GO: MemoryFiles = { 'go.mod': 'module shop\n\ngo 1.24\n', 'main.go': 'package main' };
const TIDY = 'go mod tidy && git diff --exit-code -- go.mod go.sum';
const GENERATE = 'go generate ./... && git diff --exit-code';

function workflow(...steps: string[]): MemoryFiles {
  const lines = steps.flatMap((step) => {
    const [first = '', ...more] = step.split('\n');
    const script = more.length === 0 ? [first] : ['|', first, ...more];
    return script.map((line, index) => (index === 0 ? `      - run: ${line}` : `          ${line}`));
  });
  return {
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n${lines.join('\n')}\n`,
  };
}

async function lintOf(files: MemoryFiles) {
  const profile = await profiled({ ...GO, ...files });
  const lint = profile.units.find(({ directory }) => directory === '.')?.commands.lint ?? [];
  return lint.filter(({ run }) => run.includes('git diff')).map(({ run }) => run);
}

const DIRTY = 'if [ -n "$(git status --porcelain)" ]; then\n  echo tidy up first\n  exit 1\nfi';

describe('What a pipeline lets a program write, and compares', () => {
  it.each<[string, MemoryFiles]>([
    ['in one line', workflow('go mod tidy && git diff --exit-code')],
    ['in a script, by its files', workflow('go mod tidy\ngit diff --exit-code -- go.mod go.sum')],
    ['in a later step', workflow('go mod tidy', 'go vet ./...', DIRTY)],
    ['by what has changed in the index', workflow('go mod tidy\ngit diff-index --quiet HEAD -- || exit 1')],
    ['by its exit', workflow('go mod tidy\nif ! git diff --exit-code; then\n  exit 1\nfi')],
    ['with a word', workflow('go mod tidy', 'git diff --exit-code || (echo tidy up && exit 1)')],
    ['by a test', workflow('go mod tidy\ntest -z "$(git status --porcelain)" || (echo no; exit 1)')],
  ])('%s, is a check', async (_, files) => {
    expect(await lintOf(files)).toEqual([TIDY]);
  });

  it('is none where an action delivers it', async () => {
    const [file = ''] = Object.values(workflow('go mod tidy', 'git diff --exit-code'));
    const files = { '.github/workflows/ci.yml': `${String(file)}      - uses: peter-evans/create-pull-request@v7\n` };
    expect(await lintOf(files)).toEqual([]);
  });

  it('is started by the task that it is started by', async () => {
    const files = { ...workflow('make tidy\ngit diff --exit-code'), Makefile: 'tidy:\n\tgo mod tidy -v\n' };
    expect(await lintOf(files)).toEqual(['make tidy && git diff --exit-code -- go.mod go.sum']);
  });

  it.each<[string, MemoryFiles]>([
    ['where nothing is compared', workflow('go mod tidy', 'go vet ./...')],
    ['where it is compared before', workflow('git diff --exit-code', 'go mod tidy')],
    ['where other files are compared', workflow('go mod tidy\ngit diff --exit-code -- api')],
    ['where a change is delivered', workflow('go mod tidy', 'git diff --quiet || git commit -am tidy')],
    [
      'where a task does more',
      { ...workflow('make tidy\ngit diff --exit-code'), Makefile: 'tidy: tools\n\tgo mod tidy\n' },
    ],
    ['in words of a comment', workflow('go mod tidy\n# git diff --exit-code')],
    ['where it is compared before, in the same script', workflow('git diff --exit-code\ngo mod tidy')],
    ['where it is committed first', workflow('go mod tidy\ngit commit -am tidy\ngit diff --exit-code')],
    ['where it is shown alone', workflow('go mod tidy', 'git status --short')],
    ['where it is forgiven', workflow('go mod tidy', 'git diff --exit-code || true')],
    ['where it only warns', workflow('go mod tidy\ngit diff --quiet || echo "::warning::tidy up"')],
    ['where its output is taken', workflow('go mod tidy', 'git diff --exit-code | cat')],
    ['where it asks and goes on', workflow('go mod tidy\nif git diff --quiet; then\n  echo tidy\nfi')],
    ['where a quoted folder is compared', workflow('go mod tidy', 'git diff --exit-code -- "docs"')],
    ['where a folder is compared', workflow('go mod tidy', 'git diff --exit-code docs')],
    ['where patterns are compared', workflow('go mod tidy', "git diff --exit-code -- ':!gen'")],
  ])('%s, is none', async (_, files) => {
    expect(await lintOf(files)).toEqual([]);
  });

  it.each<[string, MemoryFiles, string[]]>([
    ['starts Go alone', { 'a.go': 'package main\n\n//go:generate go run ./gen\n' }, [GENERATE]],
    ['starts what is not there', { 'a.go': 'package main\n\n//go:generate mockgen -source a.go\n' }, []],
  ])('by directives, is one where a directive %s', async (_, files, expected) => {
    expect(await lintOf({ ...files, ...workflow('go generate ./...\ngit diff --exit-code') })).toEqual(expected);
  });

  it('is covered by the workflow that does it, and by none that only writes', async () => {
    const only = { '.github/workflows/tidy.yml': Object.values(workflow('go mod tidy'))[0] ?? '' };
    const profile = await profiled({ ...GO, ...workflow('go mod tidy\ngit diff --exit-code'), ...only });
    expect(profile.coverage?.runs.map((it) => [it.kind === 'command' ? it.run : it.kind, it.by.line])).toEqual([
      [TIDY, 8],
    ]);
  });
});
