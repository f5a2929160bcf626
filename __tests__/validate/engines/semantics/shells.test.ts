import { describe, expect, it } from 'vitest';
import { foundBy, job } from '../../../fakes/checking.ts';

const RULES = ['unknown-shell', 'missing-shell'];
const found = (shell: string, { on = 'ubuntu-24.04', more = '' } = {}) =>
  foundBy(RULES, job(`runs-on: ${on}${more}\nsteps:\n  - run: make\n    shell: ${shell}`));

describe('A shell', () => {
  it.each(['dash', 'fish', 'nix develop', 'bash -l'])('%s cannot be called', async (shell) => {
    expect(await found(shell)).toEqual([`7 unknown-shell: The runner does not know how to call ${shell}.`]);
  });

  it.each(['bash', 'sh', 'pwsh', 'python', "'fish {0}'", "'bash -l {0}'", "'${{ matrix.shell }}'", 'Bash'])(
    '%s can be called',
    async (shell) => {
      expect(await found(shell)).toEqual([]);
    },
  );

  it.each([
    ['powershell', 'ubuntu-24.04', 'Linux'],
    ['cmd', 'macos-26', 'macOS'],
    ['sh', 'windows-2025', 'Windows'],
    ['sh', '[self-hosted, windows]', 'Windows'],
  ])('%s is not there on %s', async (shell, on, system) => {
    expect(await found(shell, { on })).toEqual([
      `7 missing-shell: The shell ${shell} is none of those that GitHub has on ${system}.`,
    ]);
  });

  it.each([
    ['powershell', 'windows-2025'],
    ['cmd', '[self-hosted, big]'],
    ['powershell', "'${{ inputs.os }}'"],
    ['powershell', '[ubuntu-24.04, windows-2025]'],
  ])('%s may be there on %s', async (shell, on) => {
    expect(await found(shell, { on })).toEqual([]);
  });

  it('is missing where all machines of a matrix are without it', async () => {
    const matrix = (os: string) => ({ on: "'${{ matrix.os }}'", more: `\nstrategy: { matrix: { os: ${os} } }` });
    expect(await found('cmd', matrix('[ubuntu-24.04, ubuntu-26.04]'))).toHaveLength(1);
    expect(await found('cmd', matrix('[ubuntu-24.04, windows-2025]'))).toEqual([]);
    expect(await found('cmd', matrix('[ubuntu-24.04, my-machine]'))).toEqual([]);
  });

  it('is judged in the defaults of workflows and jobs too', async () => {
    const defaults = 'defaults: { run: { shell: fish } }';
    const body = job('runs-on: ubuntu-24.04\nsteps: [{ run: make }]');
    expect(await foundBy(RULES, `${defaults}\n${body}`)).toHaveLength(1);
    expect(await foundBy(RULES, job(`runs-on: ubuntu-24.04\n${defaults}\nsteps: [{ run: make }]`))).toHaveLength(1);
  });

  it('is let be in a step that may not run', async () => {
    const step = "steps: [{ if: runner.os == 'Windows', run: make, shell: cmd }]";
    expect(await foundBy(RULES, job(`runs-on: ubuntu-24.04\n${step}`))).toEqual([]);
  });
});
