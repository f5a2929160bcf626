import type { Job, Step } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';
import { distinct } from './names.ts';

/** Of one release: `latest` would change under the repository's feet. */
export const RUNNER = 'ubuntu-24.04';

const SHORT = 5;

/** A short job on the usual runner that does nothing yet. */
export function plainJob(id: string): Job {
  return {
    id,
    name: id,
    runner: [RUNNER],
    timeoutMinutes: SHORT,
    needs: [],
    condition: null,
    matrix: null,
    containers: [],
    steps: [],
    comments: [],
    because: [],
  };
}

/** What is done with the code, and what that asks of a checkout. */
type Subject = Pick<Unit, 'submodules' | 'history'> | undefined;

/** The code, with the submodules that the first of these needs, and with all commits where one needs them. */
export function checkout(...subjects: readonly Subject[]): Step {
  const submodules = subjects.map((it) => it?.submodules).find(Boolean);
  const because = subjects.map((it) => it?.history).find(Boolean);
  return {
    kind: 'checkout',
    ...(because ? { history: 'full', because } : { history: 'shallow' }),
    ...(submodules ? { submodules } : {}),
  };
}

/** A checkout, whatever lines show why it brings more than the code: they make no difference to what it does. */
export function withoutReasons(step: Extract<Step, { kind: 'checkout' }>): Step {
  return {
    ...step,
    ...(step.because ? { because: [] } : {}),
    ...(step.submodules ? { submodules: { ...step.submodules, because: [] } } : {}),
  };
}

/** The jobs with ids of their own: one that is taken gets a number, and what needs one of them by its id needs the first that had it. */
export function withOwnIds(jobs: readonly Job[], taken: readonly string[]): Job[] {
  const wanted = jobs.map(({ id }) => id);
  const ids = distinct(wanted, taken);
  const own = (id: string) => ids[wanted.indexOf(id)] ?? id;
  return jobs.map((job, index) => ({ ...job, id: ids[index] ?? job.id, needs: job.needs.map(own) }));
}
