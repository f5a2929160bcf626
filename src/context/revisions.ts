import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import type { Revision } from '../domain/repository.ts';

/** The commit that `name` means. Throws UNKNOWN_REVISION. A name that looks like an option stays a name. */
export async function resolveRevision(git: Git, name: string): Promise<Revision> {
  const commit = await findCommit(git, name);
  if (commit === null) throw new ActionError('UNKNOWN_REVISION', `'${name}' names no commit of this repository.`);
  return { name, commit };
}

/** The commit that `name` means, or null. */
export async function findCommit(git: Git, name: string): Promise<string | null> {
  const { exitCode, stdout } = await git.run([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  const commit = Buffer.from(stdout).toString('utf8').trim();
  return exitCode === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
}

export interface DefaultBranch {
  readonly branch: string;
  readonly revision: Revision;
}

/** In this order: what the remote calls its head, its usual names, our own branches of these names. */
const CANDIDATES = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/** The branch that pull requests go to, as far as the local references tell; null where they do not. */
export async function findDefaultBranch(git: Git): Promise<DefaultBranch | null> {
  const { stdout } = await git.run(['for-each-ref', '--format=%(refname)%00%(objectname)%00%(symref)', ...CANDIDATES]);
  const rows = Buffer.from(stdout)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\0'));
  for (const candidate of CANDIDATES) {
    const [, commit = '', target = ''] = rows.find(([name]) => name === candidate) ?? [];
    const reference = target || candidate;
    if (commit !== '') {
      const branch = reference.replace(/^refs\/(remotes\/origin|heads)\//, '');
      return { branch, revision: { name: reference.replace(/^refs\/(remotes|heads)\//, ''), commit } };
    }
  }
  return null;
}
