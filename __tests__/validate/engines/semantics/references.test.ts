import { describe, expect, it } from 'vitest';
import { references } from '../../../../src/validate/engines/semantics/references.ts';
import { countedList } from '../../../fakes/counted-list.ts';
import { file, report } from '../../../fakes/judging.ts';

/** Rule and line of what is found in a workflow of these lines, but for what policies say. */
async function found(text: string): Promise<string[]> {
  const { findings } = await report([file(text)]);
  return findings
    .filter(({ rule }) =>
      /^((unknown|undeclared)-(step|need|output|matrix|input|property)|function-|condition-|unsound-ternary|workflow-schema)/.test(
        rule,
      ),
    )
    .map(({ rule, range, message }) => `${range.start.line} ${rule}: ${message}`);
}

const job = (body: string, on = 'push') =>
  `on: ${on}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${body.replace(/^/gm, '    ').trimEnd()}\n`;

const STEP = 'steps: [{ run: make }]';

describe('A step that is read', () => {
  it.each([
    ["steps:\n  - { id: v, run: make }\n  - run: make\n    if: steps.v.outcome == 'success'", []],
    ['steps:\n  - { id: V, run: make }\n  - run: echo ${{ steps.v.outputs.x }}', []],
    [
      'steps:\n  - { id: v, run: make }\n  - run: echo ${{ join(steps.*.outcome) }} ${{ steps[github.job].outcome }}',
      [],
    ],
    ['outputs: { x: "${{ steps.v.outputs.x }}" }\nsteps:\n  - { id: v, run: make }', []],
    [`strategy: { matrix: { include: [{ if: steps.v.outcome }] } }\n${STEP}`, []],
    ['steps:\n  - parallel:\n      - { id: v, run: make }\n      - run: echo ${{ steps.v.outputs.x }}', []],
    ['environment: { name: b, url: "${{ steps.v.outputs.url }}" }\nsteps:\n  - { id: v, run: make }', []],
    [
      'steps:\n  - { id: v, run: make }\n  - run: echo ${{ steps.w.outputs.x }}${{ steps.w.outputs.y }}',
      ['7 unknown-step: steps.w is read here, but no step of this job has the id w.'],
    ],
    [
      'steps:\n  - { run: "echo ${{ steps.v.outputs.x }}" }\n  - { id: v, run: make }',
      ['6 unknown-step: steps.v is read here, but that step has not run by then.'],
    ],
    [
      'steps:\n  - { id: v, run: make, if: steps.v.outcome }',
      ['6 unknown-step: steps.v is read here, but that step has not run by then.'],
    ],
    [
      'outputs: { x: "${{ steps.w.outputs.x }}" }\nsteps:\n  - { id: v, run: make }',
      ['5 unknown-step: steps.w is read here, but no step of this job has the id w.'],
    ],
    [
      'steps:\n  - { id: v, run: make }\n  - run: echo ${{ steps.v.output.x }}',
      ['7 unknown-property: steps.v has no property output.'],
    ],
  ])('%s', async (body, expected) => {
    expect(await found(job(body))).toEqual(expected);
  });

  it('may stand in another step, beside those that run with it', async () => {
    const body =
      'steps:\n  - parallel:\n      - { id: v, run: make }\n      - { id: w, run: make }\n  - run: echo ${{ steps.w.outcome }}';
    expect((await found(job(body))).filter((line) => !line.includes('schema'))).toEqual([]);
  });
});

describe('A job that is read', () => {
  const two = (needs: string, read: string, first = '') =>
    `on: push\njobs:\n  a: { runs-on: ubuntu-24.04${first}, ${STEP} }\n  b:\n    needs: ${needs}\n    runs-on: ubuntu-24.04\n    env: { X: "\${{ ${read} }}" }\n    ${STEP}\n`;

  it.each([
    ['a', 'needs.a.result', '', []],
    ['[a]', 'needs.A.outputs.x', ', outputs: { X: y }', []],
    ['a', "needs.*.result && needs['a'].result && toJSON(needs)", '', []],
    [
      'a',
      'needs.a.outputs.y',
      ', outputs: { x: y }',
      ['7 unknown-output: The job a has no output y, so what is read here is empty.'],
    ],
    ['a', 'needs.a.output.y', '', ['7 unknown-property: needs.a has no property output.']],
    ['a', 'needs.c.result', '', ['7 unknown-need: needs.c is read here, but there is no job c: it is empty.']],
    [
      '[]',
      'needs.a.result',
      '',
      ['7 unknown-need: needs.a is read here, but a is not among the needs of this job: it is empty.'],
    ],
  ])('needs %s, reads %s', async (needs, read, first, expected) => {
    expect(await found(two(needs, read, first))).toEqual(expected);
  });

  it('may be a called workflow, whose outputs stand elsewhere', async () => {
    const text = `on: push\njobs:\n  a: { uses: ./.github/workflows/a.yml }\n  b:\n    needs: a\n    runs-on: ubuntu-24.04\n    env: { X: "\${{ needs.a.outputs.x }}" }\n    ${STEP}\n`;
    expect(await found(text)).toEqual([]);
  });

  it('stands among the jobs of a workflow that is called', async () => {
    const call = (value: string) =>
      `on: { workflow_call: { outputs: { x: { value: "\${{ ${value} }}" } } } }\njobs:\n  a: { runs-on: ubuntu-24.04, outputs: { x: y }, ${STEP} }\n`;
    expect(await found(call('jobs.a.outputs.x'))).toEqual([]);
    expect(await found(call('jobs.a.outputs.y'))).toEqual([
      '1 unknown-output: The job a has no output y, so what is read here is empty.',
    ]);
    expect(await found(call('jobs.b.outputs.y'))).toEqual([
      '1 unknown-need: jobs.b is read here, but there is no job b: it is empty.',
    ]);
  });
});

describe('A key of the matrix', () => {
  const matrix = (strategy: string) => job(`strategy: ${strategy}\nenv: { X: "\${{ matrix.node }}" }\n${STEP}`);

  it.each([
    '{ matrix: { Node: [22, 24] } }',
    '{ matrix: { os: [a], include: [{ os: a, node: 24 }] } }',
    '{ matrix: { include: "${{ fromJSON(vars.ROWS) }}" } }',
    '{ matrix: { include: ["${{ fromJSON(vars.ROW) }}"] } }',
    '{ matrix: "${{ fromJSON(vars.MATRIX) }}" }',
    '"${{ fromJSON(vars.STRATEGY) }}"',
  ])('may be there: %s', async (strategy) => {
    expect((await found(matrix(strategy))).filter((line) => !line.includes('schema'))).toEqual([]);
  });

  it.each([
    '{ matrix: { version: [22] } }',
    '{ matrix: { version: [22], exclude: [{ node: 22 }] } }',
    '{ max-parallel: 2 }',
  ])('is not there: %s', async (strategy) => {
    expect(await found(matrix(strategy))).toContain(
      '6 unknown-matrix-key: The matrix of this job has no node, so matrix.node is empty.',
    );
  });
});

describe('An entry of a key of the matrix', () => {
  const reads = (values: string, read = 'matrix.java.early') =>
    found(job(`strategy: { matrix: { ${values} } }\nenv: { X: "\${{ ${read} }}" }\n${STEP}`));

  it.each([
    'java: [{ version: 21 }, { Early: true }]',
    'java: [{ version: 21 }], include: [{ java: { early: true } }]',
    'java: [{ version: 21 }, 24]',
    'java: [{ version: 21 }, "${{ fromJSON(vars.JAVA) }}"]',
    'java: "${{ fromJSON(vars.JAVA) }}"',
  ])('may be there: %s', async (values) => {
    expect(await reads(values)).toEqual([]);
  });

  it('is not there', async () => {
    expect(await reads('java: [{ version: 21 }, { version: 24 }]')).toEqual([
      '6 unknown-matrix-key: The matrix of this job has no java.early, so matrix.java.early is empty.',
    ]);
    expect(await reads('java: [{ version: 21 }]', 'matrix.java')).toEqual([]);
  });
});

it.each([
  ['matrix.java || 21', 'note'],
  ["github.event.inputs.tag || ''", 'note'],
  ['21 || matrix.java', 'warning'],
  ["matrix.java && 'a' || 'b'", 'warning'],
])('What may be left out on purpose is a note: %s', async (read, level) => {
  const text = job(`strategy: { matrix: { os: [a] } }\nenv: { X: "\${{ ${read} }}" }\n${STEP}`);
  const { findings } = await report([file(text)]);
  expect(findings.filter(({ rule }) => /^(?:unknown-matrix-key|undeclared-input)$/.test(rule))).toMatchObject([
    { level },
  ]);
});

describe('An input that is read', () => {
  const reads = (read: string, on: string) => job(`env: { X: "\${{ ${read} }}" }\n${STEP}`, on);
  const DISPATCH = '{ workflow_dispatch: { inputs: { Tag: { type: string } } } }';
  const CALL = '{ workflow_call: { inputs: { tag: { type: string } } } }';

  it.each([
    ['inputs.tag', DISPATCH],
    ['github.event.inputs.tag', DISPATCH],
    ['inputs.tag', CALL],
    // The event is that of the workflow that calls.
    ['github.event.inputs.other', CALL],
    ['github.event.inputs.other', '[push, workflow_call]'],
    ['github.event.inputs.other', 'workflow_call'],
    ['toJSON(inputs)', 'push'],
  ])('is there: %s on %s', async (read, on) => {
    expect(await found(reads(read, on))).toEqual([]);
  });

  it.each([
    ['inputs.version', DISPATCH],
    ['inputs.version', 'push'],
    ['inputs.version', '[push, workflow_dispatch]'],
    ['inputs.version', '[push, workflow_call]'],
    ['github.event.inputs.version', DISPATCH],
  ])('is not there: %s on %s', async (read, on) => {
    expect(await found(reads(read, on))).toEqual([
      `5 undeclared-input: ${read} is read here, but this workflow has no such input.`,
    ]);
  });
});

describe('A property', () => {
  it.each([
    'github.ref_name',
    'github.repositoryUrl',
    'github.event.anything.at.all',
    'runner.os',
    'job.status',
    'strategy.job-index',
    'env.X',
    'vars.x',
  ])('is there: %s', async (read) => {
    expect(await found(job(`steps:\n  - run: make\n    env: { X: "\${{ ${read} }}" }`))).toEqual([]);
  });

  it.each([
    ['github.refname', 'github has no property refname.'],
    ['runner.platform', 'runner has no property platform.'],
    ['job.result', 'job has no property result.'],
    ['strategy.index', 'strategy has no property index.'],
  ])('is not there: %s', async (read, message) => {
    const lines = await found(job(`steps:\n  - run: make\n    env: { X: "\${{ ${read} }}" }`));
    expect(lines).toEqual([`7 unknown-property: ${message}`]);
  });
});

describe('A function', () => {
  it.each(["format('{0}{{1}}', github.sha)", "fromJSON('[1]')[0]", "format(vars.TEXT, 'a')"])(
    'is given what it takes: %s',
    async (call) => {
      expect(await found(job(`env: { X: "\${{ ${call} }}" }\n${STEP}`))).toEqual([]);
    },
  );

  it.each([
    ["format('{0}{1}', github.sha)", 'format is given no value for its placeholder 1.'],
    ["format('{0}', github.sha, github.ref)", 'format has no placeholder 1 for a value.'],
    ["fromJSON('[1').a", 'fromJSON is given a text that is no JSON.'],
  ])('is given what it cannot take: %s', async (call, message) => {
    expect(await found(job(`env: { X: "\${{ ${call} }}" }\n${STEP}`))).toEqual([`5 function-argument: ${message}`]);
  });
});

describe('A choice', () => {
  it.each([
    "github.ref == 'a' && 'b' || ''",
    "github.ref == 'a' || ''",
    "'' && 'a' || 'b'",
    "github.ref && github.sha || 'b'",
  ])('is one: %s', async (choice) => {
    expect(await found(job(`env: { X: "\${{ ${choice} }}" }\n${STEP}`))).toEqual([]);
  });

  it.each([
    ["github.ref == 'a' && '' || 'b'", "''"],
    ["github.ref == 'a' && github.sha && false || 'b'", 'false'],
    ["format('{0}', github.ref == 'a' && 0 || 1)", '0'],
  ])('is none: %s', async (choice, value) => {
    expect(await found(job(`env: { X: "\${{ ${choice} }}" }\n${STEP}`))).toEqual([
      `5 unsound-ternary: The value before || is ${value}, which counts as false: what stands behind it is always taken.`,
    ]);
  });
});

describe('A condition', () => {
  it.each([
    '"${{ github.ref }}"',
    "github.ref == 'a'",
    '|\n  github.ref\n',
    '>-\n  ${{ github.ref }}\n',
    '|-\n  ${{ github.ref }}\n',
    'true',
  ])('decides: %s', async (condition) => {
    expect(await found(job(`if: ${condition}\n${STEP}`))).toEqual([]);
  });

  it.each([
    '"${{ github.ref }} "',
    '|\n  ${{ github.ref }}\n',
    '"!${{ github.ref }}"',
    '"${{ github.ref }} && ${{ github.sha }}"',
  ])('is always true: %s', async (condition) => {
    const lines = await found(
      job(
        `if: ${condition}\nsteps:\n  - run: make\n    if: ${condition.includes('\n') ? '"${{ github.ref }}\\n"' : condition}`,
      ),
    );
    expect(lines.map((line) => line.replace(/:.*/, '').replace(/^\d+ /, ''))).toEqual([
      'condition-always-true',
      'condition-always-true',
    ]);
  });
});

describe('The metadata of an action', () => {
  const action = (value: string) =>
    `name: a\ndescription: b\ninputs: { Tag: {} }\noutputs: { x: { value: "\${{ ${value} }}" } }\nruns:\n  using: composite\n  steps:\n    - { id: v, run: make, shell: bash }\n    - { run: make, shell: bash, if: inputs.tag }\n`;
  const said = async (text: string) =>
    (await report([file(text, 'action.yml')])).findings.map(({ rule, range }) => `${range.start.line} ${rule}`);

  it.each(['steps.v.outputs.x', 'inputs.tag', 'github.action_path', 'matrix.anything'])('may read %s', async (read) => {
    expect(await said(action(read))).toEqual([]);
  });

  it.each([
    ['steps.w.outputs.x', '4 unknown-step'],
    ['inputs.version', '4 undeclared-input'],
    ['github.actionpath', '4 unknown-property'],
  ])('has no %s', async (read, expected) => {
    expect(await said(action(read))).toEqual([expected]);
  });

  it('reads a step only after it, and has conditions that decide', async () => {
    const text = action('steps.v.outputs.x');
    expect(await said(text.replace('if: inputs.tag', 'if: "${{ inputs.tag }} "'))).toEqual(['9 condition-always-true']);
    expect(await said(text.replace('run: make,', 'if: steps.v.outcome, run: make,'))).toEqual(['8 unknown-step']);
  });
});

it('Steps are gone through a few times, however many expressions read one', () => {
  const step = (index: number) => ({ id: `s${index}`, run: 'echo ${{ steps.s0.outputs.x }}' });
  const { list, taken } = countedList(Array.from({ length: 100 }, (_, index) => step(index)));
  const job = { steps: list };
  const found = references({ workflow: {}, jobs: [{ id: 'a', job, path: ['jobs', 'a'] }], local: () => null });
  expect(found).toHaveLength(1);
  expect(taken()).toBeLessThan(500);
});
