import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/domain/judge.ts';
import { ENGINE_NAMES, type EngineName } from '../../src/domain/report.ts';
import { ENGINES } from '../../src/validate/engines.ts';
import { CLEAN, file, PARTS, places, report } from '../fakes/judging.ts';

const SECRET = `ghp_${'0123456789abcdefABCDEF0123456789abcd'}`;

/** For each engine a file that only it objects to, the rule, and the exact place, ends exclusive. */
const ONLY: Readonly<Record<EngineName, { readonly text: string; readonly rule: string; readonly range: string }>> = {
  yaml: { text: CLEAN.replace('name: CI', 'name: CI\nname: again'), rule: 'yaml-syntax', range: '2:1-2:5' },
  schema: {
    text: CLEAN.replace('runs-on: ubuntu-24.04', 'runs-on: ubuntu-24.04\n    neds: b'),
    rule: 'workflow-schema',
    range: '7:5-7:9',
  },
  semantics: {
    text: CLEAN.replace('on: push', 'on: { push: { paths: [a], paths-ignore: [b] } }'),
    rule: 'exclusive-filters',
    range: '2:27-2:39',
  },
  catalogue: {
    text: CLEAN.replace('persist-credentials: false', 'persist-credentials: false\n          branch: main'),
    rule: 'unknown-input',
    range: '12:11-12:17',
  },
  secrets: { text: `${CLEAN}env:\n  TOKEN: ${SECRET}\n`, rule: 'committed-secret', range: '13:10-13:50' },
  policy: { text: CLEAN.replace('    timeout-minutes: 5\n', ''), rule: 'missing-timeout', range: '5:3-5:4' },
};

describe('The engines', () => {
  it('are those that the report names, in that order', () => {
    expect(ENGINES.map(({ name }) => name)).toEqual([...ENGINE_NAMES]);
  });

  it('find nothing in a clean workflow, and all of them ran', async () => {
    expect(await report([file(CLEAN)])).toMatchObject({
      verdict: 'pass',
      findings: [],
      engines: ENGINE_NAMES.map((name) => ({ name, status: 'ran' })),
    });
  });

  it.each(ENGINE_NAMES)('%s finds what no other engine does, at its exact place', async (name) => {
    const { text, rule, range } = ONLY[name];
    const { verdict, findings } = await report([file(text)]);
    const [finding, ...others] = findings;
    expect(verdict).toBe('fail');
    expect(others).toEqual([]);
    expect(finding?.rule).toBe(rule);
    expect(`${at(finding?.range.start)}-${at(finding?.range.end)}`).toBe(range);
  });

  it.each([
    'matrix: { a: [&x [*x], &y { b: *y }], exclude: [{ a: [1] }] }',
    `matrix: { a: [${'1,'.repeat(150_000)}1] }`,
  ])('have all run over what holds itself, and over what is long: %.30s', async (strategy) => {
    const text = CLEAN.replace('    timeout-minutes: 5\n', `    timeout-minutes: 5\n    strategy: { ${strategy} }\n`);
    const { engines } = await report([file(text)]);
    expect(engines.map(({ status, reason }) => reason ?? status)).toEqual(ENGINE_NAMES.map(() => 'ran'));
  });

  it('never show the secret that they found', async () => {
    expect(JSON.stringify(await report([file(ONLY.secrets.text)]))).not.toContain('0123456789abcdef');
  });

  it('give the same report whatever the order of the files', async () => {
    const files = Object.values(ONLY).map(({ text }, index) => file(text, `.github/workflows/${index}.yml`));
    const [one, other] = [await report(files), await report(files.toReversed())];
    expect(other.findings).toEqual(one.findings);
    expect(other.digests).toEqual(one.digests);
  });

  it('judge a request too: one that takes tests away fails', async () => {
    const request: Subject = {
      kind: 'request',
      file: 'request',
      request: { version: 1, intents: [{ kind: 'check', for: { service: 'cart' }, check: 'test', ensure: false }] },
    };
    expect(await report([request])).toMatchObject({
      verdict: 'fail',
      findings: [{ rule: 'removes-tests', message: 'The request takes the tests of cart away.' }],
    });
  });

  it('say what GitHub would refuse after the first kind of fault, too', async () => {
    const text = CLEAN.replace('runs-on', 'needs: nobody\n    neds: b\n    runs-on');
    const { findings } = await report([file(text)]);
    const refused = findings.filter(({ rule }) => rule === 'workflow-schema');
    expect(refused.map(({ message }) => message)).toEqual([
      'The workflow must contain at least one job with no dependencies.',
      "Unexpected value 'neds'.",
    ]);
  });
});

describe('The kind of a file', () => {
  const workflow = CLEAN.replace('    timeout-minutes: 5\n', '');

  it('is a workflow by its place, or by its look where it stands elsewhere', async () => {
    expect(places(await report([file(workflow, 'x/.github/workflows/deep.yaml')]))).toEqual(['missing-timeout 5:3']);
    expect(places(await report([file(workflow, '<stdin>')]))).toEqual(['missing-timeout 5:3']);
    expect(places(await report([file('just: data\n')]))).toContain('workflow-schema 1:1');
  });

  it('is an action by its name: its metadata and the actions that it uses are judged', async () => {
    const text = `name: a\ndescription: b\nruns:\n  using: composite\n  steps:\n    - uses: actions/cache@${PARTS.actions['actions/cache']?.sha}\n      with: {path: a}\n    - run: make\n`;
    expect(places(await report([file(text, 'setup/action.yml')]))).toEqual(['missing-input 6:13', 'action-schema 8:7']);
  });

  it('is another one otherwise: that is said, text, keys and secrets are judged, and streams are no fault', async () => {
    const stream = `kind: ConfigMap\n---\nkind: Secret\ntoken: ${SECRET}\n`;
    expect(places(await report([file(stream, 'k8s/all.yaml')]))).toEqual([
      'not-a-workflow 1:1',
      'committed-secret 4:8',
    ]);
    expect(places(await report([file('a: 1\n---\nb: 1\nb: 2\n', 'k8s/all.yaml')]))).toEqual([
      'not-a-workflow 1:1',
      'yaml-syntax 4:1',
    ]);
    expect(places(await report([file('on: push\n---\njobs: {}\n')]))).toEqual(['yaml-syntax 2:1']);
  });
});

function at(position: { readonly line: number; readonly column: number } | undefined): string {
  return `${position?.line}:${position?.column}`;
}
