import { describe, expect, it } from 'vitest';
import { pipelineCalls } from '../../../src/profile/harvest/calls.ts';
import { readSteps } from '../../../src/profile/pipelines/steps.ts';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { snapshotOf } from '../detecting.ts';
import { profiled } from '../profiled.ts';

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** The steps of a file, the commands that are kept, and the most variables that one has. */
async function read(files: MemoryFiles) {
  const snapshot = await snapshotOf(files);
  const calls = pipelineCalls(snapshot);
  const environments = new Set(calls.map(({ environment }) => environment));
  return {
    steps: readSteps(snapshot, /./),
    calls,
    environments: environments.size,
    variables: Math.max(0, ...calls.map(({ environment }) => environment.size)),
  };
}

const workflow = (head: string, steps: string) =>
  `on: push\n${head}jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;

describe('A pipeline that no person has written', () => {
  it('of Jenkins counts to a depth, and folders below it are not known', async () => {
    const text = `${'dir("a") {\n'.repeat(20_000)}${times(10_000, (i) => `sh 'make lint-${i}'\n`)}`;
    const { steps } = await read({ Jenkinsfile: `node {\nsh 'make lint'\n}\n${text}` });
    expect(steps).toHaveLength(10_001);
    expect(steps.map(({ directory }) => directory).filter((it) => it !== null)).toEqual(['.']);
  });

  it('of Jenkins finds its way back out of depths', async () => {
    const deep = `${'{\n'.repeat(500)}sh 'make deep'\n${'}\n'.repeat(500)}dir('web') {\nsh 'make lint'\n}\n`;
    const { steps } = await read({ Jenkinsfile: deep });
    expect(steps.map(({ directory }) => directory)).toEqual([null, 'web']);
  });

  it('of GitLab has no more lines than a bound, however often one is shared', async () => {
    const before = `before_script:\n${times(3_000, (i) => `  - make lint-${i}\n`)}`;
    const { steps, calls } = await read({
      '.gitlab-ci.yml': before + times(4_000, (i) => `j${i}:\n  script: make test\n`),
    });
    expect(steps.map(({ script }) => script.length)).toEqual([3_001]);
    expect(calls).toHaveLength(2_000);
  });

  it('of GitLab has no more jobs than a bound', async () => {
    const variables = `variables:\n${times(5_000, (i) => `  V${i}: x\n`)}`;
    const jobs = times(4_000, (i) => `j${i}:\n  script: make lint-${i}\n`);
    const { steps, environments, variables: most } = await read({ '.gitlab-ci.yml': variables + jobs });
    expect(steps).toHaveLength(500);
    expect([environments, most]).toEqual([1, 100]);
  });

  it('of GitLab looks through each alias once', async () => {
    const templates = times(480, (i) => `.s${i}: &s${i}\n${'  - make lint\n'.repeat(20)}`);
    const { steps } = await read({ '.gitlab-ci.yml': templates + times(480, (i) => `j${i}:\n  script: *s${i}\n`) });
    expect([steps.length, steps.at(-1)?.script.length]).toEqual([250, 20]);
  });

  it('of GitHub comes to no more steps of actions than a bound, however often these call themselves and each other', async () => {
    const action = (name: string) =>
      `runs:\n  using: composite\n  steps:\n${`    - uses: ./.github/actions/${name}\n`.repeat(400)}`;
    const { steps } = await read({
      '.github/workflows/a.yml': workflow('', '      - uses: ./.github/actions/a\n'),
      '.github/actions/a/action.yml': `${action('a')}${'    - uses: ./.github/actions/b\n'.repeat(10)}`,
      '.github/actions/b/action.yml': action('c'),
      '.github/actions/c/action.yml': `${action('b')}    - run: make lint\n      shell: bash\n`,
    });
    expect(steps).toHaveLength(2_001);
  });

  it('of GitHub has the steps of what it calls, up to a bound', async () => {
    const called = `on: { workflow_call: { inputs: { a: { type: string } } } }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${times(3_000, (i) => `      - run: make lint-${i} \${{ inputs.a }}\n`)}`;
    const calls = times(40, (i) => `  a${i}:\n    uses: ./.github/workflows/b.yml\n    with: { a: ${i} }\n`);
    const { steps } = await read({
      '.github/workflows/a.yml': `on: push\njobs:\n${calls}`,
      '.github/workflows/b.yml': called,
    });
    expect(steps).toHaveLength(3_000 * Math.floor(500_000 / called.length));
  });

  it('of GitHub takes no time, however many blank lines it has', { timeout: 10_000 }, async () => {
    const head = `on: push${'\n'.repeat(240_000)}jobs:\n  a:\n    runs-on: ubuntu-latest\n`;
    const services = '    services: { db: { image: postgres:18 } }\n    steps:\n      - run: go test ./...\n';
    const { units } = await profiled({
      'go.mod': 'module a\n',
      'a_test.go': 'package a\n',
      '.github/workflows/a.yml': head + services,
    });
    expect(units.map(({ commands }) => commands.test.map(({ run }) => run))).toEqual([['go test ./...']]);
  });

  it('of GitHub shares its environment, up to a bound', async () => {
    const head = `env:\n${times(8_000, (i) => `  V${i}: x\n`)}`;
    const steps = times(3_500, (i) => `      - run: make lint-${i}\n`);
    const { calls, environments, variables } = await read({ '.github/workflows/a.yml': workflow(head, steps) });
    expect(calls.slice(0, 1)).toMatchObject([{ run: 'make lint-0' }]);
    expect([calls.length, environments, variables]).toEqual([2_000, 1, 100]);
  });

  it('knows no more containers beside a job than a bound', async () => {
    const services = (indent: string) => `services:\n${times(60, (i) => `${indent}h${i}: { image: x }\n`)}`;
    const step = (indent: string, key: string) => `${key}: { A_HOST: h49, B_HOST: h50 }\n${indent}`;
    const { calls } = await read({
      '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    container: x\n    ${services('      ')}    steps:\n      - ${step('        ', 'env')}run: make lint\n`,
      '.woodpecker.yml': `${services('  ')}steps:\n  a:\n    ${step('    ', 'environment')}commands:\n      - make lint\n`,
    });
    const hosts = calls.map(({ environment }) => [...environment.values()].join(' '));
    expect(hosts).toEqual(['localhost h50', 'localhost h50']);
  });

  it('keeps the innermost variables', async () => {
    const head = `env:\n${times(100, (i) => `  V${i}: x\n`)}`;
    const { calls } = await read({
      '.github/workflows/a.yml': workflow(head, '      - run: make lint\n        env: { OWN: y }\n'),
    });
    expect(calls[0]?.environment.get('OWN')).toBe('y');
  });

  it('exports no more than a bound', async () => {
    const lines = times(4_000, (i) => `          export V${i}=1\n          make lint-${i}\n`);
    const { environments, variables } = await read({
      '.github/workflows/a.yml': workflow('', `      - run: |\n${lines}`),
    });
    expect([environments, variables]).toEqual([100, 100]);
  });

  it('is not parsed where there are too many of them', async () => {
    const steps = times(5_000, (i) => `      - run: cargo fmt --check a${i}\n`);
    const many = Array.from({ length: 40 }, (_, i) => [`.github/workflows/a${i}.yml`, workflow('', steps)]);
    const small = { '.github/workflows/z.yml': workflow('', '      - run: make lint\n') };
    const found = (await read({ ...Object.fromEntries(many), ...small })).steps;
    expect(new Set(found.map(({ file }) => file)).size).toBe(3);
    expect(found.at(-1)).toMatchObject({ file: '.github/workflows/z.yml' });
  });

  it('puts no long value into a line', async () => {
    const own = `{ LONG: ${'x'.repeat(600)}, SHORT: x }`;
    const matrix = `{ long: [${'y'.repeat(600)}], short: [y] }`;
    const lines = ['${{ env.LONG }}', '${{ matrix.long }}', '${{ env.SHORT }}${{ matrix.short }}'];
    const script = lines.map((line) => `          make ${line}\n`).join('');
    const text = `on: push\nenv: ${own}\njobs:\n  a:\n    strategy: { matrix: ${matrix} }\n    steps:\n      - run: |\n${script}`;
    const { steps } = await read({ '.github/workflows/a.yml': text });
    const texts = steps.flatMap((step) => step.script.map((line) => line.text));
    expect(texts).toEqual(['make ${{ env.LONG }}', 'make ${{ matrix.long }}', 'make xy']);
  });

  it('makes no line longer than a bound by the values of a matrix', async () => {
    const values = times(50, (i) => `${'y'.repeat(450)}${i}, `);
    const line = '${{ matrix.a }}'.repeat(130);
    const text = `on: push\njobs:\n  a:\n    strategy: { matrix: { a: [${values}] } }\n    steps:\n      - run: |\n${`          ${line}\n`.repeat(100)}`;
    const { steps } = await read({ '.github/workflows/a.yml': text });
    expect(steps.map(({ script }) => new Set(script.map((it) => it.text)))).toEqual([new Set([line])]);
  });

  it('says a hook once, however often it is declared', async () => {
    const modules = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`m${i}/main.tf`, 'terraform {}\n']));
    const hooks = `repos:\n- repo: x\n  hooks:\n${'  - id: terraform_docs\n'.repeat(6_000)}`;
    const steps =
      '      - run: pre-commit run\n      - uses: x/y@v1\n        with: { terraform-docs-version: 0.16.0 }\n';
    const { units } = await profiled({
      ...modules,
      '.pre-commit-config.yaml': hooks,
      '.github/workflows/a.yml': workflow('', steps),
    });
    const counts = units.map(
      ({ commands }) => commands.lint.filter(({ run }) => run.includes('terraform_docs')).length,
    );
    expect([counts.length, new Set(counts)]).toEqual([1_000, new Set([1])]);
  });
});

describe('Names that every object has', () => {
  it.each(['constructor', 'toString', '__proto__'])('are no tool, image, input or command: %s', async (name) => {
    const { steps } = await read({
      'azure-pipelines.yml': `steps:\n  - task: ${name}@1\n    inputs: { versionSpec: 1 }\n`,
      '.gitlab-ci.yml': `image: ${name.toLowerCase()}:1\na:\n  script: make\n`,
      '.github/workflows/a.yml': workflow('', `      - uses: x/y@v1\n        with: { ${name}: 1 }\n`),
    });
    expect(steps.flatMap(({ setUps }) => setUps)).toEqual([]);
    const deno = {
      'deno.json': '{}',
      'a.ts': '',
      '.github/workflows/a.yml': workflow('', `      - run: deno ${name}\n`),
    };
    expect((await profiled(deno)).units).toHaveLength(1);
  });
});
