import { leaveNothing } from '../../clients/job.ts';
import { toActionError } from '../../domain/errors.ts';
import type { Home } from '../home.ts';
import { complain } from './complain.ts';
import { type Ending, type Job, openJob } from './job.ts';
import { lineOf } from './line.ts';

/** Runs the action; gives its exit code. Whatever happens, outputs and record say what became of it. */
export async function actionMain(home: Home): Promise<number> {
  leaveNothing();
  try {
    const job = openJob();
    const ending = endingOf(job, home);
    // Loaded while git is at work.
    const { finish } = await import('./finish.ts');
    return await finish(job, await ending);
  } catch (thrown) {
    const { refuse } = await import('./refuse.ts');
    refuse(complain(thrown));
    return 1;
  }
}

function endingOf(job: Job, home: Home): Promise<Ending> {
  return lineOf(job, home).catch((thrown: unknown) => ({
    kind: 'failed',
    trigger: null,
    error: toActionError(thrown),
  }));
}
