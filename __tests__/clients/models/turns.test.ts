import { describe, expect, it } from 'vitest';
import { plainTurns, shownTurns } from '../../../src/clients/models/turns.ts';
import type { Turn } from '../../../src/domain/model.ts';

const ASKED: Turn = { speaker: 'person', text: 'lint it' };
const [ONE, TWO] = ['one', 'two'].map((id) => ({ id, name: 'answer', input: { id } }));
const called = (...calls: readonly (typeof ONE)[]): Turn => ({
  speaker: 'model',
  text: '',
  calls: calls.filter((call) => call !== undefined),
});
const answered = (call: string): Turn => ({ speaker: 'tool', call, text: `${call} is wrong` });

describe('Turns as a protocol takes them', () => {
  it('show every call that was answered, with its answer', () => {
    const turns = [ASKED, called(ONE, TWO), answered('one'), answered('two')];
    expect(shownTurns(turns)).toEqual(turns);
  });

  it('show no call without an answer, and no turn that has nothing', () => {
    expect(shownTurns([ASKED, called(ONE, TWO), answered('two')])).toEqual([ASKED, called(TWO), answered('two')]);
    expect(shownTurns([ASKED, called(ONE), ASKED])).toEqual([ASKED, ASKED]);
  });

  it('show an answer without its call as words', () => {
    expect(shownTurns([ASKED, answered('one')])).toEqual([ASKED, { speaker: 'person', text: 'one is wrong' }]);
    expect(shownTurns([ASKED, called(ONE), ASKED, answered('one')]).at(-1)).toEqual({
      speaker: 'person',
      text: 'one is wrong',
    });
  });

  it('are words alone where a server takes nothing else', () => {
    expect(plainTurns([ASKED, called(ONE), answered('one')])).toEqual([
      ASKED,
      { speaker: 'model', text: '{"id":"one"}' },
      { speaker: 'person', text: 'one is wrong' },
    ]);
  });
});
