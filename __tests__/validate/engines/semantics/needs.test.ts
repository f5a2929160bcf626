import { describe, expect, it } from 'vitest';
import { foundBy } from '../../../fakes/checking.ts';

const RULES = ['missing-need', 'repeated-need', 'workflow-schema'];
const found = (needs: Readonly<Record<string, string>>) =>
  foundBy(
    RULES,
    `on: push\njobs:\n${Object.entries(needs)
      .map(([id, need]) => `  ${id}: { ${need}runs-on: ubuntu-24.04, steps: [{ run: make }] }\n`)
      .join('')}`,
  );

describe('The needs of a job', () => {
  it('are found missing by GitHub, or by us where GitHub looks no further', async () => {
    expect(await found({ a: '', b: 'needs: c, ' })).toEqual(["4 workflow-schema: Job 'b' depends on unknown job 'c'."]);
    expect(await found({ a: 'needs: [b, c], ', b: 'needs: d, ' })).toEqual([
      '3 workflow-schema: The workflow must contain at least one job with no dependencies.',
      '3 missing-need: The job a needs c, which is no job of this workflow.',
      '4 missing-need: The job b needs d, which is no job of this workflow.',
    ]);
  });

  it('name each job once', async () => {
    expect(await found({ a: '', b: 'needs: [a, a], ' })).toEqual(['4 repeated-need: The job b needs a already.']);
    expect(await found({ a: '', b: '', c: 'needs: [a, b], ' })).toEqual([]);
    expect(await found({ a: '', b: 'needs: a, ' })).toEqual([]);
  });
});
