import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSynthetic } from './synthetic.ts';

/** A checkout that `generate` is measured on. */
export interface Repository {
  readonly name: string;
  readonly directory: string;
  readonly files: number;
  /** Short id; null where it was made here. */
  readonly commit: string | null;
}

/** Real ones, each at a fixed commit, so that figures of different days are of the same files. */
const REAL = {
  'stefanprodan/podinfo': 'eec06d1ea459af4cb4e10e806f8be7c7bd58b361',
  'GoogleCloudPlatform/microservices-demo': '34ffea9175946982c3088ed84994fe6019ad6e92',
  'instana/robot-shop': '55292e2199f2fb00a165b1f7d3045fe7f8922038',
  'fastapi/full-stack-fastapi-template': '68adb40d37425f6f8668ec7e5a054500d045e43e',
  'spring-petclinic/spring-petclinic-microservices': '9a76b4e34cd75f3d6bfa6f15775bf996c59e8989',
  'LukeMathWalker/zero-to-production': '970987c5f793af6fc8e557731c9bbb23b620451e',
};

/** Checkouts below `place` of those that `mirrors` holds as bare clones, at `<owner>+<name>/repo`. Throws where it holds none. */
export function realRepositories(mirrors: string, place: string): Repository[] {
  const found = Object.entries(REAL).flatMap(([name, commit]) => {
    const mirror = join(mirrors, name.replace('/', '+'), 'repo');
    return existsSync(mirror) ? [checkOut({ name, mirror, commit, directory: join(place, name) })] : [];
  });
  if (found.length === 0) throw new Error(`${mirrors} holds none of ${Object.keys(REAL).join(', ')}.`);
  return found;
}

/** The example, and repositories that are made up: what can be measured without any other repository. */
export function madeRepositories(place: string): Repository[] {
  const shop = join(place, 'shop');
  cpSync(fileURLToPath(new URL('../../examples/shop', import.meta.url)), shop, { recursive: true });
  const synthetic = [10, 100].map((services) => {
    const directory = join(place, `synthetic-${services}`);
    writeSynthetic(directory, services);
    return { name: `synthetic, ${services} services`, directory };
  });
  return [{ name: 'examples/shop', directory: shop }, ...synthetic].map(({ name, directory }) => ({
    name,
    directory,
    files: commitAll(directory),
    commit: null,
  }));
}

interface Source {
  readonly name: string;
  readonly mirror: string;
  readonly commit: string;
  readonly directory: string;
}

/** The commit's files as a repository of one commit. Of a clone that lacks some objects, or the commit, what is there is taken. */
function checkOut({ name, mirror, commit, directory }: Source): Repository {
  const index = `${directory}.index`;
  mkdirSync(directory, { recursive: true });
  const bare = ['-c', 'safe.directory=*', `--git-dir=${mirror}`, `--work-tree=${directory}`];
  const known = spawnSync('git', [...bare, 'cat-file', '-e', `${commit}^{commit}`]).status === 0;
  const id = git([...bare, 'rev-parse', known ? commit : 'HEAD']).trim();
  const env = { ...CLEAN, GIT_INDEX_FILE: index };
  execFileSync('git', [...bare, 'read-tree', id], { env });
  spawnSync('git', [...bare, 'checkout-index', '--all', '--force', '--quiet'], { env, cwd: directory });
  return { name, directory, files: commitAll(directory), commit: id.slice(0, 12) };
}

/** Gives the number of files. */
function commitAll(directory: string): number {
  git(['-C', directory, 'init', '--quiet', '--initial-branch=main']);
  git(['-C', directory, 'add', '--all', '--force']);
  git(['-C', directory, '-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '-qm', 'All of it']);
  return git(['-C', directory, 'ls-files', '-z']).split('\0').length - 1;
}

/** Nothing of the person's own configuration. */
const CLEAN = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function git(args: readonly string[]): string {
  return execFileSync('git', [...args], { encoding: 'utf8', env: CLEAN, maxBuffer: 1 << 30 });
}
