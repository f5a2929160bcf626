import { ActionError } from '../domain/errors.ts';
import type { Tree } from '../domain/tree.ts';

/** Nothing can be proposed for nothing; a single file of any kind is something. `where` is named to people. Throws EMPTY_REPOSITORY. */
export async function assertFilled(tree: Tree, where: string): Promise<void> {
  const { entries, unreadable } = await tree.list();
  if (entries.length + unreadable.length > 0) return;
  throw new ActionError('EMPTY_REPOSITORY', `${where} holds no file that git tracks or would track.`);
}
