import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli } from '../fakes/built.ts';
import { type TemporaryRepository, temporaryRepository } from '../fakes/repository.ts';

const CONFIGURATION = '.github/agent-generate.yml';
const WORKFLOW = '.github/workflows/generated.yml';
const MINUTES = 'Give everything 21 minutes.';
const FILES = {
  'cart/go.mod': 'module example.com/cart\n\ngo 1.25\n',
  'cart/cart_test.go': 'package cart\n\nimport "testing"\n\nfunc TestNothing(t *testing.T) {}\n',
};

function generate({ path }: TemporaryRepository, ...args: readonly string[]) {
  return runCli(['generate', '--repository', path, ...args]);
}

function textOf({ path }: TemporaryRepository, file: string): string {
  return readFileSync(`${path}/${file}`, 'utf8');
}

describe('A request in words that is written', () => {
  it('is kept beside the pipeline, so that the next plain run makes the same bytes without words', async () => {
    await using repository = temporaryRepository(FILES);
    const first = generate(repository, '--request', MINUTES, '--write');
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain(`${CONFIGURATION} keeps what was asked for`);
    const [workflow, configuration] = [textOf(repository, WORKFLOW), textOf(repository, CONFIGURATION)];
    expect(workflow).toContain('timeout-minutes: 21');
    expect(configuration).toContain('- { kind: timeout, for: { all: true }, minutes: 21 }');
    repository.commit('Take it over');
    for (const args of [[], ['--request', MINUTES]] as const) {
      const next = generate(repository, ...args, '--write', '--json');
      expect(JSON.parse(next.stdout)).toMatchObject({
        source: 'accepted-request',
        files: [{ path: WORKFLOW, status: 'unchanged' }],
        accepted: null,
      });
      expect(textOf(repository, WORKFLOW)).toBe(workflow);
      expect(textOf(repository, CONFIGURATION)).toBe(configuration);
    }
  });

  it('is not kept where this version prints nothing of it: a later one must not act on it unseen', async () => {
    await using repository = temporaryRepository(FILES);
    const deploy = generate(repository, '--request', 'Deploy to staging when main changes.', '--json');
    expect(JSON.parse(deploy.stdout)).toMatchObject({ source: 'read', accepted: null });
  });

  it('is not kept where the last of many wishes was left out, of which no effect is told', async () => {
    const units = Array.from({ length: 21 }, (_, index) => `u${index}`);
    const modules = units.map((name) => [`${name}/go.mod`, `module example.com/${name}\n\ngo 1.25\n`] as const);
    const tests = units.map((name) => [`${name}/a_test.go`, 'package a\n'] as const);
    const web = { 'web/package.json': '{ "scripts": { "lint": "biome lint" } }\n' };
    await using repository = temporaryRepository({ ...Object.fromEntries([...modules, ...tests]), ...web });
    const minutes = units.map((name, index) => `Give ${name} ${20 + (index % 9)} minutes.`);
    const words = [...minutes, 'Lint the Node code with eslint.'].join(' ');
    const { understood, accepted } = JSON.parse(generate(repository, '--request', words, '--json').stdout);
    expect({ told: understood.length, accepted }).toEqual({ told: 20, accepted: null });
  });

  it('is not kept where something of it was left out: the next run says so again', async () => {
    await using repository = temporaryRepository({
      ...FILES,
      'web/package.json': '{ "scripts": { "lint": "biome lint" } }\n',
    });
    const asked = generate(repository, '--request', 'Lint the Node code with eslint.', '--json');
    expect(JSON.parse(asked.stdout)).toMatchObject({
      source: 'read',
      understood: [{ intent: { kind: 'check', tool: 'eslint' }, does: 'left-out' }],
      accepted: null,
    });
  });

  it('is asked again where the repository has changed, and then only its facts are new', async () => {
    await using repository = temporaryRepository(FILES);
    generate(repository, '--request', MINUTES, '--write');
    repository.write({ 'mill/go.mod': 'module example.com/mill\n\ngo 1.25\n', 'mill/mill.go': 'package mill\n' });
    repository.commit('Take it over, and another module');
    const before = textOf(repository, CONFIGURATION);
    const next = generate(repository, '--request', MINUTES, '--write', '--json');
    expect(JSON.parse(next.stdout)).toMatchObject({
      source: 'read',
      accepted: { path: CONFIGURATION, status: 'changed', digest: expect.stringMatching(/^sha256:/) },
    });
    const after = textOf(repository, CONFIGURATION);
    const withoutFacts = (text: string) => text.replace(/facts: "sha256:\w+"/, 'facts');
    expect(after).not.toBe(before);
    expect(withoutFacts(after)).toBe(withoutFacts(before));
  });

  it('is added to what people have written there, also where no commit has it yet', async () => {
    await using repository = temporaryRepository({ ...FILES, [CONFIGURATION]: 'version: 1\n' });
    const ours = '# Ours.\nversion: 1\nsettings: { fail-on: warning } # strict\n';
    repository.write({ [CONFIGURATION]: ours });
    expect(generate(repository, '--request', MINUTES, '--write').code).toBe(0);
    expect(textOf(repository, CONFIGURATION).startsWith(ours)).toBe(true);
  });

  it('goes with the pipeline into another folder, too', async () => {
    await using repository = temporaryRepository(FILES);
    await using other = temporaryRepository();
    generate(repository, '--request', MINUTES, '--output', other.path);
    expect(textOf(other, CONFIGURATION)).toContain('minutes: 21');
  });

  it.each([
    ['not understood', 'Make it nice.'],
    ['refused', 'Skip the tests.'],
  ])('is not kept where it was %s', async (_, words) => {
    await using repository = temporaryRepository(FILES);
    const run = generate(repository, '--request', words, '--write', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({ source: 'detected', accepted: null });
    expect(() => textOf(repository, CONFIGURATION)).toThrow('ENOENT');
  });

  it('is never written over a configuration that cannot be read', async () => {
    await using repository = temporaryRepository({ ...FILES, [CONFIGURATION]: 'version: 1\n' });
    repository.write({ [CONFIGURATION]: 'version: one\n' });
    const run = generate(repository, '--request', MINUTES, '--write', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({ source: 'read', accepted: null });
    expect(textOf(repository, CONFIGURATION)).toBe('version: one\n');
  });
});
