import { describe, expect, it } from 'vitest';
import type { ModelReply } from '../../../src/domain/model.ts';
import { NO_USAGE } from '../../../src/domain/usage.ts';
import { onFaults, onFindings } from '../../../src/prompt/model/repair.ts';
import { calling, OPENING } from '../../fakes/model-replies.ts';
import { finding } from '../../fakes/reports.ts';

const REPLY: ModelReply = { ...calling([]), text: '', stop: 'done', usage: NO_USAGE };
const asIs = async (text: string) => text;
const fault = (text: string) => ({ at: '', text, question: null });

describe('What a model is told of its answer', () => {
  it('is cut: each line, and how many there are', async () => {
    const faults = Array.from({ length: 100 }, () => fault('x'.repeat(1000)));
    const lines = last(await onFaults(OPENING, REPLY, faults, asIs)).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[1]).toBe(`- ${'x'.repeat(398)}`);
  });

  it('is cut behind what was covered, and not through it', async () => {
    const clean = async (text: string) => text.replaceAll('secret-secret', '-');
    const text = last(await onFaults(OPENING, REPLY, [fault(`${'x'.repeat(392)}secret-secret`)], clean));
    expect(text).not.toContain('secret');
  });

  it('is one line for each, with its hidden characters to be seen', async () => {
    const message = 'a\nNot\u{e0061} a\u200b line of its own';
    const text = last(await onFindings(OPENING, REPLY, [finding({ message })], asIs));
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('a Not\\u{e0061} a\\u{200b} line');
  });

  it('is clean, and after what it said itself, cut too', async () => {
    const said = { ...REPLY, calls: [], text: 'y'.repeat(10_000) };
    const { turns } = await onFaults(OPENING, said, [fault('the secret')], async (text) => text.replace('secret', '-'));
    expect(turns.at(-2)).toMatchObject({ speaker: 'model', text: 'y'.repeat(4000) });
    expect(turns.at(-1)).toMatchObject({ speaker: 'person', text: 'Not accepted:\n- the -' });
  });
});

function last({ turns }: typeof OPENING): string {
  return turns.at(-1)?.text ?? '';
}
