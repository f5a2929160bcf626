import { describe, expect, it } from 'vitest';
import { foundBy, job } from '../../../fakes/checking.ts';

const RULES = ['repeated-matrix-value', 'unknown-exclude', 'unmatched-exclude'];
const found = (matrix: string) =>
  foundBy(RULES, job(`runs-on: ubuntu-24.04\nstrategy: { matrix: ${matrix} }\nsteps: [{ run: make }]`));

describe('A matrix', () => {
  it.each([
    ['{ node: [22, 24, 24] }', ['5 repeated-matrix-value: The matrix has the value 24 of node already.']],
    ['{ python: [3.1, 3.10] }', ['5 repeated-matrix-value: The matrix has the value 3.1 of python already.']],
    ['{ os: [{ a: 1 }, { a: 1 }] }', ['5 repeated-matrix-value: The matrix has the value {"a":1} of os already.']],
    ['{ python: ["3.1", "3.10"] }', []],
    ['{ os: [{ a: 1 }, { a: 2 }] }', []],
    ["{ os: ['${{ vars.a }}', '${{ vars.a }}'] }", []],
    ["{ os: '${{ fromJSON(vars.a) }}' }", []],
    ['{ include: [{ a: 1 }, { a: 1 }] }', []],
  ])('%s', async (matrix, expected) => {
    expect(await found(matrix)).toEqual(expected);
  });

  it.each([
    ['{ a: [1], exclude: [{ b: 1 }] }', ['5 unknown-exclude: The matrix has no b to exclude by.']],
    ['{ include: [{ b: 1 }], exclude: [{ b: 1 }] }', ['5 unknown-exclude: The matrix has no b to exclude by.']],
    ['{ a: [1], exclude: [{ a: 2 }] }', ['5 unmatched-exclude: The matrix has no value 2 of a to exclude.']],
    [
      '{ a: [1], include: [{ a: 2 }], exclude: [{ a: 2 }] }',
      ['5 unmatched-exclude: The matrix has no value 2 of a to exclude.'],
    ],
    [
      '{ a: [{ n: x, m: y }], exclude: [{ a: { n: z } }] }',
      ['5 unmatched-exclude: The matrix has no value {"n":"z"} of a to exclude.'],
    ],
    ['{ a: [[1, 2]], exclude: [{ a: [1] }] }', ['5 unmatched-exclude: The matrix has no value [1] of a to exclude.']],
    ['{ a: [x], exclude: [{ a: [x] }] }', ['5 unmatched-exclude: The matrix has no value ["x"] of a to exclude.']],
  ])('excludes nothing in %s', async (matrix, expected) => {
    expect(await found(matrix)).toEqual(expected);
  });

  it.each([
    '{ a: [1], exclude: [{ a: 1 }] }',
    '{ a: ["1"], exclude: [{ a: 1 }] }',
    '{ A: [x], exclude: [{ a: X }] }',
    '{ a: [{ n: x, m: y }], exclude: [{ a: { n: x } }] }',
    '{ a: [[1, 2]], exclude: [{ a: [1, 2] }] }',
    '{ a: [null, 1], exclude: [{ a: null }] }',
    "{ a: [1, '${{ vars.a }}'], exclude: [{ a: 2 }] }",
    "{ a: '${{ fromJSON(vars.a) }}', exclude: [{ a: 2 }] }",
    "{ a: [1], exclude: [{ a: '${{ vars.a }}' }] }",
    "{ a: [1], exclude: '${{ fromJSON(vars.a) }}' }",
    "'${{ fromJSON(vars.a) }}'",
  ])('may exclude in %s', async (matrix) => {
    expect(await found(matrix)).toEqual([]);
  });
});
