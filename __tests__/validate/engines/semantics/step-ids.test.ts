import { describe, expect, it } from 'vitest';
import { foundBy, job, steps } from '../../../fakes/checking.ts';

const RULES = ['repeated-step-id', 'missing-need', 'repeated-need', 'workflow-schema'];

describe('The id of a step', () => {
  it('is compared without regard to case', async () => {
    expect(
      await foundBy(RULES, steps('- { id: a, run: make }\n- { id: b, run: make }\n- { id: A, run: make }')),
    ).toEqual(['8 repeated-step-id: The step id A is a to GitHub, which there is already.']);
  });

  it('that is there twice as it stands is found once', async () => {
    expect(await foundBy(RULES, steps('- { id: a, run: make }\n- { id: a, run: make }'))).toHaveLength(1);
  });

  it('may stand in another job', async () => {
    const other = job('runs-on: ubuntu-24.04\nsteps: [{ id: A, run: make }]').split('\n').slice(2);
    const text = `${steps('- { id: a, run: make }')}${other.join('\n').replace('  a:', '  b:')}`;
    expect(await foundBy(RULES, text)).toEqual([]);
  });
});
