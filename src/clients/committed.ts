import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';

/** Whether git could give the file back as it stands on disk, or nothing stands there. Throws GIT_FAILED. */
export async function isCommitted(git: Git, path: string): Promise<boolean> {
  const { exitCode, stdout, stderr } = await git.run([
    'status',
    '--porcelain',
    '-z',
    '--ignored',
    '--untracked-files=all',
    '--',
    path,
  ]);
  if (exitCode !== 0)
    throw new ActionError('GIT_FAILED', `git could not say whether '${path}' is committed: ${stderr.split('\n')[0]}.`);
  return stdout.length === 0;
}
