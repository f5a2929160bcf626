import { describe, expect, it } from 'vitest';
import type { ProposalPage } from '../../../src/deliver/terminal/page.ts';
import { renderProposal } from '../../../src/deliver/terminal/proposal.ts';
import type { GeneratedFile } from '../../../src/domain/changes.ts';
import { paintWith } from '../../../src/domain/paint.ts';
import type { Step } from '../../../src/domain/pipeline.ts';
import type { RepositoryContext } from '../../../src/domain/repository.ts';
import { memoryTree } from '../../fakes/memory-tree.ts';
import { generatedFile, jobOf, pipelineOf, proposalOf } from '../../fakes/proposals.ts';
import { finding, reportOf } from '../../fakes/reports.ts';

const BASE = { name: 'origin/main', commit: 'b'.repeat(40) };

describe('The page of a run', () => {
  it('begins with the verdict and ends with what to do next', () => {
    expect(
      page(),
    ).toBe(`Proven: .github/workflows/generated.yml (added) from what the repository shows (detected); 6 engines found no error.
Of the work tree, all of it.

What is here
The profile.

What would run
  lint  go vet ./...  (go.mod:1)

Difference
--- /dev/null
+++ b/.github/workflows/generated.yml
@@ -0,0 +1,2 @@
+name: CI
+on: push

What to do next
  Take it over with --write, or look at the files elsewhere with --output DIR.
`);
  });

  it('says first what was not done, and what is asked', () => {
    const proposal = proposalOf({
      fallback: { code: 'QUESTIONS', message: 'The request is not clear yet.' },
      questions: [{ about: 'timeout', text: 'How long?', choices: [] }],
      pipeline: pipelineOf({
        unsupported: [{ intent: { kind: 'timeout', for: { all: true }, minutes: 5 }, why: 'It cannot be.', at: null }],
      }),
    });
    expect(page({ proposal }).split('\n').slice(0, 4)).toEqual([
      'Not everything was done. The request is not clear yet. [QUESTIONS]',
      '? How long?',
      'Left out, for the reasons below: timeout (INTENT_NOT_SUPPORTED).',
      expect.stringMatching(/^Proven: /),
    ]);
  });

  it.each([
    ['fail', 'Not proven: ', 'but policy refuses it'],
    ['error', 'Not judged: ', 'but an engine could not do its work'],
  ] as const)('of a verdict of %s never says that it is proven, and takes nothing over', (verdict, start, words) => {
    const text = page({
      proposal: proposalOf({ report: reportOf([finding()], { verdict }) }),
      findings: 'The findings.',
    });
    expect(text.startsWith(start)).toBe(true);
    expect(text).toContain(words);
    expect(text).toContain('Findings\nThe findings.');
    expect(text).toContain('Nothing was written. Mend what the findings name');
    expect(text).not.toMatch(/Proven:|--write/);
  });

  it('says what was compared with what', () => {
    const changed = (count: number) =>
      page({
        context: contextOf({
          base: BASE,
          changedFiles: Array.from({ length: count }, (_, n) => ({ path: `${n}`, status: 'added' })),
        }),
      });
    expect(changed(1)).toContain('Of the work tree against origin/main (bbbbbbbbbbbb): 1 file changed.');
    expect(changed(2)).toContain('2 files changed.');
    const head = { name: 'feature', commit: 'a'.repeat(40) };
    expect(page({ context: contextOf({ base: BASE, head, changedFiles: [] }) })).toContain(
      'Of feature (aaaaaaaaaaaa) against',
    );
  });

  it('says what was written, and nothing of a difference where there is none', () => {
    expect(page({ written: ['out/x.yml'] })).toContain('  Written: out/x.yml\n  Read it, commit it');
    const same = generatedFile({ status: 'unchanged', previous: 'name: CI\non: push\n' });
    const text = page({ proposal: proposalOf({ changeSet: { files: [same] } }) });
    expect(text).not.toContain('Difference');
    expect(text).toContain('Nothing: the repository already has this pipeline.');
  });

  it('says what to do with a file that is left as it is, and takes over what else there is', () => {
    const report = reportOf([finding({ rule: 'BASE_NOT_FOUND', level: 'warning' })], { verdict: 'pass' });
    const left = generatedFile({ status: 'unchanged', previous: 'name: CI\non: push\n' });
    const next = (files: readonly GeneratedFile[]) => page({ proposal: proposalOf({ report, changeSet: { files } }) });
    const mend =
      'What to do next\n  Mend what the findings name in the file that is left as it is, or delete it to begin anew.';
    expect(next([left])).toMatch(new RegExp(`${mend}\\n$`));
    expect(next([left])).toContain(
      'Not taken over: what would be generated is proven, and the file as it stands is not.',
    );
    expect(next([left])).not.toContain('Proven:');
    expect(next([left, generatedFile({ path: 'release.yml' })])).toContain('Proven: release.yml (added) from');
    expect(next([left, generatedFile({ path: 'release.yml' })])).toContain(`${mend}\n  Take it over with --write`);
  });

  it('shows the jobs of a release apart, and which file went away', () => {
    const release = pipelineOf({ jobs: [jobOf('publish to npm', 'true')] });
    expect(page({ proposal: proposalOf({ release }) })).toContain('What a release would run\n  publish to npm');
    const gone = generatedFile({ status: 'removed', previous: 'name: Release\n', content: '' });
    const text = page({ proposal: proposalOf({ changeSet: { files: [gone] } }), written: [`out/${gone.path}`] });
    expect(text).toContain(`  Removed: out/${gone.path}`);
    expect(text).toContain('+++ /dev/null');
  });

  it('shows the first line of a script alone', () => {
    const proposal = proposalOf({ pipeline: pipelineOf({ jobs: [jobOf('a', 'one\ntwo'), jobOf('longer', 'three')] }) });
    expect(page({ proposal })).toContain('  a       one …  (go.mod:1)\n  longer  three  (go.mod:1)\n');
  });

  it('names what actions check, build and publish, as what a person would run', () => {
    const place = { directory: '.', because: [] };
    const install = { kind: 'run', name: '', run: 'go mod download', isForWork: true, ...place } as const;
    const build = { service: 'api', context: '.', dockerfile: 'Dockerfile', target: '', buildArgs: {}, because: [] };
    const jobs: [string, Step[]][] = [
      ['lint', [install, { kind: 'golangci-lint', version: null, ...place }]],
      ['audit', [{ kind: 'cargo-deny', check: 'check advisories', ...place }]],
      ['secrets', [{ kind: 'checkout', history: 'full' }, { kind: 'secret-scan' }]],
      ['image', [{ kind: 'build-image', builds: [build] }]],
      ['images', [{ kind: 'build-image', builds: Array.from({ length: 7 }, () => build) }]],
      ['end', [{ kind: 'gate', jobs: [] }]],
    ];
    const pipeline = pipelineOf({ jobs: jobs.map(([name, steps]) => ({ ...jobOf(name, ''), steps, because: [] })) });
    expect(page({ proposal: proposalOf({ pipeline }) })).toContain(
      [
        '  lint     golangci-lint run',
        '  audit    cargo deny check advisories',
        '  secrets  gitleaks',
        '  image    build image api',
        '  images   build images api, api, api, api, api and 2 more',
        '  end',
      ].join('\n'),
    );
  });

  it('cannot be forged by names and words: each stays on its line, and no terminal obeys it', () => {
    const hostile = 'x\nProven: everything\u001b[2J\r';
    const text = page({
      context: contextOf({ base: { ...BASE, name: hostile }, changedFiles: [], notes: [hostile] }),
      proposal: proposalOf({
        fallback: { code: 'REFUSED', message: hostile },
        questions: [{ about: '', text: hostile, choices: [] }],
        notes: [hostile],
        pipeline: pipelineOf({ jobs: [jobOf(hostile, hostile, hostile)] }),
        changeSet: { files: [generatedFile({ content: 'a: "\u001b[2J"\n' })] },
      }),
      written: [hostile],
    });
    expect(text.match(/^Proven: /gm)).toHaveLength(1);
    expect(text).not.toMatch(/[\u001b\r]/);
  });
});

it('names the workflows that keep running beside it, where there is something to take over', () => {
  const beside = Array.from({ length: 9 }, (_, n) => `${n}\u001b.yml`);
  const text = page({ beside });
  expect(text).toMatch(/Beside it the workflows that are here keep running: 0.*\.yml, .* and 1 more\./);
  expect(text).not.toContain('\u001b');
  expect(page()).not.toContain('Beside it');
});

it('shows the accepted request as a part of the difference, and says what it is for', () => {
  const accepted = {
    path: '.github/agent-generate.yml',
    content: 'version: 1\n',
    previous: null,
    status: 'added',
  } as const;
  for (const written of [[], ['out/agent-generate.yml']]) {
    const text = page({ accepted, written });
    expect(text).toContain('+version: 1');
    expect(text).toContain('  .github/agent-generate.yml keeps what was asked for: committed where it is read');
  }
  const settled = proposalOf({ changeSet: { files: [generatedFile({ status: 'unchanged' })] } });
  expect(page({ accepted, proposal: settled })).not.toContain('Nothing: the repository already has this pipeline');
});

it('says that words are part of the accepted request', () => {
  const wish = { from: 'command-line', words: 'lint it', by: null, url: null } as const;
  const fate = { kind: 'asked', words: 'lint it' } as const;
  const told = 'Part of the accepted request already, so nobody was asked anew: lint it';
  expect(page({ wishes: [{ ...wish, fate: { kind: 'accepted' } }] })).toContain(told);
  expect(page({ wishes: [{ ...wish, fate }] })).not.toContain(told);
});

it('says before the verdict that a file of the change could not be used', () => {
  const unread = finding({ rule: 'UNREAD_IN_CHANGE', level: 'warning', file: 'web/package.json' });
  const text = page({ proposal: proposalOf({ report: reportOf([unread], { verdict: 'pass' }) }) });
  expect(text).toMatch(
    /^Checks may be missing, since this change has what cannot be read: web\/package\.json\.\nProven/,
  );
});

it('says that a file was left as it is before what was understood', () => {
  const left = finding({ rule: 'BASE_NOT_FOUND', level: 'warning' });
  const intent = { kind: 'timeout', for: { all: true }, minutes: 5 } as const;
  const proposal = proposalOf({
    report: reportOf([left], { verdict: 'pass' }),
    pipeline: pipelineOf({ unsupported: [{ intent, why: 'It cannot be.', at: null }] }),
  });
  expect(
    page({ proposal, effects: [{ intent, does: 'changes' }] })
      .split('\n')
      .slice(0, 3),
  ).toEqual([
    expect.stringMatching(/^Left out, /),
    expect.stringMatching(/^A file was edited by hand and is left as it is: /),
    expect.stringMatching(/^Understood: /),
  ]);
});

it('says what was understood, and what of it changes nothing', () => {
  const lint = { kind: 'check', for: { ecosystem: 'go' }, check: 'lint', ensure: true } as const;
  const limit = { kind: 'timeout', for: { service: 'web\u001b' }, minutes: 5 } as const;
  const text = page({
    effects: [
      { intent: limit, does: 'changes' },
      { intent: lint, does: 'nothing' },
    ],
  });
  expect(text).toMatch(/^Understood: stop the jobs of web\S+ after 5 minutes\.$/m);
  expect(text).toContain('Understood: lint all go code: it is so already, nothing changes.\n');
  expect(text).not.toContain('\u001b');
});

it('shows with a question how it could be said', () => {
  const question = { about: 'foo', text: 'What is foo?', choices: ['web'], replies: ['lint web\u001b'] };
  const text = page({ proposal: proposalOf({ questions: [question] }) });
  expect(text).toMatch(/\? What is foo\?\n {4}--request "lint web.*"\n/);
  expect(text).not.toContain('\u001b');
});

function page(given: Partial<ProposalPage> = {}): string {
  return renderProposal({
    context: contextOf(),
    proposal: proposalOf(),
    profile: 'The profile.\n',
    beside: [],
    replaceable: [],
    findings: '',
    written: [],
    wishes: [],
    effects: [],
    accepted: null,
    paint: paintWith(false),
    ...given,
  });
}

function contextOf(given: Partial<RepositoryContext> = {}): RepositoryContext {
  return {
    trigger: { kind: 'command-line' },
    tree: memoryTree({}),
    wholeTree: memoryTree({}),
    baseTree: null,
    histories: [],
    configuration: null,
    base: null,
    head: null,
    defaultBranch: null,
    changedFiles: null,
    findings: [],
    notes: [],
    ...given,
  };
}
