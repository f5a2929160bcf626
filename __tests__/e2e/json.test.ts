import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { type Ran, runCli } from '../fakes/built.ts';
import { CLEAN } from '../fakes/judging.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';
import { ProfileShape, ProposalShape, ReadingShape, ReportShape } from './contract.ts';

const shop = fileURLToPath(new URL('../../examples/shop', import.meta.url));
const UNPINNED = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n';

let repository: TemporaryRepository;

beforeAll(() => {
  repository = temporaryRepository({
    'go.mod': 'module example.com/a\n\ngo 1.25.0\n',
    'main.go': 'package main\n',
    'clean.yml': CLEAN,
    'bad.yml': UNPINNED,
  });
  return () => repository[Symbol.asyncDispose]();
});

describe('profile --json', () => {
  it('is what the contract says, and every reason is a line that is there', () => {
    const profile = documentOf(ProfileShape, runCli(['profile', '--json', '--repository', shop]));
    expect(profile.units.map(({ directory }) => directory)).toEqual(['cart', 'ledger', 'recommender', 'web']);
    const cited = JSON.stringify(profile).matchAll(/"file":"([^"]+)","line":(\d+)/g);
    for (const [, file = '', line] of cited) {
      const lines = readFileSync(join(shop, file), 'utf8').split('\n');
      expect(lines[Number(line) - 1], `${file}:${line}`).toMatch(/\S/);
    }
  });

  it('of nothing is empty lists', () => {
    using place = temporaryDirectory();
    const profile = documentOf(ProfileShape, runCli(['profile', '--json'], { cwd: place.path }));
    expect(profile).toEqual({ units: [], services: [], tasks: [], ignored: [], warnings: [] });
  });
});

describe('generate --json', () => {
  it('is what the contract says, and its digests are of the files that are written', () => {
    using out = temporaryDirectory();
    const ran = runCli(['generate', '--json', '--repository', repository.path, '--output', out.path]);
    const proposal = documentOf(ProposalShape, ran);
    expect(ran.code).toBe(0);
    expect(proposal).toMatchObject({ source: 'detected', fallback: null, questions: [], usage: { calls: 0 } });
    for (const { path, digest } of proposal.files) expect(sha256(join(out.path, path))).toBe(digest);
    expect(proposal.files).toHaveLength(1);
  });

  it('has the rung and the reason of a lower one', () => {
    const ran = runCli(['generate', '--json', '--repository', repository.path, '--request', 'lint it']);
    const proposal = documentOf(ProposalShape, ran);
    expect(ran.code).toBe(0);
    expect(proposal).toMatchObject({
      source: 'detected',
      fallback: { code: 'QUESTIONS' },
      questions: [{ about: 'it' }],
    });
  });

  it('says what each part of the words does', () => {
    const asked = 'Build the Go code, and stop it after 7 minutes. Make a Helm chart for everything.';
    const words = ['generate', '--json', '--repository', repository.path, '--request', asked];
    const { understood } = documentOf(ProposalShape, runCli(words));
    expect(understood.map(({ does }) => does)).toEqual(['changes', 'nothing', 'left-out']);
  });

  it('is minimal where nothing is known', async () => {
    await using bare = temporaryRepository({ 'README.md': 'nothing\n' });
    const proposal = documentOf(ProposalShape, runCli(['generate', '--json'], { cwd: bare.path }));
    expect(proposal).toMatchObject({ source: 'minimal', fallback: null, report: { verdict: 'pass' } });
  });
});

describe('request --json', () => {
  it('is what the contract says: a question where the words are not understood', () => {
    const ran = runCli(['request', '--json', '--repository', repository.path, 'make it\n"nice"']);
    const reading = documentOf(ReadingShape, ran);
    expect(ran.code).toBe(0);
    expect(reading).toMatchObject({
      request: { intents: [] },
      questions: expect.arrayContaining([expect.objectContaining({ about: '"nice"' })]),
      refused: [],
    });
  });
});

describe('validate', () => {
  it.each([
    ['clean.yml', 0, 'pass'],
    ['bad.yml', 1, 'fail'],
  ])('--format json of %s is what the contract says, with exit code %i', (file, code, verdict) => {
    const ran = runCli(['validate', '--format', 'json', file], { cwd: repository.path });
    expect(ran.code).toBe(code);
    expect(documentOf(ReportShape, ran)).toMatchObject({ verdict, waived: [] });
  });

  it('gives places that are those of the text', () => {
    const { stdout } = runCli(['validate', '--format', 'json', 'bad.yml'], { cwd: repository.path });
    const finding = ReportShape.parse(JSON.parse(stdout)).findings.find(({ rule }) => rule === 'unpinned-uses');
    expect(finding).toMatchObject({ file: 'bad.yml', path: ['jobs', 'a', 'steps', 0, 'uses'], level: 'error' });
    const { start, end } = finding?.range ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
    const line = UNPINNED.split('\n')[start.line - 1] ?? '';
    expect(end.line).toBe(start.line);
    expect(line.slice(start.column - 1, end.column - 1)).toBe('actions/checkout@v7');
  });

  it('says the same in SARIF', () => {
    const ran = runCli(['validate', '--format', 'sarif', 'bad.yml'], { cwd: repository.path });
    const log = JSON.parse(ran.stdout) as Log;
    const [run, ...more] = log.runs;
    expect([ran.code, log.version, more]).toEqual([1, '2.1.0', []]);
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toContain('unpinned-uses');
    expect(run?.results).toContainEqual(
      expect.objectContaining({
        ruleId: 'unpinned-uses',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'bad.yml' },
              region: expect.objectContaining({ startLine: 6 }),
            },
          },
        ],
      }),
    );
  });

  it('says the same in the commands of GitHub, one a line', () => {
    const ran = runCli(['validate', '--format', 'github', 'bad.yml'], { cwd: repository.path });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^::error file=bad\.yml,line=6,(endLine=\d+,)?col=15,.*title=unpinned-uses::/m);
    for (const line of ran.stdout.trimEnd().split('\n')) expect(line).toMatch(/^::(error|warning|notice) /);
  });

  it('says nothing but the count where there is nothing to say', () => {
    expect(runCli(['validate', 'clean.yml'], { cwd: repository.path })).toEqual({
      code: 0,
      stdout: 'pass: 0 errors, 0 warnings, 0 notes in 1 file.\n',
      stderr: '',
    });
    expect(runCli(['validate', '--format', 'github', 'clean.yml'], { cwd: repository.path }).stdout).toBe('');
  });
});

/** The one document on standard output, which has no other word, and nothing on standard error. */
function documentOf<T extends z.ZodType>(shape: T, ran: Ran): z.infer<T> {
  expect(ran.stderr).toBe('');
  expect(ran.stdout.endsWith('}\n')).toBe(true);
  return shape.parse(JSON.parse(ran.stdout));
}

function sha256(path: string): string {
  return `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
}
