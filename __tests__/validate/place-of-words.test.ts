import { expect, it } from 'vitest';
import { placeOfWords } from '../../src/validate/place-of-words.ts';
import { file, report } from '../fakes/judging.ts';

const range = (from: number, to: number) => ({ start: { line: from, column: 1 }, end: { line: to, column: 1 } });

it('Words are found whole, whatever their case, and not before or behind the value', () => {
  const lines = ['steps.v', '  x.steps.v steps.version', '  a Steps.V', 'steps.v'];
  expect(placeOfWords('steps.v', range(2, 4), lines)).toEqual({
    start: { line: 3, column: 5 },
    end: { line: 3, column: 12 },
  });
  expect(placeOfWords('steps.w', range(2, 4), lines)).toBeNull();
});

it('Words of an expression are found in one, before those of a comment', () => {
  const lines = ['|', '# Take steps.v for it.', 'echo ${{ a }} steps.v ${{ b || steps.v }}', 'steps.v'];
  expect(placeOfWords('steps.v', range(1, 4), lines)?.start).toEqual({ line: 3, column: 32 });
});

it('A value of one line is pointed at as a whole, and so is one without the words', () => {
  expect(placeOfWords('a', range(1, 1), ['a'])).toBeNull();
  expect(placeOfWords('', range(1, 2), ['a', 'b'])).toBeNull();
  expect(placeOfWords('a\nb', range(1, 2), ['a', 'b'])).toBeNull();
  expect(placeOfWords('a.* (b', range(1, 2), ['a.* (b', ''])?.start).toEqual({ line: 1, column: 1 });
});

it('A finding about an expression of a long script points at that one', async () => {
  const text = `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: |
          make
          echo "\${{ steps.none.outputs.x }}"
          echo "\${{ github.event.head_commit.message }}"
`;
  const { findings } = await report([file(text)]);
  expect(findings.map(({ rule, range: { start } }) => `${rule} ${start.line}:${start.column}`).sort()).toEqual([
    'template-injection 11:21',
    'unknown-step 10:21',
  ]);
});
