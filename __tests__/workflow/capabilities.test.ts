import { describe, expect, it } from 'vitest';
import { capabilitiesOf } from '../../src/workflow/capabilities.ts';

const SHA = 'a'.repeat(40);

/** Kind and name of each, with `!` before what is high-risk. */
function told(text: string): string[] {
  const found = capabilitiesOf(text);
  if (found.kind === 'unreadable') return [found.why];
  return found.capabilities.map(({ kind, name, risk }) => `${risk === null ? '' : '!'}${kind} ${name}`);
}

function job(text: string, head = 'on: push\npermissions: {}'): string[] {
  return told(`${head}\njobs:\n  a: {${text}}\n`);
}

describe('The capabilities of a workflow', () => {
  it('are those of all jobs, gathered, in the order of their kinds', () => {
    const found = capabilitiesOf(`on: [push, pull_request]
permissions: {contents: read}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${SHA} # v7.0.1
  release:
    runs-on: ubuntu-24.04
    environment: {name: production, url: x}
    permissions: {contents: write, packages: none}
    steps:
      - uses: actions/checkout@${SHA} # v7.0.1
      - {run: x, env: {T: "\${{ secrets.token }}"}}
`);
    expect(found.kind === 'known' && found.capabilities).toMatchObject([
      { kind: 'permission', name: 'contents: read', jobs: ['test'], risk: null },
      { kind: 'permission', name: 'contents: write', jobs: ['release'], risk: expect.stringContaining('change code') },
      { kind: 'secret', name: 'TOKEN', jobs: ['release'], risk: expect.any(String) },
      { kind: 'trigger', name: 'push', jobs: [], risk: null },
      { kind: 'trigger', name: 'pull_request', risk: null },
      { kind: 'runner', name: 'ubuntu-24.04', jobs: ['test', 'release'], risk: null },
      { kind: 'environment', name: 'production', jobs: ['release'], risk: null },
      { kind: 'action', name: 'actions/checkout', pin: SHA, version: 'v7.0.1', jobs: ['test', 'release'], risk: null },
    ]);
  });

  it.each([
    ['permissions: write-all', ['!permission write-all']],
    ['permissions: read-all', ['permission read-all']],
    ['permissions: {id-token: write}', ['!permission id-token: write']],
    ['permissions: {constructor: write}', ['!permission constructor: write']],
    ['permissions: {contents: none}', []],
  ])('has of %s', (text, expected) => {
    expect(job(text)).toEqual([...expected, 'trigger push']);
  });

  it('has whatever the repository gives, where nothing is written', () => {
    expect(job('x: 1', 'on: push')).toEqual(["!permission the repository's default", 'trigger push']);
  });

  it.each([
    ['pull_request_target', true],
    ['workflow_run', true],
    ['issue_comment', true],
    ['pull_request', false],
    ['schedule', false],
    ['workflow_dispatch', false],
  ])('of the trigger %s: high-risk is %s', (event, isRisk) => {
    expect(told(`on: {${event}: }\npermissions: {}\njobs: {}\n`)).toEqual([`${isRisk ? '!' : ''}trigger ${event}`]);
  });

  it.each([
    ['"${{ secrets.A }}${{ secrets[\'b\'] }}"', ['A', 'B']],
    ['"${{ secrets[matrix.x] }}"', ['every secret']],
    ['"${{ toJSON(secrets) }}"', ['every secret']],
    ['"${{ secrets.A || secrets.B && !secrets.C }}"', ['A', 'B', 'C']],
    ['"${{ SECRETS.a == secrets.A }}"', ['A']],
    ['"${{ secrets.GITHUB_TOKEN }}"', []],
    ['"${{ \'secrets.A\' }}"', []],
    ['"secrets.A"', []],
    ['"${{ secrets.A +! }}"', ['every secret']],
  ])('reads the secrets of %s', (text, names) => {
    expect(job(`env: {X: ${text}}`)).toEqual([...names.map((name) => `!secret ${name}`), 'trigger push']);
  });

  it('reads secrets that are handed on, in conditions, and above the jobs', () => {
    expect(job('secrets: inherit')).toContain('!secret every secret');
    expect(job('steps: [{if: "secrets.A != \'\'"}]')).toContain('!secret A');
    expect(job('x: 1', 'on: push\npermissions: {}\nenv: {T: "${{ secrets.A }}"}')).toContain('!secret A');
  });

  it.each([
    ['ubuntu-24.04', ['ubuntu-24.04']],
    ['ubuntu-24.04-arm', ['ubuntu-24.04-arm']],
    ['[self-hosted, linux]', ['!self-hosted, linux']],
    ['big-one', ['!big-one']],
    ['linux', ['!linux']],
    ['{group: big, labels: ubuntu-24.04}', ['!group big, ubuntu-24.04']],
    ['"${{ inputs.where }}"', ['!${{ inputs.where }}']],
    ['"${{ matrix.on }}", strategy: {matrix: {on: [ubuntu-24.04, self-hosted]}}', ['ubuntu-24.04', '!self-hosted']],
    ['"${{ fromJSON(\'[\\"self-hosted\\"]\') }}"', ['!self-hosted']],
  ])('reads the machines of %s', (text, expected) => {
    const runners = job(`runs-on: ${text}`).filter((it) => it.includes('runner '));
    expect(runners).toEqual(expected.map((it) => (it.startsWith('!') ? `!runner ${it.slice(1)}` : `runner ${it}`)));
  });

  it('knows the actions of steps that run side by side', () => {
    const found = job('steps: [{parallel: [{run: make}, {uses: somebody/something@v1}]}]');
    expect(found.filter((it) => it.includes('action '))).toHaveLength(1);
  });

  it.each([
    [`actions/cache@${SHA}`, 'action actions/cache'],
    ['actions/cache@v4', '!action actions/cache'],
    [`octo/thing/sub@${SHA}`, '!action octo/thing/sub'],
    ['docker://alpine', '!action docker://alpine'],
    ['./local', null],
  ])('reads the action %s', (uses, expected) => {
    const found = job(`steps: [{uses: "${uses}"}]`).filter((it) => it.includes('action '));
    expect(found).toEqual(expected === null ? [] : [expected]);
  });

  it('reads the workflow that a job calls', () => {
    expect(job(`uses: octo/ci/.github/workflows/x.yml@${SHA}`)).toContain('!action octo/ci/.github/workflows/x.yml');
  });

  it.each([
    ['a: [', /no YAML.*line 1/],
    ['7', /no workflow/],
    ['', /no workflow/],
    ['jobs: 7', /no workflow/],
    ['on: push', /no workflow/],
  ])('cannot be told of %j', (text, why) => {
    expect(told(text)).toEqual([expect.stringMatching(why)]);
  });

  it.each(['jobs: {a: 7, b: [], c: null, d: {steps: 7, runs-on: [[]], environment: [], permissions: 7, uses: {}}}'])(
    'are told of odd values too',
    (text) => {
      expect(capabilitiesOf(text).kind).toBe('known');
    },
  );
});
