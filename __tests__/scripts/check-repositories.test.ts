import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkoutOf } from '../../scripts/repositories/checkout.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';
import { shopRepository } from '../fakes/shop.ts';
import { haveTools } from '../tools.ts';

const script = fileURLToPath(new URL('../../scripts/check-repositories.ts', import.meta.url));

describe.skipIf(!haveTools('actionlint', 'shellcheck', 'zizmor'))('The check of real repositories', () => {
  it('has a line for each, and fails with the one whose pipeline cannot be generated', async () => {
    using mirrors = temporaryDirectory();
    await using shop = shopRepository();
    await using broken = temporaryRepository({ '.github/agent-generate.yml': 'version: 1\nrequest: [\n' });
    mirror(shop, join(mirrors.path, 'example+shop/repo'));
    mirror(broken, join(mirrors.path, 'example+broken/repo'));
    const { code, lines } = check('--mirrors', mirrors.path);
    expect(lines).toEqual([
      expect.stringMatching(/^FAIL {3}example\/broken {2}0 units, 0 services, 0 jobs, 0 undigested images, \d+\.\d s$/),
      expect.stringMatching(/^ +generate exits with 2: error CONFIGURATION_INVALID: /),
      expect.stringMatching(/^ +Mend /),
      expect.stringMatching(/^ok {5}example\/shop {2}4 units, 4 services, 16 jobs, 0 undigested images, \d+\.\d s$/),
      '1 of 2 repositories hold.',
    ]);
    expect(code).toBe(1);
  }, 120_000);

  it('fails where there is nothing to check', () => {
    using mirrors = temporaryDirectory();
    expect(check('--mirrors', mirrors.path)).toMatchObject({ code: 1, lines: ['0 of 0 repositories hold.'] });
  });
});

it('A mirror without some of its files is checked out as if they had never been there', async () => {
  using directory = temporaryDirectory();
  await using repository = temporaryRepository({ 'go.mod': 'module a\n', 'picture.png': 'large' });
  const [blob = ''] = repository.git('rev-parse', 'HEAD:picture.png').split('\n');
  rmSync(join(repository.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  const into = join(directory.path, 'checkout');
  expect(checkoutOf(repository.path, into)).toBe(1);
  const { stdout } = spawnSync('git', ['ls-files'], { cwd: into, encoding: 'utf8' });
  expect(stdout).toBe('go.mod\n');
});

function mirror(repository: TemporaryRepository, into: string): void {
  repository.git('clone', '--quiet', '--bare', repository.path, into);
}

function check(...args: readonly string[]): { readonly code: number | null; readonly lines: readonly string[] } {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { code: status, lines: stdout.trimEnd().split('\n') };
}
