import { describe, expect, it } from 'vitest';
import { foundBy, steps } from '../../../fakes/checking.ts';

const found = (run: string) =>
  foundBy(['deprecated-command', 'insecure-commands'], steps(`- run: |\n${run.replace(/^/gm, '    ')}`));

describe('A command that a script prints', () => {
  it.each([
    ['echo "::set-output name=a::1"', ['6 deprecated-command: The command set-output is deprecated.']],
    ['echo ::save-state name=a::1', ['6 deprecated-command: The command save-state is deprecated.']],
    [
      'echo "::set-output name=a::1"\necho "::set-output name=b::2"',
      ['6 deprecated-command: The command set-output is deprecated.'],
    ],
  ])('%s', async (run, expected) => {
    expect(await found(run)).toEqual(expected);
  });

  it('is said once where runners refuse it', async () => {
    expect((await found('echo "::set-env name=A::1"')).map((line) => line.split(':')[0])).toEqual([
      '6 insecure-commands',
    ]);
  });

  it.each(['# echo "::set-output name=a::1"', 'echo "::notice::set-output"', 'echo set-output', 'echo "::set-output"'])(
    'may be %s',
    async (run) => {
      expect(await found(run)).toEqual([]);
    },
  );
});
