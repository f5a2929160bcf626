import type { Wish } from '../../domain/wish.ts';
import type { Home } from '../home.ts';
import type { Job } from './job.ts';
import type { JobModelHost } from './job-model-host.ts';

/** Null where no model is to be asked: what it needs is not loaded then. */
export async function hostOf({ inputs }: Job, wishes: readonly Wish[], home: Home): Promise<JobModelHost | null> {
  const { kind } = inputs.model.choice;
  if (wishes.length === 0 || kind === 'none' || kind === 'keyless') return null;
  return (await import('./model-host.ts')).modelHost(home, inputs.cache);
}
