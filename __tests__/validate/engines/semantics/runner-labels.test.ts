import { describe, expect, it } from 'vitest';
import { foundBy, job } from '../../../fakes/checking.ts';

const RULES = ['retired-runner', 'unknown-runner', 'conflicting-runners'];
const found = (body: string) => foundBy(RULES, job(`${body}\nsteps: [{ run: make }]`));

describe('A label of a runner', () => {
  it.each([
    ['ubuntu-18.04', '2023-04-03'],
    ['Ubuntu-20.04', '2025-04-15'],
    ['windows-2016', '2022-04-01'],
    ['macos-12', '2024-12-03'],
    ['macos-13-xlarge', '2025-12-08'],
  ])('%s is gone', async (label, since) => {
    const message = `retired-runner: GitHub has had no runners ${label} since ${since}.`;
    expect(await found(`runs-on: ${label}`)).toEqual([`4 ${message}`]);
    expect(await found(`runs-on: [${label}]`)).toEqual([`4 ${message}`]);
    expect(await found(`runs-on: { labels: ${label} }`)).toEqual([`4 ${message}`]);
    expect(
      await found(`runs-on: '\${{ matrix.os }}'\nstrategy:\n  matrix:\n    os:\n      - macos-15\n      - ${label}`),
    ).toEqual([`9 ${message}`]);
  });

  it.each(['ubuntu-oldest', 'ubuntu-24', 'ubuntu-23.10', 'macos-14.0', 'macos-20', 'windows-2021', 'linux-latest'])(
    '%s never was one',
    async (label) => {
      expect(await found(`runs-on: ${label}`)).toEqual([`4 unknown-runner: GitHub has no runners ${label}.`]);
    },
  );

  it.each([
    ...['ubuntu-latest', 'ubuntu-slim', 'ubuntu-24.04-arm', 'ubuntu-latest-8-cores', 'ubuntu-26.04', 'ubuntu-28.04'],
    ...['macos-15-xlarge', 'macos-26-intel', 'macos-latest-large', 'macos-28', 'windows-2025-vs2026', 'windows-11-arm'],
    ...['windows-2028', 'windows-11', 'ubuntu-x64', 'ubuntu-20.04-16core', 'depot-ubuntu-18.04', 'macos', 'linux'],
    ...['ubuntu', 'constructor', 'constructor-18', "'${{ inputs.os }}'", "'${{ matrix.os }}'"],
    ...['[self-hosted, ubuntu-18.04]', '[ubuntu-18.04, gpu]', '{ group: big, labels: ubuntu-18.04 }'],
  ])('%s may be there', async (label) => {
    expect(await found(`runs-on: ${label}`)).toEqual([]);
  });

  it('is looked for in what a matrix includes, and below its values', async () => {
    const matrix = (rows: string) => `runs-on: '\${{ matrix.on.os }}'\nstrategy:\n  matrix: ${rows}`;
    expect(await found(matrix('{ include: [{ on: { os: macos-11 } }] }'))).toHaveLength(1);
    expect(await found(matrix('{ on: [{ os: macos-11 }, { os: macos-26 }] }'))).toHaveLength(1);
    expect(await found(matrix('{ on: [{ os: [self-hosted, macos-11] }] }'))).toEqual([]);
    expect(await found(matrix('{ on: [macos-11] }'))).toEqual([]);
    expect(await found(matrix("'${{ fromJSON(inputs.matrix) }}'"))).toEqual([]);
  });
});

describe('Labels of one runner', () => {
  it.each([
    [
      '[ubuntu-latest, windows-latest]',
      ['4 conflicting-runners: No runner has both windows-latest and ubuntu-latest.'],
    ],
    ['[macos-26, linux]', ['4 conflicting-runners: No runner has both linux and macos-26.']],
    ['[ubuntu-24.04, linux, x64]', []],
    ['[self-hosted, linux, windows]', []],
    ['[linux, windows-crosscompile]', []],
    ['[ubuntu-latest, gpu]', []],
  ])('%s', async (labels, expected) => {
    expect(await found(`runs-on: ${labels}`)).toEqual(expected);
  });

  it('may be those of a matrix, but not beside another system', async () => {
    const matrix = 'strategy:\n  matrix:\n    os: [windows-latest, ubuntu-latest]';
    expect(await found(`runs-on: ['\${{ matrix.os }}']\n${matrix}`)).toEqual([]);
    expect(await found(`runs-on: ['\${{ matrix.os }}', ubuntu-latest]\n${matrix}`)).toEqual([
      '7 conflicting-runners: No runner has both windows-latest and ubuntu-latest.',
    ]);
  });
});
