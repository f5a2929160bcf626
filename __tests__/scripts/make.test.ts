import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('make agent-run', () => {
  it.each(['repo=.', 'base=main', 'request=lint'])('does not pass over %s', (word) => {
    const { status, stderr } = plan(word);
    expect(status).toBe(2);
    expect(stderr).toContain('write it in capitals');
  });

  it.each(['REPO=.', 'BASE=main', 'REQUEST=repo=x and base=y'])('takes %s', (word) => {
    expect(plan(word)).toMatchObject({ status: 0, stdout: expect.stringContaining('scripts/agent-run.sh') });
  });
});

/** What would be done; nothing is. */
function plan(word: string) {
  const env = { PATH: process.env.PATH, repo: 'of the environment, which is anybody’s' };
  return spawnSync('make', ['--dry-run', 'agent-run', word], { cwd: root, encoding: 'utf8', env });
}
