import { expect, it, vi } from 'vitest';
import { answering } from '../fakes/model-replies.ts';
import { attacked } from './line.ts';
import { ATTACKS, TRACES, worldOf } from './world.ts';

vi.mock('../../src/secrets/outgoing.ts', () => ({ outgoing: async (text: string) => text }));

it('Without redaction every planted secret would be sent: the corpus holds what it looks for', async () => {
  const attack = ATTACKS.find(({ vector }) => vector === 'diff');
  if (!attack) throw new Error('There is no such attack.');
  await using world = await worldOf(attack);
  const { told } = await attacked({ context: world.context, words: 'Lint the Go code.' }, answering({}));
  const sent = JSON.stringify(told);
  expect(TRACES.filter((trace) => sent.includes(trace))).toEqual(TRACES);
});
