import { describe, expect, it } from 'vitest';
import { requiring } from '../../src/deliver/covered.ts';
import { renderComment } from '../../src/deliver/github/comment.ts';
import { proposalJson } from '../../src/deliver/json.ts';
import { renderProposal } from '../../src/deliver/terminal/proposal.ts';
import type { Covered, Overlap } from '../../src/domain/coverage.ts';
import { paintWith } from '../../src/domain/paint.ts';
import type { Job } from '../../src/domain/pipeline.ts';
import { contextOf, githubPage, HEAD } from '../fakes/github-pages.ts';
import { jobOf, pipelineOf, proposalOf } from '../fakes/proposals.ts';

const COVERED: Covered = {
  subject: 'api',
  check: 'test',
  commands: [{ run: 'go test ./...', directory: 'api' }],
  by: [{ file: '.github/workflows/ci.yml', line: 31, excerpt: 'run: go test ./...' }],
};
const GATE: Job = { ...jobOf('ci-gate', ''), steps: [{ kind: 'gate', jobs: [] }], because: [] };

const some = proposalOf({ pipeline: pipelineOf({ jobs: [jobOf('lint', 'go vet ./...')], covered: [COVERED] }) });
const all = proposalOf({ pipeline: pipelineOf({ jobs: [GATE], covered: [COVERED] }), changeSet: { files: [] } });

function terminal(proposal: typeof some, beside: readonly string[] = [], replaceable: readonly string[] = []): string {
  return renderProposal({
    context: contextOf(),
    proposal,
    beside,
    replaceable,
    profile: '',
    findings: '',
    written: [],
    wishes: [],
    effects: [],
    accepted: null,
    paint: paintWith(false),
  });
}

describe('What is covered', () => {
  it('is said in the terminal, the comment and the JSON document, with the step', () => {
    expect(terminal(some)).toContain('  api: test  covered by ci.yml:31\n');
    expect(renderComment(githubPage({ proposal: some }))).toContain(
      `\`api: test\`: covered by [\`ci.yml:31\`](<https://github.com/octo/shop/blob/${HEAD}/.github/workflows/ci.yml#L31>)`,
    );
    expect(JSON.parse(proposalJson(some, { accepted: null, effects: [] }))).toMatchObject({
      covered: [{ subject: 'api', check: 'test', by: [{ file: '.github/workflows/ci.yml', line: 31 }] }],
    });
  });

  it('says which commands they are where it is a part of a check', () => {
    const lint: Covered = { ...COVERED, check: 'lint', commands: [{ run: 'rubocop', directory: 'api' }], isPart: true };
    const proposal = proposalOf({ pipeline: pipelineOf({ jobs: [jobOf('lint', 'erb_lint')], covered: [lint] }) });
    expect(terminal(proposal)).toContain('  api: lint (rubocop)  covered by ci.yml:31\n');
    expect(renderComment(githubPage({ proposal }))).toContain('`api: lint (rubocop)`: covered by');
    expect(JSON.parse(proposalJson(proposal, { accepted: null, effects: [] })).covered).toEqual([
      { subject: 'api', check: 'lint', part: ['rubocop'], by: [{ file: '.github/workflows/ci.yml', line: 31 }] },
    ]);
  });

  it.each<[string, Overlap['missed'], string, string]>([
    ['a path', { kind: 'path', name: 'docs/a.md' }, 'where docs/a.md alone', 'where `docs/a.md` alone is changed'],
    ['a branch', { kind: 'branch', name: 'main' }, 'pull requests to main', 'for pull requests to `main`'],
    ['what fails a condition', { kind: 'condition', name: 'vars.A' }, 'this holds: vars.A', 'this holds: `vars.A`'],
    ['a fork', { kind: 'fork', name: '' }, 'not for pull requests from forks', 'not for pull requests from forks'],
    [
      'what is mended',
      { kind: 'mended', name: 'npm run lint' },
      'fail for that: npm run lint',
      'for that: `npm run lint`',
    ],
    ['what is not merged', { kind: 'merge', name: 'main' }, 'merged into main', 'once it is merged into `main`'],
  ])('is told from what is run for some pull requests alone: not for %s', (_, missed, printed, commented) => {
    const pipeline = pipelineOf({ jobs: [jobOf('test', 'go test ./...')], overlaps: [{ ...COVERED, missed }] });
    const proposal = proposalOf({ pipeline });
    expect(terminal(proposal)).toMatch(`  api: test  ci.yml:31 runs it too, `);
    expect(terminal(proposal)).toContain(printed);
    const comment = renderComment(githubPage({ proposal }));
    expect(comment).toContain('1 check is run by workflows that are here too, but not in every case');
    expect(comment).toContain(commented);
    expect(JSON.parse(proposalJson(proposal, { accepted: null, effects: [] }))).toMatchObject({
      covered: [],
      overlaps: [{ subject: 'api', check: 'test', by: [{ line: 31 }], missed }],
    });
  });

  it('is the first line where it is all', () => {
    expect(terminal(all)).toMatch(
      /^Nothing to propose: every check is covered by ci\.yml:31; 6 engines found no error\.\n/,
    );
    expect(terminal(all)).not.toContain('ci-gate');
    const comment = renderComment(githubPage({ proposal: all }));
    expect(comment).toContain('### ✅ CI pipeline: every check is covered by workflows that are here');
    expect(comment).not.toContain('up to date');
  });

  it('is nothing that could be taken out of the workflows once more', () => {
    const page = (proposal: typeof some) =>
      renderComment(githubPage({ proposal, beside: ['.github/workflows/ci.yml'] }));
    expect(page(some)).toContain('What is covered by them is not in it.');
    expect(page(proposalOf())).toContain('What both run can be taken out of them.');
    expect(terminal(some, ['.github/workflows/ci.yml'])).toContain('What is covered by them is not in it.');
    expect(terminal(proposalOf(), ['.github/workflows/ci.yml'])).toContain('What both run can be taken out of them.');
  });

  it('names the workflows that could be removed where it is to replace them', () => {
    const beside = ['.github/workflows/ci.yml', '.github/workflows/release.yml'];
    const text = terminal(proposalOf(), beside, beside.slice(0, 1));
    expect(text).toContain('keep running: .github/workflows/release.yml.');
    expect(text).toContain('which could then be removed: .github/workflows/ci.yml.');
    const comment = renderComment(githubPage({ proposal: proposalOf(), beside, replaceable: beside.slice(0, 1) }));
    expect(comment).toMatch(/could be removed, since it does all that they do: `\.github\/workflows\/ci\.yml`\./);
  });
});

describe('What a branch protection is to name', () => {
  it('is our check alone, or beside those of the workflows that cover the rest', () => {
    expect(requiring({ covered: [] }, 'ci-gate')).toBe('make ci-gate the one required check of the branch.');
    const covered = [{ subject: 'api', check: 'test' as const, commands: [], by: [] }];
    expect(requiring({ covered }, '`ci-gate`')).toBe(
      'make `ci-gate` a required check of the branch, beside those of the workflows that cover the rest.',
    );
  });
});
