import { describe, expect, it } from 'vitest';
import { file, report } from '../../../fakes/judging.ts';

/** Level, place and message of what is said of a call in `body`, of jobs, beside the other files. */
async function found(body: string, others: Readonly<Record<string, string>>): Promise<string[]> {
  const caller = file(`on: push\njobs:\n${body.replace(/^/gm, '  ').trimEnd()}\n`, 'x/.github/workflows/caller.yml');
  const files = Object.entries(others).map(([path, text]) => file(text, path));
  const { findings } = await report([caller, ...files]);
  return findings
    .filter(({ rule }) => ['call-mismatch', 'unknown-output', 'deprecated-input'].includes(rule))
    .map(({ level, range, message }) => `${level} ${range.start.line}:${range.start.column} ${message}`);
}

const CALLED = {
  'x/.github/workflows/called.yml': `on:
  workflow_call:
    inputs: { Name: { type: string, required: true }, usual: { type: string, required: true, default: a }, bare: }
    secrets: { TOKEN: { required: true }, OTHER: }
    outputs: { made: { value: a } }
jobs: {}
`,
};
const WHOLE = 'with: { name: a }, secrets: { token: "${{ secrets.TOKEN }}" }';
const call = (rest: string) => `a: { uses: ./.github/workflows/called.yml, ${rest} }`;

describe('A workflow that is called', () => {
  it.each([
    call(WHOLE),
    call('with: { name: a, USUAL: b, bare: c }, secrets: inherit'),
    call('with: "${{ fromJSON(vars.WITH) }}", secrets: inherit'),
    `${call(WHOLE)}\nb: { needs: a, if: needs.a.outputs.made, runs-on: a, steps: [{ run: make }] }`,
    // Nothing is known of what is not at hand.
    'a: { uses: ./.github/workflows/elsewhere.yml, with: { nam: a } }',
    'a: { uses: acme/x/.github/workflows/called.yml@v1, with: { nam: a } }',
  ])('takes %s', async (body) => {
    expect(await found(body, CALLED)).toEqual([]);
  });

  it.each([
    [
      call('with: { name: a, nam: b }, secrets: inherit'),
      ['error 3:63 ./.github/workflows/called.yml has no input nam.'],
    ],
    [call('with: { usual: a }, secrets: inherit'), ['error 3:14 ./.github/workflows/called.yml needs the input Name.']],
    [
      call('with: { name: a }, secrets: { OTHERS: b }'),
      [
        'error 3:14 ./.github/workflows/called.yml needs the secret TOKEN.',
        'error 3:76 ./.github/workflows/called.yml has no secret OTHERS.',
      ],
    ],
    [
      `${call(WHOLE)}\nb: { needs: a, if: needs.a.outputs.mad, runs-on: a, steps: [{ run: make }] }`,
      ['error 4:22 The job a has no output mad, so what is read here is empty.'],
    ],
  ])('does not take %s', async (body, expected) => {
    expect(await found(body, CALLED)).toEqual(expected);
  });

  it('may be named as one of this very repository', async () => {
    expect(await found('a: { uses: $/.github/workflows/called.yml }', CALLED)).toEqual([
      'error 3:14 $/.github/workflows/called.yml needs the input Name.',
      'error 3:14 $/.github/workflows/called.yml needs the secret TOKEN.',
    ]);
  });

  it('must be there to be called', async () => {
    const body = 'a: { uses: ./.github/workflows/called.yml }';
    const path = 'x/.github/workflows/called.yml';
    expect(await found(body, { [path]: 'on: [push, workflow_call]\njobs: {}\n' })).toEqual([]);
    expect(await found(body, { [path]: 'on: push\njobs: {}\n' })).toEqual([
      'error 3:14 ./.github/workflows/called.yml cannot be called: it has no trigger workflow_call.',
    ]);
  });

  it('is that of the same repository, not of another one that is judged with it', async () => {
    const others = { 'y/.github/workflows/called.yml': 'on: push\njobs: {}\n' };
    expect(await found('a: { uses: ./.github/workflows/called.yml }', others)).toEqual([]);
  });
});

describe('An action of the repository', () => {
  const ACTION = {
    'x/set-up/action.yml':
      'name: a\ndescription: b\ninputs: { version: { required: true }, cache: { default: a } }\nruns: { using: composite, steps: [] }\n',
  };
  const job = (...steps: string[]) => `a: { runs-on: ubuntu-24.04, steps: [${steps.join(', ')}] }`;

  it('takes the inputs that it has', async () => {
    expect(await found(job('{ uses: ./set-up/, with: { Version: 1, cache: b } }'), ACTION)).toEqual([]);
    expect(await found(job('{ uses: ./set-up, with: { versio: 1 } }'), ACTION)).toEqual([
      'warning 3:47 ./set-up needs the input version.',
      'error 3:65 ./set-up has no input versio.',
    ]);
  });

  it('may be that of the whole repository', async () => {
    const action = { 'x/action.yml': 'name: a\ndescription: b\nruns: { using: composite, steps: [] }\n' };
    for (const uses of ['./', '$/'])
      expect(await found(job(`{ uses: ${uses}, with: { versio: 1 } }`), action)).toEqual([
        `error 3:59 ${uses} has no input versio.`,
      ]);
  });

  it('has the outputs that it names, where it is composite', async () => {
    const reads = (output: string) =>
      job('{ id: v, uses: ./set-up, with: { version: 1 } }', `{ run: make, if: steps.v.outputs.${output} }`);
    const action = (using: string) => ({
      'x/set-up/action.yml': `name: a\ndescription: b\ninputs: { version: }\noutputs: { Made: { description: c, value: d } }\nruns: { using: ${using} }\n`,
    });
    expect(await found(reads('made'), action('composite, steps: []'))).toEqual([]);
    expect(await found(reads('built'), action('composite, steps: []'))).toEqual([
      'error 3:105 The action ./set-up has no output built, so what is read here is empty.',
    ]);
    expect(await found(reads('built'), action('node24, main: a.js'))).toEqual([]);
  });

  it('says which of its inputs go', async () => {
    const action = {
      'x/set-up/action.yml':
        'name: a\ndescription: b\ninputs: { jdkFile: { deprecationMessage: Use jdk-file. }, jdk-file: }\nruns: { using: composite, steps: [] }\n',
    };
    expect(await found(job('{ uses: ./set-up, with: { jdk-file: a } }'), action)).toEqual([]);
    expect(await found(job('{ uses: ./set-up, with: { jdkFile: a } }'), action)).toEqual([
      'warning 3:65 The input jdkFile of ./set-up is deprecated.',
    ]);
  });

  it('is not known where another repository is checked out', async () => {
    const checkout = '{ uses: actions/checkout@v7, with: { repository: acme/other } }';
    expect(await found(job(checkout, '{ uses: ./set-up, with: { versio: 1 } }'), ACTION)).toEqual([]);
  });
});
