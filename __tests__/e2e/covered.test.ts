import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryRepository } from '../fakes/repository.ts';

const CI = `name: ci
on:
  pull_request:
    branches: [main]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: |
          go vet ./...
          gofmt -d .
      - run: go test ./...
      - run: go build ./...
`;
const FILES = {
  'go.mod': 'module example.com/a\n\ngo 1.26.0\n',
  'main.go': 'package main\n\nfunc main() {}\n',
  'main_test.go': 'package main\n',
  '.github/workflows/ci.yml': CI,
};

interface Answer {
  readonly files: readonly { readonly path: string; readonly status: string }[];
  readonly covered: readonly { readonly check: string; readonly by: readonly { readonly line: number }[] }[];
  readonly report: { readonly verdict: string };
}

describe('The built program on a repository with workflows', () => {
  it('proposes nothing where they do all of it, and says where', async () => {
    await using repository = temporaryRepository(FILES);
    const { code, stdout } = runCli(['generate', '--repository', repository.path, '--write']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Nothing to propose: every check is covered by ci\.yml:11, ci\.yml:12, ci\.yml:13, ci\.yml:14;/,
    );
    expect(existsSync(join(repository.path, '.github/workflows/generated.yml'))).toBe(false);
    const answer = runJson<Answer>(['generate', '--repository', repository.path, '--json']);
    expect(answer).toMatchObject({ files: [], report: { verdict: 'pass' } });
    expect(answer.covered.map(({ check, by }) => `${check} ${by[0]?.line}`)).toEqual([
      'lint 11',
      'format 12',
      'test 13',
      'build 14',
    ]);
  });

  it('proposes all of it where they are to be replaced, by option and by the configuration at the base', async () => {
    await using repository = temporaryRepository(FILES);
    const replacing = runCli(['generate', '--repository', repository.path, '--existing', 'replace']);
    expect(replacing.stdout).toContain('run: go test ./...');
    expect(replacing.stdout).toContain('which could then be removed: .github/workflows/ci.yml.');
    repository.write({ '.github/agent-generate.yml': 'version: 1\nsettings: { existing: replace }\n' });
    repository.commit();
    const answer = runJson<Answer>(['generate', '--repository', repository.path, '--base', 'HEAD', '--json']);
    expect(answer).toMatchObject({ files: [{ status: 'added' }], covered: [], report: { verdict: 'pass' } });
    const kept = ['generate', '--repository', repository.path, '--base', 'HEAD', '--existing', 'keep', '--json'];
    expect(runJson<Answer>(kept).files).toEqual([]);
  });

  it('leaves a proven gate where a generated file stands', async () => {
    const { '.github/workflows/ci.yml': _, ...bare } = FILES;
    await using repository = temporaryRepository(bare);
    runCli(['generate', '--repository', repository.path, '--write']);
    repository.write({ '.github/workflows/ci.yml': CI });
    repository.commit();
    const answer = runJson<Answer>(['generate', '--repository', repository.path, '--write', '--json']);
    expect(answer).toMatchObject({ files: [{ status: 'changed' }], report: { verdict: 'pass', findings: [] } });
    expect(repository.git('show', 'HEAD:.github/workflows/generated.yml')).toContain('go-test');
    const again = runJson<Answer>(['generate', '--repository', repository.path, '--json']);
    expect(again).toMatchObject({ files: [{ status: 'unchanged' }] });
  });

  it('takes no other word for it', () => {
    const { code, stderr } = runCli(['generate', '--existing', 'replaced']);
    expect(code).toBe(2);
    expect(stderr).toContain("'replaced' is not a value of --existing; did you mean replace?");
  });
});
