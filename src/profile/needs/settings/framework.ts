import type { EcosystemName } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ServerSettings } from './server-settings.ts';

export interface FrameworkQuery {
  readonly snapshot: Snapshot;
  readonly draft: UnitDraft;
}

/** A framework whose tests read where their servers are from files of the repository. */
export interface Framework {
  /** Its own, as documentation prints it. */
  readonly name: string;
  readonly ecosystem: EcosystemName;
  /** Globs of the files that it reads. */
  readonly reads: readonly string[];
  /** What those files say of servers; none where they do not tell. */
  find(query: FrameworkQuery): readonly ServerSettings[];
}
