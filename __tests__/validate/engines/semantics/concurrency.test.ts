import { describe, expect, it } from 'vitest';
import { foundBy } from '../../../fakes/checking.ts';

const found = (workflow: string, job: string) =>
  foundBy(
    ['shared-group'],
    `on: push\nconcurrency: ${workflow}\njobs:\n  a:\n    concurrency: ${job}\n    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n`,
  );

describe('The group of a job', () => {
  it.each([
    ['ci', 'ci'],
    ['{ group: ci, cancel-in-progress: true }', 'ci'],
    ['ci', '{ group: ci }'],
    ['ci', '"ci\\n"'],
    ['"${{ github.ref }}"', '{ group: "${{ github.ref }}" }'],
  ])('that of the workflow is %s: %s is the same', async (workflow, job) => {
    expect(await found(workflow, job)).toEqual([
      expect.stringMatching(
        /^5 shared-group: The job a is in the group .* of its own workflow, and so is cancelled\.$/,
      ),
    ]);
  });

  it.each([
    ['ci', 'deploy'],
    ['ci', '{ group: "ci-${{ matrix.a }}" }'],
    ['""', '""'],
    ['{ cancel-in-progress: true }', '{ cancel-in-progress: true }'],
  ])('that of the workflow is %s: %s is another', async (workflow, job) => {
    expect(await found(workflow, job)).toEqual([]);
  });
});
