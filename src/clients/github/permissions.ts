import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';
import type { RepositoryName } from '../../domain/event.ts';
import type { GitHubClient } from './client.ts';

/** `maintain` is told as `write` there, and `triage` as `read`. (docs.github.com, "Get repository permissions for a user") */
const PermissionSchema = z.object({ permission: z.string() });
const WRITING: readonly string[] = ['admin', 'write'];

/** Whether somebody may write to the repository, by whatever way they came to it. Throws the codes that begin with `GITHUB_`. */
export async function mayWrite(
  client: GitHubClient,
  { owner, name: repo }: RepositoryName,
  username: string,
): Promise<boolean> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  try {
    const { permission } = await client.read(route, { owner, repo, username }, PermissionSchema);
    return WRITING.includes(permission);
  } catch (thrown) {
    // Of an account that is none, or is no longer there.
    if (thrown instanceof ActionError && thrown.code === 'GITHUB_NOT_FOUND') return false;
    throw thrown;
  }
}
