import type { Git } from '../domain/git.ts';
import { decodeText } from '../domain/plain-text.ts';

/**
 * Whether git could give the text back: the commit that is checked out has it, whatever ends its lines. The index is not asked: it may have
 * been told that nothing has changed.
 */
export async function isCommitted(git: Git, path: string, bytes: Uint8Array): Promise<boolean> {
  const { exitCode, stdout } = await git.run(['cat-file', 'blob', `HEAD:./${path}`]);
  if (exitCode !== 0) return false;
  const [there, here] = [decodeText(stdout), decodeText(bytes)];
  return there.kind === 'text' && here.kind === 'text' && there.text === here.text;
}
