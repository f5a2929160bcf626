import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from '../fakes/built.ts';
import { haveTools, toolPath } from '../tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FILES = ['.github/workflows', 'action.yml', 'validate/action.yml'];

describe('This repository’s own workflows', () => {
  it('are found without a fault by what we sell', () => {
    const { code, stdout } = runCli(['validate', '--format', 'json', ...FILES], { cwd: root });
    const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; file: string }[] };
    expect(findings.map(({ rule, file }) => `${rule} in ${file}`)).toEqual([]);
    expect(code).toBe(0);
  });

  it.skipIf(!haveTools('zizmor'))('are found without a fault by zizmor, at its most pedantic', () => {
    const args = ['--offline', '--no-progress', '--quiet', '--persona', 'pedantic', ...FILES];
    expect(() => execFileSync(toolPath('zizmor') ?? '', args, { cwd: root, stdio: 'pipe' })).not.toThrow();
  });

  it.skipIf(!haveTools('actionlint'))('are found without a fault by actionlint', () => {
    expect(() => execFileSync(toolPath('actionlint') ?? '', ['-no-color'], { cwd: root, stdio: 'pipe' })).not.toThrow();
  });
});
