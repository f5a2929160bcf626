import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PAGES, readPage, readRelease } from '../scripts/pages/pages.ts';
import { PLACEHOLDER } from '../scripts/pages/release.ts';
import { readmeWorkflow } from './e2e/action/readme.ts';

const { repository, sha, published } = readRelease();

/** What users' workflows take from the commit, beside what its actions start. */
const TAKEN = [
  'action.yml',
  'validate/action.yml',
  '.github/workflows/build.yml',
  'dist/policy.wasm',
  'dist/engines.js',
];

const history = historyHere();
if (sha !== null && history !== 'complete')
  console.warn(`NOT TESTED: the commit that release.json names, for want of ${history} (git fetch --unshallow).`);

it('A page uses our actions at the released commit and at no other', () => {
  for (const page of PAGES) {
    const uses = [...readPage(page).text.matchAll(/uses: (\S+)@(\S+)/g)];
    const refs = uses.flatMap(([, name = '', ref]) => (name.startsWith(repository) ? [ref] : []));
    expect(refs.length, page).toBeGreaterThan(0);
    expect(new Set(refs), page).toEqual(new Set([sha ?? PLACEHOLDER]));
  }
});

it('Nothing generated uses our actions before everybody can fetch them', () => {
  const folder = fileURLToPath(new URL('generate/fixtures/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('generated.yml'),
  );
  expect(files.length).toBeGreaterThan(5);
  const ours = files.filter((name) => readFileSync(`${folder}${name}`, 'utf8').includes(`uses: ${repository}`));
  expect(published ? [] : ours).toEqual([]);
});

describe.skipIf(sha === null || history !== 'complete')('The commit that release.json names', () => {
  it('is an earlier one of this history', () => {
    expect(git('merge-base', '--is-ancestor', `${sha}`, 'HEAD')).toMatchObject({ status: 0 });
  });

  it.each(TAKEN)('has %s', (path) => {
    expect(git('cat-file', '-e', `${sha}:${path}`)).toMatchObject({ status: 0 });
  });

  it.each(['action.yml', 'validate/action.yml'])('has the program that its %s starts', (path) => {
    const { runs } = parse(at(path)) as { readonly runs: { readonly main: string } };
    const main = new URL(runs.main, `file:///${path}`).pathname.slice(1);
    expect(main).toMatch(/^dist\/[\w-]+\.js$/);
    expect(git('cat-file', '-e', `${sha}:${main}`)).toMatchObject({ status: 0 });
  });

  it('knows every input and output that the README uses', () => {
    const { inputs, outputs } = parse(at('action.yml')) as Readonly<Record<'inputs' | 'outputs', object>>;
    const { jobs } = parse(readmeWorkflow()) as { readonly jobs: Readonly<Record<string, Job>> };
    const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
    const given = steps.flatMap(({ uses = '', with: all = {} }) =>
      uses.startsWith(`${repository}@`) ? Object.keys(all) : [],
    );
    expect(given.length).toBeGreaterThan(0);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given));
    const taken = [...readmeWorkflow().matchAll(/steps\.generate\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(taken.length).toBeGreaterThan(0);
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(taken));
  });
});

interface Job {
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

/** A shallow clone cannot tell whether a commit is an earlier one, and an archive of the files has no commits. */
function historyHere(): 'complete' | 'the whole history' | 'a git checkout' {
  const { status, stdout } = git('rev-parse', '--is-shallow-repository');
  if (status !== 0) return 'a git checkout';
  return stdout.trim() === 'false' ? 'complete' : 'the whole history';
}

function at(path: string): string {
  return git('show', `${sha}:${path}`).stdout;
}

function git(...args: readonly string[]) {
  return spawnSync('git', args, { cwd: fileURLToPath(new URL('../', import.meta.url)), encoding: 'utf8' });
}
