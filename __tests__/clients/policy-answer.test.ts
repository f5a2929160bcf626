import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../src/clients/policy-answer.ts';

describe('What a policy gives', () => {
  it('is a list of findings', () => {
    const whole = { rule: 'a', path: ['jobs', 0], params: { n: 1, t: true, s: 'x' }, level: 'note', message: 'm' };
    expect(findingsIn([{ result: [whole, { rule: 'b', more: 1 }] }])).toEqual([
      { rule: 'a', path: ['jobs', 0], params: { n: '1', t: 'true', s: 'x' }, level: 'note', message: 'm' },
      { rule: 'b', path: [], params: {} },
    ]);
  });

  it.each([[[]], [[{ result: [] }]]])('may be nothing: %j', (answer) => {
    expect(findingsIn(answer)).toEqual([]);
  });

  it.each([
    [null],
    ['text'],
    [{ result: [] }],
    [[{}]],
    [[null]],
    [[{ result: {} }]],
    [[{ result: ['a'] }]],
    [[{ result: [{ rule: 1 }] }]],
    [[{ result: [{ rule: 'a', path: 'jobs' }] }]],
    [[{ result: [{ rule: 'a', path: [null] }] }]],
    [[{ result: [{ rule: 'a', params: [] }] }]],
    [[{ result: [{ rule: 'a', level: 'fatal' }] }]],
    [[{ result: [{ rule: 'a', message: 1 }] }]],
    [[{ result: [{ rule: 'a' }, 7] }]],
  ])('may not be anything else: %j', (answer) => {
    expect(findingsIn(answer)).toBeNull();
  });
});
