import { logText } from '../../clients/job.ts';
import { stopStarted } from '../../clients/local-model/stop.ts';
import { toActionError } from '../../domain/errors.ts';
import { type Left, readLeft } from '../../inputs/post.ts';
import type { Home } from '../home.ts';

/** Never fails a job: its answer has been given. What there is nothing of is not loaded. */
export async function postMain(home: Home): Promise<void> {
  try {
    const left = readLeft();
    const notes = [...(await stopServer(left)), ...(await keep(left, home))];
    if (notes.length > 0) logText(notes.join('\n'));
  } catch (thrown) {
    logText(`Note: ${toActionError(thrown).message}`);
  }
}

/** It has ended by itself where the step has: it runs still where that was killed. */
async function stopServer({ server }: Left): Promise<string[]> {
  if (server === null || !(await stopStarted(server))) return [];
  return ['The server of the model was still running, and was ended.'];
}

async function keep(left: Left, home: Home): Promise<string[]> {
  if (left.answers === null && left.folder === null) return [];
  return (await import('./keep.ts')).keepLeft(left, home);
}
