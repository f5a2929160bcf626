import { describe, expect, it } from 'vitest';
import { readCiCommands } from '../../../src/profile/ci/commands.ts';
import { snapshotOf } from '../detecting.ts';

async function commandsOf(...lines: readonly string[]) {
  const file = '.github/workflows/ci.yml';
  const snapshot = await snapshotOf({
    [file]: ['jobs:', '  a:', ...lines.map((line) => `    ${line}`), ''].join('\n'),
  });
  return readCiCommands(snapshot, /./);
}

describe('A command of a workflow', () => {
  it('is its words, with the line that it stands on', async () => {
    const found = await commandsOf(
      'runs-on: ubuntu-24.04',
      'steps:',
      '  - run: |',
      '      # make nothing',
      '      make "a b" \\',
      "        'c'",
      '',
      '      x && y | z > out',
      '  - run: cd sub && make',
    );
    expect(found.map(({ line, words }) => `${line}: ${words.join('_')}`)).toEqual([
      '7: make_a b_c',
      '10: x',
      '10: y',
      '10: z',
      '10: out',
      '11: cd_sub',
      '11: make',
    ]);
    expect(found.map(({ directory }) => directory)).toEqual(['.', '.', '.', '.', '.', null, null]);
  });

  it('has what the matrix gives it on that system', async () => {
    const found = await commandsOf(
      'strategy: { matrix: { include: [{ os: windows-2025, how: w }, { os: ubuntu-24.04, how: u }] } }',
      'runs-on: ${{ matrix.os }}',
      'steps:',
      '  - run: make ${{ matrix.how }}',
      '    if: always()',
      '  - run: make ${{ matrix.how }} ${{ env.X }}',
    );
    expect(found).toMatchObject([
      { words: ['make', 'u'], system: 'linux', isContained: false, condition: 'always()' },
      { words: ['make', '$_', '$_'], condition: null },
    ]);
  });

  it('has what any run of the matrix gives it, where only the run knows the system', async () => {
    const found = await commandsOf(
      'strategy: { matrix: { how: [a, b] } }',
      'runs-on: ${{ inputs.os }}',
      'steps:',
      '  - run: make ${{ matrix.how }}',
    );
    expect(found).toMatchObject([{ words: ['make', 'a'], system: null }]);
  });

  it.each([
    ['macos-15', 'macos', 'm'],
    ['windows-2025', 'windows', 'w'],
  ])('has what the matrix gives it on %s, where others name other systems', async (machine, system, how) => {
    const include = '[{ for: linux, how: l }, { for: windows, how: w }, { for: macos, how: m }]';
    const found = await commandsOf(
      `strategy: { matrix: { include: ${include} } }`,
      `runs-on: ${machine}`,
      'steps:',
      '  - run: make ${{ matrix.how }}',
    );
    expect(found).toMatchObject([{ words: ['make', how], system }]);
  });

  it.each([
    ['container: gcc:14', 'linux', true],
    ['runs-on: [self-hosted, Linux]', 'linux', false],
    ['runs-on: macos-15', 'macos', false],
    ['runs-on: windows-2025', 'windows', false],
    ['runs-on: ${{ inputs.os }}', null, false],
  ])('with %s runs on that system', async (on, system, isContained) => {
    expect(await commandsOf(on, 'steps:', '  - run: make')).toMatchObject([{ system, isContained }]);
  });
});
