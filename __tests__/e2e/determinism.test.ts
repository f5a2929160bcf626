import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ran, runCli, runJson } from '../fakes/built.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';

const shop = fileURLToPath(new URL('../../examples/shop', import.meta.url));
const WORKFLOW = '.github/workflows/generated.yml';

/** What must not matter: language, zone, home, the order and the count of processors' threads, colour, the terminal. */
const ODD = {
  LC_ALL: 'tr_TR.UTF-8',
  LANG: 'ar_EG.UTF-8',
  TZ: 'Pacific/Kiritimati',
  HOME: '/nonexistent',
  TERM: 'dumb',
  COLUMNS: '20',
  UV_THREADPOOL_SIZE: '1',
  NODE_OPTIONS: '--stack-trace-limit=1',
};

describe('The same repository gives the same bytes', () => {
  it('in another folder, language, zone and home, twice', async () => {
    await using one = shopIn('one');
    await using other = shopIn('another/folder with a much longer name');
    const first = written(one, {});
    expect(written(other, ODD)).toEqual(first);
    expect(written(one, ODD)).toEqual(first);
  });

  it('from the work tree and from the objects of its commit', async () => {
    await using repository = shopIn('one');
    const profileOf = (options: readonly string[]) => files(['generate', '--json', ...options], repository);
    expect(profileOf(['--head', 'main'])).toEqual(profileOf([]));
  });

  it('whichever files came first, and whatever git is told to ignore', async () => {
    await using repository = shopIn('one');
    const before = files(['generate', '--json'], repository);
    repository.write({ 'one/.gitignore': 'junk/\n', 'one/junk/package.json': '{"scripts":{"test":"x"}}\n' });
    repository.git('rm', '-rq', '--cached', 'one');
    repository.git('add', 'one/web', 'one/cart');
    expect(files(['generate', '--json'], repository)).toEqual(before);
  });
});

function shopIn(folder: string): TemporaryRepository & { readonly folder: string } {
  const repository = temporaryRepository();
  const path = join(repository.path, folder);
  cpSync(shop, path, { recursive: true });
  repository.commit();
  return { ...repository, folder: path };
}

/** The page of a run, and the file that it writes elsewhere. */
function written(
  { folder }: { readonly folder: string },
  env: Record<string, string>,
): Ran & { readonly text: string } {
  using out = temporaryDirectory();
  const ran = runCli(['generate', '--repository', folder, '--output', out.path], { env });
  expect(ran.code).toBe(0);
  const text = readFileSync(join(out.path, WORKFLOW), 'utf8');
  return { ...ran, stdout: ran.stdout.replaceAll(out.path, 'OUT'), text };
}

function files(args: readonly string[], { folder }: { readonly folder: string }): unknown {
  return runJson<{ files: unknown }>(args, { cwd: folder }).files;
}
