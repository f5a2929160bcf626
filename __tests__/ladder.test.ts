import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../src/clients/deadline.ts';
import { threadModel } from '../src/clients/thread-model.ts';
import { ActionError } from '../src/domain/errors.ts';
import type { Finding } from '../src/domain/finding.ts';
import type { AskedLayer, LayerAnswer } from '../src/domain/layer.ts';
import type { Conversation, Model } from '../src/domain/model.ts';
import type { Candidate } from '../src/domain/proposal.ts';
import type { ComplianceReport } from '../src/domain/report.ts';
import type { GenerationRequest, Intent } from '../src/domain/request.ts';
import { NO_USAGE } from '../src/domain/usage.ts';
import { answer, type KnownLayer, type Ladder } from '../src/ladder.ts';
import { modelLayer } from '../src/prompt/model/layer.ts';
import { answering, calling } from './fakes/model-replies.ts';
import { openingFor } from './fakes/openings.ts';
import { pipelineOf } from './fakes/proposals.ts';

const SECONDS = 1000;
const minimal: KnownLayer = { rung: 'minimal', request: { version: 1, intents: [] } };
const detected: KnownLayer = {
  rung: 'detected',
  request: requestOf({ kind: 'timeout', for: { all: true }, minutes: 1 }),
};
const accepted: KnownLayer = {
  rung: 'accepted-request',
  request: requestOf({ kind: 'timeout', for: { all: true }, minutes: 2 }),
};

describe('The ladder', () => {
  it('answers with the highest known layer when everything is proven', async () => {
    const proposal = await answer(ladder({}));
    expect(proposal).toMatchObject({ source: 'accepted-request', fallback: null });
    expect(stackOf(proposal)).toEqual([1, 2]);
  });

  it('drops an accepted layer that cannot be proven, and says why', async () => {
    const proposal = await answer(ladder({ faults: { 2: 'unpinned-uses' } }));
    expect(proposal).toMatchObject({ source: 'detected', fallback: { code: 'NOT_PROVEN' } });
    expect(proposal.fallback?.message).toContain('is the accepted request: ');
    expect(proposal.fallback?.message).toContain('unpinned-uses');
    expect(stackOf(proposal)).toEqual([1]);
  });

  it('keeps of an accepted layer whatever is proven, and names the rest', async () => {
    const many = [2, 3, 4, 5, 6].map(timeout);
    const known: Ladder['known'] = [minimal, detected, { rung: 'accepted-request', request: requestOf(...many) }];
    const proposal = await answer({ ...ladder({ faults: { 3: 'a', 6: 'b' } }), known });
    expect(proposal).toMatchObject({
      source: 'accepted-request',
      report: { verdict: 'pass' },
      fallback: { code: 'NOT_PROVEN' },
    });
    expect(stackOf(proposal)).toEqual([1, 2, 4, 5]);
    expect(proposal.fallback?.message).toContain('"minutes":3},');
    expect(proposal.fallback?.message).toContain('"minutes":6}. ');
    expect(proposal.fallback?.message).not.toContain('"minutes":4}');
  });

  it('takes a request apart in a part of its time, and says where that was not enough', async () => {
    const many = Array.from({ length: 64 }, (_, index) => timeout(index + 2));
    const known: Ladder['known'] = [minimal, detected, { rung: 'accepted-request', request: requestOf(...many) }];
    let left = 100;
    const deadline = { ...deadlineFromNow(SECONDS), remaining: () => left, within: () => deadline };
    let proofs = 0;
    const scene = ladder({ faults: Object.fromEntries(many.slice(1).map((_, index) => [index + 3, 'a'])) });
    const prove: Ladder['prove'] = (stack) => {
      proofs += 1;
      if (proofs === 20) left = 0;
      return scene.prove(stack);
    };
    const proposal = await answer({ ...scene, known, deadline, prove });
    expect(proofs).toBe(20);
    expect(proposal).toMatchObject({ source: 'accepted-request', fallback: { code: 'NOT_PROVEN' } });
    expect(stackOf(proposal)).toEqual([1, 2]);
    expect(proposal.fallback?.message).toContain('Time was up');
  });

  it('takes a request apart in half of what is left', async () => {
    const shares: number[] = [];
    const known: Ladder['known'] = [
      minimal,
      detected,
      { rung: 'accepted-request', request: requestOf(...[2, 3].map(timeout)) },
    ];
    await answer({ ...ladder({ faults: { 3: 'a' } }), known, deadline: sharing(shares) });
    expect(shares).toEqual([50]);
  });

  it('gives what it asks four fifths of what is left, each time', async () => {
    const shares: number[] = [];
    const asked = [saying(15), saying(20)];
    const proposal = await answer({ ...ladder({ asked }), deadline: sharing(shares) });
    expect(stackOf(proposal)).toEqual([1, 2, 15, 20]);
    expect(shares).toEqual([80, 80]);
  });

  it('is not taken apart where an engine could not judge it', async () => {
    let proofs = 0;
    const scene = ladder({ verdict: 'error' });
    const prove: Ladder['prove'] = (stack) => {
      proofs += 1;
      return scene.prove(stack);
    };
    expect(await answer({ ...scene, prove })).toMatchObject({ source: 'minimal' });
    expect(proofs).toBe(3);
  });

  it('drops a layer of which nothing is proven', async () => {
    const known: Ladder['known'] = [
      minimal,
      detected,
      { rung: 'accepted-request', request: requestOf(timeout(3), timeout(6)) },
    ];
    const proposal = await answer({ ...ladder({ faults: { 3: 'a', 6: 'b' } }), known });
    expect(proposal).toMatchObject({ source: 'detected', fallback: { code: 'NOT_PROVEN' } });
    expect(stackOf(proposal)).toEqual([1]);
  });

  it('keeps an accepted layer over what is left of the one below it', async () => {
    const known: Ladder['known'] = [
      minimal,
      { rung: 'detected', request: requestOf(timeout(7), timeout(1)) },
      { rung: 'accepted-request', request: requestOf(timeout(2)) },
    ];
    const proposal = await answer({ ...ladder({ faults: { 7: 'a' } }), known });
    expect(proposal).toMatchObject({ source: 'accepted-request', report: { verdict: 'pass' } });
    expect(stackOf(proposal)).toEqual([1, 2]);
    expect(proposal.fallback?.message).toContain('Of what the repository shows this was left out');
    expect(proposal.fallback?.message).toContain('"minutes":7}');
  });

  it('falls to minimal when nothing above it is proven', async () => {
    const proposal = await answer(ladder({ faults: { 1: 'a', 2: 'b' } }));
    expect(proposal).toMatchObject({ source: 'minimal', report: { verdict: 'pass' } });
  });

  it('never calls it a pass when an engine could not judge even minimal', async () => {
    const proposal = await answer(ladder({ verdict: 'error' }));
    expect(proposal).toMatchObject({
      source: 'minimal',
      report: { verdict: 'error' },
      fallback: { code: 'NOT_PROVEN' },
    });
  });

  it('puts an asked layer on top when it is proven', async () => {
    const proposal = await answer(ladder({ asked: [saying(15)] }));
    expect(proposal).toMatchObject({ source: 'model', fallback: null });
    expect(stackOf(proposal)).toEqual([1, 2, 15]);
  });

  it('repairs an asked layer for as long as its findings shrink', async () => {
    const proposal = await answer(
      ladder({ asked: [saying(30, 20, 15)], faults: { 30: 'two-faults', 20: 'one-fault' } }),
    );
    expect(proposal).toMatchObject({ source: 'model', usage: { calls: 3 } });
    expect(stackOf(proposal)).toEqual([1, 2, 15]);
  });

  it('drops an asked layer whose repair does not shrink its findings', async () => {
    const proposal = await answer(ladder({ asked: [saying(30, 31, 15)], faults: { 30: 'a', 31: 'b' } }));
    expect(proposal).toMatchObject({
      source: 'accepted-request',
      fallback: { code: 'NOT_PROVEN' },
      usage: { calls: 2 },
    });
  });

  it('passes questions on and prints nothing of the layer that asks', async () => {
    const questions = [{ about: 'timeout', text: 'How long?', choices: [] }];
    const asking = layerOf(async () => ({ kind: 'questions', questions, usage: NO_USAGE }));
    const proposal = await answer(ladder({ asked: [asking] }));
    expect(proposal).toMatchObject({ source: 'accepted-request', questions, fallback: { code: 'QUESTIONS' } });
  });

  it('keeps every question and every reason where several layers have one', async () => {
    const asking = (about: string) =>
      layerOf(async () => ({
        kind: 'questions',
        questions: [{ about, text: 'Which?', choices: [] }],
        usage: NO_USAGE,
      }));
    const failing = layerOf(() => Promise.reject(new Error('it broke')));
    const proposal = await answer(ladder({ asked: [asking('a'), failing, saying(15), asking('b')] }));
    expect(stackOf(proposal)).toEqual([1, 2, 15]);
    expect(proposal.questions.map(({ about }) => about)).toEqual(['a', 'b']);
    expect(proposal.fallback).toMatchObject({ code: 'QUESTIONS', message: expect.stringContaining('it broke') });
  });

  it('says what was refused', async () => {
    const findings = [findingOf('removes-tests')];
    const refusing = layerOf(async () => ({ kind: 'refused', findings, usage: NO_USAGE }));
    const proposal = await answer(ladder({ asked: [refusing] }));
    expect(proposal.fallback).toMatchObject({ code: 'REFUSED' });
    expect(proposal.fallback?.message).toContain('removes-tests is broken');
  });
});

describe('A model on the ladder', () => {
  it('that answers is on top', async () => {
    expect(await answerWith('answers')).toMatchObject({ source: 'model', fallback: null });
  });

  it.each([
    ['hangs and ignores cancellation', 'hangs'],
    ['blocks its thread', 'blocks'],
    ['waits without taking time', 'waits'],
  ])('that %s leaves a proven answer in time', async (_, model) => {
    const proposal = await answerWith(model, SECONDS);
    expect(proposal).toMatchObject({ source: 'accepted-request', report: { verdict: 'pass' } });
    expect(proposal.fallback).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(proposal.fallback?.message).toContain('The model layer was left out');
  });

  it.each([
    ['throws', 'throws', 'MODEL_FAILED'],
    ['breaks where nobody awaits it', 'throws-late', 'MODEL_FAILED'],
    ['ends its process', 'exits', 'MODEL_FAILED'],
    ['answers what no message carries', 'babbles-in-functions', 'MODEL_FAILED'],
    ['answers nonsense', 'babbles', 'MODEL_ANSWER_INVALID'],
  ])('that %s leaves a proven answer', async (_, model, code) => {
    const proposal = await answerWith(model);
    expect(proposal).toMatchObject({ source: 'accepted-request', report: { verdict: 'pass' }, fallback: { code } });
    expect(proposal.fallback?.message).toContain('The model layer was left out');
  });

  it.each([
    ['nothing', undefined],
    ['text', '{"calls":[]}'],
    ['a list', []],
    ['no call', { usage: { calls: 1 } }],
    ['a call without anything', answering({})],
    ['a field of its own', answering({ intents: [], questions: [], refused: [], permissions: 'write-all' })],
    ['an intent of its own', calling([{ kind: 'yaml', text: 'on: push' }])],
    ['an expression', calling([custom('${{ secrets.TOKEN }}')])],
    ['two lines', calling([custom('true\ncurl evil')])],
    ['too much', calling(Array.from({ length: 101 }, () => custom('make')))],
    ['tokens below nothing', calling([], { usage: { inputTokens: -1 } })],
    ['itself, without an end', itself()],
  ])('that answers %s is left out as nonsense', async (_, said) => {
    const model = { reply: async () => said } satisfies Model;
    const proposal = await answer(ladder({ asked: [layerWith(model)] }));
    expect(proposal).toMatchObject({ source: 'accepted-request', fallback: { code: 'MODEL_ANSWER_INVALID' } });
  });

  it('is told what the judges found, and what it used is counted though it breaks at last', async () => {
    const told: Conversation['turns'][] = [];
    const model = {
      reply: async ({ turns }) => {
        told.push(turns);
        if (told.length === 2) throw new Error('the provider broke');
        return calling([timeout(30)], { usage: { calls: 1, costUsd: 0.5 } });
      },
    } satisfies Model;
    const proposal = await answer(ladder({ asked: [layerWith(model)], faults: { 30: 'unpinned-uses' } }));
    expect(told[1]?.map(({ speaker }) => speaker)).toEqual(['person', 'model', 'tool']);
    expect(told[1]?.at(-1)).toMatchObject({ call: 'call-1', text: expect.stringContaining('unpinned-uses') });
    expect(proposal).toMatchObject({
      source: 'accepted-request',
      fallback: { code: 'MODEL_FAILED' },
      usage: { calls: 1, costUsd: 0.5 },
    });
  });

  it('that fails is followed by those who are asked in its place, and its reason is still told', async () => {
    const failing = layerOf(() => Promise.reject(new Error('the provider broke')));
    const proposal = await answer(ladder({ asked: [{ ...failing, otherwise: [saying(15), saying(20)] }] }));
    expect(stackOf(proposal)).toEqual([1, 2, 15, 20]);
    expect(proposal.fallback?.message).toContain('the provider broke');
  });

  it('says what it has to say to a person, whatever comes of it, once', async () => {
    const noting = (kind: 'failed' | 'questions', words: string) =>
      layerOf(async () => ({
        ...(kind === 'failed'
          ? { kind, error: new ActionError('MODEL_ANSWER_INVALID', 'nonsense.'), usage: { ...NO_USAGE, calls: 1 } }
          : { kind, questions: [{ about: 'x', text: 'Which?', choices: [] }], usage: NO_USAGE }),
        notes: [words],
      }));
    const layer = { ...noting('failed', 'One.'), otherwise: [saying(15)] };
    const proposal = await answer(ladder({ asked: [layer, noting('questions', 'Two.'), noting('questions', 'One.')] }));
    expect(proposal).toMatchObject({
      notes: ['One.', 'Two.'],
      fallback: { code: 'MODEL_ANSWER_INVALID' },
      // One of the model that failed, one of who was asked in its place.
      usage: { calls: 2 },
    });
    expect(stackOf(proposal)).toEqual([1, 2, 15]);
    expect((await answer(ladder({ asked: [saying(15)] }))).notes ?? []).toEqual([]);
  });

  it('that cannot be proven is followed by those who are asked in its place', async () => {
    const layer = { ...saying(30, 30), otherwise: [saying(15)] };
    const proposal = await answer(ladder({ asked: [layer], faults: { 30: 'unpinned-uses' } }));
    expect(stackOf(proposal)).toEqual([1, 2, 15]);
    expect(proposal.fallback).toMatchObject({ code: 'NOT_PROVEN' });
  });

  it.each(['questions', 'refused'] as const)('that says %s has answered: nobody else is asked', async (kind) => {
    const said: LayerAnswer =
      kind === 'refused'
        ? { kind, findings: [findingOf('removes-tests')], usage: NO_USAGE }
        : { kind, questions: [{ about: 'x', text: 'Which?', choices: [] }], usage: NO_USAGE };
    const layer = { ...layerOf(async () => said), otherwise: [saying(15)] };
    expect(stackOf(await answer(ladder({ asked: [layer] })))).toEqual([1, 2]);
  });

  it('is kept as what was understood, with the words that it answers, where it is proven', async () => {
    const known = [minimal, detected, accepted].map(({ request }) => request);
    const first = requestOf(timeout(15));
    const layers = [{ ...saying(15), words: ['give it 15 minutes'] }, saying(30, 30), saying(20)];
    const { understood } = await answer(ladder({ asked: layers, faults: { 30: 'unpinned-uses' } }));
    expect(understood).toEqual([
      { request: first, over: known, words: ['give it 15 minutes'] },
      { request: requestOf(timeout(20)), over: [...known, first], words: [] },
    ]);
  });

  it('stands over another asked layer, and both are counted', async () => {
    const proposal = await answer(ladder({ asked: [saying(15), saying(20)] }));
    expect(stackOf(proposal)).toEqual([1, 2, 15, 20]);
    expect(proposal.usage.calls).toBe(2);
  });

  it('that is late for itself leaves time for the one above it', async () => {
    const hanging = layerOf(() => new Promise(() => {}));
    const proposal = await answer(ladder({ asked: [hanging, saying(15)], milliseconds: 500 }));
    expect(proposal).toMatchObject({ source: 'model', fallback: { code: 'DEADLINE_EXCEEDED' } });
    expect(stackOf(proposal)).toEqual([1, 2, 15]);
  });

  it('may throw anything at all', async () => {
    const proposal = await answer(ladder({ asked: [layerOf(() => Promise.reject('a word'))] }));
    expect(proposal).toMatchObject({ source: 'accepted-request', fallback: { code: 'INTERNAL' } });
  });

  it('that never settles in our own thread is left behind as well', async () => {
    const model = { reply: () => new Promise<never>(() => {}) } satisfies Model;
    const proposal = await answer(ladder({ asked: [layerWith(model)], milliseconds: 200 }));
    expect(proposal).toMatchObject({ source: 'accepted-request', fallback: { code: 'DEADLINE_EXCEEDED' } });
  });
});

/** A deadline of which a hundred milliseconds are always left, and what others are given of it. */
function sharing(shares: number[]): Ladder['deadline'] {
  const whole = { ...deadlineFromNow(SECONDS), remaining: () => 100 };
  const within = (milliseconds: number) => {
    shares.push(milliseconds);
    return whole;
  };
  return { ...whole, within };
}

function timeout(minutes: number): Intent {
  return { kind: 'timeout', for: { all: true }, minutes };
}

interface Scene {
  readonly asked?: readonly AskedLayer[];
  /** Minutes of a timeout intent → the rule that its proof breaks. */
  readonly faults?: Readonly<Record<number, string>>;
  readonly verdict?: 'error';
  readonly milliseconds?: number;
}

function ladder({ asked = [], faults = {}, verdict, milliseconds = 10 * SECONDS }: Scene): Ladder {
  return {
    known: [minimal, detected, accepted],
    asked,
    deadline: deadlineFromNow(milliseconds),
    prove: async (stack) => candidateOf(stack, faults, verdict),
  };
}

/** What ends by itself is given time to begin, however busy the machine is. */
function answerWith(name: string, milliseconds = 15 * SECONDS) {
  const model = threadModel(new URL(`./fakes/models/${name}.ts`, import.meta.url));
  return answer(ladder({ asked: [layerWith(model)], milliseconds }));
}

function layerWith(model: Model): AskedLayer {
  return modelLayer({ model, opening: openingFor('Give everything half an hour.') });
}

/** A layer that says one timeout a round. */
function saying(...minutes: readonly number[]): AskedLayer {
  const [first = 0, ...rest] = minutes;
  const say = (minute: number, left: readonly number[]): LayerAnswer => ({
    kind: 'request',
    request: requestOf(timeout(minute)),
    usage: { ...NO_USAGE, calls: 1 },
    again: async () => say(left[0] ?? 0, left.slice(1)),
  });
  return layerOf(async () => say(first, rest));
}

function layerOf(propose: () => Promise<LayerAnswer>): AskedLayer {
  return { rung: 'model', propose, otherwise: [] };
}

function custom(command: string): Intent {
  return { kind: 'custom', for: { all: true }, name: 'Anything', command };
}

/** A value that holds itself. */
function itself(): unknown {
  const value: Record<string, unknown> = { version: 1 };
  value.calls = [{ id: 'a', name: 'answer', input: value }];
  value.intents = [value];
  return value;
}

function requestOf(...intents: Intent[]): GenerationRequest {
  return { version: 1, intents };
}

function candidateOf(
  stack: readonly GenerationRequest[],
  faults: Readonly<Record<number, string>>,
  verdict?: 'error',
): Candidate {
  const request = { version: 1 as const, intents: stack.flatMap((it) => it.intents) };
  const rules = request.intents.flatMap((it) => (it.kind === 'timeout' && faults[it.minutes]) || []);
  const findings = rules.flatMap((rule) =>
    rule === 'two-faults' ? [findingOf(rule), findingOf(rule)] : [findingOf(rule)],
  );
  const report: ComplianceReport = {
    verdict: verdict ?? (findings.length > 0 ? 'fail' : 'pass'),
    findings,
    waived: [],
    digests: { input: '', policy: '' },
    engines: verdict ? [{ name: 'policy', status: 'failed', reason: 'it looped', milliseconds: 0 }] : [],
  };
  return { request, pipeline: pipelineOf(), release: null, changeSet: { files: [] }, report };
}

function findingOf(rule: string): Finding {
  const at = { line: 1, column: 1 };
  return {
    rule,
    level: 'error',
    message: `${rule} is broken.`,
    file: 'f',
    path: [],
    range: { start: at, end: at },
    aliases: [],
    help: '',
  };
}

function stackOf({ request }: Candidate): number[] {
  return request.intents.flatMap((it) => (it.kind === 'timeout' ? [it.minutes] : []));
}
