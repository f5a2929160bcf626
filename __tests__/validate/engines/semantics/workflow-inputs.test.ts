import { describe, expect, it } from 'vitest';
import { foundBy } from '../../../fakes/checking.ts';

const RULES = ['too-many-inputs', 'input-default', 'repeated-option', 'unused-default', 'unused-options'];
const found = (input: string, event = 'workflow_dispatch') =>
  foundBy(RULES, `on:\n  ${event}:\n    inputs:\n      x: { ${input} }\njobs: {}\n`);

describe('An input', () => {
  it.each([
    ['type: number, default: teen', ['4 input-default: The default teen of the input x is not a number.']],
    [
      'type: choice, options: [a, b], default: c',
      ['4 input-default: The default c of the input x is not one of its options.'],
    ],
    ['type: choice, options: [a, b, a]', ['4 repeated-option: The input x has the option a already.']],
    [
      'type: string, options: [a, b]',
      ['4 unused-options: The input x has options, but is no choice: nobody is shown them, and any value is taken.'],
    ],
    ['type: number, default: 1.5', []],
    ['type: number, default: "8080"', []],
    ['type: number, default: ""', []],
    ['type: choice, options: [a, b], default: b', []],
    ['type: choice, options: [a, b], default: ""', []],
    ['type: choice, options: [1.0, 2.0], default: "1.0"', []],
    ['type: string, default: 5', []],
    ['type: environment, default: live', []],
    ['required: true, default: a', []],
    ['default: a', []],
  ])('of a person: %s', async (input, expected) => {
    expect(await found(input)).toEqual(expected);
  });

  it.each([
    ['type: number, default: ":80"', ['4 input-default: The default :80 of the input x is not a number.']],
    [
      'type: string, required: true, default: ""',
      ['4 unused-default: The input x is required, so its default is never used.'],
    ],
    ['type: number, default: "${{ github.run_number }}"', []],
    ['type: string, required: false, default: a', []],
    ['type: string, required: true', []],
  ])('of another workflow: %s', async (input, expected) => {
    expect(await found(input, 'workflow_call')).toEqual(expected);
  });

  it('is one of twenty-five at most', async () => {
    const inputs = (count: number) =>
      `on:\n  workflow_dispatch:\n    inputs:\n${Array.from({ length: count }, (_, at) => `      i${at}: {}\n`).join('')}jobs: {}\n`;
    expect(await foundBy(RULES, inputs(25))).toEqual([]);
    expect(await foundBy(RULES, inputs(26))).toEqual([
      '3 too-many-inputs: The workflow_dispatch has 26 inputs; GitHub takes 25.',
    ]);
  });
});
