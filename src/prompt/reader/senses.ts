import type { ProjectProfile } from '../../domain/profile.ts';
import type { Atom } from './meaning.ts';
import { withApprovals } from './senses/approvals.ts';
import { withClosed } from './senses/closed.ts';
import { withContents } from './senses/contents.ts';
import { withCounts } from './senses/counted.ts';
import { withDatabases } from './senses/databases.ts';
import { withDelivered } from './senses/delivered.ts';
import { withPlaces } from './senses/destinations.ts';
import { withFloors } from './senses/floors.ts';
import { withGates } from './senses/gates.ts';
import { withImageSenses } from './senses/images.ts';
import { withMerging } from './senses/merging.ts';
import { withEveryChange } from './senses/nouns.ts';
import { withArrivals } from './senses/places.ts';
import { withAuthored, withCharts, withEither, withLeave, withoutManner } from './senses/plain.ts';
import { withPods } from './senses/pods.ts';
import { withRunning } from './senses/running.ts';
import { withTimes } from './senses/said-of-time.ts';
import { withAlarm, withLoad, withSpareRuns, withTarget } from './senses/said-otherwise.ts';
import { withSecurity } from './senses/security.ts';
import { withStages } from './senses/stages.ts';
import { withTakenOut } from './senses/taken-out.ts';
import { withBareVersions } from './senses/versions.ts';

/** Gives words the meaning that they have only beside others: the senses of a sentence, then those of what stands between two joints. */
export function withSenses(atoms: readonly Atom[], profile: ProjectProfile): readonly Atom[] {
  const whole = [
    withoutManner,
    withPods,
    withRunning,
    withStages,
    withApprovals,
    withTakenOut,
    withEveryChange,
    withFloors,
    withSecurity,
    withCounts,
    withSpareRuns,
    withTarget,
    withTimes,
    withClosed,
    withMerging,
    withGates,
    withAlarm,
    withContents,
    withImageSenses,
    withLoad,
    withDatabases,
    withDelivered,
    withArrivals,
    withBareVersions,
  ].reduce((read, sense) => sense(read), atoms);
  return segmentsOf(whole).flatMap((segment) =>
    withPlaces(withCharts(withAuthored(withLeave(withEither(segment))), profile)),
  );
}

/** What stands between two joints, with the joint before it. */
function segmentsOf(atoms: readonly Atom[]): Atom[][] {
  const segments: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom.meaning.tag === 'join') segments.push([atom]);
    else segments.at(-1)?.push(atom);
  }
  return segments;
}
