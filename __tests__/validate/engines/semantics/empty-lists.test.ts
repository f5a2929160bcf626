import { describe, expect, it } from 'vitest';
import { foundBy, job } from '../../../fakes/checking.ts';

describe('A schedule', () => {
  it.each(['schedule', '[push, schedule]', '{ schedule: [] }'])('without a time starts nothing: %s', async (on) => {
    expect(await foundBy(['empty-schedule'], `on: ${on}\njobs: {}\n`)).toEqual([
      '1 empty-schedule: The schedule names no time, so it starts nothing.',
    ]);
  });

  it.each(['push', '[push]', "{ schedule: [{ cron: '0 7 * * *' }] }", '{ push: { branches: [] } }'])(
    'may be none, or one with a time: %s',
    async (on) => {
      expect(await foundBy(['empty-schedule'], `on: ${on}\njobs: {}\n`)).toEqual([]);
    },
  );
});

describe('A matrix', () => {
  const found = (matrix: string) =>
    foundBy(['empty-matrix'], job(`runs-on: ubuntu-24.04\nstrategy: { matrix: ${matrix} }\nsteps: [{ run: make }]`));

  it.each([
    ['{}', 'The matrix'],
    ['{ include: [] }', 'The matrix'],
    ['{ a: [] }', 'The matrix'],
    ['{ a: [], b: [1] }', "The matrix's a"],
    ['{ a: [], include: [{ a: 1 }] }', "The matrix's a"],
  ])('%s has no values', async (matrix, what) => {
    expect(await found(matrix)).toEqual([`5 empty-matrix: ${what} has no values, so GitHub fails the job.`]);
  });

  it.each([
    '{ a: [1] }',
    '{ a: [1], include: [] }',
    '{ include: [{ a: 1 }] }',
    "{ include: '${{ fromJSON(vars.a) }}' }",
    "{ a: '${{ fromJSON(vars.a) }}' }",
    "'${{ fromJSON(vars.a) }}'",
  ])('%s has values, or may have some', async (matrix) => {
    expect(await found(matrix)).toEqual([]);
  });
});
