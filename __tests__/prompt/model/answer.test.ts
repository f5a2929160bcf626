import { expect, it } from 'vitest';
import { parseAnswer } from '../../../src/prompt/model/answer.ts';

/** One inside of the other, so many times. */
function nested(levels: number, around: (inside: unknown) => unknown): unknown {
  let value: unknown = null;
  for (let level = 0; level < levels; level += 1) value = around(value);
  return value;
}

it.each<[string, (inside: unknown) => unknown]>([
  ['lists', (inside) => [inside]],
  ['objects', (inside) => ({ inside, none: null })],
])('An answer of %s in one another without end is none, and is not followed down', (_, around) => {
  const deep = nested(100_000, around);
  for (const input of [deep, { intents: deep }, { intents: [deep] }, { questions: [{ about: deep }] }])
    expect(parseAnswer(input)).toHaveProperty('issues');
});

it('What is null counts as left out, also inside of an intent', () => {
  const intent = { kind: 'trigger', for: null, on: 'schedule', ensure: true, cron: '0 3 * * *', branches: null };
  expect(parseAnswer({ intents: [intent], questions: null })).toHaveProperty('answer');
});
