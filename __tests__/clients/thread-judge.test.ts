import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { threadJudge } from '../../src/clients/thread-judge.ts';
import type { EngineOutcome, Subject } from '../../src/domain/judge.ts';
import { ENGINE_NAMES } from '../../src/domain/report.ts';
import { file } from '../fakes/judging.ts';

describe('A thread that does not do as it should fails its engines', () => {
  it('when it is not back in time: the one at work, and those that would have come after it', async () => {
    const outcomes = await judgeBy('hangs', [file('', 'a.yml'), file('', 'b.yml')], { milliseconds: 8000 });
    expect(said(outcomes)).toEqual([
      'yaml ran',
      'schema failed: time was up, while it judged b.yml.',
      'semantics failed: it was not run: the schema engine before it did not end.',
      'catalogue failed: it was not run: the schema engine before it did not end.',
      'secrets failed: it was not run: the schema engine before it did not end.',
      'policy failed: it was not run: the schema engine before it did not end.',
    ]);
  });

  it('when one batch takes longer than any batch should, long before the deadline', async () => {
    const outcomes = await judgeBy('hangs', [file('', 'a.yml')], { batchLimit: 8000 });
    expect(said(outcomes)).toContain('schema failed: it took more than 8 s, while it judged a.yml.');
  });

  it.each([
    ['exits', 'its thread ended, before it was run.'],
    ['throws', 'its modules are damaged, before it was run.'],
    ['forgets', 'it gave no outcome.'],
    ['not-there', /^Cannot find module .*not-there\.ts'?.*, before it was run\.$/],
  ])('when it %s', async (name, reason) => {
    const outcomes = await judgeBy(name, [file('')]);
    expect(outcomes.map(({ name: engine }) => engine)).toEqual([...ENGINE_NAMES]);
    for (const outcome of outcomes) expect(outcome.reason).toMatch(reason);
  });

  it('when it takes more memory than it may have', async () => {
    const [first] = await judgeBy('hoards', [file('', 'a.yml')]);
    expect(first?.reason).toBe('it needed more than 512 MB of memory, while it judged a.yml.');
  });

  it('when it has died long before it is asked, without taking the process along', async () => {
    await using judge = judgeOf('throws');
    await died();
    const outcomes = await judge.judge([file('')], deadlineFromNow(10_000));
    expect(outcomes.map(({ status }) => status)).toEqual(ENGINE_NAMES.map(() => 'failed'));
  });

  it('when there is no time left at all, without a thread being asked', async () => {
    const outcomes = await judgeBy('ends-one', [file('')], { milliseconds: 0 });
    expect(said(outcomes)[0]).toBe('yaml failed: time was up, before it was run.');
  });
});

describe('Many files', () => {
  it('go on in another thread when one of them kills its own', async () => {
    const files = Array.from({ length: 50 }, (_, index) => file('', index === 20 ? 'bad.yml' : `${index}.yml`));
    const outcomes = await judgeBy('dies-once', files);
    const failed = outcomes.filter(({ status }) => status === 'failed');
    expect(failed.map(({ name }) => name)).toEqual([...ENGINE_NAMES]);
    expect(failed[0]?.reason).toBe('what is in it cannot be borne, while it judged bad.yml.');
    // Seven batches of at most eight: one is lost.
    expect(outcomes.filter(({ name, status }) => name === 'policy' && status === 'ran')).toHaveLength(6);
  });

  it('are each judged once, whoever takes them', async () => {
    const files = Array.from({ length: 500 }, (_, index) => file('x', `${index}.yml`));
    const seen = (await judgeBy('ends-one', files)).flatMap(({ findings }) => findings.map((it) => it.file));
    expect(seen.toSorted()).toEqual(files.map((it) => it.file).toSorted());
  });

  it('that are large go one by one', async () => {
    const files = Array.from({ length: 5 }, (_, index) => file(Buffer.alloc(900_000, 'x'), `${index}.yml`));
    const outcomes = await judgeBy('ends-one', files);
    expect(outcomes.filter(({ name }) => name === 'policy')).toHaveLength(5);
  });
});

describe('What a thread is given', () => {
  it('is the policies and the bytes, no variable of the process, and no more of a buffer than its part', async () => {
    const large = Buffer.alloc(10_000, 'x');
    const subject: Subject = { kind: 'file', file: 'a.yml', bytes: large.subarray(10, 20) };
    const findings = (await judgeBy('ends-one', [subject])).flatMap((outcome) => outcome.findings);
    expect(JSON.parse(findings[0]?.message ?? '')).toEqual({
      given: { policies: ['a.wasm'] },
      variables: [],
      buffer: 10,
      file: 'a.yml',
    });
    expect(large.toString()).toBe('x'.repeat(10_000));
  });

  it('may be nothing: every engine is asked all the same', async () => {
    expect(said(await judgeBy('ends-one', []))).toEqual(ENGINE_NAMES.map((name) => `${name} ran`));
  });

  it('may be any name', async () => {
    const names = ['a\nb.yml', '../../etc/passwd', '\ud800.yml', '', '__proto__', '<stdin>', 'a'.repeat(5000)];
    const findings = (
      await judgeBy(
        'ends-one',
        names.map((name) => file('x', name)),
      )
    ).flatMap((it) => it.findings);
    expect(findings.map((finding) => finding.file)).toEqual(names);
  });
});

it('A thread is used again, and given back at the end', async () => {
  const before = threads();
  {
    await using judge = judgeOf('ends-one');
    await judge.judge([file('')], deadlineFromNow(10_000));
    await judge.judge([file('')], deadlineFromNow(10_000));
    expect(threads() - before).toBe(1);
  }
  expect(threads()).toBe(before);
});

function judgeOf(name: string, options: { readonly batchLimit?: number } = {}) {
  const program = new URL(`../fakes/threads/${name}.ts`, import.meta.url);
  return threadJudge({ program, policies: ['a.wasm'], contents: [], ...options });
}

async function judgeBy(
  name: string,
  subjects: readonly Subject[],
  { milliseconds = 60_000, ...options }: { readonly milliseconds?: number; readonly batchLimit?: number } = {},
): Promise<readonly EngineOutcome[]> {
  await using judge = judgeOf(name, options);
  return await judge.judge(subjects, deadlineFromNow(milliseconds));
}

function said(outcomes: readonly EngineOutcome[]): string[] {
  return outcomes.map(({ name, status, reason }) => (status === 'ran' ? `${name} ran` : `${name} failed: ${reason}`));
}

function threads(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;
}

/** Until the warmed thread is over: its port is the one thing of it that this process holds. */
async function died(): Promise<void> {
  while (threads() > 0) await setImmediate();
}
