import type { Job } from '../../domain/pipeline.ts';

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
