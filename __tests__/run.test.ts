import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../src/clients/deadline.ts';
import { selectedTree } from '../src/context/selected.ts';
import type { Judge, Subject } from '../src/domain/judge.ts';
import type { AskedLayer } from '../src/domain/layer.ts';
import { CONFIGURATION_PATH, type RepositoryContext } from '../src/domain/repository.ts';
import type { GenerationRequest, Intent } from '../src/domain/request.ts';
import { NO_USAGE } from '../src/domain/usage.ts';
import { catalogues } from '../src/entry/catalogues.ts';
import { run } from '../src/run.ts';
import { utf16 } from './fakes/hostile-text.ts';
import { judgeHere } from './fakes/judging.ts';
import { type MemoryFiles, memoryTree } from './fakes/memory-tree.ts';
import { GENERATED } from './fakes/proposals.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'a_test.go': 'package a\n' };
const SHORT: Intent = { kind: 'timeout', for: { all: true }, minutes: 7 };
const UNTESTED: Intent = { kind: 'check', for: { all: true }, check: 'test', ensure: false };

describe('The line', () => {
  it('goes from files to a proven file', async () => {
    const { profile, proposal } = await runOn(GO);
    expect(profile.units).toMatchObject([{ ecosystem: 'go' }]);
    expect(proposal).toMatchObject({ source: 'detected', fallback: null, report: { verdict: 'pass' } });
    expect(proposal.changeSet.files).toMatchObject([{ path: GENERATED, status: 'added', previous: null }]);
    expect(contentOf(proposal)).toContain('run: go test ./...');
  });

  it('gives the same twice', async () => {
    const [one, other] = [await runOn(GO), await runOn(GO)];
    expect(contentOf(one.proposal)).toBe(contentOf(other.proposal));
  });

  it('answers minimally where nothing is known', async () => {
    const { proposal } = await runOn({ 'README.md': '' });
    expect(proposal).toMatchObject({ source: 'minimal', fallback: null, report: { verdict: 'pass' } });
    expect(contentOf(proposal)).toContain('ci-gate');
  });

  it('stands on the accepted request, where there is one', async () => {
    const { proposal } = await runOn(GO, { accepted: [SHORT] });
    expect(proposal.source).toBe('accepted-request');
    expect(contentOf(proposal)).toContain('timeout-minutes: 7');
  });

  it('drops an accepted request that policy forbids, and says why', async () => {
    const { proposal } = await runOn(GO, { accepted: [UNTESTED] });
    expect(proposal).toMatchObject({
      source: 'detected',
      fallback: { code: 'NOT_PROVEN' },
      report: { verdict: 'pass' },
    });
    expect(proposal.fallback?.message).toContain('removes-tests');
    expect(contentOf(proposal)).toContain('run: go test ./...');
  });

  it('takes what was asked on top, and no further than it is proven', async () => {
    const asked = (intents: readonly Intent[]) => layerSaying({ version: 1, intents: [...intents] });
    expect((await runOn(GO, { asked: [asked([SHORT])] })).proposal.source).toBe('model');
    const { proposal } = await runOn(GO, { asked: [asked([UNTESTED])] });
    expect(proposal).toMatchObject({ source: 'detected', fallback: { code: 'NOT_PROVEN' } });
  });

  it('has every file and the request judged, and nothing else', async () => {
    const seen: Subject[] = [];
    const judge: Judge = {
      policies: [],
      judge: (subjects, deadline) => {
        seen.push(...subjects);
        return judgeHere().judge(subjects, deadline);
      },
    };
    const { proposal } = await runOn(GO, { judge });
    expect(seen.map(({ kind, file }) => [kind, file])).toEqual([
      ['file', GENERATED],
      ['request', CONFIGURATION_PATH],
    ]);
    const [file] = seen;
    expect(file?.kind === 'file' && Buffer.from(file.bytes).toString()).toBe(contentOf(proposal));
  });

  it('is never a pass where the judge says nothing', async () => {
    const { proposal } = await runOn(GO, { judge: { policies: [], judge: async () => [] } });
    expect(proposal).toMatchObject({ source: 'minimal', report: { verdict: 'error' } });
  });
});

describe('A workflow that runs a check already', () => {
  const CI = '.github/workflows/ci.yml';
  const steps = (first: string) =>
    `jobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@${first}\n      - run: go test ./...\n`;
  const own = (on = 'on: pull_request', first = 'v5') => `${on}\n${steps(first)}`;
  const rulesOf = ({ proposal }: Awaited<ReturnType<typeof runOn>>) => proposal.report.findings.map(({ rule }) => rule);
  const jobsOf = ({ proposal }: Awaited<ReturnType<typeof runOn>>) => proposal.pipeline.jobs.map(({ id }) => id);

  it('keeps it from being generated where the base has it, too, whatever else of it has changed', async () => {
    const head = { ...GO, [CI]: own('on: pull_request', 'v6') };
    const outcome = await runOn(head, { base: { ...GO, [CI]: own() } });
    expect(jobsOf(outcome)).not.toContain('go-test');
    expect(outcome.proposal.pipeline.covered).toMatchObject([{ check: 'test', by: [{ file: CI }] }]);
    expect(rulesOf(outcome)).toEqual([]);
  });

  it.each([
    ['is new', GO],
    ['was for other branches', { ...GO, [CI]: own('on: { pull_request: { branches: [release] } }') }],
    ['ran on pushes alone', { ...GO, [CI]: own('on: push') }],
  ])('keeps nothing from being generated where it %s in a change, and says so', async (_, base) => {
    const outcome = await runOn({ ...GO, [CI]: own() }, { base });
    expect(jobsOf(outcome)).toContain('go-test');
    expect(outcome.proposal.pipeline.covered).toEqual([]);
    expect(outcome.proposal.report).toMatchObject({ verdict: 'pass', findings: [{ file: CI, level: 'note' }] });
    expect(rulesOf(outcome)).toEqual(['COVERED_ONCE_MERGED']);
  });

  it('is believed without a base only where a person asks', async () => {
    const outcome = await runOn({ ...GO, [CI]: own() }, { base: null });
    expect(jobsOf(outcome)).not.toContain('go-test');
    const trigger = { kind: 'push', after: 'a'.repeat(40) } as RepositoryContext['trigger'];
    expect(jobsOf(await runOn({ ...GO, [CI]: own() }, { base: null, trigger }))).toContain('go-test');
  });
});

describe('A file that cannot be read', () => {
  const BROKEN = { ...GO, 'web/package.json': '{\n  "name": \n' };
  const changed = (path: string) => ({ changedFiles: [{ path, status: 'modified' as const }] });

  it('is a finding at its line where the change touches it: checks may be missing', async () => {
    const { proposal } = await runOn(BROKEN, changed('web/package.json'));
    expect(proposal.report).toMatchObject({
      verdict: 'pass',
      findings: [
        { rule: 'UNREAD_IN_CHANGE', level: 'warning', file: 'web/package.json', range: { start: { line: 3 } } },
      ],
    });
    expect(proposal.report.findings[0]?.message).toMatch(/^What this file would add .* may be missing: \S.*\.$/);
  });

  it('is none where the change does not touch it, or is not known', async () => {
    expect(rulesOf(await runOn(BROKEN, changed('go.mod')))).toEqual([]);
    expect(rulesOf(await runOn(BROKEN))).toEqual([]);
  });
});

describe('A request that takes something away', () => {
  const LINTED = { ...GO, '.golangci.yml': 'version: "2"\n', 'README.md': '' };
  const rulesOf = ({ report }: Awaited<ReturnType<typeof runOn>>['proposal']) =>
    report.findings.map(({ rule, level }) => `${level}: ${rule}`);
  const trigger = (rest: object): Intent => ({ kind: 'trigger', on: 'pull_request', ensure: true, ...rest });

  it.each<[string, Intent, string]>([
    ['has no pull requests', trigger({ ensure: false }), 'has no trigger for them'],
    ['names branches that are not the default one', trigger({ branches: ['nope-*'] }), 'nope-* is it'],
    ['takes the default branch out', trigger({ branches: ['**', '!main'] }), 'is it'],
    ['names paths that match nothing', trigger({ paths: ['nope/**'] }), 'match no file'],
  ])('is dropped where it %s', async (_, intent, why) => {
    for (const scene of [{ accepted: [intent] }, { asked: [layerSaying({ version: 1, intents: [intent] })] }]) {
      const { proposal } = await runOn(LINTED, scene);
      expect(proposal).toMatchObject({
        source: 'detected',
        fallback: { code: 'NOT_PROVEN' },
        report: { findings: [] },
      });
      expect(proposal.fallback?.message).toMatch(new RegExp(`PULL_REQUESTS_NOT_REACHED: .*${why.replace('*', '\\*')}`));
      expect(contentOf(proposal)).toContain('\n  pull_request:\n');
    }
  });

  it('is taken, and says so, where it leaves a check or a part of the changes out', async () => {
    const unlinted: Intent = { kind: 'check', for: { all: true }, check: 'lint', ensure: false };
    const { proposal } = await runOn(LINTED, { accepted: [unlinted, trigger({ paths: ['README.md'] })] });
    expect(proposal).toMatchObject({ source: 'accepted-request', fallback: null, report: { verdict: 'pass' } });
    expect(rulesOf(proposal)).toEqual(['warning: CHECKS_LOST']);
  });

  it('does not make a test of a command that is none', async () => {
    const install: Intent = {
      kind: 'check',
      for: { all: true },
      check: 'test',
      ensure: true,
      command: 'go mod download',
    };
    const { proposal } = await runOn({ ...GO, 'go.sum': '' }, { accepted: [install] });
    expect(contentOf(proposal)).toContain('run: go test ./...');
    expect(rulesOf(proposal)).toEqual(['warning: INTENT_NOT_SUPPORTED']);
  });

  it('is dropped where nothing would be left', async () => {
    const manifest = { name: 'a', scripts: { lint: 'eslint .' }, devDependencies: { eslint: '8.57.0' } };
    const gone: Intent = { kind: 'check', for: { all: true }, check: 'lint', ensure: false };
    const { proposal } = await runOn({ 'package.json': JSON.stringify(manifest) }, { accepted: [gone] });
    expect(proposal).toMatchObject({ source: 'detected', fallback: { code: 'NOT_PROVEN' } });
    expect(proposal.fallback?.message).toContain('NO_CHECK_LEFT');
  });

  it('is no answer where settings hide all that there is to check', async () => {
    const hidden = await runOn(LINTED, { looked: () => false });
    expect(hidden.proposal.report).toMatchObject({ verdict: 'fail', findings: [{ rule: 'NO_CHECK_LEFT' }] });
    const part = await runOn(
      { ...LINTED, 'third_party/go.mod': GO['go.mod'] },
      { looked: (path) => !/^third_party/.test(path) },
    );
    expect(part.proposal.report).toMatchObject({ verdict: 'pass', findings: [] });
    const nothing = await runOn({ 'README.md': '' }, { looked: () => false });
    expect(nothing.proposal.report.verdict).toBe('pass');
  });
});

describe('A file that is there already', () => {
  it.each<[string, (text: string) => string | Uint8Array]>([
    ['as it is', (text) => text],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', (text) => `\ufeff${text}`],
    ['in UTF-16', utf16],
  ])('is unchanged where it says the same: %s', async (_, written) => {
    const text = contentOf((await runOn(GO)).proposal);
    const { proposal } = await runOn({ ...GO, [GENERATED]: written(text) });
    expect(proposal.changeSet.files).toMatchObject([{ status: 'unchanged', previous: text }]);
  });

  it('stays as a person has edited it, and says so', async () => {
    const text = contentOf((await runOn(GO)).proposal);
    const edited = text.replace('ubuntu-24.04', 'macos-15');
    const same = await runOn({ ...GO, [GENERATED]: edited });
    expect(same.proposal.changeSet.files).toMatchObject([{ status: 'unchanged', content: edited }]);
    expect(rulesOf(same)).toEqual(['EDITED_BY_HAND']);
    const more = await runOn({ ...GO, ...MORE, [GENERATED]: edited }, { histories: [historyOf(edited, text)] });
    expect(contentOf(more.proposal)).toContain('macos-15');
    expect(contentOf(more.proposal)).toContain('mill-test');
    expect(rulesOf(more)).toEqual(['EDITED_BY_HAND']);
  });

  it.each([
    [
      'a job',
      (text: string) => text.replace(/ {2}go-test:[\s\S]*?\n\n/, '').replace('      - go-test\n', ''),
      'job go-test is gone; job ci-gate no longer waits for go-test',
    ],
    ['a step', (text: string) => text.replace(/ {6}- name: Test\n.*\n/, ''), 'step “Test” of go-test is gone'],
    [
      'a need of the gate',
      (text: string) => text.replace('      - go-test\n', ''),
      'job ci-gate no longer waits for go-test',
    ],
    [
      'a step that is always run',
      (text: string) => text.replace('name: Test\n', 'name: Test\n        if: false\n'),
      'step “Test” of go-test may be skipped, or may fail',
    ],
    [
      'a job that is always run',
      (text: string) => text.replace('  go-test:\n', '  go-test:\n    if: false\n'),
      'job go-test may be skipped, or may fail',
    ],
    ['pull requests', (text: string) => text.replace('\n  pull_request:', ''), 'what starts it is another'],
  ])('is never called the whole pipeline where an edit takes out %s', async (_, edit, what) => {
    const text = contentOf((await runOn(GO)).proposal);
    const edited = edit(text);
    expect(edited).not.toBe(text);
    const outcome = await runOn({ ...GO, [GENERATED]: edited });
    expect(contentOf(outcome.proposal)).toBe(edited);
    const found = outcome.proposal.report.findings.find(({ rule }) => rule === 'EDITED_OUT');
    expect(found).toMatchObject({ level: 'warning', message: `Edits by hand take out what is generated: ${what}.` });
  });

  it('asks a place that costs more only where the nearer one does not know what was generated', async () => {
    const text = contentOf((await runOn(GO)).proposal);
    const edited = text.replace('ubuntu-24.04', 'macos-15');
    const asked: string[] = [];
    const told = (name: string, ...versions: string[]) => ({
      versionsOf: async () => {
        asked.push(name);
        return versions;
      },
    });
    const scene = { histories: [told('git', edited), told('api', edited, text), told('never', text)] };
    const { proposal } = await runOn({ ...GO, ...MORE, [GENERATED]: edited }, scene);
    expect(asked).toEqual(['git', 'api']);
    expect(contentOf(proposal)).toContain('macos-15');
    await runOn({ ...GO, ...MORE, [GENERATED]: text }, scene);
    expect(asked).toHaveLength(2);
  });

  it('is left as it is, with every difference, where nobody knows what was generated', async () => {
    const edited = contentOf((await runOn(GO)).proposal).replace('ubuntu-24.04', 'macos-15');
    const outcome = await runOn({ ...GO, ...MORE, [GENERATED]: edited });
    expect(outcome.proposal).toMatchObject({
      report: { verdict: 'pass' },
      changeSet: { files: [{ status: 'unchanged', content: edited }] },
    });
    expect(new Set(rulesOf(outcome))).toEqual(new Set(['BASE_NOT_FOUND', 'DIFFERENCE_LEFT']));
  });

  it('is left as it is where policy refuses what a person has written, and the layer stays', async () => {
    const text = contentOf((await runOn(GO)).proposal);
    const scene = { histories: [historyOf(text)], accepted: [SHORT] };
    const outcome = await runOn(
      { ...GO, [GENERATED]: text.replace('run: go test', 'run: echo ${{ github.head_ref }} # go test') },
      scene,
    );
    expect(outcome.proposal).toMatchObject({ source: 'accepted-request', fallback: null, report: { verdict: 'pass' } });
    expect(outcome.proposal.changeSet.files).toMatchObject([{ status: 'unchanged' }]);
    expect(rulesOf(outcome)).toContain('MERGE_NOT_PROVEN');
  });

  it.each([
    ['is no text', Buffer.from([0x00, 0xff])],
    ['has more than 1 MB', 'x'.repeat(1_000_001)],
  ])('is not replaced where it %s', async (_, content) => {
    await expect(runOn({ ...GO, [GENERATED]: content })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('is as good as absent where it is a link, which is not followed', async () => {
    const { proposal } = await runOn({ ...GO, [GENERATED]: { link: '/etc/passwd' } });
    expect(proposal.changeSet.files).toMatchObject([{ status: 'added', previous: null }]);
  });
});

/** A second module: there is more to generate. */
const MORE = { 'mill/go.mod': 'module example.com/mill\n\ngo 1.25.0\n', 'mill/a_test.go': 'package mill\n' };

function historyOf(...versions: string[]) {
  return { versionsOf: async () => versions };
}

function rulesOf({ proposal }: Awaited<ReturnType<typeof runOn>>): string[] {
  return proposal.report.findings.map(({ rule }) => rule);
}

interface Scene {
  readonly accepted?: readonly Intent[];
  readonly asked?: readonly AskedLayer[];
  readonly judge?: Judge;
  /** What settings let be looked at. */
  readonly looked?: ((path: string) => boolean) | null;
  readonly histories?: RepositoryContext['histories'];
  /** The head's files where it is left out. */
  readonly base?: MemoryFiles | null;
  readonly trigger?: RepositoryContext['trigger'];
  readonly changedFiles?: RepositoryContext['changedFiles'];
}

function runOn(
  files: MemoryFiles,
  {
    accepted,
    asked = [],
    judge = judgeHere(),
    looked = null,
    histories = [],
    base = files,
    trigger,
    changedFiles = null,
  }: Scene = {},
) {
  const tree = memoryTree(files);
  const context: RepositoryContext = {
    trigger: trigger ?? { kind: 'command-line' },
    tree: looked === null ? tree : selectedTree(tree, looked),
    wholeTree: tree,
    baseTree: base === null ? null : memoryTree(base),
    histories,
    configuration: accepted
      ? { request: { version: 1, intents: [...accepted] }, asked: [], settings: {}, places: new Map() }
      : null,
    base: null,
    head: null,
    defaultBranch: 'main',
    changedFiles,
    findings: [],
    notes: [],
  };
  return run({ context, asked: () => asked, catalogues, judge, deadline: deadlineFromNow(60_000) });
}

function layerSaying(request: GenerationRequest): AskedLayer {
  return {
    rung: 'model',
    propose: async () => ({ kind: 'request', request, usage: NO_USAGE, again: null }),
    otherwise: [],
  };
}

function contentOf({ changeSet }: Awaited<ReturnType<typeof runOn>>['proposal']): string {
  return changeSet.files[0]?.content ?? '';
}
