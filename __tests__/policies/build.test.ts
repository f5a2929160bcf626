import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { haveTools, toolPath } from '../tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const opa = toolPath('opa') ?? '';

describe.skipIf(!haveTools('opa'))('The policies as OPA sees them', () => {
  it('compile to the bytes that are committed, and so do the pages that are made of them', () => {
    expect(() =>
      execFileSync(process.execPath, ['scripts/build-policies.ts', '--check'], { cwd: root, stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('are strict Rego', () => {
    expect(() => execFileSync(opa, ['check', '--strict', 'policies'], { cwd: root, stdio: 'pipe' })).not.toThrow();
  });

  it('are formatted as opa fmt does', () => {
    expect(execFileSync(opa, ['fmt', '--list', 'policies'], { cwd: root, encoding: 'utf8' })).toBe('');
  });
});
