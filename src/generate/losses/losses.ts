import type { Finding } from '../../domain/finding.ts';
import type { Pipeline } from '../../domain/pipeline.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { Intent } from '../../domain/request.ts';
import { lostChecks } from './checks.ts';
import { lostReach } from './reach.ts';
import { runsOf, withCovered } from './runs.ts';

export interface LossesInput {
  readonly profile: ProjectProfile;
  /** What the planned pipeline was made from. */
  readonly intents: readonly Intent[];
  readonly asked: ReadonlySet<Intent>;
  readonly planned: Pipeline;
  /** What detection alone would have made. */
  readonly detected: Pipeline;
  readonly defaultBranch: string | null;
  /** Every path that is looked at. */
  readonly paths: readonly string[];
  /** Which file the findings are about. */
  readonly file: string;
}

/**
 * What a request takes from the pipeline that detection alone would make. Whole pipelines are compared, not fields: by whatever wish
 * something is lost, a person sees it.
 */
export function lossesOf({ planned, detected, ...input }: LossesInput): Finding[] {
  return [
    ...lostReach({ ...input, planned }),
    ...lostChecks({ ...input, before: runsOf(detected), after: withCovered(runsOf(planned), planned.covered) }),
  ];
}
