import { toActionError } from '../../domain/errors.ts';
import { type Delivered, deliver } from './deliver.ts';
import { failedDelivered } from './failed.ts';
import { help } from './help.ts';
import type { Ending, Job } from './job.ts';
import { nothingDelivered } from './nothing.ts';

interface Ended {
  readonly ending: Ending;
  readonly delivered: Delivered;
}

/** What cannot be delivered for a fault of ours is a run that failed, whatever it had reached. */
export async function deliverSafely(job: Job, ending: Ending): Promise<Ended> {
  try {
    return { ending, delivered: await deliverWhat(job, ending) };
  } catch (thrown) {
    const failed = { kind: 'failed', trigger: ending.trigger, error: toActionError(thrown) } as const;
    return { ending: failed, delivered: await failedDelivered(job, failed) };
  }
}

async function deliverWhat(job: Job, ending: Ending): Promise<Delivered> {
  switch (ending.kind) {
    case 'help':
      return await help(job, ending);
    case 'proposed':
      return await deliver(job, ending);
    case 'not-served':
      return nothingDelivered(ending);
    case 'failed':
      return await failedDelivered(job, ending);
  }
}
