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

/** Names of real repositories, each with a fixed commit, so that figures of different days are of the same files. */
export type Commits = Readonly<Record<string, string>>;

/** Those that `generate` and the comment are measured on. */
export const GENERATED: Commits = {
  'stefanprodan/podinfo': 'eec06d1ea459af4cb4e10e806f8be7c7bd58b361',
  'GoogleCloudPlatform/microservices-demo': '34ffea9175946982c3088ed84994fe6019ad6e92',
  'instana/robot-shop': '55292e2199f2fb00a165b1f7d3045fe7f8922038',
  'fastapi/full-stack-fastapi-template': '68adb40d37425f6f8668ec7e5a054500d045e43e',
  'spring-petclinic/spring-petclinic-microservices': '9a76b4e34cd75f3d6bfa6f15775bf996c59e8989',
  'LukeMathWalker/zero-to-production': '970987c5f793af6fc8e557731c9bbb23b620451e',
};

/** Those of every kind that `profile` is measured on. */
export const PROFILED: Commits = {
  ...GENERATED,
  'Azure-Samples/aks-store-demo': '7ce10c5110d6a52d3517dfb6d7a7b7b2edf2e5a5',
  'ThreeDotsLabs/wild-workouts-go-ddd-example': 'f797e117fb1523fef71e195d200c88e1940afc05',
  'argoproj/argo-helm': 'af0a9310bacbaa4636018dfe22c801a6d33a5c43',
  'denoland/saaskit': '9817d7013234c835172e6c999dcbf810983efce6',
  'dockersamples/example-voting-app': '63e9150ca17af4ed05880d4245e486481f73fcb4',
  'dotnet/eShop': '5624ad564d1602a927879df32a79b94522eb6101',
  'hexpm/hexpm': 'dee4f9b235f21e17149c504155ba1f9fb468bb01',
  'linkerd/linkerd2': 'b24cd4059841f8cee2fb7a9c2ac23a693c583579',
  'quarkusio/quarkus-super-heroes': '91d6974f2d1b7e795f51eb94877f6c9106d1d8fb',
  'symfony/demo': '920d86dc809f837543cb519d3df5b364a2c36577',
  't3-oss/create-t3-turbo': 'e69b5858fc4259fbd44af96eaf774a90dee0adcd',
  'terraform-aws-modules/terraform-aws-eks': 'bef29c4d9523523e57fe898643fde2895106b339',
};

/** Large ones: some 150 manifests, and a vendored tree of 5,600 files. */
export const LARGE: Commits = {
  'dapr/quickstarts': '56eb3ae3a4cc1783f2d65a6525deb51065fe0151',
  'openfaas/faas-netes': '662ce9ce36ec4a32467773c308807bd5d58f5ae6',
};

/** Systems of many services, whose pipelines are measured too. */
export const SYSTEMS: Commits = {
  'FudanSELab/train-ticket': '813dd01eec30386f673d7340a1b7eb605fcb5def',
  'open-telemetry/opentelemetry-demo': '054282e318317f2be09f67dd9b0d7d1278566cfa',
  'dapr/quickstarts': '56eb3ae3a4cc1783f2d65a6525deb51065fe0151',
};

/** Checkouts below `place` of those that `mirrors` holds as bare clones, at `<owner>+<name>/repo`. */
export function realRepositories(mirrors: string, place: string, commits: Commits): Repository[] {
  return Object.entries(commits).flatMap(([name, commit]) => {
    const mirror = join(mirrors, name.replace('/', '+'), 'repo');
    return existsSync(mirror) ? [checkOut({ name, mirror, commit, directory: join(place, name) })] : [];
  });
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

/** A made-up tree that differs from others in its size alone. */
export interface Growing {
  readonly directory: string;
  readonly files: number;
  readonly services: number;
}

/** Trees of so many services, a hundred files to each. */
export function growingRepositories(place: string, sizes: readonly number[]): Growing[] {
  return sizes.map((services) => {
    const directory = join(place, `grown-${services}`);
    writeSynthetic(directory, services, 94);
    return { directory, services, files: commitAll(directory) };
  });
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
  git(['-C', directory, '-c', 'core.safecrlf=false', 'add', '--all', '--force']);
  git(['-C', directory, '-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '-qm', 'All of it']);
  return git(['-C', directory, 'ls-files', '-z']).split('\0').length - 1;
}

/** Nothing of the person's own configuration. */
const CLEAN = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function git(args: readonly string[]): string {
  return execFileSync('git', [...args], { encoding: 'utf8', env: CLEAN, maxBuffer: 1 << 30 });
}
