import { describe, expect, it } from 'vitest';
import { renderComment } from '../../../src/deliver/github/comment.ts';
import { isUpToDate } from '../../../src/deliver/github/page.ts';
import type { ResolvedWish } from '../../../src/domain/wish.ts';
import { elementsOf, renderGithub } from '../../fakes/github-markdown.ts';
import { contextOf, githubPage, HEAD, WORKFLOW_TEXT, workflowFile } from '../../fakes/github-pages.ts';
import { pipelineOf, proposalOf } from '../../fakes/proposals.ts';
import { failedReport, finding, reportOf } from '../../fakes/reports.ts';
import { pullRequestTrigger } from '../../fakes/triggers.ts';

const files = [workflowFile(WORKFLOW_TEXT)];

/** The heading that a reader has five seconds for. */
function headline(given: Parameters<typeof githubPage>[0]): string {
  return /^### (.*)$/m.exec(renderComment(githubPage(given)))?.[1] ?? '';
}

describe('The comment', () => {
  it('says everything in its order', () => {
    const report = reportOf([finding({ level: 'warning' })], { verdict: 'pass' });
    const text = renderComment(githubPage({ proposal: proposalOf({ changeSet: { files }, report }) }));
    const order = [
      '<!-- agent-generate:v1:default -->\n### ✅ CI pipeline: proven, nothing high-risk\n',
      '`.github/workflows/generated.yml` (new): 1 job, made from what the repository shows (detected); 6 engines found no error.',
      '#### What it may do\n',
      '| Permissions | `contents: read` |\n| Triggers | `pull_request` |\n| Runners | `ubuntu-24.04` |\n| Actions | `actions/checkout@v7.0.1` |',
      'flowchart LR\n  n0["lint"]\n```',
      '#### 1 warning\n\n- 🟡 **warning** `unpinned-uses` at [`.github/workflows/x.yml:2`](<https://github.com/octo/shop/blob/',
      '<summary>The diff: 11 lines added, 0 removed</summary>\n\n```diff\n--- /dev/null\n+++ b/.github/workflows/generated.yml\n',
      '<summary>Why: the lines of the repository that it is made from</summary>\n\n- Job `lint` ← [`go.mod:1`](<',
      '  - minutes `10` (a default of agent-generate)\n  - run `go vet ./...` ← [`go.mod:1`](<',
      '- `.`: go, go\n  - go `1.25.0` ← [`go.mod:3`](<',
      '<summary>Accept it, change it, silence it</summary>',
      'gh run download 7 --name agent-generate',
      '`agent-generate: off`',
      '<sub>Of `aaaaaaaaaaaa` against `main`: 1 changed file · [run](<https://github.com/octo/shop/actions/runs/7>) · [artifact](<',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(order.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('is the same twice', () => {
    expect(renderComment(githubPage())).toBe(renderComment(githubPage()));
  });

  it('renders as what it means, and as nothing else', () => {
    const names = elementsOf(renderGithub(renderComment(githubPage())));
    expect([...new Set(names)].sort()).toEqual([
      '!--',
      'a',
      'code',
      'details',
      'h3',
      'h4',
      'li',
      'p',
      'pre',
      'strong',
      'sub',
      'summary',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ]);
  });
});

describe('The headline', () => {
  const fallback = { code: 'MODEL_FAILED', message: 'The model layer was left out: it gave no answer.' };
  const edited = (rule: string) => reportOf([finding({ rule, level: 'warning' })], { verdict: 'pass' });
  const question = { about: 'timeout', text: 'How long?', choices: ['5', '10'] };
  it.each([
    ['✅ CI pipeline: proven, nothing high-risk', {}],
    ['❌ CI pipeline: policy refuses it, so nothing is proposed', { report: reportOf([finding()]) }],
    ['⚠️ CI pipeline: could not be judged, so nothing is proposed', { report: failedReport() }],
    ['⚠️ CI pipeline: proven, but not all of what was asked for', { fallback }],
    ['❓ CI pipeline: proven, but there is a question about what you asked for', { fallback, questions: [question] }],
    ['✋ CI pipeline: proven, but it would replace what was written by hand', { report: edited('WRITTEN_BY_HAND') }],
    ['✋ CI pipeline: the file was edited by hand and stays as it is', { report: edited('BASE_NOT_FOUND') }],
    ['✋ CI pipeline: the file was edited by hand and stays as it is', { report: edited('MERGE_NOT_PROVEN') }],
    ['✋ CI pipeline: proven, but edits by hand stand in its way', { report: edited('EDIT_IN_CONFLICT') }],
    ['✅ CI pipeline: proven, nothing high-risk', { report: edited('EDITED_BY_HAND') }],
    ['⚪ CI pipeline: nothing found to build or test', { source: 'minimal' }],
  ] as const)('is %s', (expected, given) => {
    expect(headline({ proposal: proposalOf({ changeSet: { files }, ...given }) })).toBe(expected);
  });

  it('counts what is high-risk, before all but a failed verdict', () => {
    const risky = [
      workflowFile(
        WORKFLOW_TEXT.replace('contents: read', 'contents: write').replace('pull_request:', 'pull_request_target:'),
      ),
    ];
    const proposal = proposalOf({ changeSet: { files: risky }, fallback });
    expect(headline({ proposal })).toBe('🚨 CI pipeline: proven, but high-risk: more rights, a trigger for outsiders');
    expect(headline({ proposal: { ...proposal, report: reportOf([finding()]) } })).toContain('policy refuses it');
    const text = renderComment(githubPage({ proposal }));
    expect(text).toContain(
      '- 🚨 **high-risk** permission `contents: write` in `test`: it can change code, tags and releases',
    );
    expect(text).toContain('- 🚨 **high-risk** trigger `pull_request_target`: outsiders can start it');
    expect(text).toContain('| Permissions | 🚨 `contents: write` |');
  });

  it('raises no alarm for code of third parties that is held to a commit, and does for what is not', () => {
    const using = (ref: string) => {
      const text = WORKFLOW_TEXT.replace('- run:', `- uses: octo/thing@${ref}\n      - run:`);
      return proposalOf({ changeSet: { files: [workflowFile(text)] } });
    };
    const held = using('d'.repeat(40));
    expect(headline({ proposal: held })).toBe('✅ CI pipeline: proven, nothing high-risk');
    expect(renderComment(githubPage({ proposal: held }))).toContain(
      '- 🔶 **third-party** action `octo/thing@ddddddd` in `test`',
    );
    expect(headline({ proposal: using('v4') })).toBe('🚨 CI pipeline: proven, but high-risk: code of third parties');
  });

  it('never calls all well where something was left out', () => {
    const intent = { kind: 'timeout', for: { all: true }, minutes: 5 } as const;
    const proposal = proposalOf({
      pipeline: pipelineOf({ unsupported: [{ intent, why: 'No.', at: null }] }),
      changeSet: { files },
    });
    expect(headline({ proposal })).toBe('⚠️ CI pipeline: proven, but not all of what was asked for');
  });

  it('tells below it which layer answered, what was not done and why, and what is asked', () => {
    const unsupported = [
      { intent: { kind: 'timeout', for: { all: true }, minutes: 5 }, why: 'It cannot be.', at: null },
    ] as const;
    const pipeline = pipelineOf({ unsupported });
    const proposal = proposalOf({
      fallback,
      questions: [question],
      pipeline,
      source: 'accepted-request',
      changeSet: { files },
    });
    expect(
      renderComment(githubPage({ proposal })),
    ).toContain(`0 jobs, made from the accepted request in .github/agent-generate.yml; 6 engines found no error.

> [!WARNING]
> **Not done:** The model layer was left out: it gave no answer. (\`MODEL_FAILED\`)
>
> **Question** about \`timeout\`: How long?
>
> Say one of these:
>
> \`\`\`text
> 5
> \`\`\`
>
> \`\`\`text
> 10
> \`\`\`
>
> **Left out**, for the reasons below: \`timeout\`.
`);
  });

  it('asks about nothing in particular where two wishes cannot both be', () => {
    const proposal = proposalOf({ questions: [{ ...question, about: '' }] });
    expect(renderComment(githubPage({ proposal }))).toContain('> **Question**: How long?\n');
  });

  it('asks on a pull request for an answer in a comment, with what would be understood alone', () => {
    const trigger = pullRequestTrigger();
    const replies = ['lint web\nand test it'];
    const proposal = proposalOf({
      fallback,
      questions: [
        { ...question, replies },
        { ...question, choices: [] },
      ],
    });
    const text = renderComment(githubPage({ proposal, context: contextOf({ trigger }) }));
    expect(text).toContain('> ```text\n> /agent-generate lint web\n> and test it\n> ```');
    expect(text).toContain('> Say it anew, in a comment that begins with `/agent-generate`.');
    expect(text).not.toContain('> 10');
  });

  it('says who asked for what in words, and what became of it', () => {
    const wish = {
      from: 'comment',
      words: 'lint  foo',
      by: 'octocat',
      url: 'https://github.com/o/s/pull/1#issuecomment-1',
    } as const;
    const other = { from: 'input', words: 'test web', by: null, url: null } as const;
    const wishes: ResolvedWish[] = [
      { ...other, fate: { kind: 'accepted' } },
      { ...wish, fate: { kind: 'asked', words: 'lint web' } },
      { ...wish, fate: { kind: 'answer', to: other } },
      { ...other, from: 'pull-request', fate: { kind: 'replaced', by: wish } },
    ];
    expect(renderComment(githubPage({ wishes }))).toContain(`**Asked for in words**, the last over those before it:

- \`test web\`, the input \`request\`: part of the accepted request already, so nobody was asked anew
- \`lint foo\`, \`octocat\` in [a comment](<https://github.com/o/s/pull/1#issuecomment-1>): with the answer, \`lint web\`
- \`lint foo\`, \`octocat\` in [a comment](<https://github.com/o/s/pull/1#issuecomment-1>): the answer about \`test web\`
- \`test web\`, the text of the pull request: not understood, so \`lint foo\` has taken its place
`);
  });

  it('says what was understood of it, and what of that changes nothing or is left out', () => {
    const limit = { kind: 'timeout', for: { service: '@octo' }, minutes: 5 } as const;
    const lint = { kind: 'check', for: { all: true }, check: 'lint', ensure: true } as const;
    const chart = { kind: 'chart', for: { service: 'web' } } as const;
    const effects = [
      { intent: limit, does: 'changes' },
      { intent: lint, does: 'nothing' },
      { intent: chart, does: 'left-out' },
    ] as const;
    expect(renderComment(githubPage({ effects }))).toContain(`**Understood**:

- stop the jobs of \`@octo\` after 5 minutes
- lint everything: it is so already, nothing changes
- make a Helm chart for web: left out, the findings say why
`);
    expect(renderComment(githubPage())).not.toContain('Understood');
  });

  it('says first that a file of the change could not be used', () => {
    const unread = finding({ rule: 'UNREAD_IN_CHANGE', level: 'warning', file: 'web/@octo.json' });
    const text = renderComment(
      githubPage({ proposal: proposalOf({ changeSet: { files }, report: reportOf([unread], { verdict: 'pass' }) }) }),
    );
    expect(text).toContain('### ⚠️ CI pipeline: proven, but a file of this change cannot be read');
    expect(text).toContain('> **Checks may be missing**, since this change has what cannot be read: `web/@octo.json`.');
  });

  it('of a failed verdict never says that it is proven, and takes nothing over', () => {
    for (const report of [reportOf([finding()]), failedReport()]) {
      const text = renderComment(githubPage({ proposal: proposalOf({ changeSet: { files }, report }) }));
      expect(text).not.toMatch(/proven|git add/);
      expect(text).toContain('**Accept it**: not yet.');
    }
    const failed = renderComment(
      githubPage({ proposal: proposalOf({ changeSet: { files }, report: failedReport() }) }),
    );
    expect(failed).toContain('the policy engine could not do its work: it trapped');
  });
});

describe('What is left when every layer has failed', () => {
  const fallback = { code: 'NOT_PROVEN', message: 'The detected layer could not be proven.' };
  const rest = (previous: string | null) =>
    renderComment(
      githubPage({
        proposal: proposalOf({
          source: 'minimal',
          fallback,
          changeSet: { files: [workflowFile(WORKFLOW_TEXT, previous)] },
        }),
      }),
    );

  it('is not to take the place of a pipeline', () => {
    expect(rest('name: CI\n')).toContain('**Accept it**: no. It is what is left');
    expect(rest('name: CI\n')).not.toContain('git add');
  });

  it('is not spoken of where it stands already', () => {
    expect(rest(WORKFLOW_TEXT)).not.toContain('Accept it**');
  });

  it('may be taken where there is none', () => {
    expect(rest(null)).toContain('git add');
  });
});

describe('What it may do', () => {
  it('is told against the base, not against the head', () => {
    const before = WORKFLOW_TEXT.replace('contents: read', 'contents: write');
    const page = githubPage({ baseFiles: new Map([[files[0]?.path ?? '', before]]) });
    const text = renderComment(page);
    expect(text).toContain('#### What it may do that it could not do before');
    expect(text).toContain(
      '| | ➕ added | ➖ removed |\n|---|---|---|\n| Permissions | `contents: read` | `contents: write` |\n\n',
    );
    expect(text).toContain('nothing high-risk');
  });

  it('is one sentence where it is the same', () => {
    const page = githubPage({ baseFiles: new Map([[files[0]?.path ?? '', WORKFLOW_TEXT]]) });
    expect(renderComment(page)).toContain('\n\nIt may do exactly what the pipeline at the base may do.\n\n');
  });

  it('is listed whole where the base cannot be read, and says so', () => {
    const page = githubPage({ baseFiles: new Map([[files[0]?.path ?? '', 'a: [']]) });
    expect(renderComment(page)).toMatch(
      /It cannot be compared: the file at the base says nothing: it is no YAML that can be read \(line 1\)\./,
    );
    expect(renderComment(page)).toContain('| Permissions | `contents: read` |');
    expect(renderComment(githubPage({ baseFiles: null }))).toContain('No base is known, so all');
  });
});

describe('A head that has it already', () => {
  const settled = proposalOf({ changeSet: { files: [workflowFile(WORKFLOW_TEXT, WORKFLOW_TEXT)] } });

  it('gets the short edition', () => {
    const baseFiles = new Map([[files[0]?.path ?? '', WORKFLOW_TEXT]]);
    const page = githubPage({ proposal: settled, baseFiles });
    expect(isUpToDate(page)).toBe(true);
    const text = renderComment(page);
    expect(text).toMatch(/^<!-- agent-generate:v1:default -->\n### ✅ CI pipeline: up to date\n/);
    expect(text).not.toMatch(/details|mermaid/);
  });

  it('says first what is high-risk against the base', () => {
    const risky = WORKFLOW_TEXT.replace('contents: read', 'contents: write');
    const proposal = proposalOf({ changeSet: { files: [workflowFile(risky, risky)] } });
    expect(headline({ proposal })).toBe('🚨 CI pipeline: up to date, but high-risk: more rights');
  });

  it('still says what it may do that the base may not', () => {
    const text = renderComment(githubPage({ proposal: settled }));
    expect(text).toContain('### ✅ CI pipeline: up to date');
    expect(text).toContain('| Permissions | `contents: read` |');
  });

  it.each([
    ['a failed verdict', { report: reportOf([finding()]) }],
    ['a layer that was left out', { fallback: { code: 'X', message: 'Y.' } }],
    ['a question', { questions: [{ about: 'x', text: 'y?', choices: [] }] }],
  ])('is not up to date with %s', (_, given) => {
    expect(isUpToDate(githubPage({ proposal: { ...settled, ...given } }))).toBe(false);
  });

  it('is not up to date where the change itself edits the file, and says always what an edit takes out', () => {
    const edited = (rule: string, changed: readonly string[]) => {
      const report = reportOf([{ ...finding(), rule, level: 'warning' }], { verdict: 'pass' });
      const changedFiles = changed.map((path) => ({ path, status: 'modified' as const }));
      return githubPage({ proposal: { ...settled, report }, context: { ...githubPage().context, changedFiles } });
    };
    const path = files[0]?.path ?? '';
    expect(isUpToDate(edited('EDITED_BY_HAND', [path]))).toBe(false);
    expect(isUpToDate(edited('EDITED_BY_HAND', ['a.go']))).toBe(true);
    expect(isUpToDate(edited('EDITED_OUT', ['a.go']))).toBe(true);
    expect(renderComment(edited('EDITED_OUT', ['a.go']))).toContain('### ✋ CI pipeline: edits by hand take out');
  });
});

describe('A place', () => {
  it.each([
    ['is a link to the head', 'src/a b#1.go', `](<https://github.com/octo/shop/blob/${HEAD}/src/a%20b%231.go#L2>)`],
    ['is none in a file that is only proposed', files[0]?.path ?? '', 'at `.github/workflows/generated.yml:2`:'],
    ['is none for what is no file', '<stdin>', 'at `<stdin>:2`:'],
  ])('%s', (_, file, expected) => {
    const report = reportOf([finding({ file, level: 'note' })], { verdict: 'pass' });
    expect(renderComment(githubPage({ proposal: proposalOf({ changeSet: { files }, report }) }))).toContain(expected);
  });

  it('is none where nobody knows where the head can be looked at', () => {
    const links = { run: null, artifact: null, blob: null };
    const text = renderComment(
      githubPage({ links, context: contextOf({ head: null, base: null, changedFiles: null }) }),
    );
    expect(text).not.toContain('](<');
    expect(text).toContain('agent-generate generate --write');
    expect(text).toContain('<sub>Of the work tree</sub>');
  });

  it('names the head of the event where that is what is checked out', () => {
    const context = contextOf({ trigger: pullRequestTrigger(), head: null });
    expect(renderComment(githubPage({ context }))).toContain(`<sub>Of \`${'a'.repeat(12)}\` against`);
  });
});
