import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('make agent-run', () => {
  it.each(['repo=.', 'base=main', 'request=lint'])('does not pass over %s', (word) => {
    const { status, stderr } = plan(word);
    expect(status).toBe(2);
    expect(stderr).toContain('write it in capitals');
  });

  it.each(['REPO=', 'BASE= ', 'REQUEST='])('does not take %s for nothing said', (word) => {
    const { status, stderr } = plan(word);
    expect(status).toBe(2);
    expect(stderr).toContain('was given nothing');
  });

  it('compares the example with nothing else than its own base', () => {
    const { status, stderr } = spawnSync('make', ['agent-run', 'BASE=main'], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('BASE needs REPO');
  });

  it.each(['REPO=.', 'BASE=main', 'REQUEST=repo=x and base=y'])('takes %s', (word) => {
    expect(plan(word)).toMatchObject({ status: 0, stdout: expect.stringContaining('scripts/agent-run.sh') });
  });
});

describe('The run of the example', () => {
  it('writes to no repository that the environment names, and runs no hook of the person', async () => {
    await using repository = temporaryRepository({ a: '1' });
    using home = temporaryDirectory();
    writeAll(home.path, {
      'hooks/post-checkout': { executable: `#!/bin/sh\ntouch '${home.path}/marker'\n` },
      '.gitconfig': `[core]\n\thooksPath = ${home.path}/hooks\n[commit]\n\tgpgSign = true\n`,
    });
    const before = repository.git('for-each-ref');
    mkdirSync(`${root}/build/agent-run`, { recursive: true });
    writeFileSync(`${root}/build/agent-run/of-another-run.yml`, '');
    const env = { PATH: process.env.PATH, HOME: home.path, GIT_DIR: `${repository.path}/.git` };
    const { status, stdout, stderr } = spawnSync('scripts/agent-run.sh', { cwd: root, encoding: 'utf8', env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Proven: .*\nOf the work tree against main \(.*\): 11 files changed\.$/m);
    expect(repository.git('for-each-ref')).toBe(before);
    expect(existsSync(`${home.path}/marker`)).toBe(false);
    expect(readdirSync(`${root}/build/agent-run`, { recursive: true })).toEqual([
      '.github',
      '.github/workflows',
      '.github/workflows/generated.yml',
    ]);
  });
});

describe('What is given to make', () => {
  it.each(['REPO', 'BASE', 'REQUEST', 'FILES', 'MIRRORS', 'REPOS'])('%s is read by nobody on its way', (name) => {
    const given = 'a $(shell echo evil) $HOME `id` $$ "b" \'c\' #d';
    const show = `show: ; @printenv ${name}`;
    const words = ['--no-print-directory', `--eval=${show}`, 'show', `${name}=${given}`];
    expect(spawnSync('make', words, { cwd: root, encoding: 'utf8' }).stdout).toBe(`${given}\n`);
  });

  it('is several files, where it is files', () => {
    const given = 'FILES=.github/workflows/ci.yml $(echo README.md)';
    const words = ['--no-print-directory', 'pipeline-validate', given];
    const { stdout, stderr } = spawnSync('make', words, { cwd: root, encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(stderr).toContain('$(echo');
  });
});

/** What would be done; nothing is. */
function plan(word: string) {
  const env = { PATH: process.env.PATH, repo: 'of the environment, which is anybody’s' };
  return spawnSync('make', ['--dry-run', 'agent-run', word], { cwd: root, encoding: 'utf8', env });
}
