import { describe, expect, it } from 'vitest';
import { declaredRepository } from '../../../src/profile/covered/own-repository.ts';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { snapshotOf } from '../detecting.ts';
import { profiled } from '../profiled.ts';

const GO = { 'go.mod': 'module github.com/Acme/shop/v2\n\ngo 1.25.0\n', 'a_test.go': 'package a\n' };

const workflow = (lines: string) =>
  `on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n${lines}    steps:\n      - uses: actions/checkout@v5\n      - run: go test ./...\n`;

async function coverageUnder(condition: string, files: MemoryFiles = GO) {
  const { coverage } = await profiled({ ...files, '.github/workflows/ci.yml': workflow(`    if: ${condition}\n`) });
  return {
    covered: (coverage?.runs ?? []).length,
    open: (coverage?.conditional ?? []).map(({ condition }) => condition),
  };
}

describe('A condition that asks for the repository', () => {
  it.each([
    "github.repository == 'acme/shop'",
    "github.repository_owner == 'acme'",
    "${{ github.repository == 'acme/shop' && github.event_name != 'schedule' }}",
    "github.repository != 'acme/other'",
    "startsWith(github.repository, 'acme/')",
  ])('is none where a manifest names it so: %s', async (condition) => {
    expect(await coverageUnder(condition)).toEqual({ covered: 1, open: [] });
  });

  it.each([
    "github.repository == 'acme/other'",
    "github.repository_owner == 'other'",
    "github.repository == 'acme/shop' && vars.A",
    "github.repository_id == '1'",
  ])('is said where it asks for another one, or for more: %s', async (condition) => {
    expect(await coverageUnder(condition)).toEqual({ covered: 0, open: [{ kind: 'condition', name: condition }] });
  });

  it('is said where no manifest names the repository', async () => {
    const files = { ...GO, 'go.mod': 'module example.com/shop\n\ngo 1.25.0\n' };
    const condition = "github.repository == 'acme/shop'";
    expect(await coverageUnder(condition, files)).toEqual({
      covered: 0,
      open: [{ kind: 'condition', name: condition }],
    });
  });

  it('is none before a step either, in any run of a matrix', async () => {
    const text = workflow('    strategy: { matrix: { go: ["1.25", "1.26"] } }\n').replace(
      '- run: go test',
      "- if: github.repository == 'acme/shop'\n        run: go test",
    );
    const { coverage } = await profiled({ ...GO, '.github/workflows/ci.yml': text });
    expect(coverage?.runs.length).toBeGreaterThan(0);
    expect(coverage?.conditional).toEqual([]);
  });

  it('is met for a workflow that is called, too', async () => {
    const called = `on: workflow_call\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n      - run: go test ./...\n`;
    const caller = `on: pull_request\njobs:\n  all:\n    if: github.repository == 'acme/shop'\n    uses: ./.github/workflows/test.yml\n`;
    const { coverage } = await profiled({
      ...GO,
      '.github/workflows/ci.yml': caller,
      '.github/workflows/test.yml': called,
    });
    expect(coverage?.runs).toHaveLength(1);
  });
});

describe('The repository that manifests name', () => {
  const named = async (files: MemoryFiles) => declaredRepository(await snapshotOf(files));

  it.each<[MemoryFiles, string]>([
    [{ 'package.json': '{"repository":{"url":"git+https://github.com/a/b.git"}}' }, 'a/b'],
    [{ 'package.json': '{"repository":"a/b.js"}' }, 'a/b.js'],
    [{ 'package.json': '{"repository":"github:a/b"}' }, 'a/b'],
    [{ 'package.json': '{"homepage":"https://github.com/a/b#readme"}' }, 'a/b'],
    [{ 'Cargo.toml': '[workspace.package]\nrepository = "https://github.com/a/b"\n' }, 'a/b'],
    [
      {
        'pyproject.toml':
          '[project.urls]\nHomepage = "https://a.example"\nFunding = "https://github.com/sponsors/x"\nSource = "https://github.com/a/b/tree/main"\n',
      },
      'a/b',
    ],
    [{ 'composer.json': '{"support":{"source":"https://github.com/a/b"}}' }, 'a/b'],
    [{ 'pom.xml': '<project><scm><connection>scm:git:git@github.com:a/b.git</connection></scm></project>' }, 'a/b'],
    [{ 'go.mod': 'module github.com/a/b\n', 'package.json': '{"repository":"A/B"}' }, 'a/b'],
  ])('is what they say at the root: %j', async (files, expected) => {
    expect(await named(files)).toBe(expected);
  });

  it.each<MemoryFiles>([
    {},
    { 'package.json': '{"repository":"gitlab:a/b"}' },
    { 'package.json': '{"dependencies":{"x":"github:a/b"}}' },
    { 'Cargo.toml': '[dependencies]\nx = { git = "https://github.com/a/b" }\n' },
    { 'web/package.json': '{"repository":"a/b"}' },
    { 'go.mod': 'module github.com/a/b\n', 'package.json': '{"repository":"c/d"}' },
    { 'package.json': '{"repository":{"url":"https://example.com/github.company/a/b"}}' },
  ])('is not known of %j', async (files) => {
    expect(await named(files)).toBeNull();
  });
});
