import { describe, expect, it } from 'vitest';
import { foundBy, job } from '../../../fakes/checking.ts';

const RULES = ['environment-name'];

describe('The name of a variable', () => {
  it.each(['FOO BAR', 'FOO=BAR', 'FOO&BAR'])('is not %s', async (name) => {
    const env = `env: { '${name}': a }`;
    const message = `environment-name: The name ${name} of a variable has a space, = or & in it.`;
    expect(await foundBy(RULES, `on: push\n${env}\njobs: {}\n`)).toEqual([`2 ${message}`]);
    const all = [
      env,
      `container: { image: b, ${env} }`,
      `services: { c: { image: d, ${env} } }`,
      `steps: [{ run: make, ${env} }]`,
    ];
    expect(await foundBy(RULES, job(`runs-on: ubuntu-24.04\n${all.join('\n')}`))).toEqual(
      [5, 6, 7, 8].map((line) => `${line} ${message}`),
    );
  });

  it.each(['FOO_BAR', 'ProgramFiles(x86)', 'a.b-c', '${{ inputs.name }}'])('may be %s', async (name) => {
    expect(await foundBy(RULES, `on: push\nenv: { '${name}': 'a = b' }\njobs: {}\n`)).toEqual([]);
  });

  it('is none where the variables are one expression', async () => {
    expect(await foundBy(RULES, "on: push\nenv: '${{ fromJSON(vars.a) }}'\njobs: {}\n")).toEqual([]);
  });
});
