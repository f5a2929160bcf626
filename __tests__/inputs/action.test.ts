import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readActionInputs, readSecrets } from '../../src/inputs/action.ts';

const { inputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  inputs: Readonly<Record<string, { readonly default: string }>>;
};

/** The inputs of a step as its runner gives them: by default what action.yml says. */
function given(own: Readonly<Record<string, string>> = {}): void {
  vi.stubEnv('GITHUB_WORKSPACE', '/work');
  const token = { 'github-token': 'ghs_of_the_job' };
  const usual = Object.entries(inputs).map(([name, it]) => [name, it.default] as const);
  for (const [name, value] of Object.entries({ ...Object.fromEntries(usual), ...token, ...own }))
    vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('The inputs of the action', () => {
  it('are those of action.yml where nothing is said', () => {
    given();
    expect(readActionInputs()).toEqual({
      request: null,
      model: { choice: { kind: 'none', note: null }, maxTokens: null, maxCostUsd: null },
      cache: true,
      githubToken: 'ghs_of_the_job',
      timeoutSeconds: 300,
      deliver: 'comment',
      failOn: 'error',
      recordFile: null,
      id: 'default',
    });
  });

  it.each([
    ['deliver', 'commit', 'NOT_AVAILABLE_YET'],
    ['policies', 'own.wasm', 'NOT_AVAILABLE_YET'],
    ['config', 'elsewhere.yml', 'NOT_AVAILABLE_YET'],
    ['targets', 'gitlab', 'NOT_AVAILABLE_YET'],
    ['deliver', 'mail', 'INPUT_INVALID'],
    ['fail-on', 'always', 'INPUT_INVALID'],
    ['cache', 'no', 'INPUT_INVALID'],
    ['timeout-seconds', '0', 'INPUT_INVALID'],
    ['timeout-seconds', '301', 'INPUT_INVALID'],
    ['timeout-seconds', '1e2', 'INPUT_INVALID'],
    ['id', 'a--> b', 'INPUT_INVALID'],
    ['id', 'a'.repeat(41), 'INPUT_INVALID'],
  ])('are not passed over in silence: %s %s is %s', (name, value, code) => {
    given({ [name]: value });
    expect(readActionInputs).toThrow(expect.objectContaining({ code, message: expect.stringContaining(name) }));
  });

  it('name every secret that must not be seen, and none that is empty', () => {
    const secrets = Object.keys(inputs).filter((name) => /-(?:token|api-key)$/.test(name));
    given(Object.fromEntries(secrets.map((name) => [name, `the ${name}`])));
    expect(readSecrets().toSorted()).toEqual(secrets.map((name) => `the ${name}`).toSorted());
    given();
    expect(readSecrets()).toEqual(['ghs_of_the_job']);
  });
});
