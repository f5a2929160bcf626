import { describe, expect, it } from 'vitest';
import { profiled } from '../profiled.ts';

/** What a workflow covers whose one step runs that, in a module of Go. */
async function covered(run: string, { go = '1.26', makefile = '' } = {}): Promise<string[]> {
  const head = 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n';
  const { coverage } = await profiled({
    'go.mod': `module example.com/a\n\ngo ${go}\n`,
    'a.go': 'package a\n',
    Makefile: makefile,
    '.github/workflows/ci.yml': `${head}      - uses: actions/checkout@v5\n      - run: ${JSON.stringify(run)}\n`,
  });
  return coverage?.runs.flatMap((one) => (one.kind === 'command' ? [one.run] : [])) ?? [];
}

const BEFORE = 'test -z "$(gofmt -l . | tee /dev/stderr)"';

describe('The format of Go', () => {
  it.each([
    ['gofmt -d .', '1.26', 'test -z "$(gofmt -l .)"'],
    [BEFORE, '1.25', BEFORE],
    [BEFORE, '1.25', '[ -z "$(gofmt -s -l .)" ]'],
    ['gofmt -d .', '1.26', 'gofmt -d .'],
  ])('is covered as %s of Go %s by %s', async (known, go, run) => {
    expect(await covered(run, { go })).toContain(known);
  });

  it('is covered by a task that looks at what the formatter says', async () => {
    const makefile = 'fmt-check:\n\ttest -z $(shell gofmt -l .)\n\nvet:\n\t-test -z "$$(gofmt -l .)"\n';
    expect(await covered('make fmt-check', { makefile })).toContain('gofmt -d .');
    expect(await covered('make vet', { makefile })).toEqual([]);
  });

  it.each([
    ['1.25', 'gofmt -d .'],
    ['1.26', 'gofmt -l .'],
    ['1.26', 'test -z "$(gofmt -l . || true)"'],
    ['1.26', 'test -z "$(go fmt ./...)"'],
    ['1.26', 'test -z "$(gofmt -l cmd)"'],
  ])('is not covered of Go %s by what finds less, or never fails: %s', async (go, run) => {
    expect(await covered(run, { go })).toEqual([]);
  });
});
