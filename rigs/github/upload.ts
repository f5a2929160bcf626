import { execFileSync } from 'node:child_process';
import { git } from '../act/git.ts';

/** One call of the API, with the rights of the repository's owner; rejects unless it is answered with success. */
export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/**
 * Brings the commits of a local branch to the server, object by object, as `git push` would: git's ids stay what they are. The commits must
 * have one time for author and committer, as the emulator has.
 */
export async function upload(call: Call, checkout: string, repository: string, branch: string): Promise<string> {
  const commits = (await git(checkout, 'rev-list', '--reverse', branch)).split('\n');
  for (const commit of commits) await uploadCommit(call, { checkout, repository, commit });
  const head = commits.at(-1) ?? '';
  await call('POST', `/repos/${repository}/git/refs`, { ref: `refs/heads/${branch}`, sha: head }).catch(() =>
    call('PATCH', `/repos/${repository}/git/refs/heads/${branch}`, { sha: head, force: true }),
  );
  return head;
}

async function uploadCommit(call: Call, { checkout, repository, commit }: Upload): Promise<void> {
  const tree = (await git(checkout, 'ls-tree', '-r', '-z', commit)).split('\0').flatMap((row) => {
    const [mode = '', type = '', sha = ''] = row.slice(0, row.indexOf('\t')).split(' ');
    const entry = { path: row.slice(row.indexOf('\t') + 1), mode, type };
    if (row === '') return [];
    return [type === 'blob' ? { ...entry, content: blobOf(checkout, sha) } : { ...entry, sha }];
  });
  const made = (await call('POST', `/repos/${repository}/git/trees`, { tree })) as { readonly sha: string };
  const [name = '', email = '', date = '', parents = '', ...message] = (
    await git(checkout, 'show', '--no-patch', '--format=%an%n%ae%n%aI%n%P%n%B', commit)
  ).split('\n');
  const uploaded = (await call('POST', `/repos/${repository}/git/commits`, {
    message: `${message.join('\n').trimEnd()}\n`,
    tree: made.sha,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name, email, date },
  })) as { readonly sha: string };
  if (uploaded.sha !== commit) throw new Error(`commit ${commit} became ${uploaded.sha} on the server`);
}

interface Upload {
  readonly checkout: string;
  readonly repository: string;
  readonly commit: string;
}

/** Text alone: the API takes it along with the tree. */
function blobOf(checkout: string, sha: string): string {
  return execFileSync('git', ['cat-file', 'blob', sha], { cwd: checkout, encoding: 'utf8', maxBuffer: 1 << 28 });
}
