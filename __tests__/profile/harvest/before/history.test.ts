import { describe, expect, it } from 'vitest';
import { generateOver } from '../../../generate/generating.ts';
import { profileOf, unit } from '../../../generate/profiles.ts';
import { profiled } from '../../profiled.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'a_test.go': 'package a\n' };

function job(name: string, run: string, depth: string): string {
  const checkout = `      - uses: actions/checkout@v5\n${depth === '' ? '' : `        with: { fetch-depth: ${depth} }\n`}`;
  return `  ${name}:\n    runs-on: ubuntu-latest\n    steps:\n${checkout}      - run: ${run}\n`;
}

async function history(...jobs: readonly string[]) {
  const text = `on: pull_request\njobs:\n${jobs.join('')}`;
  const { units } = await profiled({ ...GO, '.github/workflows/ci.yml': text });
  return units.map((found) => found.history?.map(({ line }) => line));
}

describe('All of the history', () => {
  it('is brought where each job of the pipelines brings it that starts programs of the unit', async () => {
    expect(await history(job('a', 'go test ./...', '0'), job('b', 'echo a', ''))).toEqual([[6]]);
    expect(await history(job('a', 'go test ./...', "'0'"), job('b', 'make docs', '0'))).toEqual([[6]]);
  });

  it('is not brought where one of them does without, or none is there', async () => {
    expect(await history(job('a', 'go test ./...', '0'), job('b', 'go vet ./...', ''))).toEqual([undefined]);
    expect(await history(job('a', 'go test ./...', '2'))).toEqual([undefined]);
    expect(await history(job('a', 'echo a', '0'))).toEqual([undefined]);
  });

  it('is counted over all workflows', async () => {
    const files = {
      '.github/workflows/a.yml': `on: pull_request\njobs:\n${job('a', 'go test ./...', '0')}`,
      '.github/workflows/b.yml': `on: pull_request\njobs:\n${job('b', 'go vet ./...', '')}`,
    };
    expect((await profiled({ ...GO, ...files })).units[0]?.history).toBeUndefined();
  });

  it.each([
    ['GitVersion.MsBuild', 'Directory.Build.props', true],
    ['Nerdbank.GitVersioning', 'src/A/A.csproj', true],
    ['MinVer', 'src/A/A.csproj', false],
  ])('is brought where %s in %s works the version out of it: %s', async (name, file, isBrought) => {
    const reference = `<Project Sdk="Microsoft.NET.Sdk">\n<PackageReference Include="${name}" />\n</Project>\n`;
    const files = { 'src/A/A.csproj': '<Project Sdk="Microsoft.NET.Sdk" />\n', 'src/A/A.cs': '', [file]: reference };
    const { units } = await profiled(files);
    expect(units.map((found) => found.history?.map((at) => `${at.file}:${at.line}`))).toEqual([
      isBrought ? [`${file}:2`] : undefined,
    ]);
  });

  it('is a depth of the checkout with its reason', () => {
    const because = [{ file: 'Directory.Build.props', line: 3 }];
    const { text, pipeline } = generateOver(profileOf([unit({ history: because })]));
    const kept = pipeline.jobs.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'checkout'));
    expect(kept).toMatchObject(kept.map(() => ({ history: 'full', because })));
    expect(text).toContain('fetch-depth: 0 # Directory.Build.props:3\n');
  });
});
