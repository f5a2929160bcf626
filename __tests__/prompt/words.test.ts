import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { readWords } from '../../src/prompt/reading.ts';
import { wordsLayer } from '../../src/prompt/words.ts';
import { SHOP } from './reader/shop.ts';

const propose = (words: string) => wordsLayer(words, SHOP).propose(deadlineFromNow(1000));

describe('Our reader as a rung', () => {
  it('is called read, and costs nothing', async () => {
    expect(wordsLayer('lint web', SHOP).rung).toBe('read');
    expect(await propose('lint web')).toMatchObject({ usage: { calls: 0, costUsd: 0 } });
  });

  it('says a request, questions, or findings of what is refused', async () => {
    expect(await propose('lint web')).toMatchObject({ kind: 'request', request: { intents: [{ check: 'lint' }] } });
    expect(await propose('make it nice')).toMatchObject({ kind: 'questions', questions: [{ about: 'nice' }] });
    expect(await propose('skip the tests')).toMatchObject({
      kind: 'refused',
      findings: [
        { rule: 'removes-tests', level: 'error', message: expect.stringMatching(/^Tests are not taken away/) },
      ],
    });
  });

  it('gives the command line the same', async () => {
    expect(await readWords('lint web', SHOP)).toEqual({
      request: { version: 1, intents: [{ kind: 'check', for: { service: 'web' }, check: 'lint', ensure: true }] },
      questions: [],
      refused: [],
    });
  });
});
