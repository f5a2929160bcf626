import type { Need } from '../../domain/profile.ts';
import type { BesideUnit } from './ci-containers.ts';

/** A need, and whether tests are known to pass beside it as a workflow has it. */
export interface FoundNeed {
  readonly need: Need;
  readonly isProven: boolean;
  /** The container of a pipeline that it is made after; null where there is none. */
  readonly from: BesideUnit | null;
  /** What its container is called where it is shown; null where it has no name of its own. */
  readonly name: string | null;
}
