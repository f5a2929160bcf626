import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

/** A new folder that goes away with all that jobs have left in it. Others may pass through it but not list it: a database runs as another user. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'act-rig-'));
  await chmod(path, 0o711);
  return { path, [Symbol.asyncDispose]: () => remove(path) };
}

async function remove(path: string): Promise<void> {
  // Module caches (Go's, for one) are written without write permission, and then only root could remove them.
  await rm(path, { recursive: true, force: true }).catch(() => run('chmod', ['-R', 'u+w', path]));
  await rm(path, { recursive: true, force: true });
}
