import { expect } from 'vitest';
import { filesIn } from '../../../rigs/github/zip.ts';
import { runCli } from '../../fakes/built.ts';
import { GO, GO_TEST, type Scene } from './scenario.ts';
import type { Stage } from './stage.ts';

const WORKFLOW = '.github/workflows/generated.yml';

export function ordinary(scene: Scene): void {
  scene('The first push of a pull request posts one comment, which begins with its verdict.', async (stage) => {
    const { conclusion, outputs } = await stage.run();
    expect(conclusion).toBe('success');
    const [comment, ...others] = await stage.comments();
    expect(others).toEqual([]);
    expect(comment?.user.login).toBe('github-actions[bot]');
    expect(comment?.body.split('\n')[0]).toMatch(/^<!-- agent-generate:v1:default -->$/);
    expect(comment?.body.split('\n')[1]).toBe('### ✅ CI pipeline: proven, nothing high-risk');
    expect(outputs?.['comment-url']).toContain(`#issuecomment-${comment?.id}`);
  });

  scene('Comment and record name the head commit of the event, whatever is checked out.', async (stage) => {
    const { artifacts } = await stage.run();
    const head = stage.local.git('rev-parse', 'change').trim();
    const [comment] = await stage.comments();
    expect(comment?.body).toContain(`<sub>Of \`${head.slice(0, 12)}\` against`);
    const record = filesIn(artifacts[0]?.zip ?? Buffer.alloc(0)).get('record.jsonl') ?? '';
    expect(JSON.parse(record)).toMatchObject({ commits: { head } });
  });

  scene('The second push edits that comment in its place.', async (stage) => {
    await stage.run();
    const [before] = await stage.comments();
    stage.local.write({ 'mill/go.mod': 'module example.com/mill\n\ngo 1.25\n', 'mill/mill_test.go': GO_TEST });
    await stage.push();
    await stage.run();
    const [after, ...others] = await stage.comments();
    expect(others).toEqual([]);
    expect(after?.id).toBe(before?.id);
    expect(before?.body).not.toContain('mill');
    expect(after?.body).toContain('mill');
  });

  scene('A push that changes nothing of the proposal writes nothing.', async (stage) => {
    await stage.run();
    const { requests } = await stage.run();
    expect(requests.map(({ method }) => method)).not.toContain('PATCH');
    expect(await stage.comments()).toHaveLength(1);
  });

  scene('Where the head already has the pipeline, nothing is said.', async (stage) => {
    await takeOver(stage);
    const { outputs, conclusion } = await stage.run();
    expect(conclusion).toBe('success');
    expect(outputs).toMatchObject({ changed: 'false', verdict: 'pass', 'comment-url': '' });
    expect(await stage.comments()).toEqual([]);
  });

  scene('A comment that stands becomes "up to date" when the pull request takes the pipeline over.', async (stage) => {
    await stage.run();
    await takeOver(stage);
    await stage.run();
    const [comment, ...others] = await stage.comments();
    expect(others).toEqual([]);
    expect(comment?.body).toMatch(/up to date/i);
    expect(comment?.body).not.toContain('```diff');
  });

  scene('Every output of action.yml is there, and the plan names what the change concerns.', async (stage) => {
    const { outputs } = await stage.run();
    expect(outputs).toMatchObject({
      verdict: 'pass',
      source: 'detected',
      'fallback-reason': '',
      changed: 'true',
      'workflow-path': WORKFLOW,
      findings: '{"error":0,"warning":0,"note":0}',
      questions: '[]',
      'pull-request': String(stage.number),
      'cost-usd': '0',
    });
    expect(outputs?.['audit-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    const plan = JSON.parse(outputs?.plan ?? '') as { readonly include: readonly { readonly id: string }[] };
    expect(plan.include.map(({ id }) => id)).toEqual(['cart-lint', 'cart-format', 'cart-test', 'cart-build']);
  });

  scene(
    'A change of one unit has a plan of that unit alone.',
    async (stage) => {
      const { outputs } = await stage.run();
      const plan = JSON.parse(outputs?.plan ?? '') as { readonly include: readonly { readonly id: string }[] };
      expect(new Set(plan.include.map(({ id }) => id.split('-')[0]))).toEqual(new Set(['mill']));
    },
    {
      base: {
        ...GO.head,
        'mill/go.mod': 'module example.com/mill\n\ngo 1.25\n',
        'mill/mill_test.go': GO_TEST,
        [WORKFLOW]: '',
      },
      head: { 'mill/more_test.go': GO_TEST },
    },
  );

  scene('The job summary says what the comment says.', async (stage) => {
    const { summary } = await stage.run();
    const [comment] = await stage.comments();
    const [, verdict = 'no verdict'] = comment?.body.split('\n') ?? [];
    expect(summary).toContain(verdict);
    expect(summary).toContain('```diff');
  });

  scene('The artifact holds the workflow, the report, the request and the record.', async (stage) => {
    const { artifacts } = await stage.run();
    expect(artifacts.map(({ name }) => name)).toEqual(['agent-generate']);
    const zip = artifacts[0]?.zip.toString('latin1') ?? '';
    for (const file of ['generated.yml', 'report.json', 'request.json', 'record.jsonl']) expect(zip).toContain(file);
  });

  scene('With the diff at hand a run takes at most four requests.', async (stage) => {
    const { requests } = await stage.run();
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  scene('The file also stands in the workspace, for the steps after it.', async (stage) => {
    const { log } = await stage.run();
    expect(log).toMatch(/Written: .*generated\.yml/);
  });

  scene('The record of a run is appended to the file that was asked for.', async (stage) => {
    const { log, outputs } = await stage.run({ with: { 'record-file': 'record.jsonl' } });
    expect(log).not.toContain('record-file');
    expect(outputs?.['audit-digest']).not.toBe('');
  });

  scene(
    'With deliver: none nothing is written to GitHub, and the comments are read for what they ask for.',
    async (stage) => {
      const { requests, outputs } = await stage.run({ with: { deliver: 'none' } });
      expect(requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)).toEqual([
        `GET /repos/${stage.name}/issues/${stage.number}/comments`,
      ]);
      expect(outputs?.verdict).toBe('pass');
    },
  );

  scene('Started by hand, it answers in summary and artifact, without a pull request.', async (stage) => {
    const { summary, outputs, artifacts, requests } = await stage.run({
      event: 'workflow_dispatch',
      payload: { ref: 'refs/heads/change' },
    });
    expect(summary).toContain('proven');
    expect(outputs).toMatchObject({ verdict: 'pass', 'pull-request': '', 'comment-url': '' });
    expect(artifacts).toHaveLength(1);
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  scene('Words that are not understood become a question, and the layers below are still proven.', async (stage) => {
    const { outputs, conclusion } = await stage.run({ with: { request: 'make it nice' } });
    expect(conclusion).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'pass', source: 'detected' });
    expect(outputs?.['fallback-reason']).toMatch(/^QUESTIONS: /);
    const [comment] = await stage.comments();
    expect(comment?.body.split('\n').slice(0, 6).join('\n')).toMatch(/question|not clear/i);
  });

  scene('Words that are understood to the last one are done.', async (stage) => {
    const { outputs } = await stage.run({ with: { request: 'Set a timeout of seven minutes for everything' } });
    expect(outputs).toMatchObject({ verdict: 'pass', source: 'read', 'fallback-reason': '' });
    const [comment] = await stage.comments();
    expect(comment?.body).toContain('timeout-minutes: 7');
  });

  scene(
    'Words that ask for what nobody may have are refused, and the layers below are still proven.',
    async (stage) => {
      const { outputs } = await stage.run({ with: { request: 'Give every job permissions: write-all' } });
      expect(outputs).toMatchObject({ verdict: 'pass', source: 'detected' });
      expect(outputs?.['fallback-reason']).toMatch(/^REFUSED: .*least that its steps need/);
    },
  );

  scene('fail-on: fallback makes such a run red.', async (stage) => {
    const { conclusion, outputs } = await stage.run({ with: { request: 'make it nice', 'fail-on': 'fallback' } });
    expect(conclusion).toBe('failure');
    expect(outputs?.verdict).toBe('pass');
  });

  scene(
    'The configuration of the base is followed, and a changed one in the pull request is not.',
    async (stage) => {
      await stage.run();
      const [comment] = await stage.comments();
      expect(comment?.body).toContain('timeout-minutes: 7');
      expect(comment?.body).not.toContain('timeout-minutes: 9');
    },
    {
      base: { '.github/agent-generate.yml': timeout(7), 'README.md': 'x\n' },
      head: { ...GO.head, '.github/agent-generate.yml': timeout(9) },
    },
  );
}

function timeout(minutes: number): string {
  return `version: 1\nrequest: { intents: [{ kind: timeout, for: { all: true }, minutes: ${minutes} }] }\n`;
}

/** As a person does it who likes the proposal. */
async function takeOver(stage: Stage): Promise<void> {
  const { code, stderr } = runCli(['generate', '--repository', stage.local.path, '--base', 'main', '--write']);
  expect(code, stderr).toBe(0);
  await stage.push('Take it over');
}
