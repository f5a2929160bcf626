import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../../../rigs/act/event.ts';
import { type ActionRun, runAction } from '../../../rigs/github/action.ts';
import { type Content, temporaryDirectory, temporaryRepository } from '../../fakes/repository.ts';
import { haveTools } from '../../tools.ts';
import { RELEASE } from './building.ts';

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';

const GOOD = `name: ci
on: pull_request
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read # to check out the code
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - run: make test
`;

/** Not pinned, and a title becomes part of a script. */
const BAD = GOOD.replace(CHECKOUT, 'actions/checkout@v7').replace(
  'make test',
  `echo "\${{ github.event.pull_request.title }}"`,
);

const SARIF = 'reports/findings.sarif';

// What a failing step prints is not all in act's log: it does not wait for the end of it. The runs whose log is read do not fail.
describe.skipIf(!haveTools('act'))('The action that judges workflows', () => {
  it('is green over a good one, and says so in outputs and summary', async () => {
    const { jobs, outputs, summary, log } = await run({ '.github/workflows/ci.yml': GOOD });
    expect(jobs.get('validate'), log).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'pass', findings: '{"error":0,"warning":0,"note":0}' });
    expect(outputs?.['input-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(outputs?.['policy-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(summary).toContain('### ✅ Workflows: nothing that is refused\n\n1 file, judged by');
    expect(log).not.toContain('::error');
  });

  it('is red over a bad one, and says why in the outputs and in the summary', async () => {
    const files = { '.github/workflows/ci.yml': GOOD, '.github/workflows/bad.yml': BAD };
    const { jobs, outputs, summary, log } = await run(files);
    expect(jobs.get('validate'), log).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'fail' });
    expect(JSON.parse(outputs?.findings ?? '')).toMatchObject({ error: 2 });
    expect(summary).toContain('### ❌ Workflows: refused\n\n2 files, judged by');
    expect(summary).toContain('**error** `unpinned-uses` at `.github/workflows/bad.yml:11`');
  });

  it('writes the findings as SARIF where it is asked to', async () => {
    const { sarif } = await run({ '.github/workflows/bad.yml': BAD }, { 'sarif-file': SARIF });
    const { version, runs } = sarif as { version: string; runs: { results: { ruleId: string }[] }[] };
    expect(version).toBe('2.1.0');
    expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['unpinned-uses', 'template-injection']),
    );
  });

  it('judges only the files that are named', async () => {
    const files = { '.github/workflows/bad.yml': BAD, 'more/a.yml': GOOD, 'more/b.yml': GOOD };
    const { jobs, summary, log } = await run(files, { files: './more/a.yml\nmore/b.yml\n' });
    expect(jobs.get('validate'), log).toBe('success');
    expect(summary).toContain('2 files, judged by');
  });

  it('is green over a bad one where nothing is to fail, with each finding at its place', async () => {
    const { jobs, outputs, log } = await run({ '.github/workflows/bad.yml': BAD }, { 'fail-on': 'never' });
    expect(jobs.get('validate'), log).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'fail' });
    expect(log).toMatch(/::error .*file=\.github\/workflows\/bad\.yml,line=11,.*title=unpinned-uses::/);
    expect(log).toMatch(/::error .*file=\.github\/workflows\/bad\.yml,line=14,.*title=template-injection::/);
  });

  it.each([
    ['a value that an input cannot have', { 'fail-on': 'errors' }, 'INPUT_INVALID', "fail-on is 'errors'"],
    ['too much time', { 'timeout-seconds': '301' }, 'INPUT_INVALID', "timeout-seconds is '301'"],
    ['a file that is not there', { files: 'no/such.yml' }, 'FILE_NOT_FOUND', 'no/such.yml'],
    ['a folder without workflows', { files: 'empty' }, 'FILE_NOT_FOUND', 'holds no .yml or .yaml file'],
  ])('is red for %s, with its code in the summary', async (_, inputs, code, words) => {
    const { jobs, outputs, summary, log } = await run({ '.github/workflows/ci.yml': GOOD, 'empty/x': '' }, inputs);
    expect(jobs.get('validate'), log).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'error' });
    expect(summary).toContain(`### ❌ Workflows: they could not be judged\n\n\`${code}\`: `);
    expect(summary?.replaceAll('`', '')).toContain(words);
  });

  it.each([
    ['outside of the workspace', '../findings.sarif', 'PATH_OUTSIDE'],
    ['an absolute one', '/tmp/findings.sarif', 'PATH_OUTSIDE'],
    ['through a link', 'link/findings.sarif', 'PATH_OUTSIDE'],
    ['in the place of a folder', '.github', 'OUTPUT_NOT_WRITABLE'],
  ])('writes no SARIF file %s: it is red, and the verdict stands', async (_, path, code) => {
    const files = { '.github/workflows/ci.yml': GOOD, link: { link: '/tmp' } };
    const { jobs, outputs, summary, log } = await run(files, { 'sarif-file': path });
    expect(jobs.get('validate'), log).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'pass' });
    expect(summary).toContain('### ✅ Workflows: nothing that is refused');
    expect(summary?.replaceAll('`', '')).toContain(`${code}: `);
  });

  it('prints what stands in a file where the runner takes nothing for a command, and never as one', async () => {
    const { log } = await run({ '.github/workflows/bad.yml': `::add-mask::Workflows\n${BAD}` }, { 'fail-on': 'never' });
    const [stop = '', token] = /::stop-commands::([\w-]+)/.exec(log) ?? [];
    const quiet = log.slice(log.indexOf(stop), log.indexOf(`::${token}::`));
    expect(quiet, log).toContain('\\u{3a}:add-mask::Workflows');
    expect(log).not.toMatch(/^\s*::add-mask/m);
  });
});

type Run = ActionRun & { readonly sarif: unknown };

async function run(
  files: Readonly<Record<string, Content>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Run> {
  await using repository = temporaryRepository(files);
  using folder = temporaryDirectory();
  const sarif = join(folder.path, 'findings.sarif');
  return await runAction(
    {
      workflow: workflowWith(inputs),
      action: RELEASE,
      checkout: repository.path,
      repository: REPOSITORY,
      event: 'push',
      payload: {},
      apiUrl: 'http://127.0.0.1:9',
      token: null,
      environment: { RIG_SARIF: sarif },
      signal: AbortSignal.timeout(120_000),
    },
    (ran) => ({ ...ran, sarif: existsSync(sarif) ? JSON.parse(readFileSync(sarif, 'utf8')) : null }),
  );
}

/**
 * act gives each step a new summary, in the same place: a link keeps what the action writes, as long as no step comes after it. Outputs are
 * read by a job of their own.
 */
function workflowWith(inputs: Readonly<Record<string, string>>): string {
  const [repository, sha] = RELEASE.split('@');
  const copy = { if: 'always()', run: `cp ${SARIF} "$RIG_SARIF"` };
  const steps = [
    { uses: CHECKOUT.replace(/ .*/, '') },
    { run: 'ln -sf "$RIG_SUMMARY" "$GITHUB_STEP_SUMMARY"' },
    { id: 'validate', uses: `${repository}/validate@${sha}`, with: inputs },
    ...(inputs['sarif-file'] === SARIF ? [copy] : []),
  ];
  const env = { OUTPUTS: '${{ needs.validate.outputs.all }}' };
  const read = [{ run: 'printf \'%s\' "$OUTPUTS" > "$RIG_OUTPUTS"', env }];
  const all = '${{ toJSON(steps.validate.outputs) }}';
  const jobs = {
    validate: { 'runs-on': 'ubuntu-24.04', outputs: { all }, steps },
    outputs: { needs: 'validate', if: 'always()', 'runs-on': 'ubuntu-24.04', steps: read },
  };
  return JSON.stringify({ on: 'push', jobs });
}
