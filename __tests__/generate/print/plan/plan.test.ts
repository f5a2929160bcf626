import { describe, expect, it } from 'vitest';
import { MOST_COMMANDS, type PlanEntry } from '../../../../src/domain/plan.ts';
import type { ProjectProfile } from '../../../../src/domain/profile.ts';
import type { Intent } from '../../../../src/domain/request.ts';
import { type PlanInput, printPlan } from '../../../../src/generate/print/plan/plan.ts';
import { generateOver } from '../../generating.ts';
import { command, need, profileOf, service, unit, unitOf } from '../../profiles.ts';

const ALL = { all: true } as const;

describe('The plan of a pipeline', () => {
  it('has an entry for each check, with tools and commands as generated.yml has them', () => {
    const entries = planOf(profileOf([unit({ directory: 'cart' })]));
    expect(entries.map(({ id }) => id)).toEqual(['cart-lint', 'cart-format', 'cart-test', 'cart-build']);
    expect(entries[2]).toEqual({
      id: 'cart-test',
      name: 'cart: test',
      runner: 'ubuntu-24.04',
      timeout: 20,
      setup: [
        { tool: 'go', 'version-file': 'cart/go.mod', directory: 'cart', cache: 'go', 'cache-files': 'cart/go.sum' },
      ],
      tools: { go: { 'version-file': 'cart/go.mod', directory: 'cart', cache: 'go', 'cache-files': 'cart/go.sum' } },
      commands: [
        { name: 'Install dependencies', run: 'go mod download', directory: 'cart' },
        { name: 'Test', run: 'go test ./...', directory: 'cart' },
      ],
    });
  });

  it('has what the change concerns alone, and everything for a change of the pipeline itself', () => {
    const units = [unit({ directory: 'cart' }), unitOf('cargo', { directory: 'mill', ecosystem: 'rust' })];
    const ids = (...changedPaths: string[]) =>
      planOf(profileOf(units), [], { changedPaths }).map(({ id }) => id.split('-')[0]);
    expect(new Set(ids('mill/src/main.rs'))).toEqual(new Set(['mill']));
    expect(new Set(ids('cart/a.go', 'mill/b.rs'))).toEqual(new Set(['cart', 'mill']));
    expect(new Set(ids('.github/workflows/generated.yml'))).toEqual(new Set(['cart', 'mill']));
    expect(
      printPlan({ pipeline: pipelineOf(profileOf(units)), changedPaths: ['README.md'], isFork: false }),
    ).toBeNull();
  });

  it('brings the submodules of a unit, which no checkout before it knows of', () => {
    const submodules = { isRecursive: true, paths: ['.gitmodules'], because: [] };
    const entries = planOf(profileOf([unit({ directory: 'cart', submodules })]));
    const bring = { name: 'Check out submodules', run: 'git submodule update --init --recursive', directory: '.' };
    expect(entries.map(({ commands }) => commands[0])).toEqual(Array.from({ length: 4 }, () => bring));
  });

  it.each(['(shop)', '[x]', '{a,b}', 'a+b', '!x', ':x', 'a*b', 'a\\b'])(
    'has the unit in %s when it is changed',
    (name) => {
      const units = [unit({ directory: name }), unitOf('cargo', { directory: 'mill', ecosystem: 'rust' })];
      const entries = planOf(profileOf(units), [], { changedPaths: [`${name}/src/main.go`] });
      expect(entries.map(({ name }) => name.split(' ')[1])).toEqual(['lint', 'format', 'test', 'build']);
    },
  );

  it('is made in time that grows with the names of folders', () => {
    const changedPaths = [`${'a'.repeat(200)}!/x.go`];
    const units = ['(a+)+', '*a*a*a*a*a*a*a*a*a*a', 'cart'].map((directory) => unit({ directory }));
    expect(planOf(profileOf(units), [], { changedPaths })).toEqual([]);
  });

  it('has a row of many alike units for each that the change concerns', () => {
    const units = ['a', 'b', 'c', 'd'].map((directory) => unit({ directory: `src/${directory}` }));
    const entries = planOf(profileOf(units), [], { changedPaths: ['src/b/x.go', 'src/d/x.go'] });
    const tests = entries.filter(({ id }) => id.includes('test'));
    expect(tests.map(({ name }) => name)).toEqual(['b: test', 'd: test']);
    expect(tests[1]?.commands.map(({ directory }) => directory)).toEqual(['src/d', 'src/d']);
    expect(tests[1]?.tools.go?.['cache-files']).toBe('src/d/go.sum');
    expect(JSON.stringify(entries)).not.toContain('\uE000');
  });

  it('has the folders of its rows as they are, whatever stands in their names', () => {
    const folders = ['$`a', "$'b", '$&c', '$$d', '"e\\'].map((name) => `src/${name}`);
    const entries = planOf(profileOf(folders.map((directory) => unit({ directory }))), []);
    const tests = entries.filter(({ name }) => name.endsWith(': test'));
    expect(tests.map(({ commands }) => commands[1]?.directory).sort()).toEqual([...folders].sort());
  });

  it('leaves the tests that need a database to generated.yml, and says so at another check of that unit', () => {
    const needy = unit({ directory: 'ledger', needs: [need('postgres')] });
    const entries = planOf(profileOf([needy, unit({ directory: 'cart' })]));
    const omitted = entries.filter((entry) => entry.omitted);
    expect(omitted.map(({ id }) => id)).toEqual(['ledger-lint']);
    expect(omitted[0]?.omitted).toEqual(['ledger: test needs postgres: only generated.yml runs it.']);
  });

  it('still names them where the unit has no other check', () => {
    const needy = unitOf('maven', { directory: 'ledger', ecosystem: 'java', needs: [need('postgres')] });
    expect(planOf(profileOf([needy]))).toMatchObject([
      {
        id: 'ledger-test',
        name: 'ledger: test (left to generated.yml)',
        commands: [],
        omitted: ['ledger: test needs postgres: only generated.yml runs it.'],
      },
    ]);
  });

  it('builds no image', () => {
    const entries = planOf(profileOf([unit({ directory: 'cart' })], [service('cart')]));
    expect(entries.map(({ id }) => id)).not.toContain('image');
    expect(JSON.stringify(entries)).not.toContain('docker');
  });

  it('has an entry for each version and system of a matrix', () => {
    const asked: Intent[] = [
      { kind: 'matrix', for: ALL, tool: 'go', versions: ['1.24', '1.25'], systems: ['linux', 'windows'] },
    ];
    const tests = planOf(profileOf([unit({ directory: 'cart' })]), asked).filter(({ id }) =>
      id.startsWith('cart-test'),
    );
    expect(tests.map(({ name, runner }) => `${name} on ${runner}`)).toEqual([
      'cart: test (go 1.24, linux) on ubuntu-24.04',
      'cart: test (go 1.24, windows) on windows-2025',
      'cart: test (go 1.25, linux) on ubuntu-24.04',
      'cart: test (go 1.25, windows) on windows-2025',
    ]);
    expect(new Set(tests.map(({ id }) => id)).size).toBe(4);
    expect(tests[2]?.tools.go?.version).toBe('1.25');
  });

  it.each([[['self-hosted']], [['self-hosted', 'linux']], [['prod-box']]])(
    'gives the code of a fork no machine of one’s own: %j',
    (labels) => {
      const asked: Intent[] = [{ kind: 'runner', for: { path: 'cart/**' }, labels }];
      const units = [unit({ directory: 'cart' }), unit({ directory: 'web' })];
      const folders = (isFork: boolean) =>
        new Set(planOf(profileOf(units), asked, { isFork }).map(({ id }) => id.split('-')[0]));
      expect(folders(false)).toEqual(new Set(['cart', 'web']));
      expect(folders(true)).toEqual(new Set(['web']));
    },
  );

  it('has no more commands than build.yml has steps, and loses none', () => {
    const test = Array.from({ length: 12 }, (_, index) => command(`./test-${index + 1} "it's"`, `it's/${index}`));
    const own = unit({ directory: 'cart', commands: { install: [], lint: [], test, build: [] } });
    const [entry] = planOf(profileOf([own]));
    expect(entry?.commands).toHaveLength(MOST_COMMANDS);
    const last = entry?.commands.at(-1);
    expect(last?.run.match(/\.\/test-\d+/g)).toEqual(['./test-8', './test-9', './test-10', './test-11', './test-12']);
    expect(last?.run).toContain(String.raw`(cd 'it'\''s/7'`);
  });

  it('is none where a matrix would be too large', () => {
    const units = Array.from({ length: 90 }, (_, index) => unit({ directory: `src/unit-${index}` }));
    expect(printPlan({ pipeline: pipelineOf(profileOf(units)), changedPaths: null, isFork: false })).toBeNull();
  });
});

function pipelineOf(of: ProjectProfile, intents: readonly Intent[] = []) {
  return generateOver(of, { version: 1, intents: [...intents] }).pipeline;
}

function planOf(
  of: ProjectProfile,
  intents: readonly Intent[] = [],
  input: Partial<PlanInput> = {},
): readonly PlanEntry[] {
  const plan = printPlan({ pipeline: pipelineOf(of, intents), changedPaths: null, isFork: false, ...input });
  return plan?.include ?? [];
}
