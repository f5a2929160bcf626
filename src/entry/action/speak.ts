import { toActionError } from '../../domain/errors.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { type GitHub, githubOf } from './github.ts';
import { type Job, sayingDeadline } from './job.ts';

/** What became of something that was to be said on GitHub. Never throws: what could not be said is a receipt that tells why. */
export async function speak(job: Job, say: (github: GitHub) => Promise<Receipt>): Promise<Receipt> {
  try {
    const github = await githubOf(job, sayingDeadline(job));
    if (github !== null) return await say(github);
    return { kind: 'not-delivered', code: 'TOKEN_MISSING', reason: 'There is no token to comment with.' };
  } catch (thrown) {
    const { code, message } = toActionError(thrown);
    return { kind: 'not-delivered', code, reason: `The comment was not written: ${message}` };
  }
}
