import type { Check } from './check.ts';
import type { Evidence } from './evidence.ts';
import type { EcosystemName } from './profile.ts';
import type { IntentOf } from './request.ts';

/** A value of an existing workflow, with the line that bears it. */
export interface Found<T> {
  readonly value: T;
  readonly at: Evidence;
}

/** A unit of the profile, by what tells it from the others. */
export interface UnitPlace {
  readonly directory: string;
  readonly ecosystem: EcosystemName;
}

/** A check that a job runs for a unit; `isSame` where it is the very command that would be generated. */
export interface ExistingCheck {
  readonly unit: UnitPlace;
  readonly check: Check;
  readonly isSame: boolean;
  readonly at: Evidence;
}

/** What a job builds, as an intent can say it. */
export interface ExistingImage extends Omit<IntentOf<'image'>, 'kind' | 'for'> {
  readonly service: string;
  readonly at: Evidence;
}

/** What one job of an existing workflow does, as far as it is known here. */
export interface ExistingJob {
  readonly checks: readonly ExistingCheck[];
  /** Checks of a job that no change starts. */
  readonly elsewhere: readonly ExistingCheck[];
  /** Steps, or the job itself, of which nobody knows what they check. */
  readonly unknown: readonly Evidence[];
  readonly images: readonly ExistingImage[];
  readonly publishes: readonly (Found<IntentOf<'publish'>['registry']> & Pick<IntentOf<'publish'>, 'on'>)[];
  /** Tasks of the repository that are no check of a unit, by name and command. */
  readonly tasks: readonly Found<{ readonly name: string; readonly command: string }>[];
  /** Tools that are set up in several versions. */
  readonly versions: readonly Found<{ readonly tool: string; readonly values: readonly string[] }>[];
  readonly systems: Found<readonly ('linux' | 'windows' | 'macos')[]> | null;
  readonly containers: readonly Found<{ readonly service: string; readonly version: string | null }>[];
  /** Labels of a machine that is not the usual one. */
  readonly runner: Found<readonly string[]> | null;
  readonly timeout: Found<number> | null;
}

/** What no intent says: where it stands, and what it is. */
export interface Unsaid {
  readonly at: Evidence;
  /** One sentence, without its full stop. */
  readonly what: string;
}

/** The pipeline that a repository has already, over all workflows of GitHub that are not ours. */
export interface ExistingPipeline {
  readonly files: readonly string[];
  /** Those of which no job can be read. */
  readonly unreadable: readonly Evidence[];
  readonly triggers: readonly Found<Omit<IntentOf<'trigger'>, 'kind' | 'ensure'>>[];
  readonly jobs: readonly ExistingJob[];
  readonly unsaid: readonly Unsaid[];
}
