import type { Job, Step } from '../../domain/pipeline.ts';
import type { Submodules } from '../../domain/profile.ts';

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

/** The code, with the submodules that the first of these needs. */
export function checkout(...subjects: readonly ({ readonly submodules?: Submodules } | undefined)[]): Step {
  const submodules = subjects.map((it) => it?.submodules).find(Boolean);
  return { kind: 'checkout', history: 'shallow', ...(submodules ? { submodules } : {}) };
}
