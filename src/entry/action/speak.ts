import { notWritten } from '../../deliver/comment.ts';
import { ActionError } from '../../domain/errors.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { sayingDeadline } from './deadlines.ts';
import { type GitHub, githubOf } from './github.ts';
import type { Job } from './job.ts';

/** What became of something that was to be said on GitHub. Never throws: what could not be said is a receipt that tells why. */
export async function speak(job: Job, say: (github: GitHub) => Promise<Receipt>): Promise<Receipt> {
  try {
    const github = await githubOf(job, sayingDeadline(job));
    if (github !== null) return await say(github);
    return notWritten(new ActionError('TOKEN_MISSING', 'There is no token to comment with.'));
  } catch (thrown) {
    return notWritten(thrown);
  }
}
