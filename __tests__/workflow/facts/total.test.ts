import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/workflow/document.ts';
import { actionFacts } from '../../../src/workflow/facts/action.ts';
import { workflowFacts } from '../../../src/workflow/facts/facts.ts';
import { asMapping } from '../../../src/workflow/facts/values.ts';
import { CLEAN } from '../../fakes/judging.ts';

/** A value of every kind that YAML has, and some that nobody expects where a mapping stands. */
const ODD: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1.5,
  Number.NaN,
  '',
  '${{',
  '${{ a',
  '${{ }}',
  'text',
  [],
  [null],
  [[]],
  {},
  { '': {} },
];

const WHOLE = readYaml(`${CLEAN}
env: { A: b }
`).value;

describe('Facts are made of any value, and nothing is thrown', () => {
  it.each(ODD.map((value) => [value]))('of %j as the whole', (value) => {
    expect(workflowFacts(value, 'x.yml')).toMatchObject({ kind: 'workflow', file: 'x.yml', jobs: [] });
    expect(() => actionFacts(value, 'action.yml')).not.toThrow();
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('of names that every object has: %s', (name) => {
    const text = `
on: { push: , ${name}: , pull_request: }
env: { ${name}: b }
permissions: { ${name}: write }
jobs:
  ${name}:
    if: ${name} || ${name}.x || github.${name} || inputs.${name} || ${name}('a')
    needs: [${name}]
    strategy: { matrix: { ${name}: [a] } }
    runs-on: \${{ matrix.${name} }}
    outputs: { ${name}: a }
    steps:
      - id: ${name}
        uses: ${name}/${name}@v1
        with: { ${name}: "\${{ steps.${name}.outputs.${name} }}" }
      - uses: ${name}@v1
      - run: echo "\${{ ${name} }} \${{ env.${name} }}" $${name} >> $GITHUB_ENV
        shell: ${name}
`;
    const { value } = readYaml(text);
    expect(workflowFacts(value, 'x.yml').jobs.map(({ id }) => id)).toEqual([name]);
    expect(() => actionFacts({ runs: asMapping(asMapping(value).jobs)[name] }, 'action.yml')).not.toThrow();
  });

  it('of a workflow in which any one part is any odd value', () => {
    for (const path of pathsOf(WHOLE))
      for (const value of ODD) {
        const odd = replaced(WHOLE, path, value);
        const facts = workflowFacts(odd, 'x.yml');
        expect(() => JSON.stringify(facts), path.join('.')).not.toThrow();
        expect(JSON.parse(JSON.stringify(facts))).toMatchObject({ kind: 'workflow' });
      }
  });

  it('of names that are words of JavaScript', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const jobs = JSON.parse(
      `{${names.map((name) => `"${name}": {"steps": [{"run": "x", "env": {"${name}": "y"}}], "needs": "${name}"}`)}}`,
    );
    const facts = workflowFacts({ on: names, jobs }, 'x.yml');
    expect(facts.jobs).toHaveLength(names.length);
    expect(facts.triggers.events.map(({ name }) => name)).toEqual(names);
  });
});

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, child]) => pathsOf(child).map((path) => [key, ...path]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((child, index) => (String(index) === key ? replaced(child, rest, by) : child));
  const mapping = value as Record<string, unknown>;
  return { ...mapping, [key]: replaced(mapping[key], rest, by) };
}
